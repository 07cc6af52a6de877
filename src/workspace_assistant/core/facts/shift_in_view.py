"""The shift that facts are about: the one that runs, else the last one of the week."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.schedule import current, each_once
from workspace_assistant.core.spans import Span


def running_shift(shifts: Iterable[Shift], windows: Windows) -> Shift | None:
    return current(shifts, windows.now)


def shift_in_view(shifts: Iterable[Shift], windows: Windows) -> Shift | None:
    known = tuple(shifts)
    running = running_shift(known, windows)
    if running is not None:
        return running
    over = [one for one in each_once(known) if windows.week.start < one.ends_at <= windows.now]
    return max(over, key=lambda one: one.ends_at, default=None)


def is_over(shift: Shift, windows: Windows) -> bool:
    """Whether it is the last one, and not one that runs."""
    return not shift.span.holds(windows.now)


def so_far(shift: Shift, windows: Windows) -> Span:
    """What of a shift that has begun is over."""
    return Span(shift.starts_at, max(shift.starts_at, min(shift.ends_at, windows.end)))
