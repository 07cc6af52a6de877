"""How long a block lasted, how much of it was work, and how it stands."""

from __future__ import annotations

from datetime import datetime

from workspace_assistant.core.focus.model import Block, BlockState, Gap, GapReason

# FocusTimer's rule, taken over: four fifths of the plan count as done.
COMPLETED_FRACTION = 0.8


def span_s(block: Block, now: datetime) -> float:
    """From its start to its end, or to *now* while it is open; >= 0."""
    return max((_end(block.ended_at, now) - block.started_at).total_seconds(), 0.0)


def gap_s(gap: Gap, now: datetime) -> float:
    return max((_end(gap.ended_at, now) - gap.started_at).total_seconds(), 0.0)


def away_s(block: Block, now: datetime) -> float:
    """All gaps together."""
    return sum(gap_s(gap, now) for gap in block.gaps)


def worked_s(block: Block, now: datetime) -> float:
    """The span without the gaps."""
    return max(span_s(block, now) - away_s(block, now), 0.0)


def remaining_s(block: Block, now: datetime) -> float | None:
    """Planned time not yet worked, negative in overtime; None in flow mode."""
    return None if block.planned_s is None else block.planned_s - worked_s(block, now)


def state(block: Block, now: datetime) -> BlockState:
    if block.is_open:
        return _open_state(open_gap(block))
    if block.planned_s is None:
        return BlockState.ENDED
    is_done = worked_s(block, now) >= COMPLETED_FRACTION * block.planned_s
    return BlockState.COMPLETED if is_done else BlockState.UNCOMPLETED


def open_gap(block: Block) -> Gap | None:
    last = block.gaps[-1] if block.gaps else None
    return last if last is not None and last.ended_at is None else None


def is_wanted(gap: Gap) -> bool:
    """Whether a person said that this is no work: a pause or a break."""
    return gap.reason in {GapReason.PAUSE, GapReason.BREAK}


def last_act_at(block: Block) -> datetime:
    """The latest instant at which the block itself proves that somebody was there."""
    instants = [block.started_at]
    instants += [gap.ended_at or gap.started_at for gap in block.gaps]
    instants += [thing.ended_at or thing.at for thing in block.interruptions]
    return max(instants)


def _open_state(gap: Gap | None) -> BlockState:
    if gap is None:
        return BlockState.RUNNING
    return BlockState.PAUSED if is_wanted(gap) else BlockState.AWAY


def _end(ended_at: datetime | None, now: datetime) -> datetime:
    return now if ended_at is None else ended_at
