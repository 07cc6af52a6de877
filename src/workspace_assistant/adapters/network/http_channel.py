"""HTTP/1.1 on one connection: requests out, bounded heads in, bodies counted and thrown away."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workspace_assistant.adapters.network.chunks import (
    BodyMeter,
    ChunkMeter,
    LengthMeter,
    MalformedBodyError,
    OpenEndedMeter,
)
from workspace_assistant.adapters.network.endpoint import Address, ServerUrl
from workspace_assistant.adapters.network.exchange_error import ExchangeError, transferring
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.adapters.network.http_head import ResponseHead, parse_head
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.adapters.network.wire import Wire, open_wire
from workspace_assistant.core.readiness.bandwidth.model import Reason

# Small enough that a slow line shows every step, large enough to be cheap on a fast one.
READ_BYTES = 65536
_NO_BODY = {204, 304}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A server that channels can be opened to."""

    url: ServerUrl
    addresses: Sequence[Address]
    tls_context: ssl.SSLContext | None
    limits: EngineLimits

    @property
    def server(self) -> str:
        return self.url.authority


class Channel:
    """Requests and answers on one wire. Every method raises `ExchangeError` or `HaltedError`."""

    def __init__(self, target: Target, halt: Halt) -> None:
        self.target = target
        context = target.tls_context
        tls = None if context is None else (context, target.url.host)
        self.wire: Wire = open_wire(target.addresses, tls, target.limits, halt)
        self._pending = bytearray()  # came with the last head
        self._buffer = memoryview(bytearray(READ_BYTES))

    def close(self) -> None:
        self.wire.close()

    def request(self, method: str, path: str, body_bytes: int | None = None) -> None:
        """Send the head of a request; *body_bytes* announces a body the caller sends after it."""
        fields = [
            f"{method} {path} HTTP/1.1",
            f"Host: {self.target.url.authority}",
            "User-Agent: workspace-assistant",
            "Accept-Encoding: identity",
            "Cache-Control: no-cache",
        ]
        if body_bytes is not None:
            fields += ["Content-Type: application/octet-stream", f"Content-Length: {body_bytes}"]
        self.send("\r\n".join((*fields, "", "")).encode("ascii"))

    def send(self, data: bytes) -> None:
        try:
            self.wire.send_all(data, self.target.limits.answer_s)
        except OSError as error:
            raise transferring(error) from error

    def read_head(self, is_waiting: Callable[[], bool] = lambda: False) -> ResponseHead:
        """The head of the next final answer.

        *is_waiting* may stretch the deadline: while it says true (an upload still drains), the
        server cannot be expected to answer.
        """
        deadline_s = time.monotonic() + self.target.limits.answer_s
        while True:
            raw = self._take_head()
            if raw is None:
                if is_waiting():
                    deadline_s = time.monotonic() + self.target.limits.answer_s
                self._fetch(deadline_s)
                continue
            head = parse_head(raw)
            if head.status >= 200:
                return head

    def early_head(self) -> ResponseHead | None:
        """The head of an answer that came before the request was sent whole, if there is one."""
        try:
            data = self.wire.receive_now(READ_BYTES)
        except OSError:
            data = b""  # the sender will see the broken connection, and say so
        if data:
            self._pending += data
        return self.read_head() if self._pending else None

    def read_body(
        self, head: ResponseHead, method: str, count: Callable[[int], None] = lambda _: None
    ) -> int:
        """Read the body to its end, telling *count* the payload as it comes; returns the total.

        Has no deadline of its own: *count* or the stop switch end it. Raises
        `ExchangeError` (answer-too-short) when the connection ends before the body does.
        """
        meter = body_meter(head, method)
        try:
            if self._pending and not meter.is_finished:
                taken = meter.feed(memoryview(bytes(self._pending)))
                del self._pending[:taken]
            count(meter.payload_bytes)
            while not meter.is_finished:
                before = meter.payload_bytes
                if not self._read_some(meter):
                    return _at_end(meter)
                count(meter.payload_bytes - before)
        except MalformedBodyError:
            raise ExchangeError(Reason.NOT_HTTP) from None
        return meter.payload_bytes

    def skip_body(self, head: ResponseHead, method: str) -> None:
        """Read a body that should be small and soon here; anything else is no answer."""
        deadline_s = time.monotonic() + self.target.limits.answer_s
        total = 0

        def count(payload_bytes: int) -> None:
            nonlocal total
            total += payload_bytes
            if total > READ_BYTES or time.monotonic() > deadline_s:
                raise ExchangeError(Reason.NO_ANSWER)

        self.read_body(head, method, count)

    def _read_some(self, meter: BodyMeter) -> bool:
        """Feed what came next; False at the end of the stream."""
        try:
            size = self.wire.receive_into(self._buffer)
        except OSError as error:
            raise transferring(error) from error
        if size is None:
            return True
        taken = meter.feed(self._buffer[:size])
        self._pending += self._buffer[taken:size]
        return size > 0

    def _take_head(self) -> bytes | None:
        for separator in (b"\r\n\r\n", b"\n\n"):
            end = self._pending.find(separator)
            if end >= 0:
                raw = bytes(self._pending[:end])
                del self._pending[: end + len(separator)]
                return raw
        if len(self._pending) > self.target.limits.head_bytes:
            raise ExchangeError(Reason.NOT_HTTP)
        return None

    def _fetch(self, deadline_s: float) -> None:
        if time.monotonic() > deadline_s:
            raise ExchangeError(Reason.NO_ANSWER)
        try:
            size = self.wire.receive_into(self._buffer)
        except OSError as error:
            raise transferring(error) from error
        if size == 0:
            raise ExchangeError(Reason.NOT_HTTP if self._pending else Reason.CONNECTION_RESET)
        self._pending += self._buffer[: size or 0]


def body_meter(head: ResponseHead, method: str) -> BodyMeter:
    """How the end of the body is found (RFC 9112, section 6.3)."""
    if method == "HEAD" or head.status in _NO_BODY:
        return LengthMeter(0)
    if head.is_chunked:
        return ChunkMeter()
    if head.length_bytes is not None:
        return LengthMeter(head.length_bytes)
    return OpenEndedMeter()


def _at_end(meter: BodyMeter) -> int:
    if isinstance(meter, OpenEndedMeter):
        return meter.payload_bytes
    raise ExchangeError(Reason.ANSWER_TOO_SHORT)
