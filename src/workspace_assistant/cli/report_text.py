"""A readiness report as lines of text for a terminal: verdict, findings, then the numbers."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    Measurement,
    Outcome,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.units import format_value

WORDS = {
    Verdict.READY: "Ready",
    Verdict.CAUTION: "Ready, with caution",
    Verdict.NOT_READY: "Not ready",
    Verdict.NOT_TESTED: "Not tested",
}
_MARKS = {Severity.NOT_READY: "x", Severity.CAUTION: "!", Severity.INFO: "i"}


def report_lines(report: ReadinessReport) -> Iterator[str]:
    yield f"{WORDS[report.verdict]}: {report.profile_name}"
    if report.deselected:
        yield f"Left out, though required: {', '.join(report.deselected)}."
    for check in report.checks:
        yield ""
        optional = "" if check.required else ", optional"
        yield f"{check.id}: {WORDS[check.verdict].lower()} ({check.duration_s:.1f} s{optional})"
        yield from _body(check)
    yield ""
    yield f"{report.bytes_used / 1e6:.1f} MB used."


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """One check's outcome alone, as `mic` shows it."""
    yield from _body(outcome)


def _body(check: CheckResult | Outcome) -> Iterator[str]:
    for finding in check.findings:
        yield from _finding_lines(finding)
    for measurement in check.measurements:
        yield _measurement_line(measurement)
    for missing in check.not_measured:
        yield f"  - {missing.id}: not measured ({missing.reason}). {missing.detail}"


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"  {_MARKS[finding.severity]} {finding.message}"
    if finding.action:
        yield f"    {finding.action}"


def _measurement_line(measurement: Measurement) -> str:
    conditions = ", ".join(f"{name} {value}" for name, value in measurement.conditions.items())
    text = f"    {measurement.id:<32} {format_value(measurement.value, measurement.unit):>14}"
    return f"{text}   {conditions}".rstrip()
