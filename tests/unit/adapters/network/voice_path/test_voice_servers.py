"""Which servers are tried, and what is told when none answers."""

import socket

import pytest

from workspace_assistant.adapters.network.voice_path import addresses
from workspace_assistant.adapters.network.voice_path.addresses import (
    NamedServer,
    ServerAddress,
    chosen_addresses,
    has_route,
    local_address_towards,
    look_up,
    named_servers,
)
from workspace_assistant.adapters.network.voice_path.reasons import server_answers, why_none
from workspace_assistant.adapters.network.voice_path.trials import Trial
from workspace_assistant.core.readiness.voice_path.model import Reason, VoiceTarget

ONE = NamedServer("stun:one.test", "one.test", 3478)
TWO = NamedServer("stun:two.test:19302", "two.test", 19302)
MANY_OR_NONE = (
    *("255.255.255.255", "224.0.0.1", "0.0.0.0", "::", "ff02::1"),
    *("::ffff:255.255.255.255", "::ffff:224.0.0.1", "::ffff:0.0.0.0"),
)
OLD, NEW = socket.AF_INET, socket.AF_INET6


def test_servers_keep_their_order_and_come_once() -> None:
    target = VoiceTarget(
        stun=("stun:one.test", "stun:two.test:19302", "stun:ONE.test:3478", "stun:[2001:db8::5]:9"),
        turn=(
            "turn:one.test?transport=udp",
            "turn:relay.test",
            "turn:tcp.test?transport=tcp",
            "turns:tls.test",
        ),
    )
    assert named_servers(target) == (
        ONE,
        TWO,
        NamedServer("stun:[2001:db8::5]:9", "2001:db8::5", 9),
        NamedServer("turn:relay.test", "relay.test", 3478),
    )


def test_a_few_addresses_of_each_family_are_kept() -> None:
    texts = ["192.0.2.1", "192.0.2.1", "192.0.2.2", "192.0.2.3", "2001:db8::1", "fe80::1%eth0"]
    kept = [one.address for one in chosen_addresses(ONE, texts)]
    assert kept == ["192.0.2.1", "192.0.2.2", "2001:db8::1", "fe80::1%eth0"]


@pytest.mark.parametrize("text", MANY_OR_NONE)
def test_an_address_of_many_hosts_or_of_none_is_never_asked(text: str) -> None:
    assert chosen_addresses(ONE, [text]) == ()


def test_an_address_needs_no_name_server() -> None:
    server = NamedServer("stun:127.0.0.1:5", "127.0.0.1", 5)
    assert look_up((server,)) == {server: (ServerAddress(server, "127.0.0.1"),)}


def test_a_name_that_hangs_counts_as_unknown_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    released = threading.Event()

    def hang(*_arguments: object, **_options: object) -> list[object]:
        released.wait(10)
        return []

    monkeypatch.setattr(addresses.socket, "getaddrinfo", hang)
    assert look_up((ONE, TWO), timeout_s=0.05) == {ONE: (), TWO: ()}
    released.set()


def test_a_lost_question_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    released = threading.Event()
    asked: list[str] = []

    def lose_the_first(host: str, *_arguments: object, **_options: object) -> list[object]:
        asked.append(host)
        if len(asked) == 1:
            released.wait(10)
            return []
        return [(OLD, socket.SOCK_DGRAM, 17, "", ("192.0.2.1", 3478))]

    monkeypatch.setattr(addresses, "_ASK_AGAIN_S", 0.02)
    monkeypatch.setattr(addresses.socket, "getaddrinfo", lose_the_first)
    assert look_up((ONE,), timeout_s=5) == {ONE: (ServerAddress(ONE, "192.0.2.1"),)}
    assert len(asked) == 2
    released.set()


@pytest.mark.parametrize("error", [OSError("unknown"), UnicodeError("not a name")])
def test_a_name_that_fails_has_no_address(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_arguments: object, **_options: object) -> list[object]:
        raise error

    monkeypatch.setattr(addresses.socket, "getaddrinfo", fail)
    assert look_up((ONE,)) == {ONE: ()}


def test_a_route_gives_a_local_address() -> None:
    assert local_address_towards("127.0.0.1") == "127.0.0.1"
    assert local_address_towards("not an address") == ""


def test_no_route_by_a_version_is_known_before_anything_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(addresses, "_EXAMPLES", {OLD: "127.0.0.1", NEW: "not an address"})
    assert has_route(OLD)
    assert not has_route(NEW)


def trial(server: NamedServer, address: str = "192.0.2.1", **known: object) -> Trial:
    made = Trial(ServerAddress(server, address), udp=socket.socket(type=socket.SOCK_DGRAM))
    assert made.udp is not None
    made.udp.close()
    for name, value in known.items():
        setattr(made, name, value)
    return made


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"round_trip_s": 0.02}, None),
        ({}, Reason.NO_ANSWER),
        ({"is_reached_by_tcp": True}, Reason.UDP_BLOCKED),
        ({"spoke_otherwise": True, "is_reached_by_tcp": True}, Reason.NOT_STUN),
        ({"udp": None}, Reason.NETWORK_UNREACHABLE),
    ],
)
def test_each_trial_has_its_reason(known: dict[str, object], reason: Reason | None) -> None:
    (answer,) = server_answers((ONE,), [trial(ONE, **known)], {OLD})
    assert (answer.trouble.reason if answer.trouble else None) is reason
    assert answer.rtt_ms == (20.0 if reason is None else None)


def test_the_other_ip_version_is_told_as_such() -> None:
    found = server_answers((ONE,), [trial(ONE, "2001:db8::1", udp=None)], {OLD})
    assert why_none(found, {OLD}).reason is Reason.FAMILY_MISMATCH
    found = server_answers((ONE,), [trial(ONE, "192.0.2.1", udp=None)], {NEW})
    assert why_none(found, {NEW}).reason is Reason.FAMILY_MISMATCH


def test_no_network_is_told_before_unknown_names() -> None:
    answers = server_answers((ONE, TWO), [], set())
    assert why_none(answers, set()).reason is Reason.NETWORK_UNREACHABLE
    assert why_none(answers, {OLD}).reason is Reason.NAME_NOT_RESOLVED


def test_what_came_furthest_is_told() -> None:
    trials = [trial(ONE), trial(TWO, is_reached_by_tcp=True)]
    trouble = why_none(server_answers((ONE, TWO), trials, {OLD}), {OLD})
    assert (trouble.reason, trouble.server) == (Reason.UDP_BLOCKED, TWO.uri)
