"""The log's time: durations by the steady clock, the calendar by the wall clock.

A wall clock may be set at any moment, by hand, by a time server or by a flat battery. A block's
own time is therefore its start plus what the steady clock has counted since; where the two come
apart the block keeps a note (`ClockChange`), and nothing that is logged moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.focus.model import Anchor, Block, ClockChange

# Time servers slew both clocks together; a step is somebody setting one of them. Half a second is
# ten times what reading the two clocks one after the other costs on a busy computer.
NOTICEABLE_STEP_S = 0.5

# Two clocks read one after the other differ by less; no sleep that somebody notices is shorter.
SHORTEST_SLEEP_S = 2.0

# A block that ends further ahead than this was logged while the clock was wrong.
LARGEST_SETBACK = timedelta(hours=24)


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


def start_time(reading: Reading, latest_end_at: datetime | None) -> datetime:
    """When a block that is started now begins: now, or where the log already is.

    A clock that was set back would let it begin inside a block that is over. The log goes on where
    it was then, unless that lies so far ahead that the clock must have been wrong at the time.
    """
    now = reading.wall_at
    if latest_end_at is None or latest_end_at - now > LARGEST_SETBACK:
        return now
    return max(now, latest_end_at)


def _steady(anchor: Anchor | None, reading: Reading) -> datetime | None:
    if anchor is None or anchor.boot_id != reading.boot_id:
        return None
    return anchor.at + timedelta(seconds=reading.elapsed_s - anchor.elapsed_s)
