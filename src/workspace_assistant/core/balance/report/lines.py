"""The indicators of a report in words."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.balance.model import Indicator, State, Target, Unit
from workspace_assistant.core.balance.report import texts
from workspace_assistant.core.balance.report.model import Course, ReportLine
from workspace_assistant.core.balance.summary_model import (
    Comparison,
    RollUp,
    RollUpRow,
    Summary,
    Trend,
)
from workspace_assistant.core.balance.writing import (
    Writing,
    kept_text,
    told_text,
    value_beside,
    value_text,
)

# What asks for a talk comes first.
_ORDER = (State.NOT_MET, State.MET, State.INFORMATION)
_FEWEST_IN_COURSE = 2


def summary_lines(summary: Summary, writing: Writing) -> tuple[ReportLine, ...]:
    """Those that are known, not met first, else in their own order."""
    beside = {one.id: one for one in summary.comparisons}
    courses = {one.id: _course(one) for one in summary.trends}
    currency = summary.settings.commute.currency
    known = (one for one in summary.week.indicators if one.value is not None)
    lines = [
        _line(one, beside.get(one.id), courses.get(one.id), writing, currency) for one in known
    ]
    return tuple(sorted(lines, key=lambda line: _ORDER.index(line.state)))


def roll_up_lines(
    roll_up: RollUp, writing: Writing, currency: str, *, with_courses: bool
) -> tuple[ReportLine, ...]:
    """Those that any week knew; met is what was met in every week that knew it."""
    formulas = {one.id: one.formula for week in roll_up.weeks for one in week.indicators}
    lines = []
    for row in roll_up.rows:
        if row.median is not None:
            course = _values(row.values, row.target) if with_courses else None
            formula = writing.say(formulas.get(row.id, ""))
            lines.append(_row_line(row, row.median, course, formula, writing, currency))
    return tuple(sorted(lines, key=lambda line: _ORDER.index(line.state)))


def unknown_sentences(summary: Summary, writing: Writing) -> Iterator[str]:
    for one in summary.week.indicators:
        if one.value is None:
            sentence = told_text(one.told, writing)
            yield writing.say(texts.WITH_NAME, name=writing.say(one.name), sentence=sentence)


def _line(
    one: Indicator,
    beside: Comparison | None,
    course: Course | None,
    writing: Writing,
    currency: str,
) -> ReportLine:
    def written(value: float | None) -> str:
        return "" if value is None else value_text(value, one.unit, writing, currency)

    return ReportLine(
        id=one.id,
        name=writing.say(one.name),
        state=one.state,
        state_word=writing.say(texts.STATES[one.state]),
        sentence=told_text(one.told, writing),
        value=_beside_target(one.value, one.target, one.unit, writing, currency),
        target=target_text(one.target, one.unit, writing),
        basis=writing.say(one.target.basis) if one.target else "",
        usual=written(beside.usual) if beside else "",
        last=written(beside.last) if beside else "",
        formula=writing.say(one.formula),
        course=course,
    )


def _row_line(
    row: RollUpRow,
    median: float,
    course: Course | None,
    formula: str,
    writing: Writing,
    currency: str,
) -> ReportLine:
    state = _state(row)
    return ReportLine(
        id=row.id,
        name=writing.say(row.name),
        state=state,
        state_word=writing.say(texts.STATES[state]),
        sentence=_row_sentence(row, writing),
        value=_beside_target(median, row.target, row.unit, writing, currency),
        target=target_text(row.target, row.unit, writing),
        basis=writing.say(row.target.basis) if row.target else "",
        usual="",
        last="",
        formula=formula,
        course=course,
    )


def _beside_target(
    value: float | None, target: Target | None, unit: Unit, writing: Writing, currency: str
) -> str:
    bound = target.value if target else None
    return "" if value is None else value_beside(value, bound, unit, writing, currency)


def _state(row: RollUpRow) -> State:
    if row.target is None:
        return State.INFORMATION
    return State.MET if row.met == row.known else State.NOT_MET


def _row_sentence(row: RollUpRow, writing: Writing) -> str:
    met, known, count = (writing.number(one) for one in (row.met, row.known, len(row.values)))
    if row.target is None:
        return writing.say(texts.KNOWN_IN, known=known, count=count)
    return writing.say(texts.MET_IN, met=met, known=known)


def target_text(target: Target | None, unit: Unit, writing: Writing) -> str:
    """Such as ``11 h or more``; empty without one."""
    if target is None:
        return ""
    value = kept_text(target.value, unit, writing)
    return writing.say(texts.AT_LEAST if target.is_least else texts.AT_MOST, value=value)


def _course(trend: Trend) -> Course | None:
    return _values(tuple(point.value for point in trend.points), trend.target)


def _values(values: tuple[float | None, ...], target: Target | None) -> Course | None:
    if sum(value is not None for value in values) < _FEWEST_IN_COURSE:
        return None
    return Course(values=values, target=target.value if target else None)
