"""A readiness report as Markdown, short enough for a help desk's ticket."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workspace_assistant.core.readiness.culprit import find_culprit
from workspace_assistant.core.readiness.environment import checked_at, environment_facts
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.names import (
    CHECK_TITLES,
    SEVERITY_WORDS,
    VERDICT_WORDS,
    label_of,
)
from workspace_assistant.core.readiness.path.facts import is_way_clear
from workspace_assistant.core.readiness.path_picture import path_picture
from workspace_assistant.core.readiness.report import report_digest
from workspace_assistant.core.readiness.report_markdown import texts
from workspace_assistant.core.readiness.report_markdown.figures import figure_rows
from workspace_assistant.core.readiness.report_markdown.markup import code, table, text
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.readiness.verdict import (
    is_partial,
    looped_checks,
    unjudged,
    untested_checks,
)

_WORST_FIRST = (Severity.NOT_READY, Severity.CAUTION, Severity.INFO)


def report_markdown(report: ReadinessReport) -> str:
    """The ticket's text; names from outside stay text, whatever they hold."""
    lines = list(_lines(report))
    paragraphs = (line for line, before in zip(lines, ["", *lines], strict=False) if line or before)
    return "\n".join([*paragraphs, ""])


def _lines(report: ReadinessReport) -> Iterator[str]:
    yield f"## {texts.TITLE.format(verdict=_verdict(report))}"
    yield ""
    yield from _culprit(report)
    yield from _notices(report)
    if rows := figure_rows(report):
        yield from ("", f"### {texts.NUMBERS}", "")
        yield from table((texts.QUANTITY, texts.VALUE, texts.LIMIT), rows)
    if findings := _sorted_findings(report):
        yield from ("", f"### {texts.FINDINGS}", "")
        for check, finding in findings:
            yield from _finding(check, finding)
    yield from ("", f"### {texts.ENVIRONMENT}", "")
    yield from _environment(report)


def _verdict(report: ReadinessReport) -> str:
    word = VERDICT_WORDS[report.verdict]
    is_in_part = report.verdict is Verdict.READY and is_partial(report)
    return texts.IN_PART.format(verdict=word) if is_in_part else word


def _culprit(report: ReadinessReport) -> Iterator[str]:
    culprit, picture = find_culprit(report), path_picture(report)
    if culprit is not None:
        yield f"**{text(culprit.headline)}**"
        for sentence in culprit.evidence:
            yield from ("", text(sentence))
    elif is_way_clear(report):
        yield f"**{texts.NO_CULPRIT}**"
    if picture is not None:
        yield from ("", text(picture.description))


def _notices(report: ReadinessReport) -> Iterator[str]:
    if looped := looped_checks(report):
        yield from ("", f"**{text(texts.OWN_LOOP.format(checks=_titles(looped)))}**")
    for check in untested_checks(report):
        yield from ("", f"**{text(texts.NOT_TESTED.format(check=_title(check.id)))}**")
        yield from (text(gap.detail) for gap in check.not_measured[:1])
    if report.deselected:
        yield from ("", text(texts.LEFT_OUT.format(checks=_titles(report.deselected))))
    if missing := unjudged(report):
        numbers = ", ".join(map(label_of, missing))
        yield from ("", text(texts.UNJUDGED.format(numbers=numbers)))


def _sorted_findings(report: ReadinessReport) -> list[tuple[CheckResult, Finding]]:
    found = [(check, finding) for check in report.checks for finding in check.findings]
    return sorted(found, key=lambda pair: _WORST_FIRST.index(pair[1].severity))


def _finding(check: CheckResult, finding: Finding) -> Iterator[str]:
    weight = SEVERITY_WORDS[finding.severity]
    figures = _figures(check, finding)
    named = f"{code(finding.code)}{f', {text(figures)}' if figures else ''}"
    yield f"- **{weight}**, {text(_title(check.id))}: {text(finding.message)} ({named})"


def _figures(check: CheckResult, finding: Finding) -> str:
    """The number and the limit, for scripts of a help desk that know the code."""
    if finding.value is None or isinstance(finding.value, (str, bool)):
        return ""
    unit = next((one.unit for one in check.measurements if one.id == finding.measurement), "")
    value = format_value(finding.value, unit)
    if finding.limit is None:
        return texts.MEASURED.format(value=value)
    return texts.MEASURED_WITH_LIMIT.format(value=value, limit=format_value(finding.limit, unit))


def _environment(report: ReadinessReport) -> Iterator[str]:
    facts = (
        (texts.CHECKED, text(checked_at(report))),
        (texts.PROFILE, f"{text(report.profile_name)} {code(report.profile_digest)}"),
        *((name, text(words)) for name, words in environment_facts(report)),
        (texts.MADE_BY, text(f"Workspace Assistant {report.app_version}")),
        (texts.REPORT, code(report.id)),
        (texts.DIGEST, code(report_digest(report))),
    )
    for name, words in facts:
        yield f"- {text(name)}: {words}"


def _titles(check_ids: Iterable[str]) -> str:
    return ", ".join(map(_title, check_ids))


def _title(check_id: str) -> str:
    return CHECK_TITLES.get(check_id, check_id)
