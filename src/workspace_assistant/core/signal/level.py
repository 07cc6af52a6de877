"""Levels of digital sound in decibels, and the one convention that all modules here share.

Samples are floats with full scale 1.0. A level is ``10 log10(mean square)``, so 0 dB is the RMS
of a full-scale square wave: *dBov* of ITU-T G.100.1, and the *dBFS* used in this project. A
full-scale sine has RMS -3.01. (AES17 puts its 0 dBFS at the sine, 3.01 dB away.)
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]


def power_db(mean_square: float) -> float:
    """Level of a mean square; minus infinity for none: callers must not publish that as a value."""
    return 10 * math.log10(mean_square) if mean_square > 0 else -math.inf


def amplitude_db(amplitude: float) -> float:
    """Level of an amplitude, such as a peak; minus infinity for 0."""
    return 20 * math.log10(amplitude) if amplitude > 0 else -math.inf


def mean_square(samples: NDArray[np.floating]) -> float:
    """Mean of the squares; 0 for no samples."""
    flat = samples.reshape(-1)
    # No dot product: its threads wait for one another on a busy computer.
    return float(np.einsum("i,i->", flat, flat, dtype=np.float64)) / flat.size if flat.size else 0.0


def frame_powers(samples: Samples, size: int) -> Samples:
    """Mean square of each whole frame of *size* samples, without a copy of a long recording."""
    frames = in_frames(samples, size)
    powers: Samples = np.einsum("ij,ij->i", frames, frames) / size
    return powers


def in_frames(samples: Samples, size: int) -> Samples:
    """The whole frames of *size* samples, as rows; what is left over at the end is left out."""
    count = samples.size // size
    return samples[: count * size].reshape(count, size)


def peak(samples: NDArray[np.floating]) -> float:
    """Largest magnitude; 0 for no samples."""
    return max(abs(float(samples.max())), abs(float(samples.min()))) if samples.size else 0.0
