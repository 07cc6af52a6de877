"""The rests of a week in words: beside the bars, under the pointer, and as a table."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from workspace_assistant.core.balance.model import Target, Week
from workspace_assistant.core.balance.pictures import texts
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.days import DAY_BOUNDARY
from workspace_assistant.core.spans import Span
from workspace_assistant.core.table import Table

_DAILY_REST = "shortest-daily-rest"
_BOUNDARY = timedelta(hours=DAY_BOUNDARY.hour)


def target_of_rests(week: Week) -> Target | None:
    """What each of them is held against."""
    return next((one.target for one in week.indicators if one.id == _DAILY_REST), None)


def missing_s(rest: Span, target: Target | None) -> float:
    """How much too short it is; 0 where it is long enough or nobody asks."""
    return max(0.0, target.value - rest.length_s) if target else 0.0


def rest_days(rest: Span, writing: Writing) -> str:
    """Between which days: ``Mon to Tue``; after a night from when to when of its day."""
    first, last = (_day_of(at, writing) for at in (rest.start, rest.end))
    if first == last:
        start, end = writing.clock(rest.start), writing.clock(rest.end)
        return writing.say(texts.REST_HOURS, day=writing.weekday(first), start=start, end=end)
    start, end = writing.weekday(first), writing.weekday(last)
    return writing.say(texts.REST_DAYS, start=start, end=end)


def rest_sentence(rest: Span, target: Target | None, writing: Writing) -> str:
    missing = missing_s(rest, target)
    return writing.say(
        texts.REST_SHORT if missing else texts.REST_TOLD,
        span=writing.span(rest),
        length=writing.length(rest.length_s),
        missing=writing.length(missing),
        target=writing.length(target.value) if target else "",
    )


def rest_table(week: Week, writing: Writing) -> Table:
    """What the rest bars show: one row for each rest."""
    target = target_of_rests(week)
    columns = (texts.REST, texts.LENGTH, texts.AGAINST_TARGET)
    return Table(
        title=writing.say(texts.RESTS),
        columns=tuple(map(writing.say, columns)),
        rows=tuple(
            (
                writing.span(one),
                writing.length(one.length_s),
                _against(missing_s(one, target), target, writing),
            )
            for one in week.rests
        ),
    )


def _against(missing: float, target: Target | None, writing: Writing) -> str:
    if target is None:
        return writing.say(texts.NOTHING)
    if not missing:
        return writing.say(texts.LONG_ENOUGH)
    return writing.say(texts.SHORT_BY, length=writing.length(missing))


def _day_of(at: datetime, writing: Writing) -> date:
    """Before four in the morning it is still the day before."""
    return (writing.local(at).replace(tzinfo=None) - _BOUNDARY).date()
