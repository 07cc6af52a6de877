"""The parent's end of the stream's process: starts it, hears it with deadlines, never leaks it."""

from __future__ import annotations

import dataclasses
import json
import logging
import queue
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from workspace_assistant.adapters.network.voice_path.messages import (
    FAULT,
    READING,
    STOP,
    SURVEY,
    TRACE,
    TROUBLE,
    Document,
    read_binding,
    read_reading,
    read_survey,
    read_trace,
    read_trouble_error,
)
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.own_process import part_words
from workspace_assistant.core.readiness.voice_path.model import (
    PathSurvey,
    PathTrace,
    Reason,
    StreamReading,
    Trouble,
    VoicePathTroubleError,
    VoiceTarget,
)
from workspace_assistant.core.readiness.voice_path.ports import PathStream
from workspace_assistant.core.voice.model import PacketTrace

log = logging.getLogger(__name__)

_CHILD_MODULE = "workspace_assistant.adapters.network.voice_path.stream_child"
_TICK_S = 0.05
# Names 3 s, servers 2 s, a relay 15 s by its three transports, the way 4 s, waking it up 1 s.
_OPENING_S = 30.0
# Answers under way 2 s, the last asked of a place as long; the rest is for a busy computer.
_FINISHING_S = 8.0
# A child that was left alone takes a second at the most to give back what a relay granted.
_FAREWELL_S = 1.2
_LONGEST_LINE_BYTES = 64 << 20
# Only Windows has it; elsewhere the child ignores the Ctrl-C of a terminal by itself.
_CREATION_FLAGS: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
_PROBE_FAILED = Trouble(reason=Reason.PROBE_FAILED)


class ProcessPathStream:
    """A running stream in a process of its own; see `PathStream`."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self._child = child
        self._told: queue.SimpleQueue[Document | None] = queue.SimpleQueue()
        self._reading: StreamReading | None = None
        self._survey: PathSurvey | None = None
        self._reader = threading.Thread(target=self._read, name="voice-path-reader", daemon=True)
        self._reader.start()
        self._farewell = threading.Thread(
            target=self._see_off, name="voice-path-farewell", daemon=True
        )

    @property
    def process_id(self) -> int:
        return self._child.pid

    @property
    def survey(self) -> PathSurvey:
        """Whether the router keeps a binding is known to a long test only, after `finish`."""
        if self._survey is None:
            raise RuntimeError("the way is not surveyed yet")
        return self._survey

    def now_s(self) -> float:
        return time.perf_counter()

    def reading(self) -> StreamReading | None:
        return self._reading

    def finish(self, ctx: JobContext) -> PathTrace:
        """What the process saw; a trace without packets and with its trouble when it has ended."""
        self._order(STOP)
        try:
            told = self._next(TRACE, _FINISHING_S, ctx)
            trace = read_trace(told)
            if "keeps_binding" in told:
                keeps_binding = read_binding(told["keeps_binding"])
                self._survey = dataclasses.replace(self.survey, keeps_binding=keeps_binding)
        except VoicePathTroubleError as error:
            return PathTrace(stream=PacketTrace(), trouble=error.trouble)
        except (KeyError, TypeError, ValueError):
            return PathTrace(stream=PacketTrace(), trouble=_PROBE_FAILED)
        return trace

    def open(self, target: VoiceTarget, ctx: JobContext) -> None:
        """Raises `VoicePathTroubleError`."""
        self._order(json.dumps(dataclasses.asdict(target)))
        try:
            self._survey = read_survey(self._next(SURVEY, _OPENING_S, ctx))
        except (KeyError, TypeError, ValueError):
            raise VoicePathTroubleError(_PROBE_FAILED) from None

    def close(self) -> None:
        """Returns at once: the child goes by itself, and is seen off by a thread."""
        if self._child.stdin is not None:
            with suppress(OSError):  # what was not delivered any more
                self._child.stdin.close()
        self._farewell.start()

    def _see_off(self) -> None:
        try:
            self._child.wait(_FAREWELL_S)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._reader.join()
        if self._child.stdout is not None:
            self._child.stdout.close()

    def _order(self, line: str) -> None:
        if self._child.stdin is None:
            return
        with suppress(OSError):  # it has ended: waiting for its answer finds that out
            self._child.stdin.write(line.encode() + b"\n")
            self._child.stdin.flush()

    def _next(self, kind: str, timeout_s: float, ctx: JobContext) -> Document:
        deadline_s = time.monotonic() + timeout_s
        while time.monotonic() < deadline_s:
            ctx.checkpoint()
            try:
                told = self._told.get(timeout=_TICK_S)
            except queue.Empty:
                continue
            if told is None:
                break
            if told.get("kind") == TROUBLE:
                raise read_trouble_error(told)
            if told.get("kind") == kind:
                return told
        raise VoicePathTroubleError(_PROBE_FAILED)

    def _read(self) -> None:
        stdout = self._child.stdout
        while stdout is not None and (told := _parse(stdout.readline(_LONGEST_LINE_BYTES))):
            if told.get("kind") == READING:
                self._note(told)
            else:
                if told.get("kind") == FAULT:
                    log.error("the voice path's process failed: %s", told.get("detail"))
                self._told.put(told)
        self._told.put(None)

    def _note(self, told: Document) -> None:
        with suppress(KeyError, TypeError, ValueError):  # a point of the picture, no more
            self._reading = read_reading(told)


class ProcessVoicePath:
    """The voice path as the product uses it; see `VoicePath`."""

    @contextmanager
    def open(self, target: VoiceTarget, ctx: JobContext, /) -> Iterator[PathStream]:
        child = subprocess.Popen(  # noqa: S603 - our own module, arguments as a list
            part_words(_CHILD_MODULE),
            stdin=subprocess.PIPE,  # its end tells the child that this process has gone
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # its faults come as JSON
            creationflags=_CREATION_FLAGS,
        )
        stream = ProcessPathStream(child)
        try:
            stream.open(target, ctx)
            yield stream
        finally:
            stream.close()


def _parse(line: bytes) -> Document | None:
    try:
        told = json.loads(line)
    except ValueError:  # it ended, perhaps in the middle of a line
        return None
    return told if isinstance(told, dict) else None
