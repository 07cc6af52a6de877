"""The web steps: one HTTP request up to the head of its answer, or a WebSocket and its pong."""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from email.utils import parsedate_to_datetime

from workspace_assistant.adapters.network.endpoints.faults import StepFailedError
from workspace_assistant.adapters.network.endpoints.frames import (
    CLOSE,
    PING,
    PONG,
    FrameFormatError,
    client_frame,
    read_frame_head,
)
from workspace_assistant.adapters.network.endpoints.stream import Stream
from workspace_assistant.adapters.network.endpoints.walk import Walk, shown
from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.http_head import (
    ResponseHead,
    header_fields,
    parse_head,
)
from workspace_assistant.core.readiness.endpoints.model import Fault, Step

_FIRST_FINAL = 200
_SWITCHING = 101
_FIRST_SERVER_ERROR = 500
_MOST_INTERIM = 8
_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455, section 1.3
_MOST_SKIPPED_BYTES = 1024 * 1024
_NORMAL_CLOSURE = (1000).to_bytes(2, "big")
_HALF_DATE_STEP_S = 0.5

Fields = dict[str, list[str]]


def get(stream: Stream, walk: Walk) -> None:
    """The HTTP step. Any status below 500 proves reach; nothing of the body is asked for."""
    head, fields, asked_s, first_s = _exchange(stream, walk, Step.HTTP, "Accept: */*", "close")
    walk.took(asked_s, first_s)
    _note(walk, head, fields, (first_s - asked_s) / 2)
    if head.status >= _FIRST_SERVER_ERROR:
        raise StepFailedError(Fault.BAD_STATUS, status=head.status)


def websocket(stream: Stream, walk: Walk) -> None:
    """The upgrade and one ping (RFC 6455, sections 4.1 and 5.5.2)."""
    key = base64.b64encode(secrets.token_bytes(16)).decode("ascii")
    wish = f"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}"
    head, fields, asked_s, first_s = _exchange(stream, walk, Step.WEBSOCKET, wish, "Upgrade")
    _note(walk, head, fields, (first_s - asked_s) / 2)
    if head.status != _SWITCHING:
        walk.step = Step.HTTP
        walk.took(asked_s, first_s)
        walk.step = Step.WEBSOCKET
        is_error = head.status >= _FIRST_SERVER_ERROR
        fault = Fault.BAD_STATUS if is_error else Fault.UPGRADE_REFUSED
        raise StepFailedError(fault, status=head.status)
    if fields.get("sec-websocket-accept") != [accept_key(key)]:
        raise StepFailedError(Fault.MALFORMED_ANSWER, status=head.status)
    walk.took(asked_s, first_s)
    _ping(stream, walk)


def accept_key(key: str) -> str:
    digest = hashlib.sha1((key + _GUID).encode("ascii"), usedforsecurity=False).digest()
    return base64.b64encode(digest).decode("ascii")


def _exchange(
    stream: Stream, walk: Walk, step: Step, wish: str, connection: str
) -> tuple[ResponseHead, Fields, float, float]:
    """The final head, its fields, and when the request left and the first byte came."""
    walk.step = step
    address = walk.task.address
    asked_s = time.perf_counter()
    stream.send(
        f"GET {address.path} HTTP/1.1\r\nHost: {address.authority}\r\n"
        f"User-Agent: workspace-assistant\r\n{wish}\r\nConnection: {connection}\r\n\r\n".encode(
            "ascii"
        )
    )
    deadline_s = stream.deadline_s()
    stream.await_byte(deadline_s)
    first_s = time.perf_counter()
    for _ in range(_MOST_INTERIM):
        head, fields = _read(stream.take_head(deadline_s))
        if head.status >= _FIRST_FINAL or head.status == _SWITCHING:
            return head, fields, asked_s, first_s
    raise StepFailedError(Fault.MALFORMED_ANSWER)


def _read(raw: bytes) -> tuple[ResponseHead, Fields]:
    try:
        return parse_head(raw), header_fields(raw.partition(b"\n")[2])
    except ExchangeError:
        raise StepFailedError(Fault.MALFORMED_ANSWER) from None


def _note(walk: Walk, head: ResponseHead, fields: Fields, one_way_s: float) -> None:
    walk.status = head.status
    if head.is_redirect:
        walk.detail = shown(head.location)
    dates = fields.get("date", [])
    if len(dates) == 1:
        walk.server_clock_offset_ms = clock_offset_ms(dates[0], time.time() - one_way_s)


def clock_offset_ms(date: str, now_s: float) -> float | None:
    """This computer's clock minus the server's; within about 0.5 s, as a Date has whole seconds.

    None for what is no date (RFC 9110, section 5.6.7).
    """
    try:
        server_s = parsedate_to_datetime(date).timestamp()
    except (ValueError, OverflowError):
        return None
    return (now_s - server_s - _HALF_DATE_STEP_S) * 1000


def _ping(stream: Stream, walk: Walk) -> None:
    walk.step = Step.PONG
    token = secrets.token_bytes(8)
    began_s = time.perf_counter()
    try:
        stream.send(client_frame(PING, token))
        _await_pong(stream, token)
        walk.took(began_s)
        stream.send(client_frame(CLOSE, _NORMAL_CLOSURE))
    except (TimeoutError, ConnectionError, FrameFormatError):
        raise StepFailedError(Fault.NO_PONG, status=walk.status) from None


def _await_pong(stream: Stream, token: bytes) -> None:
    """Skip what the server says by itself; raises when it closes or never answers."""
    deadline_s = stream.deadline_s()
    skipped = 0
    while skipped < _MOST_SKIPPED_BYTES:
        head = read_frame_head(lambda size: stream.take(size, deadline_s))
        if head.opcode == CLOSE:
            raise ConnectionResetError
        skipped += head.payload_bytes + 1
        if skipped > _MOST_SKIPPED_BYTES:
            break
        payload = stream.take(head.payload_bytes, deadline_s)
        if head.opcode == PONG and payload == token:
            return
    raise FrameFormatError
