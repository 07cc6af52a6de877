"""Days of a week in one line each, by the wall clock in Madrid.

``08:00 focus 09:30 other-work 12:00`` is two pieces; ``-`` is a time without any. Hours after 24
are of the day that follows: ``22:00 focus 30:00`` ends at six in the morning.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from tests.fakes.shifts import MADRID
from workspace_assistant.core.balance.model import Day, Layer, Piece
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.spans import Span

ZONE = ZoneInfo(MADRID)
NONE_KNOWN = "none known"
_NOTHING = "-"


def a_day(
    on: str,
    line: str = "",
    *,
    frames: str = "",
    interrupted: str = "",
    leave: LeaveKind | None = None,
) -> Day:
    """*frames* are planned shifts: ``08:00 16:30``; `NONE_KNOWN` where no shift is known at all."""
    pieces = _pieces(on, line)
    planned = () if frames == NONE_KNOWN else _frames(on, frames)
    at_work = [one for one in pieces if one.layer is not Layer.BREAK]
    after_s = _sum_s(pieces, Layer.AFTER_HOURS)
    times = tuple(instant(on, one) for one in interrupted.split())
    return Day(
        on=date.fromisoformat(on),
        planned_s=sum(one.length_s for one in planned)
        - sum(one.span.length_s for one in pieces if one.layer is Layer.BREAK),
        worked_s=sum(one.span.length_s for one in at_work),
        focus_s=_sum_s(pieces, Layer.FOCUS) + after_s,
        after_hours_s=None if frames == NONE_KNOWN else after_s,
        interruptions=len(times),
        frames=planned,
        pieces=pieces,
        interrupted_at=times,
        leave=leave,
    )


def a_rest(start: str, end: str) -> Span:
    """``2026-11-16 16:30`` to ``2026-11-17 08:00``."""
    return Span(instant(*start.split()), instant(*end.split()))


def instant(on: str, clock: str) -> datetime:
    hours, minutes = map(int, clock.split(":"))
    day = date.fromisoformat(on) + timedelta(days=hours // 24)
    return datetime.combine(day, time(hours % 24, minutes), ZONE).astimezone(UTC)


def _pieces(on: str, line: str) -> tuple[Piece, ...]:
    words = line.split()
    edges = [instant(on, word) for word in words[::2]]
    return tuple(
        Piece(span=Span(start, end), layer=Layer(name))
        for (start, end), name in zip(pairwise(edges), words[1::2], strict=True)
        if name != _NOTHING
    )


def _frames(on: str, line: str) -> tuple[Span, ...]:
    edges = [instant(on, word) for word in line.split()]
    return tuple(map(Span, edges[::2], edges[1::2]))


def _sum_s(pieces: tuple[Piece, ...], layer: Layer) -> float:
    return sum(one.span.length_s for one in pieces if one.layer is layer)
