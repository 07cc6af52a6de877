"""Gathers what a report's checks measured on the way of a call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workspace_assistant.core.readiness.model import (
    Measurement,
    ReadinessReport,
    Severity,
    Value,
)
from workspace_assistant.core.readiness.path.model import LinkState, PathFacts, Station, Stop
from workspace_assistant.core.readiness.path.states import broken_stop, with_states
from workspace_assistant.core.readiness.verdict import is_looped, untested_checks

# Checks that look at the way; a firewall met by another check says nothing of voice.
_LOOKERS = frozenset({"voice-path", "connection"})
# Round trip and loss up to each stop, by measurement ids; the first that is there counts.
_SOURCES = {
    Stop.ROUTER: ("path.gateway_", "connection.gateway_"),
    Stop.PROVIDER: ("path.provider_",),
    Stop.EDGE: ("path.edge_",),
    Stop.EMPLOYER: ("voice.",),
}
# Routers met inside a tunnel are the tunnel's own: none of them is the provider.
_INSIDE_TUNNEL = "inside_tunnel"
_HOME = frozenset({"connection.gateway_rtt", "connection.gateway_loss"})
# Reasons of these gaps tell how far packets get; those of others speak of one server among many.
_TELLING_GAPS = ("voice.rtt", "connection.")
_RTT = "voice.rtt"
_WHEN_IDLE = frozenset(
    {
        *("loss-high", "loss-above-strict-limit", "loss-in-a-row"),
        *("round-trip-long", "jitter-high", "voice-quality-low"),
    }
)
# Remarks of the voice path check that clear the way up to a stop, and one that clears nothing.
_CLEARING = {"-beyond-router": Stop.ROUTER, "-beyond-provider": Stop.PROVIDER}
_UNPLACED = "-place-unknown"
_UNDER_LOAD = frozenset({"voice-suffers-under-download", "voice-suffers-under-upload"})

Found = Mapping[str, Measurement]


def path_facts(report: ReadinessReport) -> PathFacts | None:
    """The way of *report*; None when neither the voice path nor the connection was looked at."""
    # A server on this computer says nothing of any way.
    checks = [check for check in report.checks if not is_looped(check)]
    found = {
        one.id: one
        for check in checks
        for one in check.measurements
        if not one.conditions.get(_INSIDE_TUNNEL)
    }
    gaps = frozenset(gap.id for check in checks for gap in check.not_measured)
    stations = tuple(_stations(found, gaps))
    signs = signs_of(report)
    interface, is_vpn = _interface(found), _is_vpn(found)
    is_known = bool(interface) or is_vpn is not None or broken_stop(signs) is not None
    if not is_known and not any(one.is_measured for one in stations):
        return None
    weak_link = _weak_link(report, found)
    return PathFacts(
        stations=with_states(stations, weak_link, broken_stop(signs), _cleared(signs)),
        interface=interface,
        is_vpn=is_vpn,
        weak_link=weak_link,
        is_weak_under_load=_is_weak_under_load(report),
    )


def is_way_clear(report: ReadinessReport) -> bool:
    """Whether every link of the way was seen and is fine, and nothing required was left untested.

    Nor is a way clear before which a barrier was found, even if voice packets passed it by.
    """
    facts = path_facts(report)
    is_all_tested = not report.deselected and not untested_checks(report)
    if facts is None or not is_all_tested or broken_stop(signs_of(report)) is not None:
        return False
    return all(one.state is LinkState.FINE for one in facts.stations)


def has_voice_arrived(report: ReadinessReport) -> bool:
    """Whether a voice packet came back from a server that is not on this computer."""
    return any(
        one.id == _RTT
        for check in report.checks
        if not is_looped(check)
        for one in check.measurements
    )


def signs_of(report: ReadinessReport) -> frozenset[str]:
    """Codes of findings and reasons of gaps in the checks that look at the way."""
    checks = [check for check in report.checks if check.id in _LOOKERS]
    codes = {finding.code for check in checks for finding in check.findings}
    gaps = (gap for check in checks for gap in check.not_measured)
    return frozenset(codes | {gap.reason for gap in gaps if gap.id.startswith(_TELLING_GAPS)})


def _cleared(signs: frozenset[str]) -> Stop | None:
    """The stop up to which nothing spoils the calls, though what does is not known."""
    if any(sign.endswith(_UNPLACED) for sign in signs):
        return None
    cleared = (
        stop for ending, stop in _CLEARING.items() if any(sign.endswith(ending) for sign in signs)
    )
    return next(cleared, None)


def _is_weak_under_load(report: ReadinessReport) -> bool:
    findings = (finding for check in report.checks for finding in check.findings)
    broken = {one.code for one in findings if one.severity is not Severity.INFO}
    return bool(broken & _UNDER_LOAD) and not broken & _WHEN_IDLE


def _stations(found: Found, gaps: frozenset[str]) -> Iterator[Station]:
    for stop, prefixes in _SOURCES.items():
        station = _station(stop, prefixes, found, gaps)
        # The edge is worth a place only where it answered; the others belong to every way.
        if station.is_measured or stop is not Stop.EDGE:
            yield station


def _station(stop: Stop, prefixes: tuple[str, ...], found: Found, gaps: frozenset[str]) -> Station:
    ids = [f"{prefix}{what}" for prefix in prefixes for what in ("rtt", "loss")]
    return Station(
        stop=stop,
        rtt_ms=_first_number(found, ids[0::2]),
        loss_fraction=_first_number(found, ids[1::2]),
        is_asked=any(one in found or one in gaps for one in ids),
    )


def _weak_link(report: ReadinessReport, found: Found) -> str:
    """The voice path check's word; without that check, what the connection check found at home.

    "unknown" where voice packets were sent, and yet nothing could be told.
    """
    if "path.weak_link" in found:
        return str(found["path.weak_link"].value)
    if any(one.startswith("voice.") for one in found):
        return "unknown"
    findings = [finding for check in report.checks for finding in check.findings]
    is_home = any(
        finding.measurement in _HOME and finding.severity is not Severity.INFO
        for finding in findings
    )
    return "home" if is_home else ""


def _interface(found: Found) -> str:
    """The kind of interface; under a tunnel the one that carries it, where that is told."""
    known = [found[one] for one in ("path.interface", "connection.interface") if one in found]
    under = [str(one.conditions["runs_on"]) for one in known if one.conditions.get("runs_on")]
    return next(iter([*under, *(str(one.value) for one in known)]), "")


def _is_vpn(found: Found) -> bool | None:
    measurement = found.get("path.vpn") or found.get("connection.vpn")
    return None if measurement is None else bool(measurement.value)


def _first_number(found: Found, ids: list[str]) -> float | None:
    values: list[Value] = [found[one].value for one in ids if one in found]
    numbers = [value for value in values if isinstance(value, (int, float))]
    return float(numbers[0]) if numbers else None
