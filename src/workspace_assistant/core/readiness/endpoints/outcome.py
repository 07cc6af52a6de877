"""From the ways walked to the outcome of the endpoints check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workspace_assistant.core.readiness.endpoints.judge import findings_of
from workspace_assistant.core.readiness.endpoints.model import (
    EndpointOutcome,
    FamilyOutcome,
    Fault,
    Step,
)
from workspace_assistant.core.readiness.endpoints.texts import NO_IPV6_DETAIL, fault_sentence
from workspace_assistant.core.readiness.endpoints.ways import (
    IPV6,
    decisive_step,
    other_way,
    primary_way,
)
from workspace_assistant.core.readiness.model import Measurement, NotMeasured, Outcome, Value
from workspace_assistant.core.readiness.profile.model import EndpointRequirement

Pair = tuple[EndpointRequirement, EndpointOutcome]

_NO_WAY = Fault.NETWORK_UNREACHABLE


def endpoints_outcome(pairs: Sequence[Pair]) -> Outcome:
    """Measurements, findings and gaps of all systems.

    Without a network nothing is judged: the systems are then not tested, not out of reach.
    """
    has_network = not all(_is_cut_off(found) for _, found in pairs)
    return Outcome(
        measurements=tuple(one for _, found in pairs for one in _measurements(found)),
        findings=tuple(
            one for wanted, found in pairs if has_network for one in findings_of(wanted, found)
        ),
        not_measured=(
            *(one for _, found in pairs for one in _gaps(found)),
            *_ipv6_gap([found for _, found in pairs]),
        ),
        essential=frozenset(
            measurement_id(found, decisive_step(found))
            for wanted, found in pairs
            if wanted.required
        ),
        bytes_used=sum(found.bytes_used for _, found in pairs),
    )


def measurement_id(outcome: EndpointOutcome, step: Step, family: str = "") -> str:
    middle = f"{family.lower()}." if family else ""
    return f"endpoint.{outcome.name}.{middle}{step.value}"


def _is_cut_off(outcome: EndpointOutcome) -> bool:
    if not outcome.ways:
        return outcome.fault is _NO_WAY
    return all(way.fault is _NO_WAY for way in outcome.ways)


def _measurements(outcome: EndpointOutcome) -> Iterator[Measurement]:
    if outcome.dns_ms is not None and outcome.fault is None:
        yield _time(measurement_id(outcome, Step.DNS), outcome.dns_ms, {})
    primary, other = primary_way(outcome), other_way(outcome)
    if primary is not None:
        yield from _times(outcome, primary, "")
        yield from _certificate(outcome, primary)
    if other is not None:
        yield from _times(outcome, other, other.family)


def _times(outcome: EndpointOutcome, way: FamilyOutcome, family: str) -> Iterator[Measurement]:
    for step in way.steps:
        conditions = _conditions(way, step.step)
        yield _time(measurement_id(outcome, step.step, family), step.took_ms, conditions)


def _time(name: str, took_ms: float, conditions: dict[str, Value]) -> Measurement:
    return Measurement(id=name, value=round(took_ms, 2), unit="ms", conditions=conditions)


def _conditions(way: FamilyOutcome, step: Step) -> dict[str, Value]:
    conditions: dict[str, Value] = {"family": way.family, "address": way.address}
    if step is Step.TLS and way.tls_version:
        conditions["version"] = way.tls_version
    if step in {Step.HTTP, Step.WEBSOCKET, Step.SIP} and way.status is not None:
        conditions["status"] = way.status
    if step in {Step.HTTP, Step.WEBSOCKET} and way.detail:
        conditions["redirects_to"] = way.detail
    if step in {Step.HTTP, Step.WEBSOCKET} and way.server_clock_offset_ms is not None:
        conditions["clock_offset_ms"] = round(way.server_clock_offset_ms)
    if step in {Step.SIP, Step.STUN, Step.UDP} and way.tries > 1:
        conditions["transmissions"] = way.tries
    return conditions


def _certificate(outcome: EndpointOutcome, way: FamilyOutcome) -> Iterator[Measurement]:
    shown = way.certificate
    if shown is None:
        return
    yield Measurement(
        id=f"endpoint.{outcome.name}.certificate_days",
        value=round(shown.days_left, 1),
        unit="day",
        conditions={
            "subject": shown.subject,
            "issuer": shown.issuer,
            "is_trusted": shown.is_trusted,
        },
    )


def _gaps(outcome: EndpointOutcome) -> Iterator[NotMeasured]:
    """The deciding step and the one that failed, where they have no number."""
    decisive, primary, other = decisive_step(outcome), primary_way(outcome), other_way(outcome)
    if primary is None:
        fault = outcome.fault or Fault.NAME_NOT_RESOLVED
        yield _gap(measurement_id(outcome, decisive), fault)
        return
    if primary.fault is not None:
        measured = {step.step for step in primary.steps}
        missing = dict.fromkeys((decisive, primary.failed_step or decisive))
        yield from (
            _gap(measurement_id(outcome, step), primary.fault)
            for step in missing
            if step not in measured
        )
    if other is not None and other.fault is not None and not _lacks_family(other):
        step = other.failed_step or decisive
        if step not in {one.step for one in other.steps}:
            yield _gap(measurement_id(outcome, step, other.family), other.fault)


def _gap(name: str, fault: Fault) -> NotMeasured:
    return NotMeasured(id=name, reason=fault.value, detail=fault_sentence(fault))


def _lacks_family(way: FamilyOutcome) -> bool:
    return way.fault is _NO_WAY


def _ipv6_gap(outcomes: Iterable[EndpointOutcome]) -> Iterator[NotMeasured]:
    """One remark for all systems that have IPv6 while this network has none."""
    others = [other_way(outcome) for outcome in outcomes]
    if any(way is not None and way.family == IPV6 and _lacks_family(way) for way in others):
        yield NotMeasured(id="endpoint.ipv6", reason="no-ipv6", detail=NO_IPV6_DETAIL)
