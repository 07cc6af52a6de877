"""ITU-T G.711: the eight bits of a telephone, there and back, so that its noise can be heard.

Both laws quantize a 16-bit magnitude in 8 segments of 16 steps each; a segment's steps are twice as
wide as those of the one below, so the noise follows the voice about 38 dB lower. Europe uses A-law,
North America and Japan mu-law. Limits: samples beyond full scale are clipped, as a converter does.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.level import Samples

Words = NDArray[np.int64]

SAMPLE_RATE_HZ = 8_000
_FULL_SCALE = 32_768
_MU_BIAS, _MU_CLIP = 132, 32_635
_LOWEST_SEGMENT_BIT = 7  # the magnitude's bit that stands for segment 0


class Law(StrEnum):
    """The two tables of G.711."""

    A = "a-law"
    MU = "mu-law"


def through_g711(samples: Samples, law: Law) -> Samples:
    """*samples* (one channel, full scale 1.0) coded to 8 bits and decoded again."""
    words = np.clip(np.rint(samples * _FULL_SCALE), -_FULL_SCALE, _FULL_SCALE - 1).astype(np.int64)
    magnitude = np.abs(words)
    decoded = _a_law(magnitude) if law is Law.A else _mu_law(magnitude)
    heard: Samples = np.where(words < 0, -decoded, decoded) / _FULL_SCALE
    return heard


def _mu_law(magnitude: Words) -> Words:
    """G.711 table 2; the bias lets all segments be powers of two."""
    biased = np.minimum(magnitude, _MU_CLIP) + _MU_BIAS
    segment = _segment(biased)
    step = (biased >> (segment + 3)) & 15
    decoded: Words = (((step << 3) + _MU_BIAS) << segment) - _MU_BIAS
    return decoded


def _a_law(magnitude: Words) -> Words:
    """G.711 table 1; segments 0 and 1 share one step width."""
    magnitude = np.minimum(magnitude, _FULL_SCALE - 1)
    segment = _segment(np.maximum(magnitude, 1 << _LOWEST_SEGMENT_BIT))
    shift = np.maximum(segment, 1) + 3
    decoded: Words = ((magnitude >> shift) << shift) + (1 << (shift - 1))
    return decoded


def _segment(magnitude: Words) -> Words:
    """Number of the segment: how far the highest bit lies above segment 0's."""
    highest_bit: Words = np.frexp(magnitude.astype(np.float64))[1].astype(np.int64) - 1
    return highest_bit - _LOWEST_SEGMENT_BIT
