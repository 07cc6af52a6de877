"""How the level meter moves: by time alone, so any block size or frame rate gives one picture.

Ballistics: the bar swings like a VU meter (IEC 60268-17: 99 % of a step in 300 ms), in decibels
as it is drawn; the peak mark jumps up at once, holds, then falls 11.76 dB/s (20 dB in 1.7 s,
IEC 60268-18 type I). Plain Python: the window moves the meter, without NumPy.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

LOWEST_DBFS = -60.0
HIGHEST_DBFS = 0.0
DECAY_DB_PER_S = 11.76
HOLD_S = 1.5
SETTLE_S = 0.3  # a VU meter reaches 99 % of a step in this time
_TIME_CONSTANT_S = SETTLE_S / 4.605  # ln 100


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterPosition:
    """What the meter shows: the bar, the peak mark above it, and how long that mark was held."""

    level_dbfs: float = LOWEST_DBFS
    peak_dbfs: float = LOWEST_DBFS
    held_s: float = 0.0


def moved(
    position: MeterPosition, rms_dbfs: float, peak_dbfs: float, elapsed_s: float
) -> MeterPosition:
    """The position *elapsed_s* after the last one, with a new reading.

    The bar swings like a VU meter; the mark jumps up at once, holds, then falls.
    """
    peak = _clamped(peak_dbfs)
    share = 1 - exp(-max(0.0, elapsed_s) / _TIME_CONSTANT_S)
    level = position.level_dbfs + share * (_clamped(rms_dbfs) - position.level_dbfs)
    if peak >= position.peak_dbfs:
        return MeterPosition(level_dbfs=level, peak_dbfs=peak)
    held_s = position.held_s + elapsed_s
    falling_s = min(elapsed_s, max(0.0, held_s - HOLD_S))
    mark = max(peak, position.peak_dbfs - DECAY_DB_PER_S * falling_s)
    return MeterPosition(level_dbfs=level, peak_dbfs=mark, held_s=held_s)


def share_of_scale(level_dbfs: float) -> float:
    """Where on the scale a level lies, 0 at -60 dBFS to 1 at full scale."""
    return (_clamped(level_dbfs) - LOWEST_DBFS) / (HIGHEST_DBFS - LOWEST_DBFS)


def _clamped(level_dbfs: float) -> float:
    return min(HIGHEST_DBFS, max(LOWEST_DBFS, level_dbfs))
