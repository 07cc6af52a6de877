"""Where one is in the schedule: the shift that runs, the next one, and how long it is till then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.shifts.model import HAND_ID, Shift, ShiftBreak
from workspace_assistant.core.spans import Span


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

    What a person wrote down wins, then what has most breaks, as it tells more.
    """
    found: dict[Span, Shift] = {}
    for one in shifts:
        known = found.get(one.span)
        if not one.is_hidden and (known is None or _rank(one) < _rank(known)):
            found[one.span] = one
    return tuple(sorted(found.values(), key=_order))


def current(shifts: Iterable[Shift], at: datetime) -> Shift | None:
    """The shift that runs at *at*; of several the one that began last."""
    running = [one for one in each_once(shifts) if one.span.holds(at)]
    return running[-1] if running else None


def next_shift(shifts: Iterable[Shift], at: datetime) -> Shift | None:
    """The first that begins after *at*."""
    return next((one for one in each_once(shifts) if one.starts_at > at), None)


def outlook(shifts: Iterable[Shift], at: datetime) -> Outlook:
    """All of it for one instant."""
    planned = each_once(shifts)
    running, following = current(planned, at), next_shift(planned, at)
    return Outlook(
        at=at,
        current=running,
        following=following,
        countdown_s=None if following is None else (following.starts_at - at).total_seconds(),
        next_break=None if running is None else next_break(running, at),
    )


def next_break(shift: Shift, at: datetime) -> ShiftBreak | None:
    """The break that runs or comes next."""
    return next((one for one in shift.breaks if one.ends_at > at), None)


def crossing(shifts: Iterable[Shift]) -> tuple[Shift, ...]:
    """Those that begin before another one has ended: two sources that do not agree."""
    found, until = [], None
    for one in each_once(shifts):
        if until is not None and one.starts_at < until:
            found.append(one)
        until = one.ends_at if until is None else max(until, one.ends_at)
    return tuple(found)


def planned_s(shifts: Iterable[Shift]) -> float:
    """How long is planned in all; time that two shifts share counts once."""
    total_s, until = 0.0, None
    for one in each_once(shifts):
        start = one.starts_at if until is None else max(one.starts_at, until)
        if one.ends_at > start:
            total_s += (one.ends_at - start).total_seconds()
            until = one.ends_at
    return total_s


def _rank(shift: Shift) -> tuple[bool, int, str]:
    return (shift.source_id != HAND_ID, -len(shift.breaks), shift.id)


def _order(shift: Shift) -> tuple[datetime, datetime, str]:
    return (shift.starts_at, shift.ends_at, shift.id)
