"""The current or next shift and its next break, in words. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.shifts.model import Place, Shift, ShiftBreak
from workspace_assistant.core.shifts.schedule import current, next_break, next_shift
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.facts import Facts
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

_SEPARATOR = " \u00b7 "
_PLACES = {
    Place.HOME: texts.AT_HOME,
    Place.OFFICE: texts.AT_OFFICE,
    Place.OTHER: texts.ELSEWHERE,
}
_MINUTE = timedelta(minutes=1)
_COUNTED_DOWN = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakState:
    """The card of the next break; a number with its unit, or words where there is none.

    Attributes:
        in_s: until it begins; 0 while it runs, None where there is none.
    """

    title: str
    number: str
    unit: str
    detail: str
    in_s: float | None = None


def shift_at(facts: Facts) -> Shift | None:
    """The shift that runs, else the next one."""
    return current(facts.shifts, facts.at) or next_shift(facts.shifts, facts.at)


def shift_headline(shift: Shift | None, at: datetime, wording: Wording) -> str:
    if shift is None:
        return wording.say(texts.NONE_PLANNED)
    if shift.starts_at <= at:
        return wording.say(texts.RUNS_UNTIL, clock=wording.clock(shift.ends_at))
    ahead, clock = shift.starts_at - at, wording.clock(shift.starts_at)
    days = _days_ahead(shift.starts_at, at, wording)
    if ahead < _MINUTE:
        return wording.say(texts.STARTS_NOW)
    if days == 0 or ahead < _COUNTED_DOWN:
        length = spelled(_whole_minutes_s(ahead), wording)
        return wording.say(texts.STARTS_IN, length=length)
    if days == 1:
        return wording.say(texts.STARTS_TOMORROW, clock=clock)
    return wording.say(texts.STARTS_ON, date=wording.date(shift.starts_at), clock=clock)


def shift_detail(shift: Shift | None, at: datetime, wording: Wording) -> str:
    """Its times, length and place, and how long it goes on."""
    if shift is None:
        return ""
    parts = [
        _times(shift.starts_at, shift.ends_at, wording),
        spelled(shift.span.length_s, wording),
        wording.say(_PLACES[shift.place]),
        *filter(None, [shift.name]),
    ]
    if shift.span.holds(at):
        parts[1] = _left(shift.ends_at - at, wording)
    return _SEPARATOR.join(parts)


def break_state(facts: Facts, wording: Wording) -> BreakState | None:
    """None where no shift was ever known: then there is more to say than of breaks."""
    if not facts.has_sources:
        return None
    shift = shift_at(facts)
    if shift is None:
        return _none(texts.NO_BREAKS, texts.NO_SHIFT_WHY, wording)
    if not shift.breaks:
        return _none(texts.NO_BREAKS, texts.NO_BREAKS_WHY, wording)
    ahead = next_break(shift, facts.at)
    if ahead is None:
        return _none(texts.BREAKS_OVER, texts.BREAKS_OVER_WHY, wording)
    return _break(ahead, facts.at, wording)


def _break(one: ShiftBreak, at: datetime, wording: Wording) -> BreakState:
    detail = wording.say(
        texts.BREAK_NAMED if one.name else texts.BREAK_LENGTH,
        name=one.name,
        length=spelled((one.ends_at - one.starts_at).total_seconds(), wording),
        start=wording.clock(one.starts_at),
        end=wording.clock(one.ends_at),
    )
    if one.starts_at <= at:
        left = spelled(_whole_minutes_s(max(one.ends_at - at, _MINUTE)), wording)
        return BreakState(
            title=wording.say(texts.BREAK_NOW),
            number=left,
            unit=wording.say(texts.BREAK_UNTIL, clock=wording.clock(one.ends_at)),
            detail=detail,
            in_s=0.0,
        )
    return BreakState(
        title=wording.say(texts.BREAK),
        number=wording.clock(one.starts_at),
        unit=_when(one.starts_at, at, wording),
        detail=detail,
        in_s=(one.starts_at - at).total_seconds(),
    )


def _when(starts_at: datetime, at: datetime, wording: Wording) -> str:
    ahead = starts_at - at
    if ahead < _MINUTE:
        return wording.say(texts.BREAK_SOON)
    if _days_ahead(starts_at, at, wording) and ahead >= _COUNTED_DOWN:
        return wording.say(texts.BREAK_DAY, date=wording.short_date(starts_at))
    return wording.say(texts.BREAK_IN, length=spelled(_whole_minutes_s(ahead), wording))


def _none(headline: str, why: str, wording: Wording) -> BreakState:
    return BreakState(
        title=wording.say(texts.BREAK),
        number="",
        unit="",
        detail=f"{wording.say(headline)}. {wording.say(why)}",
    )


def _times(start: datetime, end: datetime, wording: Wording) -> str:
    return wording.say(texts.FROM_TO, start=wording.clock(start), end=wording.clock(end))


def _left(left: timedelta, wording: Wording) -> str:
    if left < _MINUTE:
        return wording.say(texts.ALMOST_OVER)
    return wording.say(texts.TIME_LEFT, length=spelled(_whole_minutes_s(left), wording))


def _whole_minutes_s(length: timedelta) -> float:
    """A countdown in minutes: seconds would be wrong a moment later."""
    return float(length // _MINUTE * 60)


def _days_ahead(later: datetime, at: datetime, wording: Wording) -> int:
    return (wording.local(later).date() - wording.local(at).date()).days
