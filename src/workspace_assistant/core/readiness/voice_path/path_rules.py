"""Tells the way itself: places on it, packet size, the router's habits, the interface."""

from __future__ import annotations

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.model import NotMeasured, Value
from workspace_assistant.core.readiness.units import BYTES, format_value
from workspace_assistant.core.readiness.voice_path.model import (
    Nat,
    Place,
    PlaceTrace,
    Reason,
    Trouble,
)
from workspace_assistant.core.readiness.voice_path.result import Gathered, VoiceRun, not_measured
from workspace_assistant.core.readiness.voice_path.texts import PLACE_SILENT, PLACES, sentence
from workspace_assistant.core.voice.model import PacketTrace
from workspace_assistant.core.voice.statistics import StreamStatistics, describe

MTU = "path.mtu"
NAT = "path.nat"
KEEPS_BINDING = "path.keeps_binding"
_SPEAKS_OF_PLACE = frozenset({Reason.NOT_PERMITTED, Reason.NOT_ON_THIS_SYSTEM, Reason.PROBE_FAILED})


def tell_path(box: Gathered, run: VoiceRun) -> None:
    for place in Place:
        _tell_place(box, run, place)
    _tell_mtu(box, run)
    _tell_nat(box, run)
    survey = run.survey
    is_named: dict[str, Value] = {"name": survey.interface}
    runs_on: dict[str, Value] = (
        {"runs_on": survey.interface_under} if survey.interface_under else {}
    )
    box.add("path.interface", survey.interface_kind, "text", is_named | runs_on)
    box.add("path.vpn", survey.is_vpn, "bool", is_named)
    box.add("voice.dscp", survey.dscp, "bool", {"class": "expedited forwarding (46)"})


def _tell_place(box: Gathered, run: VoiceRun, place: Place) -> None:
    probed = next((one for one in run.traced.places if one.place is place), None)
    trace = run.places().get(place, PacketTrace())
    rtt, loss = f"path.{place.value}_rtt", f"path.{place.value}_loss"
    if probed is None or not trace.sent_s:
        trouble = _why_not(run, place, probed)
        box.missing += [_place_missing(measurement, place, trouble) for measurement in (rtt, loss)]
        return
    seen = describe(trace)
    conditions = _place_conditions(run, probed, trace, seen)
    if seen.rtt_median_ms is None or seen.rtt_min_ms is None or seen.rtt_p95_ms is None:
        silent = Trouble(reason=Reason.NO_ANSWER)
        box.missing += [_place_missing(measurement, place, silent) for measurement in (rtt, loss)]
        return
    spread: dict[str, Value] = {
        "minimum_ms": seen.rtt_min_ms,
        "p95_ms": seen.rtt_p95_ms,
        "statistic": "median",
    }
    box.add(rtt, seen.rtt_median_ms, "ms", conditions | spread)
    box.add(
        loss,
        seen.loss_fraction,
        "fraction",
        conditions
        | {"lost": seen.lost, "low_fraction": seen.loss_low, "high_fraction": seen.loss_high},
    )


def _place_conditions(
    run: VoiceRun, probed: PlaceTrace, trace: PacketTrace, seen: StreamStatistics
) -> dict[str, Value]:
    conditions: dict[str, Value] = {
        "phase": "idle",
        "address": probed.address,
        "method": probed.method,
        "pings": seen.sent,
        "watched_s": round(trace.duration_s, 1),
    }
    is_inside = run.survey.is_vpn and probed.place is not Place.GATEWAY
    return conditions | ({"inside_tunnel": True} if is_inside else {})


def _why_not(run: VoiceRun, place: Place, probed: PlaceTrace | None) -> Trouble:
    if probed is not None and probed.trouble is not None:
        return probed.trouble
    if place is not Place.GATEWAY and run.survey.hops_trouble is not None:
        return run.survey.hops_trouble
    return Trouble(reason=Reason.NO_ANSWER)


def _place_missing(measurement: str, place: Place, trouble: Trouble) -> NotMeasured:
    """A place that stays silent says nothing of calls: many routers do."""
    if trouble.reason in _SPEAKS_OF_PLACE:
        return not_measured(measurement, trouble)
    detail = Phrase(PLACE_SILENT, place=Phrase(PLACES[place]))
    return NotMeasured(id=measurement, reason=Reason.NO_ANSWER.value, detail=detail)


def _tell_mtu(box: Gathered, run: VoiceRun) -> None:
    mtu = run.survey.mtu
    if isinstance(mtu, Trouble):
        box.missing.append(NotMeasured(id=MTU, reason=mtu.reason.value, detail=sentence(mtu)))
        return
    conditions: dict[str, Value] = {
        "interface_bytes": mtu.interface_bytes,
        "black_hole": mtu.is_black_hole,
    }
    box.add(MTU, mtu.path_bytes, "byte", conditions)
    if mtu.is_black_hole:
        box.remark(
            "mtu-black-hole",
            MTU,
            bytes=str(mtu.path_bytes),
            interface=format_bytes(mtu.interface_bytes),
        )


def format_bytes(count: int) -> str:
    """A packet size in bytes, all digits: 1492 is no 1.49 kB here."""
    return Phrase(BYTES, count=format_value(float(count), "count"))


def _tell_nat(box: Gathered, run: VoiceRun) -> None:
    nat, keeps = run.survey.nat, run.survey.keeps_binding
    if isinstance(nat, Trouble):
        box.missing.append(not_measured(NAT, nat))
    else:
        box.add(NAT, nat.value, "text", {"mapped_address": run.survey.mapped_address})
        if nat is Nat.ADDRESS_DEPENDENT:
            box.remark("nat-per-server", NAT)
    if isinstance(keeps, Trouble):
        box.missing.append(not_measured(KEEPS_BINDING, keeps))
    else:
        box.add(KEEPS_BINDING, keeps, "bool", {"silence_s": 30.0})
        if not keeps:
            box.remark("nat-forgets", KEEPS_BINDING)
