"""Arithmetic of a live level meter: pure steps in time, drawn by whoever shows it.

Ballistics: the bar rises at once and falls 11.76 dB/s (20 dB in 1.7 s, IEC 60268-18 type I); the
peak mark holds 1.5 s; the mean pointer moves like a VU meter (IEC 60268-17: 99 % of a step in
300 ms). All depends on elapsed time alone, so any block size or frame rate gives the same picture.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

BOTTOM_DB = -60.0
TOP_DB = 0.0
DECAY_DB_PER_S = 20 / 1.7
PEAK_HOLD_S = 1.5
VU_RISE_S = 0.3
_VU_TIME_CONSTANT_S = VU_RISE_S / math.log(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterState:
    """What the meter shows at `at_s`, in dBFS within -60 to 0."""

    at_s: float
    level_dbfs: float = BOTTOM_DB
    mean_dbfs: float = BOTTOM_DB
    held_peak_dbfs: float = BOTTOM_DB
    held_since_s: float = -math.inf


def advance(state: MeterState, *, peak_dbfs: float, rms_dbfs: float, at_s: float) -> MeterState:
    """The meter at `at_s`, after a block with this peak and RMS (minus infinity is fine)."""
    elapsed_s = max(0.0, at_s - state.at_s)
    peak_dbfs = _on_scale(peak_dbfs)
    fallen_dbfs = _on_scale(state.level_dbfs - DECAY_DB_PER_S * elapsed_s)
    level_dbfs = max(peak_dbfs, fallen_dbfs)
    is_new_peak = peak_dbfs >= state.held_peak_dbfs
    is_held = not is_new_peak and at_s - state.held_since_s < PEAK_HOLD_S
    return MeterState(
        at_s=state.at_s + elapsed_s,
        level_dbfs=level_dbfs,
        mean_dbfs=_vu(state.mean_dbfs, _on_scale(rms_dbfs), elapsed_s),
        held_peak_dbfs=state.held_peak_dbfs if is_held else level_dbfs,
        held_since_s=state.held_since_s if is_held else at_s,
    )


def position(level_dbfs: float) -> float:
    """Place of a level on the scale: 0 at -60 dBFS, 1 at 0 dBFS, linear in decibels."""
    return (_on_scale(level_dbfs) - BOTTOM_DB) / (TOP_DB - BOTTOM_DB)


def _on_scale(level_db: float) -> float:
    return min(TOP_DB, max(BOTTOM_DB, level_db))


def _vu(shown_dbfs: float, target_dbfs: float, elapsed_s: float) -> float:
    """One-pole movement in amplitude, as a VU pointer moves."""
    shown, target = 10 ** (shown_dbfs / 20), 10 ** (target_dbfs / 20)
    left = math.exp(-elapsed_s / _VU_TIME_CONSTANT_S)
    return _on_scale(20 * math.log10(target + (shown - target) * left))
