"""The sections of the report, from the verdict down to every number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workspace_assistant.core.markup import (
    Markup,
    joined,
    row,
    table,
    tag,
    text,
)
from workspace_assistant.core.readiness.environment import checked_at, environment_facts
from workspace_assistant.core.readiness.limit_words import (
    further_words,
    goal_words,
    limits_by_id,
)
from workspace_assistant.core.readiness.model import (
    AppliedLimit,
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
    value_words,
)
from workspace_assistant.core.readiness.report import report_digest
from workspace_assistant.core.readiness.report_html import texts
from workspace_assistant.core.readiness.report_html.conditions import (
    conditions_words,
    shared_conditions,
)
from workspace_assistant.core.readiness.report_html.medium import Medium
from workspace_assistant.core.readiness.units import format_duration, format_value
from workspace_assistant.core.readiness.verdict import (
    is_partial,
    looped_checks,
    unjudged,
    untested_checks,
)

_WORST_FIRST = (Severity.NOT_READY, Severity.CAUTION, Severity.INFO)


def verdict_section(report: ReadinessReport) -> Markup:
    word = tag("span", text(VERDICT_WORDS[report.verdict]), look="word")
    is_in_part = report.verdict is Verdict.READY and is_partial(report)
    sentence = text(texts.READY_IN_PART if is_in_part else texts.VERDICTS[report.verdict])
    cell = tag("td", word, Markup("<br>"), sentence, look=report.verdict.value)
    return table([row(cell)], "verdict")


def notices_section(report: ReadinessReport) -> Markup:
    """What keeps the verdict from meaning what it seems to mean."""
    return joined(table([row(tag("td", text(notice)))], "notice") for notice in _notices(report))


def _notices(report: ReadinessReport) -> Iterator[str]:
    if looped := looped_checks(report):
        yield texts.OWN_LOOP.format(checks=", ".join(map(_title, looped)))
    for check in untested_checks(report):
        said = texts.NOT_TESTED.format(check=_title(check.id))
        yield " ".join((said, *(gap.detail for gap in check.not_measured[:1])))
    if report.deselected:
        yield texts.LEFT_OUT.format(checks=", ".join(map(_title, report.deselected)))
    if missing := unjudged(report):
        yield texts.UNJUDGED.format(numbers=", ".join(map(label_of, missing)))


def findings_section(report: ReadinessReport) -> Markup:
    heading = tag("h2", text(texts.FINDINGS))
    found = [(finding, check) for check in report.checks for finding in check.findings]
    if not found:
        return joined((heading, tag("p", text(texts.NO_FINDINGS))))
    found.sort(key=lambda pair: _WORST_FIRST.index(pair[0].severity))
    head = _head_row(texts.WEIGHT, texts.FOUND, texts.VALUE, texts.LIMIT)
    return joined((heading, table([head, *(_finding_row(*pair) for pair in found)], "findings")))


def _finding_row(finding: Finding, check: CheckResult) -> Markup:
    unit = next((found.unit for found in check.measurements if found.id == finding.measurement), "")
    value = "" if finding.value is None else format_value(finding.value, unit)
    limit = "" if finding.limit is None else format_value(finding.limit, unit)
    words = [tag("span", text(finding.message), look="strong")]
    if finding.action:
        words += [Markup("<br>"), text(finding.action)]
    words += [Markup("<br>"), tag("span", text(_title(check.id)), look="small")]
    return row(
        tag("td", text(SEVERITY_WORDS[finding.severity]), look=finding.severity.value),
        tag("td", *words),
        tag("td", text(value), look="number"),
        tag("td", text(limit), look="number"),
    )


def facts_section(report: ReadinessReport) -> Markup:
    facts = (
        (texts.CHECKED, checked_at(report)),
        (texts.PROFILE, report.profile_name),
        (texts.DIGEST, report.profile_digest),
        *environment_facts(report),
        (texts.DATA_USED, format_value(report.bytes_used, "byte")),
        (texts.MADE_BY, f"Workspace Assistant {report.app_version}"),
        (texts.REPORT_ID, report.id),
        (texts.REPORT_DIGEST, report_digest(report)),
    )
    rows = [row(tag("td", text(name)), tag("td", text(fact))) for name, fact in facts if fact]
    return joined((tag("h2", text(texts.ABOUT)), table(rows, "facts")))


def checks_section(report: ReadinessReport, medium: Medium) -> Markup:
    limits = limits_by_id(report)
    return joined(_check(check, limits, medium) for check in report.checks)


def _check(check: CheckResult, limits: Mapping[str, AppliedLimit], medium: Medium) -> Markup:
    """The numbers of a check; in a browser folded away where all is well."""
    sentence = texts.REQUIRED if check.required else texts.OPTIONAL
    note = sentence.format(duration=format_duration(check.duration_s))
    shared = shared_conditions(check.measurements)
    if common := conditions_words(shared):
        note = " ".join((note, texts.COMMON.format(conditions=common)))
    title = tag("h2", text(f"{_title(check.id)}: {VERDICT_WORDS[check.verdict]}"))
    head = _head_row(texts.QUANTITY, texts.VALUE, texts.LIMIT, texts.CONDITIONS)
    body = (
        tag("p", text(note), look="small"),
        table([head, *_number_rows(check, limits, frozenset(shared))], "numbers"),
    )
    if medium is Medium.PDF:
        return joined((title, *body))
    is_open = "" if check.verdict is Verdict.READY else "open"
    return tag("details", tag("summary", title), *body, attributes=is_open)


def _number_rows(
    check: CheckResult, limits: Mapping[str, AppliedLimit], shared: frozenset[str]
) -> Iterator[Markup]:
    for found in check.measurements:
        own = {name: one for name, one in found.conditions.items() if name not in shared}
        yield row(
            tag("td", text(label_of(found.id))),
            tag("td", text(value_words(found)), look="number strong"),
            _limit_cell(limits.get(found.id)),
            tag("td", text(conditions_words(own)), look="small"),
        )
    for missing in check.not_measured:
        reason = f"{missing.detail} ({missing.reason})"
        yield row(
            tag("td", text(CHECK_TITLES.get(missing.id) or label_of(missing.id))),
            tag("td", text(texts.NOT_MEASURED), look="not-tested"),
            _limit_cell(limits.get(missing.id)),
            tag("td", text(reason), look="small"),
        )


def _limit_cell(limit: AppliedLimit | None) -> Markup:
    """What is good, and in small letters where caution ends and what was held against both."""
    further = (
        joined((Markup("<br>"), tag("span", text(words), look="small")))
        for words in further_words(limit)
    )
    return tag("td", text(goal_words(limit)), *further)


def _head_row(*names: str) -> Markup:
    return tag("thead", row(*(tag("th", text(name)) for name in names)))


def _title(check_id: str) -> str:
    return CHECK_TITLES.get(check_id, check_id)
