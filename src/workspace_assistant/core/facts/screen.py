"""How long the person sits at the computer without a break, from the log of activity."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.presence import (
    AT_COMPUTER,
    AWAY_S,
    SEEN,
    clipped,
    is_seen,
    seconds,
    stretches,
)
from workspace_assistant.core.facts.shift_in_view import is_over, shift_in_view, so_far
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, known_of_shift, unknown
from workspace_assistant.core.facts.windows import Windows

_MINUTE_S = 60
_LONG_S = 3600.0
# A log that ends earlier says nothing of now.
_FRESH = timedelta(minutes=2)

_OF_SHIFT = ("screen.long_stretches.shift", "sitting.minutes.shift")


def screen_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    yield _now(sources, windows)
    yield from _of_shift(sources, windows)
    yield _of_week(sources, windows)


def _now(sources: Sources, windows: Windows) -> Fact | Unknown:
    name = "screen.stretch_minutes"
    seen = clipped(sources.activity, windows.last_days(2), SEEN)
    if not seen or windows.now - seen[-1].end > _FRESH:
        return unknown(name, "not-watched-now")
    found = stretches(sources.activity, windows.last_days(2))
    if not found or (windows.now - found[-1].end).total_seconds() >= AWAY_S:
        return known(name, 0.0)
    return known(name, found[-1].length_s / _MINUTE_S)


def _of_shift(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    shift = shift_in_view(sources.shifts, windows)
    reason = "no-shift-in-week" if shift is None else "shift-not-watched"
    if shift is None or not is_seen(sources.activity, so_far(shift, windows)):
        yield from (unknown(name, reason) for name in _OF_SHIFT)
        return
    span, over = so_far(shift, windows), is_over(shift, windows)
    long = sum(one.length_s > _LONG_S for one in stretches(sources.activity, span))
    yield known_of_shift("screen.long_stretches.shift", long, is_over=over)
    there_s = seconds(clipped(sources.activity, span, AT_COMPUTER))
    yield known_of_shift("sitting.minutes.shift", there_s / _MINUTE_S, is_over=over)


def _of_week(sources: Sources, windows: Windows) -> Fact | Unknown:
    """The longest that was seen; an unseen one may have been longer."""
    name = "screen.longest_stretch.week"
    found = stretches(sources.activity, windows.week)
    if not found:
        return unknown(name, "activity-not-watched-in-week")
    return known(name, max(one.length_s for one in found) / _MINUTE_S, count=len(found))
