"""Judges a measured line: measurements with their conditions, findings, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workspace_assistant.core.readiness.bandwidth.goodput import (
    Decision,
    GoodputEstimate,
    decide,
    estimate,
    short_run_estimate,
)
from workspace_assistant.core.readiness.bandwidth.latency import (
    LEAST_LOAD_S,
    LoadedLatency,
    idle_latency_ms,
    loaded_latency,
)
from workspace_assistant.core.readiness.bandwidth.model import (
    CrossCheck,
    Direction,
    LatencySample,
    LoadTrace,
    Reason,
    ServerIdentity,
    Trouble,
)
from workspace_assistant.core.readiness.bandwidth.texts import FINDINGS, sentence
from workspace_assistant.core.readiness.bandwidth.watch import EndedBy, is_stalled
from workspace_assistant.core.readiness.findings import broken, finding
from workspace_assistant.core.readiness.limits import Ceiling, Floor
from workspace_assistant.core.readiness.model import (
    Finding,
    Measurement,
    NotMeasured,
    Outcome,
    Severity,
    Value,
)

DOWNLOAD = "bandwidth.download"
UPLOAD = "bandwidth.upload"
IDLE_LATENCY = "bandwidth.idle_latency"
LOADED_LATENCY = "bandwidth.loaded_latency"
ESSENTIAL = frozenset({DOWNLOAD, UPLOAD})
MEGABIT = 1_000_000

WHOLE_RUN = "mean of 0.25-s bins after the warm-up, 95 % t-interval"
SHORT_RUN = "mean of the second half of a short transfer, 95 % t-interval; the line may carry more"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadResult:
    """One load and what ended it."""

    trace: LoadTrace
    ended_by: EndedBy

    @property
    def trouble(self) -> Trouble | None:
        return self.trace.trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class LineResult:
    """All that was seen of one line against one server; loads are download, then upload."""

    identity: ServerIdentity
    idle: tuple[LatencySample, ...]
    loads: tuple[LoadResult, ...]
    cross_check: CrossCheck | Trouble | None = None
    is_this_computer: bool = False

    @property
    def base_conditions(self) -> dict[str, Value]:
        conditions: dict[str, Value] = {
            "provider": self.identity.provider,
            "server": self.identity.server,
        }
        return conditions | ({"scope": "this-computer"} if self.is_this_computer else {})


@dataclass(slots=True)
class _Gathered:
    measurements: list[Measurement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    missing: list[NotMeasured] = field(default_factory=list)

    def miss(self, measurement: str, reason: Reason, server: str) -> None:
        self.missing.append(not_measured(measurement, Trouble(reason=reason, server=server)))


def judge_line(
    result: LineResult,
    download_bps: Floor,
    upload_bps: Floor,
    increase_ms: Ceiling,
    remarks: Sequence[NotMeasured] = (),
) -> Outcome:
    """The outcome of a line that was measured, wholly or in part."""
    gathered = _Gathered(missing=list(remarks))
    for load in result.loads:
        limit = download_bps if load.trace.direction is Direction.DOWNLOAD else upload_bps
        _judge_goodput(gathered, result, load, limit)
    _judge_latency(gathered, result, increase_ms)
    _add_cross_check(gathered, result)
    if result.is_this_computer:
        gathered.findings.append(
            finding(FINDINGS, "measured-this-computer", Severity.INFO, DOWNLOAD)
        )
    return Outcome(
        measurements=tuple(gathered.measurements),
        findings=tuple(gathered.findings),
        not_measured=tuple(gathered.missing),
        essential=ESSENTIAL,
        bytes_used=_bytes_used(result),
    )


def nothing_measured(trouble: Trouble, remarks: Sequence[NotMeasured] = ()) -> Outcome:
    """The outcome when no server could be measured against."""
    ids = (DOWNLOAD, UPLOAD, IDLE_LATENCY, LOADED_LATENCY)
    missing = tuple(not_measured(measurement, trouble) for measurement in ids)
    return Outcome(not_measured=(*remarks, *missing), essential=ESSENTIAL)


def not_measured(measurement: str, trouble: Trouble) -> NotMeasured:
    return NotMeasured(id=measurement, reason=trouble.reason.value, detail=sentence(trouble))


def in_bps(limit_mbps: Floor) -> Floor:
    return Floor(ready=limit_mbps.ready * MEGABIT, caution=limit_mbps.caution * MEGABIT)


def megabits_text(value_bps: float) -> str:
    """Mbit/s with three figures or so: 0.96, 9.57, 95.7, 957."""
    value = value_bps / MEGABIT
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.3g}"


def _judge_goodput(gathered: _Gathered, result: LineResult, load: LoadResult, limit: Floor) -> None:
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
    conditions = _goodput_conditions(result, load, value, decision)
    gathered.measurements.append(
        Measurement(id=measurement, value=value.mean_bps, unit="bit/s", conditions=conditions)
    )
    gathered.findings += _goodput_findings(load, value, decision, limit)


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
        found.append(_limit_finding(load, "borderline", Severity.CAUTION, value, limit))
    elif decision is not Decision.READY:
        severity = Severity.NOT_READY if decision is Decision.NOT_READY else Severity.CAUTION
        found.append(_limit_finding(load, "below-requirement", severity, value, limit))
    if load.ended_by is EndedBy.BUDGET:
        found.append(_budget_finding(load, value))
    return found


def _limit_finding(
    load: LoadResult, what: str, severity: Severity, value: GoodputEstimate, limit: Floor
) -> Finding:
    direction = load.trace.direction
    bound = limit.caution if severity is Severity.NOT_READY else limit.ready
    if what == "borderline" and value.high_bps < limit.ready and not value.is_short_run:
        bound = limit.caution
    return finding(
        FINDINGS,
        f"{direction}-{what}",
        severity,
        f"bandwidth.{direction}",
        value=value.mean_bps,
        limit=bound,
        parameters={
            "value": megabits_text(value.mean_bps),
            "low": megabits_text(value.low_bps),
            "high": megabits_text(value.high_bps),
            "limit": f"{bound / MEGABIT:g}",
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


def _judge_latency(gathered: _Gathered, result: LineResult, limit: Ceiling) -> None:
    idle_ms = idle_latency_ms(result.idle)
    server = result.identity.server
    if idle_ms is None:
        gathered.miss(IDLE_LATENCY, Reason.TOO_FEW_ANSWERS, server)
    else:
        conditions = result.base_conditions | {
            "samples": len(result.idle),
            "statistic": "median of HTTP round trips",
        }
        gathered.measurements.append(
            Measurement(id=IDLE_LATENCY, value=idle_ms, unit="ms", conditions=conditions)
        )
    worst = _worst_loaded(gathered, result)
    if worst is None:
        return
    gathered.measurements.append(worst)
    loaded_ms = worst.value
    if idle_ms is not None and isinstance(loaded_ms, float):
        gathered.findings += _latency_finding(loaded_ms - idle_ms, limit)


def _worst_loaded(gathered: _Gathered, result: LineResult) -> Measurement | None:
    """The larger of both directions' loaded latency; tells what is missing when there is none."""
    found: dict[Direction, LoadedLatency] = {}
    reasons: list[Reason] = []
    for load in result.loads:
        value = _loaded(load)
        if isinstance(value, Reason):
            reasons.append(value)
        else:
            found[load.trace.direction] = value
    if not found:
        trouble = next((load.trouble for load in result.loads if load.trouble), None)
        reason = reasons[0] if reasons else Reason.LOAD_TOO_SHORT
        missing = trouble or Trouble(reason=reason, server=result.identity.server)
        gathered.missing.append(not_measured(LOADED_LATENCY, missing))
        return None
    direction, worst = max(found.items(), key=lambda item: item[1].latency_ms)
    conditions = result.base_conditions | {
        "direction": direction.value,
        "samples": worst.samples,
        "resent": worst.resent,
        "statistic": "95th percentile of HTTP round trips after the warm-up",
        "directions_measured": " and ".join(found),
    }
    return Measurement(id=LOADED_LATENCY, value=worst.latency_ms, unit="ms", conditions=conditions)


