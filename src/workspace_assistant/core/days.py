"""Calendar days and weeks of a log that is kept in UTC.

A day of the log begins at 04:00 and not at midnight, so that an evening shift is one day. What
crosses the boundary belongs to the day on which it starts. Days that a time zone makes longer or
shorter are so here: 25 hours in the autumn night, 23 in the spring one, none at all where a
calendar skipped a date.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NO_YEAR = QT_TRANSLATE_NOOP(
    "focus", "The log is kept for the years {first} to {last}, not for {year}."
)
NO_WEEK = QT_TRANSLATE_NOOP("focus", "“{text}” is no week such as 2026-W47.")

DAY_BOUNDARY = time(4)
MONDAY, SUNDAY = 0, 6
_THURSDAY = 3

_WEEK = re.compile(r"(\d{4})-?W(\d{2})", re.IGNORECASE)
_MICROSECOND = timedelta(microseconds=1)

# The calendar's own edges cannot be reckoned with: beyond them lies no day, no zone and no offset.
FIRST_YEAR, LAST_YEAR = 1970, 2200


def day_of(at: datetime, zone: tzinfo, boundary: time = DAY_BOUNDARY) -> date:
    """The day whose span holds *at*."""
    # A clock that was set back over the boundary shows the eve of a day that has begun.
    day = at.astimezone(zone).date() + timedelta(days=1)
    while day_start(day, zone, boundary) > at:
        day -= timedelta(days=1)
    return day


def day_span(on: date, zone: tzinfo, boundary: time = DAY_BOUNDARY) -> Span:
    """From the boundary of a day to that of the next, in UTC.

    Raises `RefusedError` for a year that no log is kept in. Days of its first week are in it, too.
    """
    is_kept = FIRST_YEAR <= on.year <= LAST_YEAR
    _check_year(on.year if is_kept else on.isocalendar().year)
    return Span(day_start(on, zone, boundary), day_start(on + timedelta(days=1), zone, boundary))


def week_span(
    week: str | date, zone: tzinfo, boundary: time = DAY_BOUNDARY, *, first_weekday: int = MONDAY
) -> Span:
    """The seven days of an ISO 8601 week such as ``2026-W47``, or of the week around a date.

    From Monday to Monday, or from the *first_weekday* (as `date.weekday` counts) that lies before
    the Thursday of the week. Raises `RefusedError` for what is no week, and for a year that no log
    is kept in.
    """
    around = week if isinstance(week, date) else _thursday_of(week)
    first = around - timedelta(days=(around.weekday() - first_weekday) % 7)
    _check_year(thursday(first).year)  # ISO 8601: a week is of its Thursday's year
    end = first + timedelta(days=7)
    return Span(day_start(first, zone, boundary), day_start(end, zone, boundary))


def thursday(first: date) -> date:
    """Of the week that begins on *first*; ISO 8601 names a week by it."""
    return first + timedelta(days=(_THURSDAY - first.weekday()) % 7)


def week_name(first: date) -> str:
    """Such as ``2026-W47``, of the week that begins on *first*."""
    year, number, _ = thursday(first).isocalendar()
    return f"{year}-W{number:02d}"


@lru_cache(maxsize=4096)  # a quarter of a year asks for each of its days many times
def day_start(on: date, zone: tzinfo, boundary: time = DAY_BOUNDARY) -> datetime:
    """The first instant, in UTC, at which clocks in *zone* show the boundary of a day or more.

    Where clocks are set back over the boundary it is the first of two; where they are set forward
    over it, the moment at which that happens.
    """
    wanted = datetime.combine(on, boundary)
    first = wanted.replace(tzinfo=zone).astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == wanted:
        return first
    return _set_forward(wanted, zone, first)


def checked_year(at: datetime) -> datetime:
    """*at*, if a log is kept in its year; raises `RefusedError`."""
    _check_year(at.year)
    return at


def checked_day(on: date) -> date:
    """*on*, if a log is kept in its year; raises `RefusedError`."""
    _check_year(on.year)
    return on


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RefusedError(NO_YEAR, year=str(year), first=str(FIRST_YEAR), last=str(LAST_YEAR))


def _set_forward(wanted: datetime, zone: tzinfo, late: datetime) -> datetime:
    """The moment at which clocks jump over the local time *wanted*, at or before *late*."""
    # With the offset that holds afterwards, the same reading lies before the jump (PEP 495).
    early = wanted.replace(tzinfo=zone, fold=1).astimezone(UTC)
    while late - early > _MICROSECOND:
        middle = early + (late - early) / 2
        if middle.astimezone(zone).replace(tzinfo=None) < wanted:
            early = middle
        else:
            late = middle
    return late


def _thursday_of(week: str) -> date:
    found = _WEEK.fullmatch(week.strip())
    try:
        return date.fromisocalendar(int(found[1]), int(found[2]), 4) if found else _refused(week)
    except ValueError:
        return _refused(week)


def _refused(week: str) -> date:
    raise RefusedError(NO_WEEK, text=week)
