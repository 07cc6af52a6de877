"""Many systems at once, both families, one deadline, a cancel that is heard."""

from __future__ import annotations

import errno
import socket
import ssl
import threading
import time
from collections.abc import Sequence

import pytest

from tests.quiet_computer import on_time, timed
from tests.unit.adapters.network.endpoints.peers import (
    LIMITS,
    only_way,
    probe,
    quiet,
    say,
    task,
    tcp_peer,
    udp_peer,
    until_closed,
)
from workspace_assistant.adapters.network.endpoints import faults
from workspace_assistant.adapters.network.endpoints import probe as probe_module
from workspace_assistant.adapters.network.endpoints.faults import fault_of
from workspace_assistant.adapters.network.endpoints.probe import (
    AT_A_TIME,
    NetworkEndpointProbe,
)
from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.system_tls import system_tls
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.readiness.bandwidth.model import Reason
from workspace_assistant.core.readiness.endpoints.model import EndpointOutcome, Fault, Step

OK = say(b"HTTP/1.1 200 OK\r\n\r\n")


def answers(monkeypatch: pytest.MonkeyPatch, addresses: Sequence[tuple[str, int]]) -> None:
    """Let every name have *addresses*."""
    found = tuple(
        (socket.AF_INET6 if ":" in host else socket.AF_INET, (host, port))
        for host, port in addresses
    )
    monkeypatch.setattr(probe_module, "resolve", lambda *_: found)


def port_of(place: str) -> int:
    return int(place.rpartition(":")[2])


def test_both_families_are_walked_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    with tcp_peer(OK) as four, tcp_peer(OK, host="::1") as six:
        answers(monkeypatch, [("127.0.0.1", port_of(four)), ("::1", port_of(six))])
        (outcome,) = probe(task("http://crm.example.com/"))
    assert [(way.family, way.address, way.fault) for way in outcome.ways] == [
        ("IPv4", "127.0.0.1", None),
        ("IPv6", "::1", None),
    ]
    assert outcome.dns_ms is not None


def test_one_family_may_be_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    with tcp_peer(OK) as four, tcp_peer(OK, host="::1") as six:
        closed = port_of(six)
    with tcp_peer(OK) as four:
        answers(monkeypatch, [("127.0.0.1", port_of(four)), ("::1", closed)])
        (outcome,) = probe(task("http://crm.example.com/"))
    assert [way.fault for way in outcome.ways] == [None, Fault.REFUSED]


