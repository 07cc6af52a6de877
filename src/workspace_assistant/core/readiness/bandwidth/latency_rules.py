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
from workspace_assistant.core.readiness.limits import Ceiling
from workspace_assistant.core.readiness.model import Finding, Measurement

IDLE_LATENCY = "bandwidth.idle_latency"
LOADED_LATENCY = "bandwidth.loaded_latency"


def judge_latency(gathered: Gathered, result: LineResult, limit: Ceiling) -> None:
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


def _worst_loaded(gathered: Gathered, result: LineResult) -> Measurement | None:
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
    bounds = (limit.ready, limit.caution)
    parameters = {
        "increase": milliseconds_text(increase_ms, *bounds),
        "goal": limit_text(limit.ready),
    }
    return broken(
        FINDINGS,
        "latency-under-load-high",
        judgement,
        LOADED_LATENCY,
        value=increase_ms,
        parameters=parameters,
    )
