"""ITU-T P.56 method B written down sample by sample, to compare with. Slow and plain.

The last step follows the reference implementation (ITU-T G.191, module sv56): it halves the range
between two thresholds until the margin is met within 0.5 dB, and from the 20th step on within
more and more.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.active_speech_level import ActiveSpeechLevel

MARGIN_DB = 15.9


def voltmeter(samples: NDArray[np.float64], sample_rate_hz: float) -> ActiveSpeechLevel | None:
    """Active level and activity (over 1 for sound that begins loud); None outside the range."""
    energy = float(np.sum(samples**2))
    envelope = np.array(_envelope(np.abs(samples).tolist(), sample_rate_hz))
    hangover = math.floor(0.2 * sample_rate_hz + 0.5)
    counts = [_active(envelope >= 2.0**-exponent, hangover) for exponent in range(15, 0, -1)]
    levels_db = [10 * math.log10(energy / count) if count else None for count in counts]
    level_dbov = _interpolated(levels_db)
    if level_dbov is None:
        return None
    activity = 10 ** ((10 * math.log10(energy / samples.size) - level_dbov) / 10)
    return ActiveSpeechLevel(level_dbov=level_dbov, activity_fraction=activity)


def _envelope(magnitudes: list[float], sample_rate_hz: float) -> list[float]:
    g = math.exp(-1 / (sample_rate_hz * 0.03))
    p = q = 0.0
    envelope = []
    for magnitude in magnitudes:
        p = g * p + (1 - g) * magnitude
        q = g * q + (1 - g) * p
        envelope.append(q)
    return envelope


def _active(is_above: NDArray[np.bool_], hangover: int) -> int:
    """Samples whose last sample above the threshold is no further back than the hangover."""
    here = np.arange(is_above.size)
    last_above = np.maximum.accumulate(np.where(is_above, here, -hangover - 1))
    return int((here - last_above <= hangover).sum())


def _interpolated(levels_db: list[float | None]) -> float | None:
    thresholds_db = [20 * math.log10(2.0**-exponent) for exponent in range(15, 0, -1)]
    if levels_db[0] is None or levels_db[0] - thresholds_db[0] < MARGIN_DB:
        return None
    for index in range(1, len(levels_db)):
        level_db = levels_db[index]
        if level_db is not None and level_db - thresholds_db[index] <= MARGIN_DB:
            lower_db = levels_db[index - 1]
            assert lower_db is not None
            return _bisected((level_db, thresholds_db[index]), (lower_db, thresholds_db[index - 1]))
    return None


def _bisected(upper: tuple[float, float], lower: tuple[float, float]) -> float:
    """Bounds are (level, threshold); the bound that is left behind jumps onto the new middle."""
    tolerance_db = 0.5
    for level_db, threshold_db in (upper, lower):
        if abs(level_db - threshold_db - MARGIN_DB) < tolerance_db:
            return level_db
    middle = _mean(upper, lower)
    for step in range(2, 1000):
        off_db = middle[0] - middle[1] - MARGIN_DB
        if abs(off_db) <= tolerance_db:
            return middle[0]
        if step > 20:
            tolerance_db *= 1.1
        if off_db > tolerance_db:
            lower = middle = _mean(upper, middle)
        elif off_db < -tolerance_db:
            upper = middle = _mean(middle, lower)
    raise AssertionError("the tolerance grows beyond any distance")


def _mean(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
