"""Judges one direction's goodput against its limit."""

from __future__ import annotations

from workspace_assistant.core.readiness.bandwidth.figures import (
    MEGABIT,
    limit_text,
    megabits_text,
)
from workspace_assistant.core.readiness.bandwidth.goodput import (
    BITS_PER_BYTE,
    Decision,
    GoodputEstimate,
    decide,
    estimate,
    short_run_estimate,
)
from workspace_assistant.core.readiness.bandwidth.model import LoadTrace, Reason, Trouble
from workspace_assistant.core.readiness.bandwidth.result import (
    Gathered,
    LineResult,
    LoadResult,
    not_measured,
)
from workspace_assistant.core.readiness.bandwidth.texts import FINDINGS
from workspace_assistant.core.readiness.bandwidth.watch import EndedBy, is_stalled
from workspace_assistant.core.readiness.findings import finding
from workspace_assistant.core.readiness.limits import Floor
from workspace_assistant.core.readiness.model import Finding, Measurement, Severity, Value

_PLENTY = 4.0
_PLENTY_BYTES = 15_000_000
WHOLE_RUN = "mean of 0.25-s bins after the warm-up, 95 % t-interval"
SHORT_RUN = "mean of the second half of a short transfer, 95 % t-interval; the line may carry more"


def in_bps(limit_mbps: Floor) -> Floor:
    return Floor(ready=limit_mbps.ready * MEGABIT, caution=limit_mbps.caution * MEGABIT)


def judge_goodput(gathered: Gathered, result: LineResult, load: LoadResult, limit: Floor) -> None:
    trace = load.trace
    measurement = f"bandwidth.{trace.direction}"
    trouble = load.trouble or _hidden_trouble(result, load)
    if trouble is not None:
        gathered.missing.append(not_measured(measurement, trouble))
        return
    value = estimate(trace.samples) or short_run_estimate(trace.samples)
    if value is None:
        gathered.miss(measurement, Reason.BUDGET_TOO_SMALL, result.identity.server)
        return
    decision = decide(value, limit)
    if decision is Decision.UNDECIDED and value.is_short_run and _carried_plenty(trace, limit):
        decision = Decision.READY
    conditions = _goodput_conditions(result, load, value, decision)
    gathered.measurements.append(
        Measurement(id=measurement, value=value.mean_bps, unit="bit/s", conditions=conditions)
    )
    gathered.findings += _goodput_findings(load, value, decision, limit)


def _carried_plenty(trace: LoadTrace, limit: Floor) -> bool:
    """Whether a transfer that its budget ended at once leaves no doubt all the same.

    Slow start included, it ran at several times the bound, and moved more than a line's burst
    allowance would.
    """
    mean_bps = trace.payload_bytes * BITS_PER_BYTE / trace.duration_s
    return trace.payload_bytes >= _PLENTY_BYTES and mean_bps >= _PLENTY * limit.ready


def _hidden_trouble(result: LineResult, load: LoadResult) -> Trouble | None:
    samples = load.trace.samples
    if samples and load.ended_by is not EndedBy.BUDGET and is_stalled(samples):
        return Trouble(reason=Reason.TRANSFER_STALLED, server=result.identity.server)
    return None


def _goodput_conditions(
    result: LineResult, load: LoadResult, value: GoodputEstimate, decision: Decision
) -> dict[str, Value]:
    return result.base_conditions | {
        "connections": load.trace.connections,
        "interval_low_bps": value.low_bps,
        "interval_high_bps": value.high_bps,
        "lower_bound": value.is_short_run,
        "decided": decision is not Decision.UNDECIDED,
        "duration_s": round(load.trace.duration_s, 3),
        "warm_up_s": round(value.warm_up_s, 3),
        "bytes": load.trace.payload_bytes,
        "ended_by": load.ended_by.value,
        "statistic": SHORT_RUN if value.is_short_run else WHOLE_RUN,
    }


def _goodput_findings(
    load: LoadResult, value: GoodputEstimate, decision: Decision, limit: Floor
) -> list[Finding]:
    found = []
    if decision is Decision.UNDECIDED:
        what = "too-short" if value.is_short_run else "borderline"
        found.append(_limit_finding(load, what, Severity.CAUTION, value, limit))
        if load.ended_by is EndedBy.BUDGET:  # a decided requirement needs no more data
            found.append(_budget_finding(load, value))
    elif decision is not Decision.READY:
        severity = Severity.NOT_READY if decision is Decision.NOT_READY else Severity.CAUTION
        found.append(_limit_finding(load, "below-requirement", severity, value, limit))
    return found


def _limit_finding(
    load: LoadResult, what: str, severity: Severity, value: GoodputEstimate, limit: Floor
) -> Finding:
    direction = load.trace.direction
    bound = limit.caution if severity is Severity.NOT_READY else limit.ready
    if what == "borderline" and value.high_bps < limit.ready:
        bound = limit.caution
    return finding(
        FINDINGS,
        f"{direction}-{what}",
        severity,
        f"bandwidth.{direction}",
        value=value.mean_bps,
        limit=bound,
        parameters={
            "value": megabits_text(value.mean_bps, limit.ready, bound),
            "low": megabits_text(value.low_bps, bound),
            "high": megabits_text(value.high_bps, bound),
            "goal": limit_text(limit.ready / MEGABIT),
            "limit": limit_text(bound / MEGABIT),
        },
    )


def _budget_finding(load: LoadResult, value: GoodputEstimate) -> Finding:
    direction = load.trace.direction
    return finding(
        FINDINGS,
        f"{direction}-ended-by-budget",
        Severity.INFO,
        f"bandwidth.{direction}",
        value=value.mean_bps,
        parameters={
            "seconds": f"{load.trace.duration_s:.1f}",
            "megabytes": f"{load.trace.payload_bytes / MEGABIT:.0f}",
        },
    )
