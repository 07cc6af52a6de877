"""Shifts and patterns as a person writes them down: what is refused, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from workspace_assistant.core.days import checked_year
from workspace_assistant.core.one_line import one_line
from workspace_assistant.core.shifts import texts
from workspace_assistant.core.shifts.drafts import PatternDraft, ShiftDraft, ShiftEdit
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.local_times import instant, said, utc_offset_s, zone_of
from workspace_assistant.core.shifts.model import (
    HAND_ID,
    Pattern,
    Shift,
    ShiftBreak,
    Source,
    SourceKind,
)
from workspace_assistant.core.shifts.pattern_words import lines_text
from workspace_assistant.core.shifts.patterns import break_fits, overlap, pattern_shifts
from workspace_assistant.core.shifts.sorting import LONGEST
from workspace_assistant.core.spans import Span

_MOST_WEEKS = 52
_LONGEST_NAME = 200


def by_hand(draft: ShiftDraft, shift_id: str, zone_name: str) -> Shift:
    """The shift of *draft*. Raises `RefusedError`."""
    return Shift(
        id=shift_id,
        source_id=HAND_ID,
        uid=shift_id,
        name=tidy_name(draft.name),
        starts_at=draft.starts_at,
        ends_at=_checked_end(draft.starts_at, draft.ends_at),
        time_zone=zone_name,
        utc_offset_s=utc_offset_s(draft.starts_at, zone_of(zone_name)),
        place=draft.place,
        breaks=_checked_breaks(draft.breaks, Span(draft.starts_at, draft.ends_at)),
    )


def edited(shift: Shift, edit: ShiftEdit) -> ShiftDraft:
    """A draft of *shift* as it is to be. Breaks that no longer fit are left out, unless given."""
    if edit == ShiftEdit():
        raise ShiftError(texts.NOTHING_TO_CHANGE)
    starts_at = shift.starts_at if edit.starts_at is None else edit.starts_at
    ends_at = _moved_end(shift, edit) if edit.ends_at is None else edit.ends_at
    kept = shift.breaks if starts_at == shift.starts_at else _moved_breaks(shift, starts_at)
    fitting = tuple(one for one in kept if starts_at <= one.starts_at and one.ends_at <= ends_at)
    return ShiftDraft(
        starts_at=starts_at,
        ends_at=ends_at,
        name=shift.name if edit.name is None else edit.name,
        place=shift.place if edit.place is None else edit.place,
        breaks=fitting if edit.breaks is None else edit.breaks,
    )


def refuse_taken(shift: Shift, others: Iterable[Shift]) -> None:
    """Raises `ShiftError` where one of *others*, which are shown, has the time."""
    taken = [one for one in others if one.id != shift.id and one.span.overlaps(shift.span)]
    if taken:
        start, end = (said(at, shift.time_zone) for at in (taken[0].starts_at, taken[0].ends_at))
        raise ShiftError(texts.TIME_TAKEN, start=start, end=end)


def pattern_source(draft: PatternDraft, source_id: str, zone_name: str, now: datetime) -> Source:
    """The source of a weekly pattern. Raises `RefusedError`."""
    zone_name = draft.time_zone or zone_name
    pattern = Pattern(
        time_zone=zone_name,
        lines=draft.lines,
        from_on=draft.from_on or now.astimezone(zone_of(zone_name)).date(),
        until_on=draft.until_on,
        every_weeks=draft.every_weeks,
    )
    source = Source(
        id=source_id,
        kind=SourceKind.PATTERN,
        name=tidy_name(draft.name) or lines_text(draft.lines),
        place=draft.place,
        time_zone=zone_name,
        pattern=pattern,
    )
    _check_pattern(source, pattern, now)
    return source


def hand_source(zone_name: str) -> Source:
    return Source(id=HAND_ID, kind=SourceKind.HAND, name=texts.BY_HAND, time_zone=zone_name)


def tidy_name(text: str) -> str:
    return one_line(text)[:_LONGEST_NAME].strip()


def _checked_end(starts_at: datetime, ends_at: datetime) -> datetime:
    checked_year(starts_at)
    if ends_at <= starts_at:
        raise ShiftError(texts.ENDS_BEFORE_START)
    if ends_at - starts_at > LONGEST:
        raise ShiftError(texts.TOO_LONG)
    return ends_at


def _checked_breaks(breaks: Sequence[ShiftBreak], span: Span) -> tuple[ShiftBreak, ...]:
    ordered = sorted(breaks, key=lambda one: (one.starts_at, one.ends_at))
    latest = span.start
    for one in ordered:
        is_inside = span.start <= one.starts_at < one.ends_at <= span.end
        if not is_inside or Span(one.starts_at, one.ends_at) == span:
            raise ShiftError(texts.BREAK_OUTSIDE)
        if one.starts_at < latest:
            raise ShiftError(texts.BREAKS_OVERLAP)
        latest = one.ends_at
    return tuple(replace(one, name=tidy_name(one.name)) for one in ordered)


def _moved_end(shift: Shift, edit: ShiftEdit) -> datetime:
    """A shift that only begins at another time ends when it did, unless that lies before."""
    if edit.starts_at is not None and edit.starts_at >= shift.ends_at:
        return edit.starts_at + (shift.ends_at - shift.starts_at)
    return shift.ends_at


def _moved_breaks(shift: Shift, starts_at: datetime) -> tuple[ShiftBreak, ...]:
    """Where a shift is put on another day, its breaks go with it."""
    if starts_at < shift.ends_at:
        return shift.breaks
    by = starts_at - shift.starts_at
    return tuple(
        replace(one, starts_at=one.starts_at + by, ends_at=one.ends_at + by) for one in shift.breaks
    )


def _check_pattern(source: Source, pattern: Pattern, now: datetime) -> None:
    if not pattern.lines:
        raise ShiftError(texts.NO_LINES)
    if not 1 <= pattern.every_weeks <= _MOST_WEEKS:
        raise ShiftError(texts.PATTERN_WEEKS)
    if pattern.until_on is not None and pattern.until_on < pattern.from_on:
        raise ShiftError(texts.PATTERN_ENDS_FIRST)
    breaks = {one for line in pattern.lines for one in line.breaks}
    fitting = {one for line in pattern.lines for one in line.breaks if break_fits(line, one)}
    if breaks - fitting:
        raise ShiftError(texts.BREAK_OUTSIDE)
    first_at = checked_year(instant(pattern.from_on, time(0), zone_of(pattern.time_zone)))
    begin = max(now, first_at)
    shifts = pattern_shifts(
        source, pattern, Span(begin, begin + timedelta(weeks=pattern.every_weeks + 1))
    )
    if overlap(shifts):
        raise ShiftError(texts.PATTERN_OVERLAPS)
    if not shifts:
        raise ShiftError(texts.PATTERN_WITHOUT_SHIFTS)
