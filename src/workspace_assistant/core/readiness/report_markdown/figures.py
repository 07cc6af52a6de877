"""The numbers that a help desk asks for, in their order, with the limits that were broken."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.readiness.model import CheckResult, ReadinessReport, Severity
from workspace_assistant.core.readiness.names import label_of
from workspace_assistant.core.readiness.report_markdown import texts
from workspace_assistant.core.readiness.report_markdown.markup import text
from workspace_assistant.core.readiness.units import format_value

_KEY_FIGURES = (
    *("voice.mos", "voice.r_factor", "voice.rtt", "voice.jitter", "voice.loss"),
    *("voice.longest_loss", "voice.burst_ratio", "voice.working_latency"),
    *("voice.r_factor_download", "voice.r_factor_upload"),
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

Cells = tuple[str, str, str]


def figure_rows(report: ReadinessReport) -> list[Cells]:
    """Quantity, value and broken limit as markup."""
    rows = {name: cells for check in report.checks for name, cells in _cells(check)}
    return [rows[name] for name in _KEY_FIGURES if name in rows]


def _cells(check: CheckResult) -> Iterator[tuple[str, Cells]]:
    limits = {
        finding.measurement: finding.limit
        for finding in check.findings
        if finding.limit is not None and finding.severity is not Severity.INFO
    }
    for gap in check.not_measured:
        if gap.id in _MISSED:
            words = texts.NOT_MEASURED.format(reason=gap.reason)
            yield gap.id, (text(label_of(gap.id)), text(words), "")
    for found in check.measurements:
        limit = limits.get(found.id)
        shown = "" if limit is None else format_value(limit, found.unit)
        value = format_value(found.value, found.unit)
        yield found.id, (text(label_of(found.id)), text(value), text(shown))
