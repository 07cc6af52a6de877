"""Work outside of shifts: one definition for tips and for the week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.shift_frames import span_until
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span

# Logging in and out takes a moment.
GRACE = timedelta(minutes=5)
# A day counts from so much on.
LEAST_DAY_S = 60.0


def worked_spans(block: Block, now: datetime) -> tuple[Span, ...]:
    """A block without its gaps: neither a pause nor what nobody has answered for is work."""
    left: tuple[Span, ...] = (span_until(block, now),)
    for gap in block.gaps:
        gone = Span(gap.started_at, max(gap.ended_at or now, gap.started_at))
        left = tuple(piece for one in left for piece in one.without(gone))
    return tuple(one for one in left if one.length_s > 0)


def outside_shifts(worked: Iterable[Span], shifts: Iterable[Shift]) -> tuple[Span, ...]:
    """What of *worked* lies more than five minutes outside of every planned shift."""
    left = tuple(worked)
    for shift in shifts:
        frame = Span(shift.starts_at - GRACE, shift.ends_at + GRACE)
        left = tuple(piece for one in left for piece in one.without(frame))
    return left
