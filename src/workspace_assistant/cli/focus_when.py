"""Instants as the terminal shows them: with their day wherever the reader could take another."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workspace_assistant.cli.day_names import short_weekday
from workspace_assistant.cli.language import worded

if TYPE_CHECKING:
    from workspace_assistant.core.focus.model import Block

_SAME_WEEK = timedelta(days=6)


def clock(at: datetime, zone: tzinfo) -> str:
    """The time of day in *zone*; with the name of its offset where clocks show it twice."""
    there = at.astimezone(zone)
    return f"{there:%H:%M}{_which(there)}"


def on_day(at: datetime, zone: tzinfo) -> str:
    """Such as `Sat 2026-11-21 09:00`."""
    there = at.astimezone(zone)
    return f"{short_weekday(there)} {there:%Y-%m-%d %H:%M}{_which(there)}"


def moment(at: datetime, zone: tzinfo, today: date) -> str:
    """The time of day, with its day unless that is *today*."""
    return clock(at, zone) if at.astimezone(zone).date() == today else on_day(at, zone)


def after(at: datetime, zone: tzinfo, day: date) -> str:
    """What follows something on *day*: `15:00`, or `Tue 15:00` where it is another day."""
    there = at.astimezone(zone)
    is_near = timedelta(0) < there.date() - day <= _SAME_WEEK
    return f"{short_weekday(there)} {clock(at, zone)}" if is_near else moment(at, zone, day)


def _which(there: datetime) -> str:
    """In the hour that comes twice when clocks are set back: which of the two."""
    twin = there.replace(fold=1 - there.fold)
    if there.utcoffset() == twin.utcoffset():
        return ""
    is_real = twin.astimezone(UTC).astimezone(there.tzinfo).replace(fold=0) == there.replace(fold=0)
    return f" {there.tzname()}" if is_real else ""


def stretch(start: datetime, end: datetime | None, zone: tzinfo, today: date) -> str:
    """From when to when; dots for an end that is still to come."""
    begun = start.astimezone(zone).date()
    return f"{moment(start, zone, today)}-{'...' if end is None else after(end, zone, begun)}"


def elsewhere(block: Block, zone: tzinfo) -> str:
    """The clock that hung where the block began, if it showed another time than in *zone*."""
    there = timezone(timedelta(seconds=block.utc_offset_s))
    here = block.started_at.astimezone(zone)
    is_nameless = not isinstance(zone, ZoneInfo)  # its blocks are noted in UTC
    if here.utcoffset() == there.utcoffset(None) or (is_nameless and block.time_zone == "UTC"):
        return ""
    time = f"{on_day(block.started_at, there)} {there}"
    if block.time_zone == str(there):
        return f" {worded('(begun at {time})', time=time)}"
    return f" {worded('(begun at {time} in {zone})', time=time, zone=block.time_zone)}"
