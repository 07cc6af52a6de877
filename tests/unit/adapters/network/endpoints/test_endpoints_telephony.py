"""SIP, STUN, TURN and plain ports: whoever answers as the standard asks is within reach."""

from __future__ import annotations

import re
import socket
import struct
import time
from collections.abc import Callable, Iterable, Iterator

import pytest
from aioice.stun import Class, Message, Method, parse_message
from aioice.turn import make_integrity_key
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.adapters.network.endpoints.peers import (
    Serve,
    only_way,
    steps_of,
    tcp_peer,
    udp_peer,
    until_closed,
    until_head_end,
)
from workspace_assistant.adapters.network.endpoints import datagrams
from workspace_assistant.adapters.network.endpoints.sip_message import (
    options_request,
    read_status,
)
from workspace_assistant.adapters.network.stun import binding_answer
from workspace_assistant.core.readiness.endpoints.address import parse_address
from workspace_assistant.core.readiness.endpoints.model import FamilyOutcome, Fault, Step

LOGIN = ("agent", "secret")
REALM, NONCE = "lab.example", b"0123456789abcdef"


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datagrams, "WAITS_S", (0.1, 0.1, 0.1))


def sip_answer(request: bytes, status: int = 200, **changes: bytes) -> bytes:
    lines = [f"SIP/2.0 {status} Whatever".encode()]
    for line in request.split(b"\r\n"):
        name, _, value = line.partition(b": ")
        key = name.decode().replace("-", "_")
        if key in {"Via", "From", "To", "Call_ID", "CSeq"}:
            lines.append(name + b": " + changes.get(key, value))
    return b"\r\n".join([*lines, b"Content-Length: 0", b"", b""])


def sip_way(answer: Callable[[bytes], Iterable[bytes]]) -> FamilyOutcome:
    with udp_peer(answer) as place:
        return only_way(f"sip:{place}")


@pytest.mark.parametrize("status", [200, 401, 404, 405, 483])
def test_any_final_answer_proves_that_a_sip_server_is_there(status: int) -> None:
    way = sip_way(lambda data: [sip_answer(data, status)])
    assert (way.fault, way.status, way.tries) == (None, status, 1)
    assert steps_of(way) == [Step.SIP]


@pytest.mark.parametrize("status", [500, 503, 603])
def test_a_sip_server_that_fails_is_within_reach(status: int) -> None:
    way = sip_way(lambda data: [sip_answer(data, status)])
    assert (way.fault, way.status) == (Fault.BAD_STATUS, status)
    assert steps_of(way) == [Step.SIP]


def test_a_lost_request_is_sent_again_and_the_wait_counts_from_the_first() -> None:
    asked: list[bytes] = []

    def answer(data: bytes) -> Iterator[bytes]:
        asked.append(data)
        if len(asked) == 2:
            yield sip_answer(data)

    way = sip_way(answer)
    assert (way.fault, way.tries) == (None, 2)
    assert asked[0] == asked[1]  # the same branch: a retransmission, not a new request
    assert way.steps[0].took_ms > 90


def test_a_provisional_answer_is_waited_over() -> None:
    assert sip_way(lambda data: [sip_answer(data, 100), sip_answer(data)]).status == 200


@pytest.mark.parametrize(
    "answer",
    [
        lambda data: [sip_answer(data, Via=b"SIP/2.0/UDP x;branch=z9hG4bKforged")],
        lambda data: [sip_answer(data, Call_ID=b"forged")],
        lambda data: [sip_answer(data, CSeq=b"2 OPTIONS")],
        lambda data: [sip_answer(data, CSeq=b"1 INVITE")],
        lambda _: [b"SIP/2.0 200 OK\r\n\r\n"],
        lambda _: [b"HTTP/1.1 200 OK\r\n\r\n"],
        lambda data: [data],
        lambda _: [b""],
        lambda _: [bytes(60000)],
        lambda _: [b"noise"] * 300,
    ],
    ids=["branch", "call", "number", "method", "bare", "http", "echo", "empty", "big", "flood"],
)
def test_an_answer_to_nothing_we_asked_proves_nothing(
    answer: Callable[[bytes], Iterable[bytes]],
) -> None:
    way = sip_way(answer)
    assert (way.fault, way.failed_step, steps_of(way)) == (Fault.MALFORMED_ANSWER, Step.SIP, [])


