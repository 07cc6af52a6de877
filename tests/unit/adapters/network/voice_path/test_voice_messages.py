"""What the two processes tell each other comes out as it went in."""

import dataclasses
import json
from typing import Any

import pytest

from workspace_assistant.adapters.network.voice_path import messages
from workspace_assistant.core.readiness.voice_path.model import (
    Hop,
    Mtu,
    Nat,
    PathSurvey,
    PathTrace,
    Place,
    PlaceTrace,
    Reason,
    ServerAnswer,
    StreamReading,
    Transport,
    Trouble,
    VoicePathTroubleError,
    VoiceTarget,
)
from workspace_assistant.core.voice.model import PacketTrace

TROUBLE = Trouble(reason=Reason.NO_ANSWER, server="stun:one.test")
ANSWERS = (
    ServerAnswer(server="stun:one.test", trouble=TROUBLE),
    ServerAnswer(server="stun:two.test", address="192.0.2.1", rtt_ms=20.5),
)
BARE = PathSurvey(
    server="192.0.2.1:3478", address="192.0.2.1", transport=Transport.STUN, answers=ANSWERS
)
FULL = dataclasses.replace(
    BARE,
    transport=Transport.TURN_TLS,
    local_address="10.0.0.2",
    interface="wlan0",
    interface_kind="vpn",
    interface_under="wifi",
    is_vpn=True,
    mapped_address="192.0.2.9:40000",
    nat=Nat.ADDRESS_DEPENDENT,
    keeps_binding=False,
    dscp=True,
    mtu=Mtu(path_bytes=1392, interface_bytes=1500, is_black_hole=True),
    hops=(Hop(ttl=1, address="10.0.0.1"),),
    hops_trouble=TROUBLE,
    distance=5,
    allocation_ms=80.0,
)
PACKETS = PacketTrace(
    sent_s=(1.0, 1.02), received_s=(1.04, None), lateness_s=(0.0, 0.001), duplicates=(0,)
)


def over_the_wire(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(document))
    return found


@pytest.mark.parametrize("survey", [BARE, FULL])
def test_a_survey_arrives_whole(survey: PathSurvey) -> None:
    told = over_the_wire(messages.document(messages.SURVEY, survey))
    assert told["kind"] == "survey"
    assert messages.read_survey(told) == survey


@pytest.mark.parametrize("rtt_ms", [None, 40.5])
def test_a_reading_arrives_whole(rtt_ms: float | None) -> None:
    reading = StreamReading(at_s=5.0, rtt_ms=rtt_ms, sent=25, lost=1)
    told = over_the_wire(messages.document(messages.READING, reading))
    assert messages.read_reading(told) == reading


def test_a_trace_arrives_whole() -> None:
    places = (
        PlaceTrace(place=Place.GATEWAY, address="10.0.0.1", method="icmp-echo", trace=PACKETS),
        PlaceTrace(place=Place.EDGE, trouble=TROUBLE),
    )
    trace = PathTrace(stream=PACKETS, places=places, bytes_used=5000, trouble=TROUBLE)
    assert messages.read_trace(over_the_wire(messages.document(messages.TRACE, trace))) == trace


def test_a_target_arrives_whole() -> None:
    target = VoiceTarget(
        stun=("stun:one.test",),
        turn=("turn:two.test",),
        turn_username="agent",
        turn_password="secret",
        is_long=True,
    )
    assert messages.read_target(over_the_wire(dataclasses.asdict(target))) == target


def test_trouble_arrives_whole() -> None:
    error = VoicePathTroubleError(TROUBLE, ANSWERS)
    found = messages.read_trouble_error(over_the_wire(messages.trouble_document(error)))
    assert (found.trouble, found.answers) == (TROUBLE, ANSWERS)


@pytest.mark.parametrize("keeps_binding", [True, False, TROUBLE])
def test_what_became_of_a_binding_arrives_whole(keeps_binding: bool | Trouble) -> None:
    told = over_the_wire(messages.binding_part(keeps_binding))
    assert messages.read_binding(told["keeps_binding"]) == keeps_binding
