"""A readiness report as lines of text for a terminal: verdict, findings, then the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workspace_assistant.cli.inside import inside
from workspace_assistant.cli.language import worded
from workspace_assistant.core.joining import joined
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
    yield _verdict_line(report)
    if culprit := find_culprit(report, worded):
        yield culprit.headline
    for check in report.checks:
        yield ""
        yield _check_line(check)
        yield from _body(check, limits, is_tested=check.verdict is not Verdict.NOT_TESTED)
    yield ""
    if report.deselected:
        left_out = joined(report.deselected, worded)
        yield worded("Required but left out of this run: {checks}.", checks=left_out)
    if missing := unjudged(report):
        labels = joined(map(_label_inside, missing), worded)
        yield worded("Not measured, though the profile limits it: {labels}.", labels=labels)
    yield worded("{size} of data used.", size=format_value(report.bytes_used, "byte", worded))
    yield worded("Report {id}, {digest}", id=report.id, digest=report_digest(report))


def outcome_lines(
    outcome: Outcome, verdict: Verdict, limits: Sequence[AppliedLimit]
) -> Iterator[str]:
    """What a check found, without its verdict: what to do, then the numbers, as `mic` shows it."""
    by_id = {limit.measurement: limit for limit in limits}
    yield from _body(outcome, by_id, is_tested=verdict is not Verdict.NOT_TESTED)


def _verdict_line(report: ReadinessReport) -> str:
    verdict = worded(VERDICT_WORDS[report.verdict])
    if report.verdict is Verdict.READY and is_partial(report):
        return worded("Ready, as far as tested: {profile}", profile=worded(report.profile_name))
    return worded("{verdict}: {profile}", verdict=verdict, profile=worded(report.profile_name))


def _check_line(check: CheckResult) -> str:
    title = worded(CHECK_TITLES.get(check.id, check.id))
    if title.lower() != check.id:  # the word that --only takes
        title = f"{title} ({check.id})"
    parts = {
        "check": title,
        "verdict": inside(VERDICT_WORDS[check.verdict]),
        "duration": format_duration(check.duration_s),
    }
    if check.required:
        return worded("{check}: {verdict} ({duration})", **parts)
    return worded("{check}: {verdict} ({duration}, optional)", **parts)


def _body(
    check: CheckResult | Outcome, limits: Mapping[str, AppliedLimit], *, is_tested: bool
) -> Iterator[str]:
    for finding in check.findings:
        yield from _finding_lines(finding)
    rows = [_cells(one, goal_words(limits.get(one.id), worded)) for one in check.measurements]
    widths = [max([least, *(len(row[at]) for row in rows)]) for at, least in enumerate(_LEAST)]
    yield from (_row(row, widths) for row in rows)
    if is_tested:
        yield from _short_gaps(check.not_measured)
    else:
        yield from _explained_gaps(check.not_measured)


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"  {_MARKS[finding.severity]} {worded(finding.message)}"
    if finding.action:
        yield f"    {worded(finding.action)}"


def _cells(measurement: Measurement, goal: str) -> tuple[str, str, str, str]:
    conditions = measurement.conditions
    told = [str(conditions[name]) for name in _TOLD_CONDITIONS if conditions.get(name)]
    if pings := conditions.get("pings"):
        duration = format_duration(_number(conditions.get("watched_s")))
        told.append(worded("{count} pings in {duration}", count=str(pings), duration=duration))
    label, value = label_of(measurement.id, worded), value_words(measurement, worded)
    return label, value, goal, joined(told, worded)


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
            yield f"  - {worded(gap.detail)} ({gap.reason})"


def _short_gaps(gaps: Sequence[NotMeasured]) -> Iterator[str]:
    if gaps:
        listed = joined((f"{_label_inside(gap.id)} ({gap.reason})" for gap in gaps), worded)
        yield f"    {worded('Not measured: {listed}', listed=listed)}"


def _label_inside(measurement_id: str) -> str:
    """Within a sentence: English drops its capitals."""
    english = label_of(measurement_id)
    said = label_of(measurement_id, worded)
    return said.lower() if said == english else said
