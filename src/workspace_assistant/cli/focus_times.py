"""Times and days as people type them: `9:30`, `2026-11-22T09:30`, with an offset, `yesterday`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from workspace_assistant.cli.focus_when import on_day
from workspace_assistant.core.days import checked_year
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

# Longer shifts are rare, slips of the finger are not: who means it says the day.
LONGEST_UNSAID = timedelta(hours=16)

_SKIPPED = QT_TRANSLATE_NOOP(
    "cli", "“{text}” does not exist in {zone}: the clock was set forward then"
)
_SKIPPED_ON = QT_TRANSLATE_NOOP(
    "cli", "“{text}” on {day} does not exist in {zone}: the clock was set forward then"
)
_TWICE = QT_TRANSLATE_NOOP(
    "cli",
    "“{text}” came twice in {zone}: the clock was set back then. Add the offset, such as {first} "
    "or {second}",
)
_TWICE_ON = QT_TRANSLATE_NOOP(
    "cli",
    "“{text}” on {day} came twice in {zone}: the clock was set back then. Add the offset, such as "
    "{first} or {second}",
)
_NO_DAY = QT_TRANSLATE_NOOP("cli", "“{text}” is no day such as {example}, today or yesterday")
_NO_TIME = QT_TRANSLATE_NOOP("cli", "“{text}” is no time such as 09:30 or {example}")
_TOO_LATE = QT_TRANSLATE_NOOP(
    "cli",
    "“{text}” would be {length} after {start}. If that is meant, give the day as well: {example}",
)

_ONE_DIGIT = re.compile(r"\d:\d\d(:\d\d)?", re.ASCII)
_ONE_DAY = timedelta(days=1)


def instant_on(text: str, day: date, zone: tzinfo) -> datetime:
    """The instant in UTC; a bare time of day is on *day*. Raises `RefusedError`."""
    bare = _time_of_day(text)
    at = _full(text, day) if bare is None else datetime.combine(day, bare)
    checked_year(at)
    if at.tzinfo is not None:
        return at.astimezone(UTC)
    here = at.replace(tzinfo=zone)
    parts = {"text": text, "day": f"{day}", "zone": f"{zone}"}
    if here.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != at:
        raise RefusedError(_SKIPPED if bare is None else _SKIPPED_ON, **parts)
    if here.utcoffset() != here.replace(fold=1).utcoffset():
        raise RefusedError(
            _TWICE if bare is None else _TWICE_ON,
            **parts,
            first=here.isoformat(),
            second=here.replace(fold=1).isoformat(),
        )
    return here.astimezone(UTC)


def instant_within(text: str, start: datetime, zone: tzinfo) -> datetime:
    """The first such time at or after *start*; its own minute is the start itself.

    Raises `RefusedError` for a bare time that comes too late to be meant.
    """
    day = start.astimezone(zone).date()
    at = instant_on(text, day, zone)
    if _time_of_day(text) is None:
        return at
    if at <= start < at + timedelta(minutes=1):
        return start
    if at < start:
        at = instant_on(text, day + _ONE_DAY, zone)
    if at - start > LONGEST_UNSAID:
        raise _too_late(text, at, start, zone)
    return at


def day_said(text: str, today: date) -> date:
    """`2026-11-22`, `today` or `yesterday`. Raises `RefusedError`."""
    word = text.strip().lower()
    if word in {"today", "yesterday"}:
        return today if word == "today" else today - _ONE_DAY
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise RefusedError(_NO_DAY, text=text, example=today.isoformat()) from error


def _time_of_day(text: str) -> time | None:
    word = text.strip()
    try:
        return time.fromisoformat(f"0{word}" if _ONE_DIGIT.fullmatch(word) else word)
    except ValueError:
        return None


def _full(text: str, day: date) -> datetime:
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise RefusedError(_NO_TIME, text=text, example=f"{day.isoformat()}T09:30") from error


def _too_late(text: str, at: datetime, start: datetime, zone: tzinfo) -> RefusedError:
    return RefusedError(
        _TOO_LATE,
        text=text,
        length=length_text((at - start).total_seconds()),
        start=on_day(start, zone),
        example=f"{at.astimezone(zone):%Y-%m-%dT%H:%M}",
    )
