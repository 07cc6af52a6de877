"""Asking over loopback: answers, silence, forgeries, slow drips, and stopping at once."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.quiet_computer import on_time, timed
from workspace_assistant.adapters.network.connection.gateway_pings import (
    GatewayPings,
    ping_gateway,
)
from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.name_servers import ask_resolver, look_up
from workspace_assistant.adapters.network.connection.portal_search import find_portal
from workspace_assistant.adapters.network.connection.probe import SystemConnectionProbe
from workspace_assistant.adapters.network.connection.reach import questions
from workspace_assistant.adapters.network.connection.sntp import ask_time
from workspace_assistant.adapters.network.connection.web import MOST_BYTES, connect, fetch
from workspace_assistant.adapters.network.halt import Halt, HaltedError
from workspace_assistant.adapters.network.stun import binding_answer
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.readiness.connection.clock import offset_by_sntp
from workspace_assistant.core.readiness.connection.model import (
    NamedHosts,
    Portal,
    Reason,
    SystemLookup,
    Unknown,
)
from workspace_assistant.core.voice.model import PacketTrace

LOOP = "127.0.0.1"
Answer = Callable[[bytes], list[bytes]]


@contextmanager
def udp_server(answer: Answer) -> Iterator[int]:
    """Answers every datagram by *answer*; yields its port."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.bind((LOOP, 0))
        sock.settimeout(0.02)
        stop = threading.Event()

        def serve() -> None:
            while not stop.is_set():
                try:
                    question, peer = sock.recvfrom(2048)
                except OSError:
                    continue
                for one in answer(question):
                    sock.sendto(one, peer)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield sock.getsockname()[1]
        finally:
            stop.set()
            thread.join()


@contextmanager
def web_server(*parts: bytes, pause_s: float = 0) -> Iterator[int]:
    """Answers every request with *parts*, one after the other, and closes; yields its port."""
    with socket.create_server((LOOP, 0)) as listener:
        listener.settimeout(0.02)
        stop = threading.Event()

        def serve() -> None:
            while not stop.is_set():
                try:
                    sock, _ = listener.accept()
                except OSError:
                    continue
                with sock:
                    sock.settimeout(2)
                    try:
                        sock.recv(4096)
                        for part in parts:
                            sock.sendall(part)
                            stop.wait(pause_s)
                    except OSError:
                        continue

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            stop.set()
            thread.join()


def ntp_answer(question: bytes, ahead_s: float, stratum: int = 2) -> bytes:
    now_s = time.time() + ahead_s + 2_208_988_800
    stamp = struct.pack("!II", int(now_s), int(now_s % 1 * 2**32))
    return bytes([0x24, stratum]) + bytes(22) + question[40:48] + stamp + stamp


def test_a_time_server_ten_minutes_ahead_is_seen_past_forgeries() -> None:
    def answer(question: bytes) -> list[bytes]:
        forged = ntp_answer(bytes(48), -5000)
        return [forged, b"short", ntp_answer(question, 600)]

    inquiry = Inquiry()
    with udp_server(answer) as port:
        samples = ask_time(LOOP, inquiry, port)
    found = offset_by_sntp(samples, "t")
    assert found is not None
    assert len(samples) == 4
    assert found.offset_ms == pytest.approx(-600_000, abs=20)
    assert inquiry.bytes_used == 4 * (48 * 3 + 5)


def test_a_time_server_that_wants_to_be_left_alone_gives_no_time() -> None:
    asked: list[bytes] = []

    def answer(question: bytes) -> list[bytes]:
        asked.append(question)
        return [ntp_answer(question, 0, stratum=0)]

    with udp_server(answer) as port:
        assert ask_time(LOOP, Inquiry(), port) == ()
    assert len(asked) == 2


def dns_answer(code: int) -> Answer:
    return (
        lambda question: [
            b"\0\0" + question[2:],  # a forged number
            question,  # no answer at all
            question[:2] + bytes([0x81, 0x80 | code]) + question[4:],
        ]
    )


