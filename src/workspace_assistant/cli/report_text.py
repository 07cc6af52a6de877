"""A readiness report as lines of text for a terminal: verdict, findings, then the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workspace_assistant.core.readiness.culprit import find_culprit
from workspace_assistant.core.readiness.limit_words import goal_words, limits_by_id
from workspace_assistant.core.readiness.model import (
    AppliedLimit,
    CheckResult,
    Finding,
    Measurement,
    NotMeasured,
    Outcome,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.names import (
    CHECK_TITLES,
    VERDICT_WORDS,
    label_of,
    value_words,
)
from workspace_assistant.core.readiness.report import report_digest
from workspace_assistant.core.readiness.units import format_duration, format_value
from workspace_assistant.core.readiness.verdict import is_partial, unjudged

_LEAST = (28, 16, 17)
_MARKS = {Severity.NOT_READY: "x", Severity.CAUTION: "!", Severity.INFO: "i"}
# Conditions that a reader acts on; the rest stands in the JSON report.
_TOLD_CONDITIONS = ("busiest", "device", "provider", "server", "scope")


def report_lines(report: ReadinessReport) -> Iterator[str]:
    limits = limits_by_id(report)
    yield f"{_verdict_words(report)}: {report.profile_name}"
    if culprit := find_culprit(report):
        yield culprit.headline
    for check in report.checks:
        yield ""
        yield _check_line(check)
        yield from _body(check, limits, is_tested=check.verdict is not Verdict.NOT_TESTED)
    yield ""
    if report.deselected:
        yield f"Required but left out of this run: {', '.join(report.deselected)}."
    if missing := unjudged(report):
        labels = ", ".join(label_of(each).lower() for each in missing)
        yield f"Not measured, though the profile limits it: {labels}."
    yield f"{format_value(report.bytes_used, 'byte')} of data used."
    yield f"Report {report.id}, {report_digest(report)}"


def outcome_lines(
    outcome: Outcome, verdict: Verdict, limits: Sequence[AppliedLimit]
) -> Iterator[str]:
    """What a check found, without its verdict: what to do, then the numbers, as `mic` shows it."""
    by_id = {limit.measurement: limit for limit in limits}
    yield from _body(outcome, by_id, is_tested=verdict is not Verdict.NOT_TESTED)


def _verdict_words(report: ReadinessReport) -> str:
    in_part = report.verdict is Verdict.READY and is_partial(report)
    return f"{VERDICT_WORDS[report.verdict]}{', as far as tested' if in_part else ''}"


def _check_line(check: CheckResult) -> str:
    title = CHECK_TITLES.get(check.id, check.id)
    if title.lower() != check.id:  # the word that --only takes
        title = f"{title} ({check.id})"
    optional = "" if check.required else ", optional"
    duration = format_duration(check.duration_s)
    return f"{title}: {VERDICT_WORDS[check.verdict].lower()} ({duration}{optional})"


def _body(
    check: CheckResult | Outcome, limits: Mapping[str, AppliedLimit], *, is_tested: bool
) -> Iterator[str]:
    for finding in check.findings:
        yield from _finding_lines(finding)
    rows = [_cells(one, goal_words(limits.get(one.id))) for one in check.measurements]
    widths = [max([least, *(len(row[at]) for row in rows)]) for at, least in enumerate(_LEAST)]
    yield from (_row(row, widths) for row in rows)
    if is_tested:
        yield from _short_gaps(check.not_measured)
    else:
        yield from _explained_gaps(check.not_measured)


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"  {_MARKS[finding.severity]} {finding.message}"
    if finding.action:
        yield f"    {finding.action}"


def _cells(measurement: Measurement, goal: str) -> tuple[str, str, str, str]:
    conditions = measurement.conditions
    told = [str(conditions[name]) for name in _TOLD_CONDITIONS if conditions.get(name)]
    if pings := conditions.get("pings"):
        told.append(f"{pings} pings in {format_duration(_number(conditions.get('watched_s')))}")
    return label_of(measurement.id), value_words(measurement), goal, ", ".join(told)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """As wide as the widest of its check: a long name of the profile moves no column."""
    label, value, goal, told = cells
    columns = f"{label:<{widths[0]}} {value:>{widths[1]}}   {goal:<{widths[2]}}  {told}"
    return f"    {columns}".rstrip()


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _explained_gaps(gaps: Sequence[NotMeasured]) -> Iterator[str]:
    seen: set[str] = set()
    for gap in gaps:
        if gap.detail not in seen:
            seen.add(gap.detail)
            yield f"  - {gap.detail} ({gap.reason})"


def _short_gaps(gaps: Sequence[NotMeasured]) -> Iterator[str]:
    if gaps:
        listed = ", ".join(f"{label_of(gap.id).lower()} ({gap.reason})" for gap in gaps)
        yield f"    Not measured: {listed}"
