"""The sections of the report, from the verdict down to every number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
from workspace_assistant.core.text import Say

_WORST_FIRST = (Severity.NOT_READY, Severity.CAUTION, Severity.INFO)


def verdict_section(report: ReadinessReport, say: Say) -> Markup:
    word = tag("span", text(say(VERDICT_WORDS[report.verdict])), look="word")
    is_in_part = report.verdict is Verdict.READY and is_partial(report)
    sentence = texts.READY_IN_PART if is_in_part else texts.VERDICTS[report.verdict]
    cell = tag("td", word, Markup("<br>"), text(say(sentence)), look=report.verdict.value)
    return table([row(cell)], "verdict")


def notices_section(report: ReadinessReport, say: Say) -> Markup:
    """What keeps the verdict from meaning what it seems to mean."""
    notices = _notices(report, say)
    return joined(table([row(tag("td", text(notice)))], "notice") for notice in notices)


def _notices(report: ReadinessReport, say: Say) -> Iterator[str]:
    if looped := looped_checks(report):
        yield say(texts.OWN_LOOP, checks=_titles(looped, say))
    for check in untested_checks(report):
        said = say(texts.NOT_TESTED, check=_title(check.id, say))
        yield " ".join((said, *(say(gap.detail) for gap in check.not_measured[:1])))
    if report.deselected:
        yield say(texts.LEFT_OUT, checks=_titles(report.deselected, say))
    if missing := unjudged(report):
        numbers = ", ".join(label_of(one, say) for one in missing)
        yield say(texts.UNJUDGED, numbers=numbers)


def findings_section(report: ReadinessReport, say: Say) -> Markup:
    heading = tag("h2", text(say(texts.FINDINGS)))
    found = [(finding, check) for check in report.checks for finding in check.findings]
    if not found:
        return joined((heading, tag("p", text(say(texts.NO_FINDINGS)))))
    found.sort(key=lambda pair: _WORST_FIRST.index(pair[0].severity))
    head = _head_row(say, texts.WEIGHT, texts.FOUND, texts.VALUE, texts.LIMIT)
    rows = (_finding_row(*pair, say) for pair in found)
    return joined((heading, table([head, *rows], "findings")))


def _finding_row(finding: Finding, check: CheckResult, say: Say) -> Markup:
    unit = next((found.unit for found in check.measurements if found.id == finding.measurement), "")
    value = "" if finding.value is None else format_value(finding.value, unit, say)
    limit = "" if finding.limit is None else format_value(finding.limit, unit, say)
    words = [tag("span", text(say(finding.message)), look="strong")]
    if finding.action:
        words += [Markup("<br>"), text(say(finding.action))]
    words += [Markup("<br>"), tag("span", text(_title(check.id, say)), look="small")]
    return row(
        tag("td", text(say(SEVERITY_WORDS[finding.severity])), look=finding.severity.value),
        tag("td", *words),
        tag("td", text(value), look="number"),
        tag("td", text(limit), look="number"),
    )


def facts_section(report: ReadinessReport, say: Say) -> Markup:
    facts = (
        (texts.CHECKED, checked_at(report)),
        (texts.PROFILE, say(report.profile_name)),
        (texts.DIGEST, report.profile_digest),
        *environment_facts(report),
        (texts.DATA_USED, format_value(report.bytes_used, "byte", say)),
        (texts.MADE_BY, f"Workspace Assistant {report.app_version}"),
        (texts.REPORT_ID, report.id),
        (texts.REPORT_DIGEST, report_digest(report)),
    )
    rows = [
        row(tag("td", text(say(name))), tag("td", text(say(fact)))) for name, fact in facts if fact
    ]
    return joined((tag("h2", text(say(texts.ABOUT))), table(rows, "facts")))


def checks_section(report: ReadinessReport, medium: Medium, say: Say) -> Markup:
    limits = limits_by_id(report)
    return joined(_check(check, limits, medium, say) for check in report.checks)


def _check(
    check: CheckResult, limits: Mapping[str, AppliedLimit], medium: Medium, say: Say
) -> Markup:
    """The numbers of a check; in a browser folded away where all is well."""
    sentence = texts.REQUIRED if check.required else texts.OPTIONAL
    note = say(sentence, duration=format_duration(check.duration_s))
    shared = shared_conditions(check.measurements)
    if common := conditions_words(shared):
        note = " ".join((note, say(texts.COMMON, conditions=common)))
    title = tag("h2", text(f"{_title(check.id, say)}: {say(VERDICT_WORDS[check.verdict])}"))
    head = _head_row(say, texts.QUANTITY, texts.VALUE, texts.LIMIT, texts.CONDITIONS)
    body = (
        tag("p", text(note), look="small"),
        table([head, *_number_rows(check, limits, frozenset(shared), say)], "numbers"),
    )
    if medium is Medium.PDF:
        return joined((title, *body))
    is_open = "" if check.verdict is Verdict.READY else "open"
    return tag("details", tag("summary", title), *body, attributes=is_open)


def _number_rows(
    check: CheckResult, limits: Mapping[str, AppliedLimit], shared: frozenset[str], say: Say
) -> Iterator[Markup]:
    for found in check.measurements:
        own = {name: one for name, one in found.conditions.items() if name not in shared}
        yield row(
            tag("td", text(label_of(found.id, say))),
            tag("td", text(value_words(found, say)), look="number strong"),
            _limit_cell(limits.get(found.id), say),
            tag("td", text(conditions_words(own)), look="small"),
        )
    for missing in check.not_measured:
        reason = f"{say(missing.detail)} ({missing.reason})"
        check_title = say(CHECK_TITLES.get(missing.id, ""))
        yield row(
            tag("td", text(check_title or label_of(missing.id, say))),
            tag("td", text(say(texts.NOT_MEASURED)), look="not-tested"),
            _limit_cell(limits.get(missing.id), say),
            tag("td", text(reason), look="small"),
        )


def _limit_cell(limit: AppliedLimit | None, say: Say) -> Markup:
    """What is good, and in small letters where caution ends and what was held against both."""
    further = (
        joined((Markup("<br>"), tag("span", text(say(words)), look="small")))
        for words in further_words(limit)
    )
    return tag("td", text(goal_words(limit, say)), *further)


def _head_row(say: Say, *names: str) -> Markup:
    return tag("thead", row(*(tag("th", text(say(name))) for name in names)))


def _titles(check_ids: Iterable[str], say: Say) -> str:
    return ", ".join(_title(one, say) for one in check_ids)


def _title(check_id: str, say: Say) -> str:
    return say(CHECK_TITLES.get(check_id, check_id))
