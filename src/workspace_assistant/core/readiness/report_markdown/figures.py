"""The numbers that a help desk asks for, in their order, with the limits they were held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workspace_assistant.core.readiness.limit_words import (
    further_words,
    goal_words,
    limits_by_id,
)
from workspace_assistant.core.readiness.model import (
    AppliedLimit,
    CheckResult,
    Measurement,
    ReadinessReport,
)
from workspace_assistant.core.readiness.names import label_of
from workspace_assistant.core.readiness.report_markdown import texts
from workspace_assistant.core.readiness.report_markdown.markup import text
from workspace_assistant.core.readiness.units import format_duration, format_value
from workspace_assistant.core.text import Say

_KEY_FIGURES = (
    *("voice.mos", "voice.r_factor", "voice.rtt", "voice.jitter", "voice.loss"),
    *("voice.longest_loss", "voice.burst_ratio", "voice.working_latency"),
    *("voice.mos_download", "voice.r_factor_download"),
    *("voice.mos_upload", "voice.r_factor_upload"),
    *("path.gateway_rtt", "path.gateway_loss", "path.provider_rtt", "path.provider_loss"),
    *("path.edge_rtt", "path.edge_loss", "connection.gateway_rtt", "connection.gateway_loss"),
    *("connection.dns", "connection.clock_offset", "connection.signal"),
    *("bandwidth.download", "bandwidth.upload", "bandwidth.idle_latency"),
    *("bandwidth.loaded_latency", "bandwidth.latency_increase"),
    *("computer.cpu_utilization", "computer.memory_used"),
    *("microphone.active_speech_level", "microphone.noise_floor", "microphone.snr"),
)
# A gap here leaves a question open; elsewhere it is normal.
_MISSED = frozenset(
    {
        *("voice.mos", "voice.rtt", "voice.jitter", "voice.loss"),
        *("path.gateway_rtt", "bandwidth.download", "bandwidth.upload"),
    }
)

# Of the employer's systems those steps that the profile limits.
_SYSTEMS = "endpoint."

Cells = tuple[str, str, str]


def figure_rows(report: ReadinessReport, say: Say) -> list[Cells]:
    """Quantity, value and limit as markup."""
    limits = limits_by_id(report)
    rows = {name: cells for check in report.checks for name, cells in _cells(check, limits, say)}
    of_systems = [name for name in limits if name.startswith(_SYSTEMS)]
    shown = [rows[name] for name in (*_KEY_FIGURES, *of_systems) if name in rows]
    server = next(iter(_conditions(report, "voice.rtt", "server")), "")
    return [*([(text(say(texts.VOICE_SERVER)), text(server), "")] if server else []), *shown]


def _conditions(report: ReadinessReport, measurement: str, name: str) -> Iterator[str]:
    for check in report.checks:
        for found in check.measurements:
            if found.id == measurement and name in found.conditions:
                yield str(found.conditions[name])


def _cells(
    check: CheckResult, limits: Mapping[str, AppliedLimit], say: Say
) -> Iterator[tuple[str, Cells]]:
    for gap in check.not_measured:
        if gap.id in _MISSED or gap.id.startswith(_SYSTEMS):
            words, limit = say(texts.NOT_MEASURED, reason=gap.reason), limits.get(gap.id)
            yield gap.id, (text(label_of(gap.id, say)), text(words), _limit(limit, say))
    for found in check.measurements:
        value, limit = text(_with_count(found, say)), limits.get(found.id)
        yield found.id, (text(label_of(found.id, say)), value, _limit(limit, say))


def _with_count(found: Measurement, say: Say) -> str:
    """Pings of a few seconds and those of a whole run differ: so say how many there were."""
    value = format_value(found.value, found.unit, say)
    pings, watched_s = found.conditions.get("pings"), found.conditions.get("watched_s")
    if pings is None or not isinstance(watched_s, int | float):
        return value
    return say(texts.PINGS, value=value, pings=str(pings), duration=format_duration(watched_s))


def _limit(limit: AppliedLimit | None, say: Say) -> str:
    return text("; ".join((goal_words(limit, say), *map(say, further_words(limit)))))
