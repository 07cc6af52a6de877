"""Servers that answer, stay silent, talk nonsense or refuse: each is told for what it is."""

import errno
import os
import socket

import pytest

from tests.unit.adapters.network.voice_path.loopback import (
    LOOPBACK,
    Answer,
    closed_port,
    good,
    silent,
    udp_server,
)
from workspace_assistant.adapters.network.stun import binding_answer
from workspace_assistant.adapters.network.voice_path import stun_source, trials
from workspace_assistant.adapters.network.voice_path.addresses import NamedServer, ServerAddress
from workspace_assistant.adapters.network.voice_path.mapping import find_nat, nat_of
from workspace_assistant.adapters.network.voice_path.stun_source import open_stun
from workspace_assistant.adapters.network.voice_path.trials import Trial, is_reached, try_all
from workspace_assistant.core.readiness.voice_path.model import (
    Nat,
    Reason,
    Trouble,
    VoicePathTroubleError,
    VoiceTarget,
)

SILENCE_S = 0.25


def at(port: int) -> ServerAddress:
    return ServerAddress(NamedServer(f"stun:{LOOPBACK}:{port}", LOOPBACK, port), LOOPBACK)


def tried(answer: Answer) -> Trial:
    with udp_server(answer) as port:
        (trial,) = try_all([at(port)], SILENCE_S)
    return trial


def test_an_answer_gives_a_round_trip_and_the_address_seen() -> None:
    trial = tried(good)
    assert trial.reason is None
    assert trial.round_trip_s is not None
    assert 0 < trial.round_trip_s < SILENCE_S
    assert trial.mapped is not None
    assert trial.mapped[0] == LOOPBACK
    assert trial.bytes_used == 20 + 28 + 32 + 28


@pytest.mark.parametrize(
    "answer",
    [
        lambda request, _sender: [request],  # an echo service
        lambda _request, _sender: [b"SIP/2.0 400 Bad Request\r\n\r\n"],
        lambda _request, _sender: [os.urandom(60_000)],
        lambda _request, _sender: [b""],
    ],
)
def test_something_that_speaks_otherwise_is_no_stun_server(answer: Answer) -> None:
    assert tried(answer).reason is Reason.NOT_STUN


def test_an_answer_to_a_question_never_asked_is_none() -> None:
    def forge(_request: bytes, sender: tuple[str, int]) -> list[bytes]:
        question = b"\x00\x01\x00\x00\x21\x12\xa4\x42" + os.urandom(12)
        return [binding_answer(question, *sender) or b""]

    assert tried(forge).reason is Reason.NO_ANSWER


def test_a_flood_of_junk_ends_with_the_trial() -> None:
    assert tried(lambda _request, _sender: [b"junk"] * 2000).reason is Reason.NOT_STUN


def test_silence_with_tcp_open_is_blocked_udp(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "_TCP_BEGINS_S", 0.02)
    with socket.create_server((LOOPBACK, 0)) as tcp, udp_server(silent) as port:
        taken = tcp.getsockname()[1]
        open_tcp = ServerAddress(NamedServer("stun:here", LOOPBACK, taken), LOOPBACK)
        blocked, refusing = try_all([open_tcp, at(port)], SILENCE_S)
    assert blocked.reason is Reason.UDP_BLOCKED
    assert refusing.reason is Reason.UDP_BLOCKED  # nothing by UDP, yet the host says no by TCP


def test_a_port_that_is_closed_both_ways_is_not_blocked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "_TCP_BEGINS_S", 0.05)
    (trial,) = try_all([at(closed_port())], SILENCE_S)
    assert trial.is_refused
    assert trial.reason is Reason.NO_ANSWER


def test_an_open_port_proves_that_udp_is_blocked_even_when_refused() -> None:
    assert is_reached(0, is_refused_by_udp=True)
    assert not is_reached(110, is_refused_by_udp=False)  # timed out


