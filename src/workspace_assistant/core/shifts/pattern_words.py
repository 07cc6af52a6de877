"""Weekly patterns as people write them: ``Mon-Fri 08:00-16:00``, ``Sat,Sun 22:00-06:00``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.shifts import texts
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.model import Place, WeeklyBreak, WeeklyShift

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = tuple(name[:3].title() for name in _NAMES)
_BETWEEN_LINES = re.compile(r";|(?<=\d)(?:\s*,)?\s+(?:and\s+)?(?=[^\W\d])")
_SEVERAL = {"daily": range(7), "every day": range(7), "weekdays": range(5), "weekends": (5, 6)}
# Longer shifts are rare, “9-5” instead of 09:00-17:00 is not.
_LONGEST = timedelta(hours=16)
_FEWEST_LETTERS = 2
_LONGEST_LIST = 2
_MIDNIGHTS = frozenset({"24", "24:00"})
_DASH = re.compile(r"\s*[-\u2013\u2014]\s*")
_TIMES = re.compile(
    r"(.+?)\s+(\d{1,2}(?::\d\d)?)\s*[-\u2013\u2014]\s*(\d{1,2}(?::\d\d)?)", re.ASCII
)
_RANGE = re.compile(r"(\d{1,2}(?::\d\d)?)\s*[-\u2013\u2014]\s*(\d{1,2}(?::\d\d)?)", re.ASCII)


def parse_lines(
    text: str, place: Place = Place.HOME, breaks: Sequence[WeeklyBreak] = ()
) -> tuple[WeeklyShift, ...]:
    """Several lines stand one after the other, also parted by semicolons. Raises `ShiftError`."""
    parts = [part for part in map(str.strip, _BETWEEN_LINES.split(text)) if part]
    if not parts:
        raise ShiftError(texts.NO_LINES)
    return tuple(line for part in parts for line in _lines(part, place, tuple(breaks)))


def lines_text(lines: Sequence[WeeklyShift]) -> str:
    """Such as ``Mon-Fri 08:00-16:00; Sat 10:00-14:00``: `parse_lines` reads it back."""
    days: dict[tuple[time, time], list[int]] = {}
    for line in lines:
        days.setdefault((line.starts, line.ends), []).append(line.weekday)
    return "; ".join(
        f"{_days_text(sorted(on))} {start:%H:%M}-{end:%H:%M}" for (start, end), on in days.items()
    )


def parse_times(text: str) -> tuple[time, time]:
    """``12:00-12:30``, of one shift. Raises `ShiftError`."""
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        raise ShiftError(texts.NO_TIMES, text=text.strip())
    try:
        return _time(found[1]), _end(found[2])
    except ValueError as error:
        raise ShiftError(texts.NO_TIMES, text=text.strip()) from error


def _lines(part: str, place: Place, breaks: tuple[WeeklyBreak, ...]) -> list[WeeklyShift]:
    found = _TIMES.fullmatch(part)
    if found is None:
        raise ShiftError(texts.NO_PATTERN, text=part)
    try:
        weekdays, starts, ends = _weekdays(found[1]), _time(found[2]), _end(found[3])
    except ValueError as error:
        raise ShiftError(texts.NO_PATTERN, text=part) from error
    if starts == ends:
        raise ShiftError(texts.PATTERN_WITHOUT_LENGTH, text=part)
    if (length := _length(starts, ends)) > _LONGEST:
        raise ShiftError(
            texts.PATTERN_TOO_LONG, text=part, length=length_text(length.total_seconds())
        )
    return [
        WeeklyShift(weekday=weekday, starts=starts, ends=ends, place=place, breaks=breaks)
        for weekday in weekdays
    ]


def _weekdays(text: str) -> list[int]:
    """In the order in which they are named; each once."""
    found: dict[int, None] = {}
    for part in filter(None, re.split(r"\s*,\s*|\s+and\s+", text.strip().lower())):
        if part in _SEVERAL:
            found.update(dict.fromkeys(_SEVERAL[part]))
            continue
        ends = [_weekday(word) for word in _DASH.split(part, maxsplit=1)]
        length = (ends[-1] - ends[0]) % len(_NAMES)
        found.update(dict.fromkeys((ends[0] + step) % len(_NAMES) for step in range(length + 1)))
    return list(found)


def _weekday(word: str) -> int:
    fitting = [
        number
        for number, name in enumerate(_NAMES)
        if len(word) >= _FEWEST_LETTERS and name.startswith(word.rstrip("."))
    ]
    if len(fitting) != 1:
        raise ValueError(word)
    return fitting[0]


def _time(text: str) -> time:
    hours, _, minutes = text.partition(":")
    return time(int(hours), int(minutes or 0))


def _end(text: str) -> time:
    """The end of a day may be written 24:00 as well."""
    return time(0) if text in _MIDNIGHTS else _time(text)


def _length(starts: time, ends: time) -> timedelta:
    """By the clock; at or before the start the end is on the next day."""
    first, last = (datetime.combine(date.min, wall) for wall in (starts, ends))
    return last - first if last > first else last - first + timedelta(days=1)


def _days_text(weekdays: list[int]) -> str:
    """Neighbors of three and more as a range."""
    runs: list[list[int]] = []
    for weekday in weekdays:
        if runs and weekday == runs[-1][-1] + 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    return ",".join(_run_text(run) for run in runs)


def _run_text(run: list[int]) -> str:
    names = [_SHORT[weekday] for weekday in run]
    return f"{names[0]}-{names[-1]}" if len(names) > _LONGEST_LIST else ",".join(names)
