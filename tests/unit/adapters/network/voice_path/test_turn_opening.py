from __future__ import annotations

import contextlib
import socket
import threading
import time
from concurrent.futures import CancelledError
from dataclasses import replace

import pytest

from tests.fakes.granting_relay import Granting
from tests.fakes.hostile_relays import (
    Behavior,
    HostileRelay,
    babbling,
    full,
    refusing,
    silent,
)
from workspace_assistant.adapters.network.voice_path import turn_race_child
from workspace_assistant.adapters.network.voice_path.addresses import NamedServer, ServerAddress
from workspace_assistant.adapters.network.voice_path.releases import Releases
from workspace_assistant.adapters.network.voice_path.turn_opening import (
    one_of_each_family,
    open_relayed_or_plain,
    open_turn,
)
from workspace_assistant.core.readiness.voice_path.model import (
    Reason,
    VoicePathTroubleError,
    VoiceTarget,
)


def target(*turn: str, password: str = "secret") -> VoiceTarget:
    return VoiceTarget(stun=(), turn=turn, turn_username="agent", turn_password=password)


@pytest.mark.parametrize(
    ("behavior", "reason", "most_asked"),
    [
        (refusing, Reason.TURN_REFUSED, 2),
        (full, Reason.TURN_FAILED, 1),
        (silent, Reason.TURN_FAILED, 3),
        (babbling, Reason.TURN_FAILED, 3),
    ],
)
def test_a_relay_that_gives_nothing_is_named_in_bounded_time(
    monkeypatch: pytest.MonkeyPatch, behavior: Behavior, reason: Reason, most_asked: int
) -> None:
    monkeypatch.setattr(turn_race_child, "ATTEMPT_S", 0.8)
    began_s = time.monotonic()
    with HostileRelay(behavior) as relay, pytest.raises(VoicePathTroubleError) as caught:
        open_turn(target(relay.uri))
    assert time.monotonic() - began_s < 3
    assert caught.value.trouble.reason is reason
    assert [answer.server for answer in caught.value.answers] == [relay.uri]
    assert 1 <= relay.asked <= most_asked
    assert "secret" not in repr(caught.value.answers)


def test_a_relay_that_floods_a_stream_is_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn_race_child, "ATTEMPT_S", 0.8)

    def flood(server: socket.socket, sent: list[int]) -> None:
        client, _ = server.accept()
        with client, contextlib.suppress(OSError):
            client.settimeout(5)
            while True:
                sent.append(client.send(bytes.fromhex("40000000") * 16_384))  # empty channel data

    sent: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=flood, args=(server, sent))
        thread.start()
        began_s = time.monotonic()
        with pytest.raises(VoicePathTroubleError) as caught:
            open_turn(target(f"turn:127.0.0.1:{server.getsockname()[1]}?transport=tcp"))
        thread.join()
    assert caught.value.trouble.reason is Reason.TURN_FAILED
    assert time.monotonic() - began_s < 3
    assert sum(sent) < 50e6


def test_a_refused_password_is_not_tried_by_another_transport() -> None:
    with HostileRelay(refusing) as relay, pytest.raises(VoicePathTroubleError) as caught:
        open_turn(target(relay.uri.partition("?")[0]))
    assert [answer.server for answer in caught.value.answers] == [relay.uri]


def test_without_a_password_nobody_is_asked_for_a_relay() -> None:
    with HostileRelay(silent) as relay:
        with pytest.raises(VoicePathTroubleError) as caught:
            open_turn(target(relay.uri, password=""))
        assert relay.asked == 0
    assert caught.value.trouble.reason is Reason.TURN_NO_PASSWORD


def test_what_only_a_relay_could_carry_is_told_by_the_relay() -> None:
    with pytest.raises(VoicePathTroubleError) as caught:
        open_relayed_or_plain(target("turns:relay.invalid", password=""))
    assert caught.value.trouble.reason is Reason.TURN_NO_PASSWORD


def test_a_name_without_an_address_is_told() -> None:
    with pytest.raises(VoicePathTroubleError) as caught:
        open_turn(target("turn:has..no.address"))
    assert caught.value.trouble.reason is Reason.NAME_NOT_RESOLVED


def test_one_address_of_each_kind_is_enough() -> None:
    server = NamedServer("turn:relay.test", "relay.test", 3478)
    found = [ServerAddress(server, text) for text in ("127.0.0.2", "127.0.0.3")]
    assert one_of_each_family(found) == found[:1]
    assert one_of_each_family([]) == []


def test_nothing_is_sent_to_a_host_that_only_the_relay_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turn_race_child, "ATTEMPT_S", 0.8)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as nobody:
        nobody.bind(("127.0.0.9", 0))
        granting = Granting(relayed=nobody.getsockname())
        with HostileRelay(granting) as relay, pytest.raises(VoicePathTroubleError):
            open_turn(target(relay.uri))
        nobody.settimeout(0)
        with pytest.raises(BlockingIOError):
            nobody.recv(2048)
    assert granting.heard["DATA"] > 5  # it all went to the relay
    assert granting.heard["RELEASE"] == granting.heard["ALLOCATE"] == 2


@pytest.mark.parametrize("lifetime_s", [0, 1, 59])
def test_a_relay_that_grants_no_time_is_not_asked_for_more(lifetime_s: int) -> None:
    granting = Granting(lifetime_s=lifetime_s)
    with HostileRelay(granting) as relay:
        with pytest.raises(VoicePathTroubleError) as caught:
            open_turn(target(relay.uri))
        time.sleep(0.1)
    assert caught.value.trouble.reason is Reason.TURN_FAILED
    assert granting.heard == {"UNSIGNED": 1, "ALLOCATE": 1, "RELEASE": 1}


@pytest.mark.parametrize("consents", [True, False])
def test_what_was_or_may_have_been_granted_is_given_back_when_the_opening_is_called_off(
    *, consents: bool
) -> None:
    granting, releases = Granting(consents=consents), Releases()
    with HostileRelay(granting) as relay:

        def call_off() -> None:
            while not granting.heard["ALLOCATE"]:
                time.sleep(0.01)
            time.sleep(0.1)
            began_s = time.monotonic()
            releases.give_all_back()
            took_s.append(time.monotonic() - began_s)

        took_s: list[float] = []
        caller = threading.Thread(target=call_off)
        caller.start()
        with pytest.raises(CancelledError):
            open_turn(target(relay.uri), releases)
        caller.join()
    assert granting.heard["RELEASE"] >= granting.heard["ALLOCATE"] > 0
    assert took_s[0] < 1.2


def test_what_is_opened_past_the_end_is_given_back_at_once() -> None:
    releases, given = Releases(), list[str]()
    releases.add(lambda: given.append("early"))
    assert given == []
    releases.give_all_back()
    releases.add(lambda: given.append("late"))
    assert given == ["early", "late"]


def test_a_relay_that_may_not_hear_the_password_is_told_apart() -> None:
    granting = Granting()
    with HostileRelay(granting) as relay, pytest.raises(VoicePathTroubleError) as caught:
        open_turn(replace(target(relay.uri), turn_hosts=("relay.test",)))
    assert granting.heard == {}
    assert caught.value.trouble.reason is Reason.TURN_NO_PASSWORD
    assert [answer.server for answer in caught.value.answers] == [relay.uri]