@pytest.mark.parametrize("url", ["sip:{}", "stun:{}", "udp://{}"])
def test_datagrams_go_by_ipv6_too(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from workspace_assistant.adapters.network.endpoints import datagrams

    monkeypatch.setattr(datagrams, "WAITS_S", (0.05,))
    with udp_peer(lambda _: [b"noise"], host="::1") as place:
        way = only_way(url.format(place))
    assert way.family == "IPv6"
    assert way.fault in {Fault.MALFORMED_ANSWER, None}


def test_an_address_needs_no_look_up() -> None:
    with tcp_peer(until_closed) as place:
        (outcome,) = probe(task(f"tcp://{place}"))
    assert outcome.dns_ms is None


@pytest.mark.parametrize(
    ("reason", "fault"),
    [
        (Reason.NAME_NOT_RESOLVED, Fault.NAME_NOT_RESOLVED),
        (Reason.NETWORK_UNREACHABLE, Fault.NETWORK_UNREACHABLE),
    ],
)
def test_a_name_that_is_not_found(
    reason: Reason, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> object:
        raise ExchangeError(reason)

    monkeypatch.setattr(probe_module, "resolve", fail)
    (outcome,) = probe(task("https://crm.example.com/"))
    assert (outcome.fault, outcome.ways, outcome.dns_ms) == (fault, (), None)


def test_never_more_than_six_at_a_time_and_outcomes_in_order() -> None:
    lock = threading.Lock()
    now = most = 0

    def count(sock: socket.socket) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.03)
        with lock:
            now -= 1
        sock.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        until_closed(sock)

    told: list[EndpointOutcome] = []
    with tcp_peer(count) as place:
        tasks = tuple(task(f"http://{place}/", name=f"n{index}") for index in range(20))
        probing = NetworkEndpointProbe(limits=LIMITS, tls=ssl.create_default_context)
        outcomes = probing.probe(tasks, 5.0, told.append, quiet())
    assert 2 <= most <= AT_A_TIME
    assert [one.name for one in outcomes] == [one.name for one in tasks]
    assert {one.name for one in told} == {one.name for one in tasks}
    assert all(one.ways[0].fault is None for one in outcomes)


def test_nothing_to_try_is_no_trouble() -> None:
    assert probe() == ()


@timed
def test_one_deadline_holds_for_fifty_systems() -> None:
    with tcp_peer(until_closed) as place:
        tasks = [task(f"http://{place}/", name=f"n{index}") for index in range(50)]
        began_s = time.monotonic()
        outcomes = probe(*tasks, within_s=0.6)
        took_s = time.monotonic() - began_s
    with on_time():
        assert took_s < 0.9
    found = {one.ways[0].fault if one.ways else one.fault for one in outcomes}
    assert found == {Fault.TIMEOUT, Fault.OUT_OF_TIME}


@pytest.mark.parametrize("kind", ["http://{}/", "https://{}/", "tcp-then-look", "udp"])
@timed
def test_a_cancel_is_heard_within_a_tenth_of_a_second(kind: str) -> None:
    ctx = JobContext(lambda _: None)
    cancelled_s: list[float] = []

    def cancel() -> None:
        time.sleep(0.15)
        cancelled_s.append(time.monotonic())
        ctx.cancel()

    with tcp_peer(until_closed) as place, udp_peer(lambda _: []) as datagrams:
        urls = {"tcp-then-look": f"ws://{place}/", "udp": f"stun:{datagrams}"}
        url = urls.get(kind, kind.format(place))
        threading.Thread(target=cancel).start()
        tasks = [task(url, name=f"n{index}") for index in range(12)]
        with pytest.raises(JobCancelledError):
            probe(*tasks, ctx=ctx, tls=lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        took_s = time.monotonic() - cancelled_s[0]
    with on_time():
        assert took_s < 0.1


def test_a_listener_that_cancels_ends_the_probe() -> None:
    def cancel(progress: Progress) -> None:
        ctx.cancel()

    ctx = JobContext(cancel)
    with tcp_peer(OK) as place, pytest.raises(JobCancelledError):
        NetworkEndpointProbe(limits=LIMITS).probe(
            (task(f"http://{place}/"),), 5.0, lambda outcome: ctx.report("", 1.0, outcome), ctx
        )


def test_what_errors_of_the_system_mean(monkeypatch: pytest.MonkeyPatch) -> None:
    address = (socket.AF_INET, ("127.0.0.1", 9))

    def told(error: OSError, *, step: Step = Step.TCP, is_datagram: bool = False) -> Fault:
        return fault_of(error, address, step, is_datagram=is_datagram)

    assert told(TimeoutError()) is Fault.TIMEOUT
    assert told(OSError(errno.ETIMEDOUT, "")) is Fault.TIMEOUT
    assert told(ConnectionRefusedError()) is Fault.REFUSED
    assert told(ConnectionResetError()) is Fault.RESET
    assert told(ConnectionResetError(), is_datagram=True) is Fault.REFUSED
    assert told(OSError(errno.EHOSTUNREACH, "")) is Fault.HOST_UNREACHABLE
    assert told(OSError(errno.ENETUNREACH, "")) is Fault.HOST_UNREACHABLE  # loopback has a route
    assert told(ssl.SSLError(), step=Step.TLS) is Fault.TLS_FAILED
    assert told(ssl.SSLEOFError(), step=Step.HTTP) is Fault.RESET
    monkeypatch.setattr(faults, "_has_way", lambda _: False)
    assert told(OSError(errno.ENETUNREACH, "")) is Fault.NETWORK_UNREACHABLE


def test_a_system_without_sockets_has_no_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> object:
        raise OSError(errno.EAFNOSUPPORT, "no such family")

    monkeypatch.setattr(socket, "socket", refuse)
    assert not faults._has_way((socket.AF_INET6, ("::1", 9)))


def test_the_product_verifies_by_the_systems_trust_store() -> None:
    context = system_tls()
    assert context.check_hostname
    assert context.verify_mode == ssl.CERT_REQUIRED
