"""The shift: its length, rest around it, how much of it is night, breaks in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time

from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.nights import between_s, is_night
from workspace_assistant.core.facts.open_items import open_items
from workspace_assistant.core.facts.presence import absences, is_seen
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
from workspace_assistant.core.spans import Span

_MINUTE_S, _HOUR_S = 60, 3600
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
    yield known_of_shift("shift.length_h", shift.span.length_s / _HOUR_S, is_over=over)
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
    following = next_shift(shifts, windows.now)
    running = running_shift(shifts, windows)
    yield _rest("shift.rest_before_h", shifts, running or following)
    in_view = shift_in_view(shifts, windows)
    if in_view is None:
        yield unknown("shift.rest_after_h", "no-shift-in-week")
    else:
        yield _rest("shift.rest_after_h", shifts, following)


def _rest(name: str, shifts: Sequence[Shift], shift: Shift | None) -> Fact | Unknown:
    if shift is None:
        return unknown(name, "no-shift-ahead")
    ends = [one.ends_at for one in shifts if one.starts_at < shift.starts_at]
    if not ends:
        return unknown(name, "no-shift-before")
    rest_s = max((shift.starts_at - max(ends)).total_seconds(), 0.0)
    return known(name, rest_s / _HOUR_S)


def _nights(shifts: Sequence[Shift], last: Shift, windows: Windows) -> int:
    """Shifts at night up to and with *last*; a day without one ends the row."""
    count, day = 0, windows.day_of(last.starts_at)
    for one in reversed([each for each in shifts if each.starts_at <= last.starts_at]):
        began = windows.day_of(one.starts_at)
        if not is_night(one.span, windows.zone) or (day - began).days > 1:
            break
        count, day = count + 1, began
    return count


def _breaks(sources: Sources, span: Span, *, over: bool) -> Iterator[Fact | Unknown]:
    if not is_seen(sources.activity, span):
        yield from (unknown(name, "shift-not-watched") for name in _OF_BREAKS)
        return
    away = absences(sources.activity, span)
    for name, least_s in _OF_BREAKS.items():
        taken = sum(one.length_s >= least_s for one in away)
        yield known_of_shift(name, taken, is_over=over)
