"""Wall clocks of a zone. Where clocks are set, iCalendar's rules hold (RFC 5545, 3.3.5)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workspace_assistant.core.shifts import texts
from workspace_assistant.core.shifts.errors import ShiftError


def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises `ShiftError`."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ShiftError(texts.NO_ZONE, zone=name) from error


def instant(on: date, wall: time, zone: ZoneInfo) -> datetime:
    """In UTC. A time that comes twice is the first one; one that is skipped counts from before."""
    return datetime.combine(on, wall, tzinfo=zone).astimezone(UTC)


def utc_offset_s(at: datetime, zone: ZoneInfo) -> int:
    """What clocks in *zone* were ahead of UTC at that instant."""
    return int((at.astimezone(zone).utcoffset() or timedelta()).total_seconds())


def said(at: datetime, zone_name: str) -> str:
    """Such as ``2026-11-23 08:00``, by the clock there; in UTC where the zone is unknown."""
    try:
        there = at.astimezone(zone_of(zone_name))
    except ShiftError:
        there = at.astimezone(UTC)
    return f"{there:%Y-%m-%d %H:%M}"
