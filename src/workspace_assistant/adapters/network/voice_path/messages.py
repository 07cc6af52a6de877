"""What the stream's process and its parent tell each other: one JSON document a line.

Parent to child: the target, once; then ``stop`` or the end of the input. Child to parent, each with
its ``kind``: ``survey`` once, ``reading`` about four times a second, ``trace`` at the end; or
``trouble`` when no server can be used, ``fault`` when the child itself is at fault.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

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

SURVEY = "survey"
READING = "reading"
TRACE = "trace"
TROUBLE = "trouble"
FAULT = "fault"
STOP = "stop"

Document = dict[str, Any]


def document(kind: str, value: Any) -> Document:
    """Any of the model's frozen values, fit for JSON."""
    return {"kind": kind, **dataclasses.asdict(value)}


def trouble_document(error: VoicePathTroubleError) -> Document:
    return {
        "kind": TROUBLE,
        "trouble": dataclasses.asdict(error.trouble),
        "answers": [dataclasses.asdict(one) for one in error.answers],
    }


def binding_part(keeps_binding: bool | Trouble) -> Document:  # noqa: FBT001 - a result, no switch
    """What a trace says besides: known only 30 s after the survey."""
    if isinstance(keeps_binding, Trouble):
        return {"keeps_binding": dataclasses.asdict(keeps_binding)}
    return {"keeps_binding": keeps_binding}


# All readers below raise KeyError, TypeError or ValueError when the other side does not keep to it.


def read_target(found: Mapping[str, Any]) -> VoiceTarget:
    return VoiceTarget(
        stun=tuple(found["stun"]),
        turn=tuple(found["turn"]),
        turn_username=str(found["turn_username"]),
        turn_password=str(found["turn_password"]),
        turn_hosts=None if found.get("turn_hosts") is None else tuple(found["turn_hosts"]),
        is_long=bool(found["is_long"]),
    )


def read_trouble_error(found: Mapping[str, Any]) -> VoicePathTroubleError:
    return VoicePathTroubleError(_trouble(found["trouble"]), _answers(found["answers"]))


def read_survey(found: Mapping[str, Any]) -> PathSurvey:
    nat, mtu, binding = found["nat"], found["mtu"], found["keeps_binding"]
    return PathSurvey(
        server=str(found["server"]),
        address=str(found["address"]),
        transport=Transport(found["transport"]),
        answers=_answers(found["answers"]),
        local_address=str(found["local_address"]),
        interface=str(found["interface"]),
        interface_kind=str(found["interface_kind"]),
        interface_under=str(found["interface_under"]),
        is_vpn=bool(found["is_vpn"]),
        is_this_computer=bool(found["is_this_computer"]),
        mapped_address=str(found["mapped_address"]),
        nat=_trouble(nat) if isinstance(nat, dict) else Nat(nat),
        keeps_binding=read_binding(binding),
        dscp=bool(found["dscp"]),
        mtu=_trouble(mtu) if "reason" in mtu else Mtu(**mtu),
        hops=tuple(Hop(ttl=int(hop["ttl"]), address=str(hop["address"])) for hop in found["hops"]),
        hops_trouble=_optional_trouble(found["hops_trouble"]),
        distance=None if found["distance"] is None else int(found["distance"]),
        allocation_ms=_optional_number(found["allocation_ms"]),
    )


def read_binding(found: Any) -> bool | Trouble:
    return _trouble(found) if isinstance(found, dict) else bool(found)


def read_reading(found: Mapping[str, Any]) -> StreamReading:
    return StreamReading(
        at_s=float(found["at_s"]),
        rtt_ms=_optional_number(found["rtt_ms"]),
        sent=int(found["sent"]),
        lost=int(found["lost"]),
    )


def read_trace(found: Mapping[str, Any]) -> PathTrace:
    return PathTrace(
        stream=_packets(found["stream"]),
        places=tuple(_place(one) for one in found["places"]),
        bytes_used=int(found["bytes_used"]),
        trouble=_optional_trouble(found["trouble"]),
    )


def _place(found: Mapping[str, Any]) -> PlaceTrace:
    return PlaceTrace(
        place=Place(found["place"]),
        address=str(found["address"]),
        method=str(found["method"]),
        trace=_packets(found["trace"]),
        trouble=_optional_trouble(found["trouble"]),
    )


def _packets(found: Mapping[str, Any]) -> PacketTrace:
    return PacketTrace(
        sent_s=tuple(float(one) for one in found["sent_s"]),
        received_s=tuple(_optional_number(one) for one in found["received_s"]),
        lateness_s=tuple(float(one) for one in found["lateness_s"]),
        duplicates=tuple(int(one) for one in found["duplicates"]),
    )


def _answers(found: list[Mapping[str, Any]]) -> tuple[ServerAnswer, ...]:
    return tuple(
        ServerAnswer(
            server=str(one["server"]),
            address=str(one["address"]),
            rtt_ms=_optional_number(one["rtt_ms"]),
            trouble=_optional_trouble(one["trouble"]),
        )
        for one in found
    )


def _trouble(found: Mapping[str, Any]) -> Trouble:
    return Trouble(reason=Reason(found["reason"]), server=str(found["server"]))


def _optional_trouble(found: Mapping[str, Any] | None) -> Trouble | None:
    return None if found is None else _trouble(found)


def _optional_number(found: Any) -> float | None:
    return None if found is None else float(found)
