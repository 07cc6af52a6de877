"""Judges latency: what the idle line takes, and what a busy line adds."""

from __future__ import annotations

from workspace_assistant.core.readiness.bandwidth.figures import limit_text, milliseconds_text
from workspace_assistant.core.readiness.bandwidth.goodput import estimate
from workspace_assistant.core.readiness.bandwidth.latency import (
    LEAST_LOAD_S,
    LoadedLatency,
    idle_latency_ms,
    loaded_latency,
)
from workspace_assistant.core.readiness.bandwidth.model import Direction, Reason, Trouble
from workspace_assistant.core.readiness.bandwidth.result import (
    Gathered,
    LineResult,
    LoadResult,
    not_measured,
)
from workspace_assistant.core.readiness.bandwidth.texts import FINDINGS
from workspace_assistant.core.readiness.findings import broken
from workspace_assistant.core.readiness.limits import Ceiling, Judgement
from workspace_assistant.core.readiness.model import Finding, Measurement, Severity, Value

IDLE_LATENCY = "bandwidth.idle_latency"
LOADED_LATENCY = "bandwidth.loaded_latency"
INCREASE = "bandwidth.latency_increase"


def judge_latency(gathered: Gathered, result: LineResult, limit: Ceiling) -> None:
    idle_ms = idle_latency_ms(result.idle)
    if idle_ms is None:
        gathered.miss(IDLE_LATENCY, Reason.TOO_FEW_ANSWERS, result.identity.server)
    else:
        gathered.measurements.append(_idle_measurement(result, idle_ms))
    worst = _worst_loaded(result)
    if isinstance(worst, Trouble):
        gathered.missing += [not_measured(each, worst) for each in (LOADED_LATENCY, INCREASE)]
        return
    direction, loaded = worst
    conditions = result.base_conditions | {"direction": direction.value}
    gathered.measurements.append(_loaded_measurement(result, loaded, conditions))
    if idle_ms is None:
        gathered.miss(INCREASE, Reason.TOO_FEW_ANSWERS, result.identity.server)
        return
    increase = _increase_measurement(loaded.latency_ms - idle_ms, conditions)
    gathered.measurements.append(increase)
    judgement = limit.judge(loaded.latency_ms - idle_ms)
    if result.has_voice_stream and judgement.severity is not None:
        # The delay of a full line only hints at what a call suffers; the stream measures that.
        # Should it fail to, the weight comes back once all checks have ended (`settling`).
        judgement = Judgement(Severity.INFO, judgement.limit)
    gathered.findings += _latency_finding(loaded.latency_ms - idle_ms, limit, judgement)


def _worst_loaded(result: LineResult) -> tuple[Direction, LoadedLatency] | Trouble:
    """The larger of both directions' loaded latency, or why there is none."""
    found = _loaded_by_direction(result)
    if found:
        return max(found.items(), key=lambda item: item[1].latency_ms)
    trouble = next((load.trouble for load in result.loads if load.trouble), None)
    reason = next(each for each in map(_loaded, result.loads) if isinstance(each, Reason))
    return trouble or Trouble(reason=reason, server=result.identity.server)


def _loaded_by_direction(result: LineResult) -> dict[Direction, LoadedLatency]:
    by_direction = {load.trace.direction: _loaded(load) for load in result.loads}
    return {
        direction: loaded
        for direction, loaded in by_direction.items()
        if isinstance(loaded, LoadedLatency)
    }


def _idle_measurement(result: LineResult, idle_ms: float) -> Measurement:
    conditions = result.base_conditions | {
        "samples": len(result.idle),
        "statistic": "median of HTTP round trips",
    }
    return Measurement(id=IDLE_LATENCY, value=idle_ms, unit="ms", conditions=conditions)


def _loaded_measurement(
    result: LineResult, loaded: LoadedLatency, conditions: dict[str, Value]
) -> Measurement:
    how: dict[str, Value] = {
        "samples": loaded.samples,
        "resent": loaded.resent,
        "statistic": "95th percentile of HTTP round trips after the warm-up",
        "directions_measured": " and ".join(_loaded_by_direction(result)),
    }
    return Measurement(
        id=LOADED_LATENCY, value=loaded.latency_ms, unit="ms", conditions=conditions | how
    )


def _increase_measurement(increase_ms: float, conditions: dict[str, Value]) -> Measurement:
    how = {"statistic": "95th percentile under load minus idle median"}
    return Measurement(id=INCREASE, value=increase_ms, unit="ms", conditions=conditions | how)


def _loaded(load: LoadResult) -> LoadedLatency | Reason:
    trace = load.trace
    value = estimate(trace.samples)
    if load.trouble is not None or value is None:
        return Reason.LOAD_TOO_SHORT
    if trace.duration_s - value.warm_up_s < LEAST_LOAD_S:
        return Reason.LOAD_TOO_SHORT
    found = loaded_latency(trace.latencies, value.warm_up_s, trace.duration_s)
    return Reason.TOO_FEW_ANSWERS if found is None else found


def _latency_finding(
    increase_ms: float, limit: Ceiling, judgement: Judgement
) -> tuple[Finding, ...]:
    bounds = (limit.ready, limit.caution)
    parameters = {
        "increase": milliseconds_text(increase_ms, *bounds),
        "goal": limit_text(limit.ready),
    }
    return broken(
        FINDINGS,
        "latency-under-load-high",
        judgement,
        INCREASE,
        value=increase_ms,
        parameters=parameters,
    )
