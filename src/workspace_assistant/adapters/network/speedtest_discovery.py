"""speedtest.net by speedtest-cli in a child process: choosing a server, and its own numbers.

A child, because the library cannot be stopped, writes to standard output, and keeps every upload
body in memory. It gets a hard time limit; what it says is checked like any other input.
"""

from __future__ import annotations

import json
import math
import subprocess
import time
from dataclasses import dataclass
from typing import TypeGuard

from workspace_assistant.adapters.network.endpoint import ServerUrl, has_route
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.own_process import part_words
from workspace_assistant.core.readiness.bandwidth.model import (
    CrossCheck,
    LineTroubleError,
    Reason,
    Trouble,
)
from workspace_assistant.core.readiness.foreign_names import one_line

SERVICE = "speedtest.net"
CHILD_MODULE = "workspace_assistant.adapters.network.speedtest_child"
# speedtest-cli stands 3,600 s in for every failed ping: three of them read as 1,800,000 ms.
MOST_BELIEVABLE_LATENCY_MS = 10_000.0
_ANSWER_BYTES = 65536
_NAME_CHARACTERS = 100
_REASONS = {
    "list": Reason.DISCOVERY_FAILED,
    "servers": Reason.NO_SERVER_ANSWERS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundServer:
    """A speedtest.net server. `url` is that of its upload script."""

    url: str
    name: str
    latency_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeedtestNet:
    """Runs the child. `mini_url` replaces the public service by a server of one's own."""

    mini_url: str = ""
    discovery_s: float = 6.0
    cross_check_s: float = 25.0

    def discover(self, ctx: JobContext, within_s: float = math.inf) -> FoundServer:
        """The nearest server that answers fast. Raises `LineTroubleError`."""
        self._check_route()
        arguments = ["--mini", self.mini_url] if self.mini_url else []
        timeout_s = min(self.discovery_s, within_s)
        command = ["discover", *arguments]
        return found_server(_run_child(command, timeout_s, Reason.DISCOVERY_TIMEOUT, ctx))

    def cross_check(self, url: ServerUrl, ctx: JobContext) -> CrossCheck:
        """speedtest-cli's own download and upload against *url*. Raises `LineTroubleError`."""
        text = f"{url.scheme}://{url.authority}{url.path}"
        command = ["measure", text]
        late = Reason.CROSS_CHECK_TIMEOUT
        return cross_check(_run_child(command, self.cross_check_s, late, ctx))

    def _check_route(self) -> None:
        if not self.mini_url and not has_route():
            raise _trouble(Reason.NETWORK_UNREACHABLE)


def found_server(answer: object) -> FoundServer:
    """The server in a child's answer. Raises `LineTroubleError` for anything not believable."""
    fields = _fields(answer)
    url, name, latency_ms = fields.get("url"), fields.get("name"), fields.get("latency_ms")
    if not isinstance(url, str) or not isinstance(name, str):
        raise _trouble(Reason.DISCOVERY_FAILED)
    if not _is_number(latency_ms) or not 0 < latency_ms < MOST_BELIEVABLE_LATENCY_MS:
        raise _trouble(Reason.NO_SERVER_ANSWERS)
    return FoundServer(url=url, name=one_line(name)[:_NAME_CHARACTERS], latency_ms=latency_ms)


def cross_check(answer: object) -> CrossCheck:
    """The rates in a child's answer. Raises `LineTroubleError` for anything not believable."""
    fields = _fields(answer)
    values = [fields.get(key) for key in ("download_bps", "upload_bps", "bytes")]
    numbers = [value for value in values if _is_number(value) and value > 0]
    if len(numbers) != len(values):
        raise _trouble(Reason.NO_SERVER_ANSWERS)
    download_bps, upload_bps, payload_bytes = numbers
    return CrossCheck(
        download_bps=download_bps, upload_bps=upload_bps, payload_bytes=int(payload_bytes)
    )


def _fields(answer: object) -> dict[str, object]:
    if not isinstance(answer, dict):
        raise _trouble(Reason.DISCOVERY_FAILED)
    if "error" in answer:
        raise _trouble(_REASONS.get(str(answer["error"]), Reason.DISCOVERY_FAILED))
    return answer


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _trouble(reason: Reason) -> LineTroubleError:
    return LineTroubleError(Trouble(reason=reason, server=SERVICE))


def _run_child(arguments: list[str], timeout_s: float, late: Reason, ctx: JobContext) -> object:
    """The child's answer. Raises `LineTroubleError`, with *late* when it took longer.

    The child is gone in any case.
    """
    command = part_words(CHILD_MODULE, *arguments)
    child = subprocess.Popen(  # noqa: S603 - our own module; arguments are no shell text
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(child, timeout_s, late, ctx)
        output = child.stdout.read(_ANSWER_BYTES) if child.stdout is not None else b""
    finally:
        if child.poll() is None:
            child.kill()
        child.wait()
        if child.stdout is not None:
            child.stdout.close()
    try:
        answer: object = json.loads(output)
    except ValueError:
        raise _trouble(Reason.DISCOVERY_FAILED) from None
    return answer


def _wait_for(
    child: subprocess.Popen[bytes], timeout_s: float, late: Reason, ctx: JobContext
) -> None:
    deadline_s = time.monotonic() + timeout_s
    while child.poll() is None:
        if time.monotonic() > deadline_s:
            raise _trouble(late)
        ctx.wait(0.03)
