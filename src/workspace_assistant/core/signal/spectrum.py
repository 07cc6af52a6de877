"""Third-octave bands of the moment, for the live picture (IEC 61260-1, base-ten bands).

The block's spectrum (Hann window, scaled so that the bands of a steady sound add up to its level)
is summed up between the band edges 10^((n +- 0.5) / 10) Hz; a bin on an edge is shared out. A
thirtieth of a second at 48 kHz takes 0.2 ms.

Limits: a picture, no filter bank of IEC 61260-1 class 1: the window lets a tone show in the bands
beside it, and where bands are narrower than the bins (under 600 Hz in a block of 33 ms) neighbors
share their sound. Bands above half the sample rate stay at the bottom.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from workspace_assistant.core.signal.level import Samples

BAND_CENTERS_HZ = (
    100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000,
    1250, 1600, 2000, 2500, 3150, 4000, 5000, 6300, 8000, 10_000,
)  # fmt: skip
BOTTOM_DBFS = -120.0
_FIRST_BAND = 20  # 10^(20/10) = 100 Hz


def third_octaves(block: Samples, sample_rate_hz: float) -> tuple[float, ...]:
    """Level in each band of `BAND_CENTERS_HZ`, not below -120 dBFS."""
    if block.size == 0:
        return (BOTTOM_DBFS,) * len(BAND_CENTERS_HZ)
    window = _window(block.size)
    power = np.abs(np.fft.rfft((block - block.mean()) * window)) ** 2 * 2 / block.size
    reached = np.concatenate(([0.0], np.cumsum(power)))
    edge_bins = _edges_hz() * block.size / sample_rate_hz + 0.5  # a bin spreads half to each side
    at_edges = np.interp(edge_bins, np.arange(reached.size), reached)
    least = 10 ** (BOTTOM_DBFS / 10)
    levels = 10 * np.log10(np.maximum(np.diff(at_edges), least))
    return tuple(levels.tolist())


@lru_cache(maxsize=8)
def _window(size: int) -> Samples:
    window = np.hanning(size + 2)[1:-1]
    scaled: Samples = window / np.sqrt(float(window @ window))
    return scaled


@lru_cache(maxsize=1)
def _edges_hz() -> Samples:
    numbers = np.arange(len(BAND_CENTERS_HZ) + 1) + _FIRST_BAND - 0.5
    edges: Samples = 10 ** (numbers / 10)
    return edges
