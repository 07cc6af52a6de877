"""Another sample rate for the same sound: piecewise FFT, whose band is kept or cut off in one step.

All of the band up to 96 % of the lower rate's half passes unchanged; above it the gain falls to
nothing, so nothing folds back. Any two whole rates will do. Blind spot: sound that starts or ends
abruptly rings by up to 9 % for some samples, as with any filter that steep.
"""

from __future__ import annotations

import numpy as np

from workspace_assistant.core.signal.level import Samples

PASSED_FRACTION = 0.96
_PIECE_S = 20  # memory stays bounded on long recordings
_LARGEST_PIECE = 4_000_000
_OVERLAP_S = 1


def resampled(samples: Samples, from_hz: int, to_hz: int) -> Samples:
    """*samples* (one channel) at `to_hz`; as long in seconds, rounded down to a whole sample."""
    if from_hz == to_hz or samples.size == 0:
        return samples.copy()
    result = np.empty(samples.size * to_hz // from_hz)
    seconds = max(1, min(_PIECE_S, _LARGEST_PIECE // from_hz))
    for start_s in range(0, -(-samples.size // from_hz), seconds):
        piece = _piece(samples, from_hz, start_s - _OVERLAP_S, start_s + seconds + _OVERLAP_S)
        used = result[start_s * to_hz : (start_s + seconds) * to_hz]
        converted = _converted(piece, from_hz, to_hz)[_OVERLAP_S * to_hz :]
        used[:] = converted[: used.size]
    return result


def _piece(samples: Samples, rate_hz: int, from_s: int, to_s: int) -> Samples:
    """The stretch between two whole seconds, with silence where the recording has none."""
    last_s = min(to_s, -(-samples.size // rate_hz) + _OVERLAP_S)
    stretch = samples[max(0, from_s * rate_hz) : last_s * rate_hz]
    before = max(0, -from_s * rate_hz)
    return np.pad(stretch, (before, (last_s - from_s) * rate_hz - before - stretch.size))


def _converted(piece: Samples, from_hz: int, to_hz: int) -> Samples:
    """A piece of whole seconds at the other rate."""
    seconds = piece.size // from_hz
    lower_bins = min(from_hz, to_hz) * seconds // 2 + 1
    spectrum = np.zeros(to_hz * seconds // 2 + 1, dtype=np.complex128)
    spectrum[:lower_bins] = np.fft.rfft(piece)[:lower_bins]
    passed = int(lower_bins * PASSED_FRACTION)
    fall = np.arange(lower_bins - passed) / (lower_bins - passed)
    spectrum[passed:lower_bins] *= 0.5 + 0.5 * np.cos(np.pi * fall)
    converted: Samples = np.fft.irfft(spectrum, to_hz * seconds) * (to_hz / from_hz)
    return converted