def _loaded(load: LoadResult) -> LoadedLatency | Reason:
    trace = load.trace
    value = estimate(trace.samples)
    if load.trouble is not None or value is None:
        return Reason.LOAD_TOO_SHORT
    if trace.duration_s - value.warm_up_s < LEAST_LOAD_S:
        return Reason.LOAD_TOO_SHORT
    found = loaded_latency(trace.latencies, value.warm_up_s, trace.duration_s)
    return Reason.TOO_FEW_ANSWERS if found is None else found


def _latency_finding(increase_ms: float, limit: Ceiling) -> tuple[Finding, ...]:
    judgement = limit.judge(increase_ms)
    parameters = {"increase": f"{increase_ms:.0f}", "limit": f"{judgement.limit or 0:g}"}
    return broken(
        FINDINGS,
        "latency-under-load-high",
        judgement,
        LOADED_LATENCY,
        value=increase_ms,
        parameters=parameters,
    )


def _add_cross_check(gathered: _Gathered, result: LineResult) -> None:
    check = result.cross_check
    for direction in Direction:
        measurement = f"bandwidth.cross_check_{direction}"
        if isinstance(check, Trouble):
            gathered.missing.append(not_measured(measurement, check))
        elif check is not None:
            value = check.download_bps if direction is Direction.DOWNLOAD else check.upload_bps
            conditions = result.base_conditions | {"measured_by": "speedtest-cli"}
            gathered.measurements.append(
                Measurement(id=measurement, value=value, unit="bit/s", conditions=conditions)
            )


def _bytes_used(result: LineResult) -> int:
    extra = result.cross_check.payload_bytes if isinstance(result.cross_check, CrossCheck) else 0
    return sum(load.trace.payload_bytes for load in result.loads) + extra
