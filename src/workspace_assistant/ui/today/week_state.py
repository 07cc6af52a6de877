"""The week at a glance: hours of shifts planned and of blocks worked on each day. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from workspace_assistant.core.days import day_of, day_span
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.shifts.schedule import planned_s
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.facts import Facts
from workspace_assistant.ui.wording.durations import compact, spelled
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDay:
    """One column: both lengths as shares of the longest of the week.

    Attributes:
        planned, worked: the same in words, empty for nothing.
        description: all of it in a sentence.
    """

    name: str
    planned_share: float
    worked_share: float
    planned: str
    worked: str
    description: str
    is_today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekState:
    """Attributes: `targets` says how many are met; empty where none is known."""

    title: str
    summary: str
    targets: str
    days: tuple[WeekDay, ...]


@dataclass(frozen=True, slots=True)
class _Hours:
    planned_s: float
    worked_s: float


def week_state(
    facts: Facts, blocks: Sequence[Block], at: datetime, wording: Wording
) -> WeekState | None:
    """What is planned and worked in the user's week; None where that is nothing.

    Shifts and blocks belong to the day on which they start. *blocks* are those of the week, as
    they are at the log's instant *at*.
    """
    today = day_of(facts.at, facts.zone)
    first = today - timedelta(days=(today.weekday() - facts.first_weekday) % 7)
    days = [first + timedelta(days=index) for index in range(7)]
    hours = [_hours(facts, blocks, day_span(one, facts.zone), at) for one in days]
    longest_s = max(max(one.planned_s, one.worked_s) for one in hours)
    if not longest_s:
        return None
    whole = _Hours(sum(one.planned_s for one in hours), sum(one.worked_s for one in hours))
    return WeekState(
        title=wording.say(texts.WEEK),
        summary=_summary(whole, wording),
        targets=_targets(facts, wording),
        days=tuple(
            _day(_name(day, wording), one, longest_s, wording, is_today=day == today)
            for day, one in zip(days, hours, strict=True)
        ),
    )


def _name(day: date, wording: Wording) -> str:
    return wording.say(texts.WEEKDAYS[day.weekday()])


def _hours(facts: Facts, blocks: Sequence[Block], day: Span, at: datetime) -> _Hours:
    return _Hours(
        planned_s(one for one in facts.shifts if day.holds(one.starts_at)),
        sum(worked_s(one, at) for one in blocks if day.holds(one.started_at)),
    )


def _day(
    name: str, hours: _Hours, longest_s: float, wording: Wording, *, is_today: bool
) -> WeekDay:
    return WeekDay(
        name=name,
        planned_share=hours.planned_s / longest_s,
        worked_share=hours.worked_s / longest_s,
        planned=compact(hours.planned_s, wording) if hours.planned_s else "",
        worked=compact(hours.worked_s, wording) if hours.worked_s else "",
        description=_told(name, hours, wording),
        is_today=is_today,
    )


def _told(name: str, hours: _Hours, wording: Wording) -> str:
    said = texts.DAY_FREE
    if hours.planned_s:
        said = texts.DAY_BOTH if hours.worked_s else texts.DAY_PLANNED
    elif hours.worked_s:
        said = texts.DAY_WORKED
    return _filled(said, hours, wording, name)


def _summary(hours: _Hours, wording: Wording) -> str:
    said = texts.WEEK_BOTH
    if not hours.worked_s:
        said = texts.WEEK_PLANNED
    elif not hours.planned_s:
        said = texts.WEEK_WORKED
    return _filled(said, hours, wording)


def _targets(facts: Facts, wording: Wording) -> str:
    met, count = facts.targets or (0, 0)
    return wording.say(texts.WEEK_TARGETS, met=str(met), count=str(count)) if count else ""


def _filled(said: str, hours: _Hours, wording: Wording, day: str = "") -> str:
    return wording.say(
        said,
        day=day,
        planned=spelled(hours.planned_s, wording),
        worked=spelled(hours.worked_s, wording),
    )
