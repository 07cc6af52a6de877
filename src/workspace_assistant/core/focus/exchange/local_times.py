"""Local dates and times of foreign logs, brought to UTC. What came twice is never guessed at."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from workspace_assistant.core.focus.exchange.parsed import EntryError, in_calendar, quoted
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_CAME_TWICE = QT_TRANSLATE_NOOP(
    "focus", "came twice in {zone}, when the clock was set back: {start}"
)
_OTHER_DURATION = QT_TRANSLATE_NOOP("focus", "the duration is not the time from start to end")
_NEVER_WAS = QT_TRANSLATE_NOOP("focus", "never was in {zone}: {local}, the clock was set forward")
_NO_DATE = QT_TRANSLATE_NOOP("focus", "{text} is no date")
_NO_CLOCK = QT_TRANSLATE_NOOP("focus", "{text} is no time of day")

_NUMBERS = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_DURATION = re.compile(r"(\d{1,5}):(\d{2}):(\d{2})")
_NOON = 12
_FIRST_YEAR_DIGITS = 4


def span(
    start: datetime, end: datetime, duration_s: float | None, zone: str
) -> tuple[datetime, datetime]:
    """Two naive local times as instants in UTC.

    A time that came twice, when the clock was set back, is told apart by the entry's own duration.
    Raises `EntryError` where that does not help, and for a time that never was.
    """
    starts, ends = instants(start, zone), instants(end, zone)
    if duration_s is None and len(starts) == len(ends) == 1:
        return starts[0], ends[0]
    pairs = [(a, b) for a in starts for b in ends]
    if duration_s is None:
        raise EntryError(_CAME_TWICE, zone=str(zone), start=f"{start:%Y-%m-%d %H:%M}")
    fitting = [pair for pair in pairs if abs((pair[1] - pair[0]).total_seconds() - duration_s) <= 1]
    if len(fitting) == 1:
        return fitting[0]
    if len(pairs) == 1:
        raise EntryError(_OTHER_DURATION)
    raise EntryError(_CAME_TWICE, zone=str(zone), start=f"{start:%Y-%m-%d %H:%M}")


def instants(local: datetime, zone: str) -> list[datetime]:
    """The instants at which the clocks in *zone* showed *local*: one, or two in a fold."""
    there = ZoneInfo(zone)
    in_calendar(local)
    both = {local.replace(tzinfo=there, fold=fold).astimezone(UTC) for fold in (0, 1)}
    true = sorted(at for at in both if at.astimezone(there).replace(tzinfo=None) == local)
    if not true:
        raise EntryError(_NEVER_WAS, zone=str(zone), local=f"{local:%Y-%m-%d %H:%M}")
    return true


def date_order(texts: list[str]) -> str | None:
    """``ymd``, ``dmy`` or ``mdy``, if the dates tell; None where they could be either."""
    found = [match.groups() for match in map(_NUMBERS.fullmatch, map(str.strip, texts)) if match]
    if any(len(first) == _FIRST_YEAR_DIGITS for first, _, _ in found):
        return "ymd"
    if any(int(first) > _NOON for first, _, _ in found):
        return "dmy"
    return "mdy" if any(int(second) > _NOON for _, second, _ in found) else None


def date_of(text: str, order: str) -> date:
    match = _NUMBERS.fullmatch(text.strip())
    if match is None:
        raise EntryError(_NO_DATE, text=quoted(text))
    numbers = dict(zip(order, map(int, match.groups()), strict=True))
    try:
        return date(numbers["y"], numbers["m"], numbers["d"])
    except ValueError as error:
        raise EntryError(_NO_DATE, text=quoted(text)) from error


def time_of(text: str) -> time:
    """Of a day, with seconds or without, in 24 hours or with AM and PM."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise EntryError(_NO_CLOCK, text=quoted(text))
    hour, minute, second, half = match.groups()
    hours = int(hour)
    if half:
        hours = hours % _NOON + (_NOON if half[0].lower() == "p" else 0)
    try:
        return time(hours, int(minute), int(second or 0))
    except ValueError as error:
        raise EntryError(_NO_CLOCK, text=quoted(text)) from error


def duration_s(text: str) -> float | None:
    """Of ``HH:MM:SS``; None for an empty or another text, which then decides nothing."""
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds = map(int, match.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds).total_seconds()
