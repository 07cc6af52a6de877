"""Web servers and WebSockets, honest and hostile: the right words, in bounded time and memory."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiet_computer import on_time, timed
from tests.unit.adapters.network.endpoints.peers import (
    Serve,
    accepted,
    drip,
    flood,
    only_way,
    probe,
    say,
    steps_of,
    task,
    tcp_peer,
    until_closed,
    until_head_end,
    upgraded,
)
from workspace_assistant.adapters.network.endpoints.frames import (
    PING,
    FrameFormatError,
    client_frame,
    read_frame_head,
)
from workspace_assistant.adapters.network.endpoints.web import accept_key, clock_offset_ms
from workspace_assistant.core.readiness.endpoints.model import FamilyOutcome, Fault, Step

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
CONTRADICTION = b"HTTP/1.1 200 X\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"
WRONG_KEY = b"HTTP/1.1 101 X\r\nSec-WebSocket-Accept: " + b"A" * 28 + b"\r\n\r\n"
BOUND_S = 1.5


def web_way(serve: Serve) -> FamilyOutcome:
    with tcp_peer(serve) as place:
        return only_way(f"http://{place}/health")


def chat_way(serve: Serve) -> FamilyOutcome:
    with tcp_peer(serve) as place:
        return only_way(f"ws://{place}/ws")


def test_a_web_server_is_timed_step_by_step() -> None:
    way = web_way(say(OK))
    assert (way.fault, way.status) == (None, 200)
    assert steps_of(way) == [Step.TCP, Step.HTTP]
    assert all(0 < step.took_ms < 400 for step in way.steps)
    assert (way.family, way.address) == ("IPv4", "127.0.0.1")


@timed
def test_the_first_byte_is_timed_and_not_the_rest_of_the_head() -> None:
    def slow_end(sock: socket.socket) -> None:
        until_head_end(sock)
        sock.sendall(b"HTTP/1.1 200 OK\r\n")
        time.sleep(0.2)
        sock.sendall(b"\r\n")

    with on_time():
        assert web_way(slow_end).steps[-1].took_ms < 150


def test_the_request_is_plain_and_names_the_place() -> None:
    seen: list[bytes] = []

    def listen(sock: socket.socket) -> None:
        seen.append(until_head_end(sock))
        sock.sendall(OK)

    with tcp_peer(listen) as place:
        only_way(f"http://{place}/health")
    lines = seen[0].decode().split("\r\n")
    assert lines[0] == "GET /health HTTP/1.1"
    assert f"Host: {place}" in lines


@pytest.mark.parametrize("status", [204, 301, 401, 404, 499])
def test_any_status_below_500_works(status: int) -> None:
    way = web_way(say(f"HTTP/1.1 {status} X\r\n\r\n".encode()))
    assert (way.fault, way.status) == (None, status)


def test_a_server_error_is_told_with_its_time() -> None:
    way = web_way(say(b"HTTP/1.1 503 X\r\n\r\n"))
    assert (way.fault, way.failed_step, way.status) == (Fault.BAD_STATUS, Step.HTTP, 503)
    assert steps_of(way)[-1] is Step.HTTP


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "http://10.0.0.1/", "http://[::1]:1/", "//192.168.0.1/", "gopher://x"],
)
def test_a_redirect_is_shown_and_never_followed(location: str) -> None:
    asked: list[bytes] = []

    def redirect(sock: socket.socket) -> None:
        asked.append(until_head_end(sock))
        sock.sendall(f"HTTP/1.1 302 X\r\nLocation: {location}\r\n\r\n".encode())

    way = web_way(redirect)
    assert (way.fault, way.status, way.detail) == (None, 302, location)
    assert len(asked) == 1


def test_words_from_a_server_are_made_fit_to_show() -> None:
    evil = "https://x/\x1b[31m\u202e" + "a" * 5000
    way = web_way(say(f"HTTP/1.1 302 X\r\nLocation: {evil}\r\n\r\n".encode("latin-1", "ignore")))
    assert way.detail.isprintable()
    assert len(way.detail) < 130


def test_an_interim_answer_is_no_answer() -> None:
    assert web_way(say(b"HTTP/1.1 103 Early\r\n\r\n" * 3 + OK)).status == 200


@pytest.mark.parametrize(
    ("serve", "fault"),
    [
        (say(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), Fault.MALFORMED_ANSWER),
        (say(CONTRADICTION), Fault.MALFORMED_ANSWER),
        (say(b"HTTP/1.1 100 Continue\r\n\r\n" * 50), Fault.MALFORMED_ANSWER),
        (say(b"HTTP/1.1 200 OK\r\n"), Fault.TIMEOUT),
        (say(b""), Fault.TIMEOUT),
        (drip(b"HTTP/1.1 200 OK\r\n" + b"a" * 60), Fault.TIMEOUT),
        (until_head_end, Fault.RESET),
        (lambda sock: sock.close(), Fault.RESET),
        (flood(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n" * 512, 50_000_000), Fault.MALFORMED_ANSWER),
        (flood(b"HTTP/1.1 200 OK\r\nX: ", b"a" * 4096, 50_000_000), Fault.MALFORMED_ANSWER),
    ],
    ids=[
        "ssh",
        "contradiction",
        "endless-interim",
        "half-a-head",
        "silence",
        "drip",
        "closed",
        "closed-at-once",
        "endless-headers",
        "endless-line",
    ],
)
def test_a_hostile_web_server(serve: Callable[[socket.socket], None], fault: Fault) -> None:
    began_s = time.monotonic()
    way = web_way(serve)
    assert (way.fault, way.failed_step) == (fault, Step.HTTP)
    assert time.monotonic() - began_s < BOUND_S


def test_of_ten_gigabytes_only_the_head_is_read() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n"
    with tcp_peer(flood(head, bytes(65536), 10_000_000_000)) as place:
        (outcome,) = probe(task(f"http://{place}/"))
    assert outcome.ways[0].fault is None
    assert outcome.bytes_used < 32768


def test_the_date_of_the_server_gives_the_clock_offset() -> None:
    way = web_way(say(b"HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 1970 00:16:40 GMT\r\n\r\n"))
    offset_ms = way.server_clock_offset_ms
    assert offset_ms is not None
    assert abs(offset_ms - (time.time() - 1000.5) * 1000) < 5000


@given(st.text(max_size=40), st.floats(0, 4e9))
def test_a_date_that_is_none_gives_no_offset(date: str, now_s: float) -> None:
    offset_ms = clock_offset_ms(date, now_s)
    assert offset_ms is None or isinstance(offset_ms, float)


@pytest.mark.parametrize(
    "before",
    [b"", b"\x81\x05hello", b"\x8a\x00", b"\x89\x02hi", b"\x82\x7e\x04\x00" + bytes(1024)],
    ids=["nothing", "text", "another-pong", "ping", "longer"],
)
def test_a_websocket_answers_a_ping(before: bytes) -> None:
    way = chat_way(upgraded(before))
    assert (way.fault, way.status) == (None, 101)
    assert steps_of(way) == [Step.TCP, Step.WEBSOCKET, Step.PONG]


def test_a_websocket_is_left_with_a_close_frame() -> None:
    left: list[bytes] = []

    def serve(sock: socket.socket) -> None:
        sock.sendall(accepted(until_head_end(sock)))
        frame = sock.recv(14)
        payload = bytes(byte ^ frame[2 + index % 4] for index, byte in enumerate(frame[6:14]))
        sock.sendall(b"\x8a\x08" + payload)
        left.append(until_closed(sock))

    assert chat_way(serve).fault is None
    assert left[0][:2] == b"\x88\x82"


@pytest.mark.parametrize(
    "serve",
    [
        upgraded(pongs=False),
        upgraded(pongs=False, after=b"\x88\x02\x03\xe8"),
        upgraded(pongs=False, after=b"\x8a\x02no"),
        upgraded(b"\x82\x7f" + (10**10).to_bytes(8, "big")),
        upgraded(b"\x8a\x88abcdefghijkl"),
        upgraded(b"\xff\xff\xff"),
        upgraded(b"\x0a\x02no"),
        upgraded(b"\x83\x00"),
        upgraded(b"\x82\x00" * 30_000 + b"\x8a"),
    ],
    ids=[
        "silence",
        "close",
        "other-pong",
        "ten-gigabytes",
        "masked",
        "reserved-bits",
        "fragmented-control",
        "unknown-opcode",
        "half-a-frame",
    ],
)
def test_a_websocket_that_gives_no_pong(serve: Serve) -> None:
    began_s = time.monotonic()
    way = chat_way(serve)
    assert (way.fault, way.failed_step) == (Fault.NO_PONG, Step.PONG)
    assert steps_of(way) == [Step.TCP, Step.WEBSOCKET]
    assert time.monotonic() - began_s < BOUND_S


@pytest.mark.parametrize(
    ("answer", "fault", "status"),
    [
        (OK, Fault.UPGRADE_REFUSED, 200),
        (b"HTTP/1.1 401 X\r\n\r\n", Fault.UPGRADE_REFUSED, 401),
        (b"HTTP/1.1 302 X\r\nLocation: /x\r\n\r\n", Fault.UPGRADE_REFUSED, 302),
        (b"HTTP/1.1 502 X\r\n\r\n", Fault.BAD_STATUS, 502),
        (b"HTTP/1.1 101 X\r\n\r\n", Fault.MALFORMED_ANSWER, 101),
        (WRONG_KEY, Fault.MALFORMED_ANSWER, 101),
    ],
    ids=["no-upgrade", "login", "redirect", "error", "no-key", "wrong-key"],
)
def test_an_upgrade_that_fails(answer: bytes, fault: Fault, status: int) -> None:
    way = chat_way(say(answer))
    assert (way.fault, way.failed_step, way.status) == (fault, Step.WEBSOCKET, status)
    has_answer = fault is not Fault.MALFORMED_ANSWER
    assert steps_of(way) == ([Step.TCP, Step.HTTP] if has_answer else [Step.TCP])


def test_the_accept_key_is_that_of_the_standard() -> None:
    assert accept_key("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="  # RFC 6455, 1.3


@given(st.binary(max_size=64))
def test_noise_is_a_frame_head_or_refused(data: bytes) -> None:
    rest = [data]

    def take(size: int) -> bytes:
        if len(rest[0]) < size:
            raise ConnectionResetError
        taken, rest[0] = rest[0][:size], rest[0][size:]
        return taken

    try:
        head = read_frame_head(take)
    except (FrameFormatError, ConnectionResetError):
        return
    assert head.payload_bytes >= 0
    assert head.opcode < 8 or head.payload_bytes <= 125


@given(st.binary(max_size=125))
def test_our_frames_are_masked(payload: bytes) -> None:
    frame = client_frame(PING, payload)
    assert frame[0] == 0x89
    assert frame[1] == 0x80 | len(payload)
    mask, hidden = frame[2:6], frame[6:]
    assert bytes(byte ^ mask[index % 4] for index, byte in enumerate(hidden)) == payload
