"""The log's time: durations by the steady clock, the calendar by the wall clock.

A wall clock may be set at any moment, by hand, by a time server or by a flat battery. A block's
own time is therefore its start plus what the steady clock has counted since; where the two come
apart the block keeps a note (`ClockChange`), and nothing that is logged moves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.focus.model import Anchor, Block, ClockChange

# Time servers slew both clocks together; a step is somebody setting one of them. Half a second is
# ten times what reading the two clocks one after the other costs on a busy computer.
NOTICEABLE_STEP_S = 0.5

# Two clocks read one after the other differ by less; no sleep that somebody notices is shorter.
SHORTEST_SLEEP_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All clocks of the computer, read at once.

    Attributes:
        wall_at: what the computer takes for the time, aware UTC.
        elapsed_s: steady seconds since some instant of this run of the computer, sleep included.
        awake_s: the same without sleep; None where the system does not tell the two apart.
        boot_id: names the run of the computer.
    """

    wall_at: datetime
    elapsed_s: float
    awake_s: float | None
    boot_id: str


_TOLD_TO_S = 60.0  # times are told to the minute


def anchored(at: datetime, reading: Reading) -> Anchor:
    """Ties the log's instant *at* to the moment of *reading*."""
    return Anchor(at=at, elapsed_s=reading.elapsed_s, boot_id=reading.boot_id)


def log_time(block: Block, reading: Reading, *, not_before: datetime) -> datetime:
    """The moment of *reading* on the time of the *block*; never before *not_before*.

    Without an anchor of this run of the computer only the wall clock is left. It stands as far from
    the log's time as it was last seen to, unless that cannot be: then it was set right meanwhile.
    """
    steady_at = _steady(block.anchor, reading)
    if steady_at is not None:
        return max(steady_at, not_before)
    likely_at = reading.wall_at - timedelta(seconds=ahead_s(block))
    return likely_at if likely_at >= not_before else max(reading.wall_at, not_before)


def ahead_s(block: Block) -> float:
    """How far the computer's clock is known to stand ahead of the block's time."""
    return block.clock_changes[-1].by_s if block.clock_changes else 0.0


def put_off_s(block: Block) -> float:
    """How much later the block begins than the computer's clock said, for its time was taken."""
    first = block.clock_changes[0] if block.clock_changes else None
    return -first.by_s if first is not None and first.at == block.started_at else 0.0


def shown_end_at(block: Block) -> datetime | None:
    """What the computer's clock showed when the block ended, where that is not the log's time."""
    by_s = ahead_s(block)
    if block.ended_at is None or abs(by_s) < _TOLD_TO_S:
        return None
    return block.ended_at + timedelta(seconds=by_s)


def moved_by(before: Anchor | None, after: Anchor | None) -> timedelta:
    """How far the log's time was moved, where both tie the same moment to it."""
    if before is None or after is None or replace(before, at=after.at) != after:
        return timedelta()
    return after.at - before.at


def set_clock(anchor: Anchor, reading: Reading, known_s: float) -> ClockChange | None:
    """What is to be noted when the clock no longer stands *known_s* ahead of the block's time."""
    at = _steady(anchor, reading)
    if at is None:
        return None
    by_s = (reading.wall_at - at).total_seconds()
    return ClockChange(at=at, by_s=by_s) if abs(by_s - known_s) > NOTICEABLE_STEP_S else None


def awake_s_between(earlier: Reading, now: Reading) -> float:
    """Without the sleep; with it where the system does not tell the two apart.

    Both readings are of one run of the computer.
    """
    if earlier.awake_s is None or now.awake_s is None:
        return now.elapsed_s - earlier.elapsed_s
    return now.awake_s - earlier.awake_s


def has_slept_between(earlier: Reading, now: Reading) -> bool:
    """False where the system does not tell."""
    elapsed_s = now.elapsed_s - earlier.elapsed_s
    return elapsed_s - awake_s_between(earlier, now) > SHORTEST_SLEEP_S


def _steady(anchor: Anchor | None, reading: Reading) -> datetime | None:
    if anchor is None or anchor.boot_id != reading.boot_id:
        return None
    return anchor.at + timedelta(seconds=reading.elapsed_s - anchor.elapsed_s)
