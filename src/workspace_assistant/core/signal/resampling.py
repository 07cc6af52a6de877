"""Another sample rate for the same sound: piecewise FFT, whose band is kept or cut off in one step.

All of the band up to 96 % of the lower rate's half passes unchanged; above it the gain falls to
nothing, so nothing folds back. Any two whole rates will do. Blind spot: sound that starts or ends
abruptly rings by up to 9 % for some samples, as with any filter that steep.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.fourier import low_spectrum, most_parts
from workspace_assistant.core.signal.level import Samples

PASSED_FRACTION = 0.96
_PIECE_S = 20  # memory stays bounded on long recordings
_LARGEST_PIECE = 4_000_000
_OVERLAP_S = 1
_MOST_PARTS = 16


def resampled(samples: Samples, from_hz: int, to_hz: int) -> Samples:
    """*samples* (one channel) at `to_hz`; as long in seconds, rounded down to a whole sample."""
    result = np.empty(samples.size * to_hz // from_hz)
    _resample(samples, from_hz, to_hz, result)
    return result


def resampled_singly(samples: Samples, from_hz: int, to_hz: int) -> NDArray[np.float32]:
    """The same in single precision: half the memory, for what needs no more."""
    result = np.empty(samples.size * to_hz // from_hz, dtype=np.float32)
    _resample(samples, from_hz, to_hz, result)
    return result


def _resample(samples: Samples, from_hz: int, to_hz: int, result: NDArray[np.floating]) -> None:
    if from_hz == to_hz:
        result[:] = samples
        return
    seconds = max(1, min(_PIECE_S, _LARGEST_PIECE // from_hz))
    whole_s = -(-samples.size // from_hz)
    for start_s in range(0, whole_s, seconds):
        first_s = max(0, start_s - _OVERLAP_S)
        last_s = min(start_s + seconds, whole_s) + _OVERLAP_S
        # Silence follows up to here. The transform goes round, so it surrounds the first piece.
        end_s = last_s if first_s else last_s + _OVERLAP_S
        stretch = samples[first_s * from_hz : last_s * from_hz]
        used = result[start_s * to_hz : (start_s + seconds) * to_hz]
        converted = _converted(stretch, end_s - first_s, from_hz, to_hz)
        used[:] = converted[(start_s - first_s) * to_hz :][: used.size]


def _converted(stretch: Samples, seconds: int, from_hz: int, to_hz: int) -> Samples:
    """That many seconds at the other rate; silence follows the stretch."""
    lower_bins = min(from_hz, to_hz) * seconds // 2 + 1
    spectrum = np.zeros(to_hz * seconds // 2 + 1, dtype=np.complex128)
    parts = most_parts(from_hz, min(_MOST_PARTS, from_hz / to_hz))
    spectrum[:lower_bins] = low_spectrum(stretch, from_hz * seconds, lower_bins, parts)
    passed = int(lower_bins * PASSED_FRACTION)
    fall = np.arange(lower_bins - passed) / (lower_bins - passed)
    spectrum[passed:lower_bins] *= 0.5 + 0.5 * np.cos(np.pi * fall)
    converted: Samples = np.fft.irfft(spectrum, to_hz * seconds)
    converted *= to_hz / from_hz
    return converted
