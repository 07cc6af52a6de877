"""The level of a voice in three bands, step by step: what its echo shows in. Own method.

400 to 6000 Hz, as far as the sample rate goes, in steps of 5 ms, smoothed over 40 ms.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from workspace_assistant.core.signal.fourier import low_spectrum, most_parts
from workspace_assistant.core.signal.level import Samples
from workspace_assistant.core.signal.pieces import pieces

LEAST_RATE_HZ = 6000.0
STEP_S = 0.005
_BANDS_HZ = ((400, 1000), (1000, 2400), (2400, 6000))
_SMOOTHING = np.hanning(10)[1:-1] / np.hanning(10)[1:-1].sum()  # 40 ms
_FAINTEST_POWER = 1e-14
_PIECE, _OVERLAP = 24_000, 400  # steps: two minutes, so that memory stays bounded

BandLevels = tuple[Samples, Samples, Samples]
"""In dB, per step, from the lowest band to the highest."""


def voice_bands(samples: Samples, sample_rate_hz: float, least_s: float) -> BandLevels | None:
    """The levels; None under 6 kHz, or for less than *least_s*."""
    if sample_rate_hz < LEAST_RATE_HZ or samples.size < least_s * sample_rate_hz:
        return None
    step = round(sample_rate_hz * STEP_S)
    count = samples.size // step
    powers = np.empty((len(_BANDS_HZ), count))
    for start, end in pieces(count, _PIECE):
        last = min(count, end + _OVERLAP)
        # The last piece is as long as the others: odd lengths take the transform more memory.
        first = max(0, min(start - _OVERLAP, last - _PIECE - 2 * _OVERLAP))
        piece = samples[first * step : last * step]
        for band, heard in zip(powers, _band_powers(piece, step, sample_rate_hz), strict=True):
            band[start:end] = heard[start - first : end - first]
    low, middle, high = (_levels(band) for band in powers)
    return low, middle, high


def _band_powers(samples: Samples, step: int, sample_rate_hz: float) -> Iterator[Samples]:
    """Mean square of each band in each step.

    A band's share of the spectrum, transformed back alone, is its complex envelope at a rate of its
    width: as many values per step as the band has 200 Hz.
    """
    count = samples.size // step
    step_hz = sample_rate_hz / step
    widths = [
        int((min(high_hz, 0.46 * sample_rate_hz) - low_hz) / step_hz)
        for low_hz, high_hz in _BANDS_HZ
    ]
    firsts = [round(low_hz / step_hz * count) for low_hz, _ in _BANDS_HZ]
    bins = max(first + width * count for first, width in zip(firsts, widths, strict=True))
    parts = most_parts(step, samples.size / (2 * bins))
    spectrum = low_spectrum(samples, samples.size, bins, parts)
    for first, width in zip(firsts, widths, strict=True):
        envelope = np.fft.ifft(spectrum[first : first + width * count])
        powers: Samples = envelope.real**2 + envelope.imag**2
        yield powers.reshape(count, width).mean(axis=1)


def _levels(powers: Samples) -> Samples:
    smooth = np.convolve(powers, _SMOOTHING, "same")
    levels: Samples = 10 * np.log10(np.maximum(smooth, _FAINTEST_POWER))
    return levels
