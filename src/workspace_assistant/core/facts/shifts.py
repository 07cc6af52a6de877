"""The shift: its length, rest around it, how much of it is night, breaks in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.nights import between_s, is_night
from workspace_assistant.core.facts.open_items import open_items
from workspace_assistant.core.facts.presence import absences, is_seen
from workspace_assistant.core.facts.rests import daily_rests
from workspace_assistant.core.facts.shift_in_view import (
    is_over,
    running_shift,
    shift_in_view,
    so_far,
)
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, known_of_shift, unknown
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.schedule import each_once, next_shift
from workspace_assistant.core.spans import Span, united

_MINUTE_S, _HOUR_S = 60, 3600
_ONE_DAY = timedelta(days=1)
_BREAK_S, _LONG_BREAK_S = 300.0, 900.0
DARK = (time(18), time(7))

_OF_RUNNING = ("shift.elapsed_share", "shift.minutes_left")
_OF_ANY = ("shift.length_h", "shift.nights_in_a_row", "shift.after_dark_share")
_OF_BREAKS = {"shift.breaks_taken": _BREAK_S, "shift.long_breaks": _LONG_BREAK_S}


def shift_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    shifts = each_once(sources.shifts)
    yield from _running(shifts, windows)
    yield from _rests(shifts, windows)
    shift = shift_in_view(shifts, windows)
    if shift is None:
        names = (*_OF_ANY, *_OF_BREAKS, "shift.open_items")
        yield from (unknown(name, "no-shift-in-week") for name in names)
        return
    over = is_over(shift, windows)
    yield known_of_shift("shift.length_h", _whole_minutes_h(shift.span), is_over=over)
    nights = _nights(shifts, shift, windows)
    yield known_of_shift("shift.nights_in_a_row", nights, is_over=over)
    dark_s = between_s(shift.span, DARK, windows.zone)
    dark_share = dark_s / shift.span.length_s if dark_s else 0.0
    yield known_of_shift("shift.after_dark_share", dark_share, is_over=over)
    yield from _breaks(sources, so_far(shift, windows), over=over)
    yield open_items(sources.blocks, shift, windows)


def _running(shifts: Sequence[Shift], windows: Windows) -> Iterator[Fact | Unknown]:
    shift = running_shift(shifts, windows)
    if shift is None:
        yield from (unknown(name, "no-shift-runs") for name in _OF_RUNNING)
        return
    left_s = (shift.ends_at - windows.now).total_seconds()
    yield known("shift.elapsed_share", 1 - left_s / shift.span.length_s)
    yield known("shift.minutes_left", left_s / _MINUTE_S)


def _rests(shifts: Sequence[Shift], windows: Windows) -> Iterator[Fact | Unknown]:
    """As planned; work outside of shifts shortens it further."""
    rests = daily_rests(united(one.span for one in shifts))
    shift = running_shift(shifts, windows) or next_shift(shifts, windows.now)
    yield _rest_before(rests, None if shift is None else shift.starts_at)
    if shift_in_view(shifts, windows) is None:
        yield unknown("shift.rest_after_h", "no-shift-in-week")
    else:
        yield _rest_after(rests, windows.now)


def _rest_before(rests: Sequence[Span], work_at: datetime | None) -> Fact | Unknown:
    """The second half of a split shift has the same one as the first."""
    name = "shift.rest_before_h"
    if work_at is None:
        return unknown(name, "no-shift-ahead")
    before = [one for one in rests if one.end <= work_at]
    return known(name, before[-1].length_s / _HOUR_S) if before else unknown(name, "no-work-before")


def _rest_after(rests: Sequence[Span], now: datetime) -> Fact | Unknown:
    """The one that lasts or comes next."""
    name = "shift.rest_after_h"
    rest = next((one for one in rests if one.end > now), None)
    return unknown(name, "no-work-after") if rest is None else known(name, rest.length_s / _HOUR_S)


def _nights(shifts: Sequence[Shift], last: Shift, windows: Windows) -> int:
    """Days in a row on which a night shift began, up to that of *last*; 0 where this is none."""
    if not is_night(last.span, windows.zone):
        return 0
    nights = {windows.day_of(one.starts_at) for one in shifts if is_night(one.span, windows.zone)}
    count, day = 0, windows.day_of(last.starts_at)
    while day in nights:
        count, day = count + 1, day - _ONE_DAY
    return count


def _whole_minutes_h(span: Span) -> float:
    """As plans have it, and as it is told."""
    return span.length_s // _MINUTE_S * _MINUTE_S / _HOUR_S


def _breaks(sources: Sources, span: Span, *, over: bool) -> Iterator[Fact | Unknown]:
    if not is_seen(sources.activity, span):
        yield from (unknown(name, "shift-not-watched") for name in _OF_BREAKS)
        return
    away = absences(sources.activity, span)
    for name, least_s in _OF_BREAKS.items():
        taken = sum(one.length_s >= least_s for one in away)
        yield known_of_shift(name, taken, is_over=over)
