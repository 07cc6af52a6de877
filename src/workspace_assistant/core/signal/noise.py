"""Background noise of a stretch where nobody speaks.

The floor is the A-weighted (IEC 61672-1) level of the median 50 ms frame: for steady noise within
0.05 dB of the true level, and unmoved by single clicks, which is why the spread L90 - L10 of the
frames stands beside it. The unweighted level (50 Hz high-pass) is there to form the
signal-to-noise ratio with a speech level that is unweighted as well. Frames of exact silence are
left out of all three: they are a stream's or a gate's, not the room's.

Blind spots: the level is relative to the converter's full scale, so it moves with the input gain;
a noise gate or suppressor removes noise here that returns under speech. There must be a quiet
stretch: a low percentile inside continuous speech reads up to 20 dB too high.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.filtering import without_rumble
from workspace_assistant.core.signal.level import Samples, frame_powers, power_db
from workspace_assistant.core.signal.weighting import a_weighted

FRAME_S = 0.05
LEAST_QUIET_S = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class NoiseFloor:
    """Median frame levels; `spread_db` is L90 - L10 of the A-weighted frames."""

    a_weighted_dbfs: float
    unweighted_dbov: float
    spread_db: float


def noise_floor(quiet: Samples, sample_rate_hz: float) -> NoiseFloor | None:
    """Noise of the quiet stretch; None when it is under 0.5 s or half of it is exact silence."""
    if quiet.size < LEAST_QUIET_S * sample_rate_hz or is_mostly_silent(quiet, sample_rate_hz):
        return None
    clean = without_rumble(quiet, sample_rate_hz)
    size = _frame_size(sample_rate_hz)
    weighted = frame_powers(a_weighted(clean, sample_rate_hz), size)
    unweighted = frame_powers(clean, size)
    heard = _is_changing(quiet, sample_rate_hz)
    weighted, unweighted = weighted[heard], unweighted[heard]
    lowest, highest = np.percentile(weighted, [10, 90])
    return NoiseFloor(
        a_weighted_dbfs=power_db(float(np.median(weighted))),
        unweighted_dbov=power_db(float(np.median(unweighted))),
        spread_db=power_db(float(highest)) - power_db(float(lowest)),
    )


def is_mostly_silent(quiet: Samples, sample_rate_hz: float) -> bool:
    """Whether half of the 50 ms frames hold constant samples: the mark of a mute or noise gate."""
    if quiet.size == 0:
        return False
    changing = _is_changing(quiet, sample_rate_hz)
    return changing.size > 0 and float((~changing).mean()) >= 0.5


def _is_changing(quiet: Samples, sample_rate_hz: float) -> NDArray[np.bool_]:
    """Of each frame, whether its samples differ from one another or from the one before them."""
    size = _frame_size(sample_rate_hz)
    count = quiet.size // size
    changes = np.zeros(quiet.size, dtype=np.bool_)
    np.not_equal(quiet[1:], quiet[:-1], out=changes[1:])
    changing: NDArray[np.bool_] = np.any(changes[: count * size].reshape(count, size), axis=1)
    return changing


def _frame_size(sample_rate_hz: float) -> int:
    return max(1, int(sample_rate_hz * FRAME_S))
