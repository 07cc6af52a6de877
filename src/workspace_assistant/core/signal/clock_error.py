"""The microphone's clock against the computer's: frames delivered over time that passed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAST_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockError:
    """Positive `ppm`: more frames than the nominal rate; `missing_frames` never arrived."""

    ppm: float
    uncertainty_ppm: float
    missing_frames: int


def clock_error(
    block_ends_s: NDArray[np.float64], block_frames: NDArray[np.int64], sample_rate_hz: float
) -> ClockError | None:
    """None for less than 5 s of blocks."""
    if block_ends_s.size < 2 or float(block_ends_s[-1] - block_ends_s[0]) < LEAST_S:
        return None
    elapsed_s = float(block_ends_s[-1] - block_ends_s[0])
    ppm = (float(block_frames[1:].sum()) / (elapsed_s * sample_rate_hz) - 1) * 1e6
    block_s = float(block_frames.max()) / sample_rate_hz
    return ClockError(ppm=ppm, uncertainty_ppm=2e6 * block_s / elapsed_s, missing_frames=0)
