"""Shifts of a weekly pattern, true on nights on which clocks are set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from workspace_assistant.core.shifts.identity import shift_id
from workspace_assistant.core.shifts.local_times import instant, utc_offset_s, zone_of
from workspace_assistant.core.shifts.model import (
    Pattern,
    Shift,
    ShiftBreak,
    Source,
    WeeklyBreak,
    WeeklyShift,
)
from workspace_assistant.core.shifts.pattern_words import lines_text
from workspace_assistant.core.spans import Span

_DAY = timedelta(days=1)
_WEEK_DAYS = 7
_DAY_MINUTES = 24 * 60


def pattern_shifts(source: Source, pattern: Pattern, span: Span) -> tuple[Shift, ...]:
    """Those that overlap *span*, by their start. Raises `ShiftError` for an unknown zone.

    Lengths are true: 22:00 to 06:00 is 9 hours on the night on which clocks are set back. What
    would end before it starts, as the clock was set forward over it, is left out.
    """
    zone = zone_of(pattern.time_zone)
    found = (
        _shift(source, pattern, line, on, zone)
        for on in _days(pattern, span, zone)
        for line in pattern.lines
        if line.weekday == on.weekday()
    )
    fitting = (one for one in found if one is not None and one.span.overlaps(span))
    return tuple(sorted(fitting, key=lambda one: (one.starts_at, one.ends_at)))


def overlap(shifts: tuple[Shift, ...]) -> bool:
    """Whether any two of them, by their start, have time in common."""
    latest: datetime | None = None
    for one in shifts:
        if latest is not None and one.starts_at < latest:
            return True
        latest = one.ends_at if latest is None else max(latest, one.ends_at)
    return False


def break_fits(line: WeeklyShift, one: WeeklyBreak) -> bool:
    """Whether it lies inside, on a night on which no clock is set."""
    start, end, *inside = (
        wall.hour * 60 + wall.minute for wall in (line.starts, line.ends, one.starts, one.ends)
    )
    begins, ends = ((minute - start) % _DAY_MINUTES for minute in inside)
    length = (end - start) % _DAY_MINUTES
    return begins < (ends or _DAY_MINUTES) <= length and (begins, ends) != (0, length)


def _days(pattern: Pattern, span: Span, zone: ZoneInfo) -> Iterator[date]:
    """Days of the pattern on which a shift may begin that reaches into *span*."""
    on = max(pattern.from_on, span.start.astimezone(zone).date() - _DAY)
    last = span.end.astimezone(zone).date()
    if pattern.until_on is not None:
        last = min(last, pattern.until_on)
    first_week = _monday(pattern.from_on)
    while on <= last:
        if (_monday(on) - first_week).days // _WEEK_DAYS % pattern.every_weeks == 0:
            yield on
        on += _DAY


def _shift(
    source: Source, pattern: Pattern, line: WeeklyShift, on: date, zone: ZoneInfo
) -> Shift | None:
    starts_at = instant(on, line.starts, zone)
    ends_at = instant(_day_of(line.ends, line, on, is_end=True), line.ends, zone)
    if ends_at <= starts_at:
        return None
    uid = f"{on.isoformat()}T{line.starts:%H:%M}"
    return Shift(
        id=shift_id(source.id, uid),
        source_id=source.id,
        uid=uid,
        name="" if source.name == lines_text(pattern.lines) else source.name,
        starts_at=starts_at,
        ends_at=ends_at,
        time_zone=pattern.time_zone,
        utc_offset_s=utc_offset_s(starts_at, zone),
        place=line.place,
        breaks=_breaks(line, on, zone, Span(starts_at, ends_at)),
    )


def _breaks(line: WeeklyShift, on: date, zone: ZoneInfo, span: Span) -> tuple[ShiftBreak, ...]:
    found = []
    for one in line.breaks:
        start = instant(_day_of(one.starts, line, on), one.starts, zone)
        end = instant(_day_of(one.ends, line, on, is_end=True), one.ends, zone)
        if span.start <= start < end <= span.end:
            found.append(ShiftBreak(starts_at=start, ends_at=end, name=one.name))
    return tuple(sorted(found, key=lambda one: one.starts_at))


def _day_of(wall: time, line: WeeklyShift, on: date, *, is_end: bool = False) -> date:
    """The day of a time of the shift that starts on *on*: the next one where it comes before."""
    is_later = wall <= line.starts if is_end else wall < line.starts
    return on + _DAY if is_later else on


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())
