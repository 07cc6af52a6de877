"""Makes a report of a week, a month or a quarter: what was chosen, in one language."""

from __future__ import annotations

from datetime import date

from workspace_assistant.core.balance import goal_texts
from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.report import texts
from workspace_assistant.core.balance.report.choice import ReportChoice, ReportPart
from workspace_assistant.core.balance.report.figures import roll_up_figures, summary_figures
from workspace_assistant.core.balance.report.lines import (
    roll_up_lines,
    summary_lines,
    unknown_sentences,
)
from workspace_assistant.core.balance.report.model import (
    Advice,
    GoalLine,
    NamedLine,
    Report,
)
from workspace_assistant.core.balance.report.subject import ReportSubject, shared
from workspace_assistant.core.balance.roll_up_sentences import roll_up_sentences
from workspace_assistant.core.balance.settings_model import GoalKind
from workspace_assistant.core.balance.summary_model import Progress, RollUp, Summary
from workspace_assistant.core.balance.writing import Writing, told_text


def report_of(
    subject: ReportSubject, choice: ReportChoice, writing: Writing, language: str = "en"
) -> Report:
    """*language* is that of *writing*, BCP 47."""
    given = shared(subject, choice)
    if isinstance(given.told, RollUp):
        return _of_roll_up(given.told, given, choice, writing, language)
    return _of_summary(given.told, given, choice, writing, language)


def _of_summary(
    summary: Summary,
    subject: ReportSubject,
    choice: ReportChoice,
    writing: Writing,
    language: str,
) -> Report:
    week, title = summary.week, title_of(summary.week.name, writing)
    shows_lines = choice.shows(ReportPart.INDICATORS)
    return Report(
        say=writing.say,
        language=language,
        file_title=writing.say(texts.FILE_TITLE, title=title),
        title=title,
        period=_period((week,), writing),
        headline=told_text(summary.headline, writing),
        met_count=week.met_count,
        known_count=len(week.with_target),
        sentences=tuple(told_text(one, writing) for one in summary.sentences),
        goals=_goals(summary, writing),
        figures=tuple(summary_figures(summary, choice, writing)),
        lines=summary_lines(summary, writing) if shows_lines else (),
        unknown=tuple(unknown_sentences(summary, writing)) if shows_lines else (),
        advice=_advice(summary, subject, writing),
        names=_names(subject, writing),
        value_heading=writing.say(texts.VALUE),
        groups={state: writing.say(words) for state, words in texts.GROUPS.items()},
        footer=_footer(writing),
    )


def _of_roll_up(
    roll_up: RollUp,
    subject: ReportSubject,
    choice: ReportChoice,
    writing: Writing,
    language: str,
) -> Report:
    title, currency = title_of(roll_up.name, writing), subject.currency
    courses = choice.shows(ReportPart.TRENDS)
    lines = roll_up_lines(roll_up, writing, currency, with_courses=courses)
    return Report(
        say=writing.say,
        language=language,
        file_title=writing.say(texts.FILE_TITLE, title=title),
        title=title,
        period=_period(roll_up.weeks, writing),
        headline=told_text(roll_up.headline, writing),
        met_count=sum(week.met_count for week in roll_up.weeks),
        known_count=sum(len(week.with_target) for week in roll_up.weeks),
        sentences=tuple(told_text(one, writing) for one in roll_up_sentences(roll_up)),
        goals=(),
        figures=tuple(roll_up_figures(roll_up, choice, writing, currency)),
        lines=lines if choice.shows(ReportPart.INDICATORS) else (),
        unknown=(),
        advice=(),
        names=_names(subject, writing),
        value_heading=writing.say(texts.MEDIAN),
        groups={state: writing.say(words) for state, words in texts.GROUPS_OF_WEEKS.items()},
        footer=_footer(writing),
    )


def title_of(name: str, writing: Writing) -> str:
    """Of ``2026-W47``, ``2026-11`` or ``2026-Q4``."""
    year, _, rest = name.partition("-")
    if rest.startswith("W"):
        return writing.say(texts.WEEK, number=str(int(rest[1:])), year=year)
    if rest.startswith("Q"):
        return writing.say(texts.QUARTER, number=rest[1:], year=year)
    month = writing.say(texts.MONTHS[int(rest) - 1])
    return writing.say(texts.MONTH, month=month, year=year)


def _period(weeks: tuple[Week, ...], writing: Writing) -> str:
    days: list[date] = [day.on for week in weeks for day in week.days]
    if not days:
        return ""
    first, last = writing.day(min(days)), writing.day(max(days))
    period = writing.say(texts.PERIOD, first=first, last=last)
    if all(week.is_over for week in weeks):
        return period
    return writing.say(texts.SO_FAR, period=period)


def _goals(summary: Summary, writing: Writing) -> tuple[GoalLine, ...]:
    return tuple(
        GoalLine(
            sentence=writing.say(
                texts.WITH_NAME,
                name=writing.say(goal_texts.NAMES[one.goal.kind]),
                sentence=told_text(one.told, writing),
            ),
            standing=(standing := one.standing(is_over=summary.week.is_over)),
            word=writing.say(goal_texts.STANDINGS[standing]),
            share=_share(one),
        )
        for one in summary.goals
    )


def _share(one: Progress) -> float | None:
    """The end of a day has none: what its value counts are days, and what it wants a time."""
    least = one.goal.least
    if one.value is None or not least or one.goal.kind is GoalKind.END_OF_DAY:
        return None
    return min(one.value / least, 1.0)


def _advice(summary: Summary, subject: ReportSubject, writing: Writing) -> tuple[Advice, ...]:
    """A tip that is not in the catalog any more has no text, and is left out."""
    return tuple(
        Advice(about=writing.say(one.indicator.name), text=writing.say(subject.tips[one.tip_id]))
        for one in summary.suggestions
        if one.tip_id in subject.tips
    )


def _names(subject: ReportSubject, writing: Writing) -> tuple[NamedLine, ...]:
    return tuple(
        NamedLine(
            name=one.name,
            count=writing.number(one.count),
            worked=writing.length(one.worked_s),
            notes=one.notes,
        )
        for one in subject.names
    )


def _footer(writing: Writing) -> tuple[str, ...]:
    return (writing.say(texts.NO_ASSESSMENT), writing.say(texts.MADE_BY))