def test_silence_over_udp_is_a_timeout_after_three_tries() -> None:
    way = sip_way(lambda _: [])
    assert (way.fault, way.tries) == (Fault.TIMEOUT, 3)


def test_a_closed_udp_port_refuses() -> None:
    with udp_peer(lambda _: []) as place:
        closed = place
    assert only_way(f"sip:{closed}").fault is Fault.REFUSED


def sip_stream(answer: Callable[[bytes], bytes]) -> Serve:
    def serve(sock: socket.socket) -> None:
        sock.sendall(answer(until_head_end(sock)))
        until_closed(sock)

    return serve


@pytest.mark.parametrize(
    "answer",
    [
        sip_answer,
        lambda data: b"\r\n\r\n" + sip_answer(data),
        lambda data: sip_answer(data, 100) + sip_answer(data),
        lambda data: sip_answer(data).replace(b"\r\n", b"\n"),
        lambda data: sip_answer(data).replace(b"Via:", b"v :").replace(b"Call-ID:", b"i:"),
    ],
    ids=["plain", "keep-alive", "provisional", "bare-line-ends", "short-names"],
)
def test_sip_over_tcp(answer: Callable[[bytes], bytes]) -> None:
    with tcp_peer(sip_stream(answer)) as place:
        way = only_way(f"sip:{place};transport=tcp")
    assert (way.fault, way.status) == (None, 200)
    assert steps_of(way) == [Step.TCP, Step.SIP]


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (lambda _: b"HTTP/1.1 400 Bad Request\r\n\r\n", Fault.MALFORMED_ANSWER),
        (lambda _: b"a" * 100_000, Fault.MALFORMED_ANSWER),
        (lambda data: sip_answer(data, 100) * 50, Fault.MALFORMED_ANSWER),
        (lambda _: b"\r\n" * 1000, Fault.TIMEOUT),
        (lambda _: b"", Fault.TIMEOUT),
    ],
    ids=["http", "endless", "provisional-forever", "line-ends", "silence"],
)
def test_a_hostile_sip_server_over_tcp(answer: Callable[[bytes], bytes], fault: Fault) -> None:
    with tcp_peer(sip_stream(answer)) as place:
        way = only_way(f"sip:{place};transport=tcp")
    assert (way.fault, way.failed_step) == (fault, Step.SIP)


@pytest.mark.parametrize(
    ("url", "via", "scheme"),
    [
        ("sip:pbx.example.com", "UDP", "sip"),
        ("sip:pbx.example.com;transport=tcp", "TCP", "sip"),
        ("sip:pbx.example.com;transport=tls", "TLS", "sip"),
        ("sips:pbx.example.com", "TLS", "sips"),
    ],
)
def test_the_request_says_how_it_came(url: str, via: str, scheme: str) -> None:
    address = parse_address(url)
    assert address is not None
    request = options_request(address, ("2001:db8::5", 4000)).data.decode()
    assert request.startswith(f"OPTIONS {scheme}:pbx.example.com:")
    assert f"Via: SIP/2.0/{via} [2001:db8::5]:4000;rport;branch=z9hG4bK" in request
    assert re.search(r"\r\nMax-Forwards: 70\r\n", request)
    assert request.endswith("\r\n\r\n")


@given(st.binary(max_size=400))
def test_noise_is_no_sip_answer(data: bytes) -> None:
    address = parse_address("sip:pbx")
    assert address is not None
    request = options_request(address, ("10.0.0.2", 5060))
    assert read_status(data, request) is None
    assert read_status(b"SIP/2.0 200 OK\r\n" + data, request) is None


@given(position=st.integers(0, 400), byte=st.integers(0, 255))
def test_a_damaged_answer_is_ours_or_nobodys(position: int, byte: int) -> None:
    address = parse_address("sip:pbx")
    assert address is not None
    request = options_request(address, ("10.0.0.2", 5060))
    damaged = bytearray(sip_answer(request.data))
    damaged[position % len(damaged)] = byte
    status = read_status(bytes(damaged), request)
    assert status is None or 100 <= status < 700


