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
from workspace_assistant.core.text import Say, in_english

_WORST_FIRST = (Severity.NOT_READY, Severity.CAUTION, Severity.INFO)


def report_markdown(report: ReadinessReport, say: Say = in_english) -> str:
    """The ticket's text; names from outside stay text, whatever they hold."""
    lines = list(_lines(report, say))
    paragraphs = (line for line, before in zip(lines, ["", *lines], strict=False) if line or before)
    return "\n".join([*paragraphs, ""])


def _lines(report: ReadinessReport, say: Say) -> Iterator[str]:
    yield f"## {say(texts.TITLE, verdict=_verdict(report, say))}"
    yield ""
    yield from _culprit(report, say)
    yield from _notices(report, say)
    if rows := figure_rows(report, say):
        yield from ("", f"### {say(texts.NUMBERS)}", "")
        yield from table((say(texts.QUANTITY), say(texts.VALUE), say(texts.LIMIT)), rows)
    if findings := _sorted_findings(report):
        yield from ("", f"### {say(texts.FINDINGS)}", "")
        for check, finding in findings:
            yield from _finding(check, finding, say)
    yield from ("", f"### {say(texts.ENVIRONMENT)}", "")
    yield from _environment(report, say)


def _verdict(report: ReadinessReport, say: Say) -> str:
    word = say(VERDICT_WORDS[report.verdict])
    is_in_part = report.verdict is Verdict.READY and is_partial(report)
    return say(texts.IN_PART, verdict=word) if is_in_part else word


def _culprit(report: ReadinessReport, say: Say) -> Iterator[str]:
    culprit, picture = find_culprit(report, say), path_picture(report, say=say)
    if culprit is not None:
        yield f"**{text(culprit.headline)}**"
        for sentence in culprit.evidence:
            yield from ("", text(sentence))
    elif is_way_clear(report):
        yield f"**{say(texts.NO_CULPRIT)}**"
    if picture is not None:
        yield from ("", text(picture.description))


def _notices(report: ReadinessReport, say: Say) -> Iterator[str]:
    if looped := looped_checks(report):
        yield from ("", f"**{text(say(texts.OWN_LOOP, checks=_titles(looped, say)))}**")
    for check in untested_checks(report):
        yield from ("", f"**{text(say(texts.NOT_TESTED, check=_title(check.id, say)))}**")
        yield from (text(say(gap.detail)) for gap in check.not_measured[:1])
    if report.deselected:
        yield from ("", text(say(texts.LEFT_OUT, checks=_titles(report.deselected, say))))
    if missing := unjudged(report):
        numbers = ", ".join(label_of(one, say) for one in missing)
        yield from ("", text(say(texts.UNJUDGED, numbers=numbers)))


def _sorted_findings(report: ReadinessReport) -> list[tuple[CheckResult, Finding]]:
    found = [(check, finding) for check in report.checks for finding in check.findings]
    return sorted(found, key=lambda pair: _WORST_FIRST.index(pair[1].severity))


def _finding(check: CheckResult, finding: Finding, say: Say) -> Iterator[str]:
    weight = say(SEVERITY_WORDS[finding.severity])
    figures = _figures(check, finding, say)
    named = f"{code(finding.code)}{f', {text(figures)}' if figures else ''}"
    title, message = _title(check.id, say), say(finding.message)
    yield f"- **{weight}**, {text(title)}: {text(message)} ({named})"


def _figures(check: CheckResult, finding: Finding, say: Say) -> str:
    """The number and the limit, for scripts of a help desk that know the code."""
    if finding.value is None or isinstance(finding.value, (str, bool)):
        return ""
    unit = next((one.unit for one in check.measurements if one.id == finding.measurement), "")
    value = format_value(finding.value, unit, say)
    if finding.limit is None:
        return say(texts.MEASURED, value=value)
    return say(texts.MEASURED_WITH_LIMIT, value=value, limit=format_value(finding.limit, unit, say))


def _environment(report: ReadinessReport, say: Say) -> Iterator[str]:
    facts = (
        (texts.CHECKED, text(say(checked_at(report)))),
        (texts.PROFILE, f"{text(say(report.profile_name))} {code(report.profile_digest)}"),
        *((name, text(say(words))) for name, words in environment_facts(report)),
        (texts.MADE_BY, text(f"Workspace Assistant {report.app_version}")),
        (texts.REPORT, code(report.id)),
        (texts.DIGEST, code(report_digest(report))),
    )
    for name, words in facts:
        yield f"- {text(say(name))}: {words}"


def _titles(check_ids: Iterable[str], say: Say) -> str:
    return ", ".join(_title(one, say) for one in check_ids)


def _title(check_id: str, say: Say) -> str:
    return say(CHECK_TITLES.get(check_id, check_id))
