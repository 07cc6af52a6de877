"""Instants as people type them: `09:30`, `2026-11-22 09:30`, or ISO 8601 with an offset."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workspace_assistant.core.errors import UserInputError


def instant_on(text: str, day: date, zone: str) -> datetime:
    """The instant in UTC; a bare time of day is on *day*. Raises `UserInputError`."""
    at = _parsed(text, day)
    if at.tzinfo is not None:
        return at.astimezone(UTC)
    here = at.replace(tzinfo=zone_of(zone))
    if here.astimezone(UTC).astimezone(here.tzinfo).replace(tzinfo=None) != at:
        raise UserInputError(f"“{text}” does not exist in {zone}: the clock was set forward then")
    if here.utcoffset() != here.replace(fold=1).utcoffset():
        raise UserInputError(
            f"“{text}” came twice in {zone}: the clock was set back then. Add the offset, such as "
            f"{here.isoformat()} or {here.replace(fold=1).isoformat()}"
        )
    return here.astimezone(UTC)


def instant_within(text: str, start: datetime, zone: str) -> datetime:
    """The first such time at or after *start*."""
    day = start.astimezone(zone_of(zone)).date()
    at = instant_on(text, day, zone)
    return at if at >= start else instant_on(text, day + timedelta(days=1), zone)


def zone_of(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UserInputError(f"“{name}” is no time zone") from error


def _parsed(text: str, day: date) -> datetime:
    try:
        return datetime.combine(day, time.fromisoformat(text.strip()))
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise UserInputError(
            f"“{text}” is no time such as 09:30 or {day.isoformat()} 09:30"
        ) from error