def stun_way(answer: Callable[[bytes], Iterable[bytes]]) -> FamilyOutcome:
    with udp_peer(answer) as place:
        return only_way(f"stun:{place}")


def bound(data: bytes) -> bytes:
    answer = binding_answer(data, "192.0.2.1", 4000)
    assert answer is not None
    return answer


def test_a_stun_server_answers() -> None:
    way = stun_way(lambda data: [bound(data)])
    assert (way.fault, steps_of(way)) == (None, [Step.STUN])


@pytest.mark.parametrize(
    "answer",
    [
        lambda data: [bound(data)[:8] + bytes(12) + bound(data)[20:]],
        lambda data: [data],
        lambda data: [bound(data)[:-3]],
        lambda _: [b"\x01"],
    ],
    ids=["forged", "echo", "cut", "tiny"],
)
def test_a_malformed_stun_answer_proves_nothing(
    answer: Callable[[bytes], Iterable[bytes]],
) -> None:
    assert stun_way(answer).fault is Fault.MALFORMED_ANSWER


class Relay:
    """The few words of a TURN server: asks for a login, then allocates; may misbehave."""

    def __init__(
        self,
        *,
        password: str = LOGIN[1],
        error: int = 0,
        stale: bool = False,
        signs: bool = True,
        asks: bool = True,
        is_silent: bool = False,
        deaf_to: int = 0,
    ) -> None:
        self.is_silent, self.deaf_to, self.asked_s = is_silent, deaf_to, 0
        self.key = make_integrity_key(LOGIN[0], REALM, password)
        self.error, self.stale, self.signs, self.asks = error, stale, signs, asks
        self.released = 0

    def answer(self, data: bytes) -> list[bytes]:
        request = parse_message(data)
        if request.message_method == Method.REFRESH:
            self.released += request.attributes["LIFETIME"] == 0
            if self.released <= self.deaf_to:
                return []
            done = Message(Method.REFRESH, Class.RESPONSE, request.transaction_id)
            done.add_message_integrity(self.key)
            return [bytes(done)]
        if self.asks and "USERNAME" not in request.attributes:
            return [self._refuse(request, 401)]
        if self.asks and not request.check_message_integrity(self.key):
            return [self._refuse(request, 401)]
        if self.stale:
            self.stale = False
            return [self._refuse(request, 438)]
        if self.error:
            return [self._refuse(request, self.error)]
        self.asked_s = request.attributes["LIFETIME"]
        if self.is_silent:
            return []
        found = Message(Method.ALLOCATE, Class.RESPONSE, request.transaction_id)
        found.attributes["XOR-RELAYED-ADDRESS"] = ("192.0.2.9", 50000)
        if self.signs:
            found.add_message_integrity(self.key)
        return [bytes(found)]

    def serve(self, sock: socket.socket) -> None:
        while head := sock.recv(20):
            (length,) = struct.unpack("!H", head[2:4])
            for one in self.answer(head + sock.recv(length)):
                sock.sendall(one)

    def _refuse(self, request: Message, code: int) -> bytes:
        refusal = Message(Method.ALLOCATE, Class.ERROR, request.transaction_id)
        refusal.attributes["ERROR-CODE"] = (code, "No")
        refusal.attributes["REALM"] = REALM
        refusal.attributes["NONCE"] = NONCE
        return bytes(refusal)


def turn_way(relay: Relay, login: tuple[str, str] | None = LOGIN) -> FamilyOutcome:
    with udp_peer(relay.answer) as place:
        return only_way(f"turn:{place}", login=login)


def test_an_allocation_is_made_and_given_back() -> None:
    relay = Relay()
    way = turn_way(relay)
    assert (way.fault, steps_of(way)) == (None, [Step.STUN, Step.TURN])
    assert relay.released == 1


def test_a_release_that_was_lost_is_sent_again() -> None:
    relay = Relay(deaf_to=1)
    way = turn_way(relay)
    assert (way.fault, relay.released, relay.asked_s) == (None, 2, 60)