@pytest.mark.parametrize(("code", "error"), [(0, ""), (3, "nxdomain"), (2, "servfail")])
def test_a_resolver_is_asked_by_itself(code: int, error: str) -> None:
    with udp_server(dns_answer(code)) as port:
        found = ask_resolver(LOOP, "crm.example.com", Inquiry(), port=port)
    assert found.error == error
    assert found.took_ms is not None
    assert found.took_ms < 1000


def test_one_lost_packet_does_not_make_a_resolver_dead() -> None:
    asked: list[bytes] = []

    def answer(question: bytes) -> list[bytes]:
        asked.append(question)
        return dns_answer(0)(question) if len(asked) == 2 else []

    with udp_server(answer) as port:
        found = ask_resolver(LOOP, "crm.example.com", Inquiry(), port=port)
    assert found.error == ""
    assert found.took_ms is not None
    assert 900 < found.took_ms < 2000


def test_a_resolver_that_is_not_there_refuses() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as gone:
        gone.bind((LOOP, 0))
        port = gone.getsockname()[1]
    assert ask_resolver(LOOP, "crm.example.com", Inquiry(), port=port).error == "refused"
    assert ask_resolver(LOOP, "x" * 64, Inquiry(), port=port).error == "bad-name"


def test_the_system_s_look_up_is_timed_and_its_end_told() -> None:
    found = look_up("crm.example.com", Inquiry(), lambda _: ("192.0.2.1",))
    assert found.addresses == ("192.0.2.1",)
    assert found.lookup is not None
    assert found.lookup.error == ""
    literal = look_up("2001:db8::1", Inquiry())
    assert (literal.addresses, literal.lookup) == (("2001:db8::1",), None)


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (socket.gaierror(socket.EAI_NONAME, "unknown"), "nxdomain"),
        (socket.gaierror(socket.EAI_AGAIN, "later"), "no-answer"),
        (UnicodeError("label too long"), "bad-name"),
    ],
)
def test_a_look_up_that_fails_says_how(error: Exception, word: str) -> None:
    def fail(_: str) -> tuple[str, ...]:
        raise error

    assert look_up("x", Inquiry(), fail).lookup == SystemLookup(name="x", error=word)


def test_a_look_up_that_hangs_is_left_behind() -> None:
    release = threading.Event()

    def hang(_: str) -> tuple[str, ...]:
        release.wait(5)
        return ()

    assert look_up("x", Inquiry(), hang, 0.05).lookup == SystemLookup(name="x", error="timeout")
    release.set()


def named(port: int, path: str = "/generate_204") -> NamedHosts:
    return NamedHosts(portal_url=f"http://{LOOP}:{port}{path}")


def portal_of(hosts: NamedHosts) -> Portal | Unknown:
    def no_tls() -> None:
        raise AssertionError("nothing here is secure")

    return find_portal(hosts, lambda host: (host,), no_tls, Inquiry())  # type: ignore[arg-type] # never called


def test_an_empty_page_is_no_portal_and_a_redirect_is_one() -> None:
    with web_server(b"HTTP/1.1 204 No Content\r\n\r\n") as port:
        assert portal_of(named(port)) == Portal(is_captive=False, asked=LOOP)
    with web_server(b"HTTP/1.1 302 Go\r\nLocation: http://login.cafe/\r\n\r\n") as port:
        found = portal_of(named(port))
    assert isinstance(found, Portal)
    assert (found.is_captive, found.sign_in_host) == (True, "login.cafe")


def test_a_host_that_is_not_http_is_no_portal() -> None:
    with web_server(b"220 mail.example.com ready\r\n\r\n") as port:
        unknown = Unknown(reason=Reason.NO_ANSWER, detail=LOOP)
        assert portal_of(named(port)) == unknown
    assert portal_of(NamedHosts()) == Unknown(reason=Reason.NOT_NAMED)


