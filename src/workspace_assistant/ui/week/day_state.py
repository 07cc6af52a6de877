"""The days of the week, to mark those that are off. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workspace_assistant.core.balance.model import Day
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.situation import Seen
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

WORKED = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRowState:
    """A day.

    Attributes:
        kind: a `LeaveKind`; empty for a day that is not off.
        choice: what its choices are about, to those who do not see.
    """

    on: date
    name: str
    detail: str
    kind: str
    choice: str
    is_today: bool


def day_rows(seen: Seen, wording: Wording) -> tuple[DayRowState, ...]:
    return tuple(_row(day, seen, wording) for day in seen.week.days)


def kinds(wording: Wording) -> tuple[tuple[str, str], ...]:
    """The choices of a row: their values with what they say."""
    off = ((kind.value, wording.say(word)) for kind, word in texts.LEAVE.items())
    return ((WORKED, wording.say(texts.NOT_OFF)), *off)


def marked_told(on: date, kind: LeaveKind | None, wording: Wording) -> str:
    word = texts.LEAVE[kind] if kind else texts.NOT_OFF
    return wording.say(texts.DAY_MARKED, day=wording.day(on), kind=wording.say(word))


def span_told(first: date, last: date, kind: LeaveKind | None, wording: Wording) -> str:
    if first == last:
        return marked_told(first, kind, wording)
    word = wording.say(texts.LEAVE[kind] if kind else texts.NOT_OFF)
    days = {"first": wording.day(first), "last": wording.day(last)}
    return wording.say(texts.SPAN_MARKED, **days, kind=word)


def _row(day: Day, seen: Seen, wording: Wording) -> DayRowState:
    name = wording.day(day.on)
    return DayRowState(
        on=day.on,
        name=name,
        detail=_detail(day, wording),
        kind=day.leave.value if day.leave else WORKED,
        choice=wording.say(texts.DAY_KIND, day=name),
        is_today=day.on == seen.today,
    )


def _detail(day: Day, wording: Wording) -> str:
    said = texts.DAY_NOTHING
    if day.worked_s:
        said = texts.DAY_BOTH if day.planned_s else texts.DAY_WORKED
    elif day.planned_s:
        said = texts.DAY_PLANNED
    worked, planned = (spelled(one, wording) for one in (day.worked_s, day.planned_s))
    return wording.say(said, worked=worked, planned=planned)