def test_what_may_have_been_granted_is_given_back() -> None:
    silent, unsigned = Relay(is_silent=True), Relay(signs=False)
    assert turn_way(silent).fault is Fault.TIMEOUT
    assert turn_way(unsigned).fault is Fault.MALFORMED_ANSWER
    assert (silent.released, unsigned.released) == (1, 1)


def test_the_same_over_tcp() -> None:
    relay = Relay(stale=True)
    with tcp_peer(relay.serve) as place:
        way = only_way(f"turn:{place}?transport=tcp", login=LOGIN)
    assert (way.fault, steps_of(way)) == (None, [Step.TCP, Step.STUN, Step.TURN])
    assert relay.released == 1


def test_without_a_login_the_server_is_proven_and_nothing_allocated() -> None:
    way = turn_way(Relay(), login=None)
    assert (way.fault, way.failed_step) == (Fault.NO_PASSWORD, Step.TURN)
    assert steps_of(way) == [Step.STUN]


@pytest.mark.parametrize(
    ("relay", "fault", "status"),
    [
        (Relay(password="other"), Fault.CREDENTIALS_REFUSED, 401),
        (Relay(error=486), Fault.BAD_STATUS, 486),
        (Relay(signs=False), Fault.MALFORMED_ANSWER, None),
        (Relay(asks=False, error=403), Fault.BAD_STATUS, 403),
    ],
    ids=["password", "full", "unsigned", "forbidden"],
)
def test_a_relay_that_gives_no_place(relay: Relay, fault: Fault, status: int | None) -> None:
    way = turn_way(relay)
    assert (way.fault, way.failed_step, way.status) == (fault, Step.TURN, status)
    assert steps_of(way) == [Step.STUN]


def test_an_open_relay_gives_a_place_to_anybody() -> None:
    way = turn_way(Relay(asks=False, signs=False), login=None)
    assert (way.fault, steps_of(way)) == (None, [Step.STUN, Step.TURN])


@pytest.mark.parametrize(
    "answer",
    [
        b"\x01\x13\xff\xfc!\x12\xa4B" + bytes(70000),
        b"\x01\x13\x00\x00" + bytes(16),
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
    ],
    ids=["huge", "forged", "http"],
)
def test_a_hostile_relay_over_tcp(answer: bytes) -> None:
    def serve(sock: socket.socket) -> None:
        sock.recv(100)
        sock.sendall(answer)
        until_closed(sock)

    with tcp_peer(serve) as place:
        way = only_way(f"turn:{place}?transport=tcp", login=LOGIN)
    assert (way.fault, way.failed_step) == (Fault.MALFORMED_ANSWER, Step.STUN)


@given(st.binary(max_size=300))
def test_noise_is_no_answer_of_a_relay(data: bytes) -> None:
    from workspace_assistant.adapters.network.endpoints.relay import _allocation, _read

    request = _allocation()
    assert _read(data, request) is None
    head = struct.pack("!HHI", 0x0113, len(data), 0x2112A442) + request.transaction_id
    answer = _read(head + data, request)
    assert answer is None or answer.transaction_id == request.transaction_id


def test_an_open_tcp_port() -> None:
    with tcp_peer(until_closed) as place:
        way = only_way(f"tcp://{place}")
    assert (way.fault, steps_of(way)) == (None, [Step.TCP])
    assert only_way(f"tcp://{place}").fault is Fault.REFUSED


def test_a_udp_port_that_answers() -> None:
    with udp_peer(lambda _: [b"hello"]) as place:
        way = only_way(f"udp://{place}")
    assert (way.fault, steps_of(way)) == (None, [Step.UDP])


def test_a_silent_udp_port_is_unknown_and_a_closed_one_refuses() -> None:
    with udp_peer(lambda _: []) as place:
        began_s = time.monotonic()
        way = only_way(f"udp://{place}")
        assert time.monotonic() - began_s < 1.0
    assert (way.fault, steps_of(way)) == (Fault.SILENT, [])
    assert only_way(f"udp://{place}").fault is Fault.REFUSED
