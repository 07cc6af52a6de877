"""Judges the way from this computer to the home router."""

from __future__ import annotations

from workspace_assistant.core.readiness.connection.gathered import Gathered
from workspace_assistant.core.readiness.connection.link_rules import is_wireless
from workspace_assistant.core.readiness.connection.model import (
    ConnectionFacts,
    Reason,
    Unknown,
)
from workspace_assistant.core.readiness.limits import Ceiling
from workspace_assistant.core.readiness.model import Value
from workspace_assistant.core.readiness.profile.model import ConnectionRequirement
from workspace_assistant.core.readiness.units import format_apart, format_duration, format_value
from workspace_assistant.core.voice.statistics import StreamStatistics, describe


def judge_gateway(
    gathered: Gathered, facts: ConnectionFacts, wanted: ConnectionRequirement
) -> None:
    if isinstance(facts.gateway, Unknown):
        for name in ("gateway_rtt", "gateway_loss"):
            gathered.miss(name, facts.gateway)
        return
    seen = describe(facts.gateway)
    conditions: dict[str, Value] = {
        "method": facts.gateway_method,
        "pings": seen.sent,
        "watched_s": round(facts.gateway.duration_s, 1),
    }
    if isinstance(facts.gateway_address, str):
        conditions["address"] = facts.gateway_address
    suffix = "-wifi" if is_wireless(facts) else ""
    _judge_delay(gathered, seen, conditions, wanted.gateway_rtt_ms, suffix)
    _judge_loss(gathered, seen, conditions, wanted.gateway_loss_percent, suffix)


def _judge_delay(
    gathered: Gathered,
    seen: StreamStatistics,
    conditions: dict[str, Value],
    limit: Ceiling,
    suffix: str,
) -> None:
    median_ms, p95_ms, least_ms = seen.rtt_median_ms, seen.rtt_p95_ms, seen.rtt_min_ms
    if median_ms is None or p95_ms is None or least_ms is None:
        gathered.miss("gateway_rtt", Unknown(reason=Reason.NO_ANSWER))
        return
    value_ms = round(median_ms, 3)
    figures = {"p95_ms": round(p95_ms, 3), "min_ms": round(least_ms, 3)}
    gathered.add("gateway_rtt", value_ms, "ms", conditions | figures)
    shown, goal = format_apart(value_ms, limit.ready, "ms")
    parameters = {"value": shown, "limit": goal}
    gathered.judge(
        f"gateway-slow{suffix}", limit.judge(value_ms), "gateway_rtt", value_ms, parameters
    )


def _judge_loss(
    gathered: Gathered,
    seen: StreamStatistics,
    conditions: dict[str, Value],
    limit: Ceiling,
    suffix: str,
) -> None:
    """A few seconds hold few pings: only loss that is above the limit for sure is held against."""
    loss = round(seen.loss_fraction, 4)
    interval = {"low_fraction": round(seen.loss_low, 4), "high_fraction": round(seen.loss_high, 4)}
    gathered.add("gateway_loss", loss, "fraction", conditions | interval)
    parameters = {
        "value": format_value(loss, "fraction"),
        "lost": str(seen.lost),
        "pings": str(seen.sent),
        "duration": format_duration(float(conditions["watched_s"])),
        "low": format_value(seen.loss_low, "fraction"),
        "high": format_value(seen.loss_high, "fraction"),
    }
    fractions = Ceiling(ready=limit.ready / 100, caution=limit.caution / 100)
    judgement = fractions.judge(seen.loss_low)
    gathered.judge(f"gateway-lossy{suffix}", judgement, "gateway_loss", loss, parameters)
