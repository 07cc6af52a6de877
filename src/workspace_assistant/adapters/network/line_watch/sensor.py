"""The parent's end of the process that asks once a second."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any, BinaryIO

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.line_watch import texts
from workspace_assistant.core.line_watch.model import Ping, Second
from workspace_assistant.core.line_watch.ports import WatchTarget, WatchTroubleError
from workspace_assistant.core.own_process import part_words
from workspace_assistant.core.readiness.computer.load import busy_share
from workspace_assistant.core.readiness.computer.model import CpuReading

_CHILD_MODULE = "workspace_assistant.adapters.network.line_watch.watch_child"
_LOOK_EVERY_S = 0.09
_FAREWELL_S = 1.0
_LONGEST_LINE_BYTES = 1 << 16
# Only Windows has it; elsewhere the child ends with its standard input.
_CREATION_FLAGS: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


class ProcessLineSensor:
    """Implements `LineSensor` by a process of its own."""

    @contextmanager
    def open(self, target: WatchTarget, ctx: JobContext, /) -> Iterator[Iterator[Second]]:
        child = subprocess.Popen(  # noqa: S603 - our own module, arguments as a list
            part_words(_CHILD_MODULE),
            stdin=subprocess.PIPE,  # its end tells the child that this process has gone
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_CREATION_FLAGS,
        )
        told: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        reader = threading.Thread(
            target=_read, args=(child.stdout, told), name="line-watch-reader", daemon=True
        )
        reader.start()
        try:
            _order(child, target)
            yield _seconds(told, ctx)
        finally:
            _see_off(child)
            reader.join()
            if child.stdout is not None:
                child.stdout.close()


def second_of(told: dict[str, Any], cpu_before: CpuReading | None) -> tuple[Second, CpuReading]:
    """One line of the process; raises KeyError, TypeError or ValueError for what is none."""
    cpu = CpuReading(at_s=float(told["at_s"]), columns=dict(told["cpu"]))
    second = Second(
        at=datetime.fromtimestamp(told["at_s"], UTC),
        server=_ping(told["server"]),
        gateway=_ping(told["gateway"]),
        cpu_fraction=None if cpu_before is None else busy_share(cpu_before, cpu),
    )
    return second, cpu


def _ping(told: list[Any]) -> Ping | None:
    is_seen, delay_ms = told
    return Ping(delay_ms) if is_seen else None


def _seconds(told: queue.SimpleQueue[bytes], ctx: JobContext) -> Iterator[Second]:
    cpu: CpuReading | None = None
    while True:
        line = _next(told, ctx)
        try:
            second, cpu = second_of(json.loads(line), cpu)
        except (KeyError, TypeError, ValueError) as error:  # it has ended, maybe within a line
            raise WatchTroubleError(texts.PROCESS_ENDED) from error
        yield second


def _next(told: queue.SimpleQueue[bytes], ctx: JobContext) -> bytes:
    while True:
        ctx.checkpoint()
        try:
            return told.get(timeout=_LOOK_EVERY_S)
        except queue.Empty:
            continue


def _order(child: subprocess.Popen[bytes], target: WatchTarget) -> None:
    order = {"stun": target.stun, "turn": target.turn}
    if child.stdin is not None:
        with suppress(OSError):  # it has ended: reading finds that out
            child.stdin.write(json.dumps(order).encode() + b"\n")
            child.stdin.flush()


def _read(stdout: BinaryIO | None, told: queue.SimpleQueue[bytes]) -> None:
    line = b"begun"
    while stdout is not None and line:
        line = stdout.readline(_LONGEST_LINE_BYTES)
        told.put(line)


def _see_off(child: subprocess.Popen[bytes]) -> None:
    if child.stdin is not None:
        with suppress(OSError):
            child.stdin.close()
    try:
        child.wait(_FAREWELL_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
