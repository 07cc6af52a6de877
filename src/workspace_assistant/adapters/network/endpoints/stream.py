"""Bytes to and from a peer over TCP or TLS: every wait has a deadline, every read a bound."""

from __future__ import annotations

import socket
import time

from workspace_assistant.adapters.network.endpoints.faults import StepFailedError
from workspace_assistant.adapters.network.endpoints.walk import Walk
from workspace_assistant.adapters.network.race import connect
from workspace_assistant.adapters.network.wire import Wire
from workspace_assistant.core.readiness.endpoints.model import Fault, Step

_READ_BYTES = 4096
_HEAD_ENDS = (b"\r\n\r\n", b"\n\n")


class Stream:
    """An open connection. Methods raise OSError, `StepFailedError` or `HaltedError`."""

    def __init__(self, wire: Wire, walk: Walk) -> None:
        self._wire = wire
        self._walk = walk
        self._pending = bytearray()
        self._buffer = memoryview(bytearray(_READ_BYTES))

    def local_place(self) -> tuple[str, int]:
        host, port = self._wire.sock.getsockname()[:2]
        return str(host), int(port)

    def send(self, data: bytes) -> None:
        self._wire.send_all(data, self._walk.means.limits.answer_s)
        self._walk.bytes_used += len(data)

    def deadline_s(self) -> float:
        """Of an answer that is awaited from now on, on the monotonic clock."""
        return time.monotonic() + self._walk.means.limits.answer_s

    def await_byte(self, deadline_s: float) -> None:
        """Return once anything lies here."""
        while not self._pending:
            self._fetch(deadline_s)

    def take(self, size: int, deadline_s: float) -> bytes:
        while len(self._pending) < size:
            self._fetch(deadline_s)
        return self._cut(size, 0)

    def take_head(self, deadline_s: float) -> bytes:
        """Up to the first empty line, which is dropped; a head beyond the limit is malformed."""
        while True:
            for end in _HEAD_ENDS:
                at = self._pending.find(end)
                if at >= 0:
                    return self._cut(at, len(end))
            if len(self._pending) > self._walk.means.limits.head_bytes:
                raise StepFailedError(Fault.MALFORMED_ANSWER)
            self._fetch(deadline_s)

    def skip_line_ends(self, deadline_s: float) -> None:
        """Drop line ends that keep a connection alive between messages (RFC 5626)."""
        self.await_byte(deadline_s)
        while self._pending.startswith((b"\r", b"\n")):
            del self._pending[:1]
            self.await_byte(deadline_s)

    def _cut(self, size: int, dropped: int) -> bytes:
        taken = bytes(self._pending[:size])
        del self._pending[: size + dropped]
        return taken

    def _fetch(self, deadline_s: float) -> None:
        if time.monotonic() > deadline_s:
            raise TimeoutError
        size = self._wire.receive_into(self._buffer)
        if size == 0:
            raise ConnectionResetError
        self._pending += self._buffer[: size or 0]
        self._walk.bytes_used += size or 0


def open_tcp(walk: Walk) -> Wire:
    """The TCP step. The caller closes the wire."""
    walk.step = Step.TCP
    means = walk.means
    began_s = time.perf_counter()
    sock = connect(walk.addresses, means.limits, means.halt)
    walk.took(began_s)
    # As programs do: else a request waits for the end of the handshake to be acknowledged.
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    walk.host = str(sock.getpeername()[0])
    return Wire(sock, means.halt, means.limits.poll_s)
