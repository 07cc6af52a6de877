"""Days and times of shifts as the page says them. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from workspace_assistant.core.shifts.model import Shift, ShiftBreak
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.wording.durations import from_to
from workspace_assistant.ui.wording.names import inside_sentence, listed
from workspace_assistant.ui.wording.wording import Wording


def times_of(shift: Shift, wording: Wording) -> str:
    """Such as ``08:00 - 16:00``; an end on another day says so."""
    end = wording.clock(shift.ends_at)
    if wording.local(shift.starts_at).date() != wording.local(shift.ends_at).date():
        end = wording.say(texts.NEXT_DAY_END, end=end)
    return from_to(wording.clock(shift.starts_at), end, wording)


def breaks_told(breaks: Iterable[ShiftBreak], wording: Wording) -> str:
    """Such as ``Break 12:00 - 12:30``; empty without any."""
    told = tuple(
        from_to(wording.clock(one.starts_at), wording.clock(one.ends_at), wording) for one in breaks
    )
    if not told:
        return ""
    said = texts.BREAK_OF if len(told) == 1 else texts.BREAKS_OF
    return wording.say(said, times=listed(told, wording))


def day_told(at: datetime, now: datetime, wording: Wording) -> str:
    """The day in full, with a word for today and tomorrow."""
    date = wording.date(at)
    days = (wording.local(at).date() - wording.local(now).date()).days
    said = {0: texts.TODAY, 1: texts.TOMORROW}.get(days)
    return wording.say(said, date=date) if said else date


def day_within(at: datetime, now: datetime, wording: Wording) -> str:
    """The same inside a sentence: a weekday keeps its capital."""
    told = day_told(at, now, wording)
    return told if told == wording.date(at) else inside_sentence(told)


def moment_told(at: datetime, now: datetime, wording: Wording) -> str:
    """Such as ``Today 13:45``, or with the date."""
    if wording.local(at).date() == wording.local(now).date():
        return wording.say(texts.WHEN_TODAY, time=wording.clock(at))
    return wording.say(texts.WHEN_EARLIER, date=wording.short_date(at), time=wording.clock(at))


def clocks_set_by(shift: Shift, wording: Wording) -> timedelta:
    """How much longer a shift is than its clock times say; less than nothing where shorter."""
    start, end = wording.local(shift.starts_at), wording.local(shift.ends_at)
    return (start.utcoffset() or timedelta()) - (end.utcoffset() or timedelta())