def test_a_way_that_ended_meanwhile_reaches_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """TCP that cannot even begin leaves a socket that looks connected."""
    monkeypatch.setattr(trials, "_TCP_BEGINS_S", 0.02)

    class NoWay(socket.socket):
        def connect_ex(self, address: object) -> int:
            del address
            return errno.ENETUNREACH

    monkeypatch.setattr(trials.socket, "socket", NoWay)
    with udp_server(silent) as port:
        (trial,) = try_all([at(port)], SILENCE_S)
    assert trial.tcp is not None
    assert trial.reason is Reason.NO_ANSWER


def test_no_route_is_told_without_waiting() -> None:
    (trial,) = try_all([ServerAddress(NamedServer("stun:x", "x", 3478), "not an address")])
    assert trial.reason is Reason.NETWORK_UNREACHABLE


def test_the_first_server_that_answers_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stun_source, "try_all", lambda found: try_all(found, SILENCE_S))
    with udp_server(silent) as mute, udp_server(good) as second, udp_server(good) as third:
        uris = tuple(f"stun:{LOOPBACK}:{port}" for port in (mute, second, third))
        opened = open_stun(VoiceTarget(stun=uris))
        opened.source.close()
    assert (opened.server, opened.address, opened.port) == (uris[1], LOOPBACK, second)
    assert [answer.trouble is None for answer in opened.answers] == [False, True, True]
    assert opened.source.bytes_used > 0


def test_no_server_that_answers_is_told_with_all_that_were_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stun_source, "try_all", lambda found: try_all(found, SILENCE_S))
    with udp_server(silent) as mute, pytest.raises(VoicePathTroubleError) as caught:
        open_stun(VoiceTarget(stun=(f"stun:{LOOPBACK}:{mute}",)))
    assert caught.value.trouble.reason is Reason.NO_ANSWER
    assert len(caught.value.answers) == 1
    with pytest.raises(VoicePathTroubleError) as caught:
        open_stun(VoiceTarget(stun=()))
    assert caught.value.trouble == Trouble(reason=Reason.NO_SERVER_NAMED)


OWN, SEEN, ELSE = ("10.0.0.2", 5000), ("192.0.2.9", 40000), ("192.0.2.9", 40001)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (None, None, Trouble(reason=Reason.NO_ANSWER)),
        (OWN, None, Nat.NONE),
        (SEEN, None, Trouble(reason=Reason.TOO_FEW_SERVERS)),
        (SEEN, SEEN, Nat.ENDPOINT_INDEPENDENT),
        (SEEN, ELSE, Nat.ADDRESS_DEPENDENT),
    ],
)
def test_mapping_is_told_by_what_two_servers_see(
    first: tuple[str, int] | None, second: tuple[str, int] | None, expected: Nat | Trouble
) -> None:
    assert nat_of(OWN, first, second) == expected


def test_two_servers_are_asked_from_one_port() -> None:
    moved: list[tuple[str, int]] = []

    def mapped(request: bytes, sender: tuple[str, int]) -> list[bytes]:
        moved.append(sender)
        return [b"junk", binding_answer(request, "192.0.2.9", 40000) or b""]

    def mapped_otherwise(request: bytes, sender: tuple[str, int]) -> list[bytes]:
        moved.append(sender)
        return [binding_answer(request, "192.0.2.9", 40001) or b""]

    with udp_server(mapped) as one, udp_server(mapped_otherwise) as two:
        here = (LOOPBACK, one)
        nat, used_bytes = find_nat(LOOPBACK, here, [("::1", 1), (LOOPBACK, two)], 0.01)
        same, _ = find_nat(LOOPBACK, here, [here], 0.01)
    assert nat is Nat.ADDRESS_DEPENDENT
    assert moved[0] == moved[1]
    assert used_bytes > 100
    assert same is Nat.ENDPOINT_INDEPENDENT


def test_no_mapping_and_no_answer() -> None:
    with udp_server(good) as port:
        assert find_nat(LOOPBACK, (LOOPBACK, port), [], 0.01)[0] is Nat.NONE
    with udp_server(silent) as port:
        nat, _ = find_nat(LOOPBACK, (LOOPBACK, port), [], 0.01)
    assert nat == Trouble(reason=Reason.NO_ANSWER)
    assert find_nat("not an address", (LOOPBACK, 9), [], 0.01)[0] == Trouble(
        reason=Reason.NETWORK_UNREACHABLE
    )
