"""Third-octave bands of the moment, for the live picture (IEC 61260-1, base-ten bands).

The block's spectrum (Hann window, scaled so that the bands of a steady sound add up to its level)
is summed up between the band edges 10^((n +- 0.5) / 10) Hz; a bin on an edge is shared out. A
thirtieth of a second at 48 kHz takes 0.2 ms.

Limits: a picture, no filter bank of IEC 61260-1 class 1: the window lets a tone show in the bands
beside it, and where bands are narrower than the bins (under 600 Hz in a block of 33 ms) neighbors
share their sound. Bands above half the sample rate stay at the bottom.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.level import Samples

BAND_CENTERS_HZ = (
    100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000,
    1250, 1600, 2000, 2500, 3150, 4000, 5000, 6300, 8000, 10_000,
)  # fmt: skip
BOTTOM_DBFS = -120.0
_LEAST = 10 ** (BOTTOM_DBFS / 10)
_FIRST_BAND = 20  # 10^(20/10) = 100 Hz


def third_octaves(block: Samples, sample_rate_hz: float) -> tuple[float, ...]:
    """Level in each band of `BAND_CENTERS_HZ`, not below -120 dBFS."""
    if block.size == 0:
        return (BOTTOM_DBFS,) * len(BAND_CENTERS_HZ)
    frame = _frame(block.size, sample_rate_hz)
    bins = np.fft.rfft((block - block.sum() / block.size) * frame.window)
    power = bins.real**2 + bins.imag**2
    reached = power.cumsum()  # up to the end of each bin
    at_edges = reached[frame.bins] - power[frame.bins] * frame.missing
    levels = 10 * np.log10(np.maximum(at_edges[1:] - at_edges[:-1], _LEAST))
    return tuple(levels.tolist())


@dataclass(frozen=True, slots=True)
class _Frame:
    """What blocks of one size have in common.

    Attributes:
        window: scaled so that squared bins are powers.
        bins: the one that each edge of a band falls into.
        missing: the share of that bin above the edge.
    """

    window: Samples
    bins: NDArray[np.intp]
    missing: Samples


@lru_cache(maxsize=8)
def _frame(size: int, sample_rate_hz: float) -> _Frame:
    window = np.hanning(size + 2)[1:-1]
    window *= np.sqrt(2 / size / float(window @ window))
    numbers = np.arange(len(BAND_CENTERS_HZ) + 1) + _FIRST_BAND - 0.5
    edges_hz = 10 ** (numbers / 10)
    places = edges_hz * size / sample_rate_hz + 0.5  # a bin spreads half to each side
    bins = np.minimum(places.astype(np.intp), size // 2)
    return _Frame(window, bins, np.maximum(0.0, bins + 1 - places))