@pytest.mark.parametrize("pieces", [1, 2])
def test_interim_heads_are_passed_over(pieces: int) -> None:
    interim = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    final = b"HTTP/1.1 204 No Content\r\n\r\n"
    parts = [interim, interim + final] if pieces == 2 else [interim + final]
    with web_server(*parts, pause_s=0.15) as port:
        assert portal_of(named(port)) == Portal(is_captive=False, asked=LOOP)
    with web_server(interim) as port:
        assert portal_of(named(port)) == Unknown(reason=Reason.NO_ANSWER, detail=LOOP)


def test_endless_interim_heads_cost_little() -> None:
    inquiry = Inquiry()
    with (
        web_server(*[b"HTTP/1.1 102 Processing\r\n\r\n" * 400] * 200) as port,
        connect(LOOP, port, 1, inquiry) as sock,
        pytest.raises(TimeoutError),
    ):
        fetch(sock, "GET", LOOP, "/", inquiry)
    assert inquiry.bytes_used < 2 * MOST_BYTES


def test_endless_heads_and_bodies_cost_little() -> None:
    endless = b"X-Filler: " + b"x" * 8000 + b"\r\n"
    inquiry = Inquiry()
    with (
        web_server(b"HTTP/1.1 200 OK\r\n", *[endless] * 2000) as port,
        connect(LOOP, port, 1, inquiry) as sock,
        pytest.raises(TimeoutError),
    ):
        fetch(sock, "GET", LOOP, "/", inquiry)
    assert inquiry.bytes_used < 2 * MOST_BYTES


@timed
def test_a_slow_drip_is_stopped_at_once() -> None:
    inquiry = Inquiry()
    with (
        web_server(*[b"H"] * 100, pause_s=0.05) as port,
        connect(LOOP, port, 1, inquiry) as sock,
    ):
        threading.Timer(0.1, inquiry.halt.set).start()
        began_s = time.monotonic()
        with pytest.raises(HaltedError):
            fetch(sock, "GET", LOOP, "/", inquiry)
        with on_time():
            assert time.monotonic() - began_s < 0.5


def test_a_host_is_reached_by_tcp_or_stun() -> None:
    def reached(hosts: NamedHosts) -> list[bool]:
        calls = questions(hosts, lambda host: (host,), Inquiry(), is_ipv6=False)
        return [call() for call in calls]

    with web_server() as port:
        assert reached(NamedHosts(web=(f"http://{LOOP}:{port}",))) == [True]
    with udp_server(lambda data: [b"junk", binding_answer(data, LOOP, 9) or b""]) as port:
        assert reached(NamedHosts(udp=((LOOP, port),))) == [True]
    with udp_server(lambda _: [b"junk" * 10]) as port:
        assert reached(NamedHosts(udp=((LOOP, port),))) == [False]
    assert questions(named(1), lambda _: (), Inquiry(), is_ipv6=True) == ()


@timed
def test_a_router_that_refuses_connections_is_timed() -> None:
    inquiry = Inquiry()
    found = ping_gateway(LOOP, 0.3, inquiry.halt)
    assert isinstance(found.trace, PacketTrace)
    assert found.method in {"icmp-echo", "tcp-closed-port"}
    delays = found.trace.delays_ms
    assert len(delays) == 3
    with on_time():
        assert all(delay is not None and 0 <= delay < 500 for delay in delays)


@timed
def test_cancelling_ends_the_probe_at_once() -> None:
    ctx = JobContext(lambda _: None)
    threading.Timer(0.2, ctx.cancel).start()
    began_s = time.monotonic()

    def watch() -> None:
        SystemConnectionProbe().other_traffic(5, ctx)
        ctx.wait(5)  # a computer without a network has nothing to watch

    with pytest.raises(JobCancelledError):
        watch()
    with on_time():
        assert time.monotonic() - began_s < 1


def test_a_router_on_an_interface_that_has_gone_is_no_lost_ping() -> None:
    watched = ping_gateway("fe80::1%gone0", 0.2, Halt())
    assert watched == GatewayPings(trace=Unknown(reason=Reason.NO_GATEWAY))
