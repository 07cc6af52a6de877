"""Where one is in the schedule: the shift that runs, the next one, and how long it is till then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.shifts.model import Shift, ShiftBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Now, in the schedule.

    Attributes:
        current: the shift that runs; of several the one that began last.
        following: the next one to begin.
        countdown_s: until `following` begins; None without one.
        next_break: of the shift that runs, the break that runs or comes next.
    """

    at: datetime
    current: Shift | None
    following: Shift | None
    countdown_s: float | None
    next_break: ShiftBreak | None


def each_once(shifts: Iterable[Shift]) -> tuple[Shift, ...]:
    """By their start, without hidden ones; a span that several sources tell is one shift.

    The one with breaks wins, as it tells more.
    """
    raise NotImplementedError


def current(shifts: Iterable[Shift], at: datetime) -> Shift | None:
    """The shift that runs at *at*."""
    raise NotImplementedError


def next_shift(shifts: Iterable[Shift], at: datetime) -> Shift | None:
    """The first that begins after *at*."""
    raise NotImplementedError


def outlook(shifts: Iterable[Shift], at: datetime) -> Outlook:
    """All of it for one instant."""
    raise NotImplementedError
