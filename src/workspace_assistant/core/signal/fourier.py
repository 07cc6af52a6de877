"""Fourier transforms at no more cost than their use asks for."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.level import Samples
from workspace_assistant.core.signal.pieces import pieces

Spectrum = NDArray[np.complex128]
_TURN_SIZE = 128


@lru_cache(maxsize=8)
def hann_window(size: int) -> Samples:
    """The window of von Hann, 0 at both ends. It is shared: not to be changed."""
    window: Samples = np.hanning(size)
    window.flags.writeable = False
    return window


def low_spectrum(samples: Samples, size: int, bins: int, parts: int) -> Spectrum:
    """The lowest *bins* of the spectrum of real *samples*, zeros added up to *size*.

    They are put together from the spectra of every *parts*-th sample, which are short enough for
    the processor's cache (decimation in time). *parts* must divide *size*, and *bins* be at most
    ``size // parts // 2 + 1``.
    """
    spectrum: Spectrum = np.fft.rfft(samples[parts - 1 :: parts], size // parts)[:bins]
    for part in range(parts - 2, -1, -1):
        added = np.fft.rfft(samples[part::parts], size // parts)
        for start, end in pieces(bins, _TURN_SIZE**2):
            spectrum[start:end] *= _turns(size, start, end)
            spectrum[start:end] += added[start:end]
    return spectrum


def _turns(size: int, start: int, end: int) -> Spectrum:
    """The phases by which a delay of one sample turns each of the bins."""
    wide = np.exp(-2j * np.pi / size * np.arange(start, end, _TURN_SIZE))
    narrow = np.exp(-2j * np.pi / size * np.arange(_TURN_SIZE))
    turns: Spectrum = np.multiply.outer(wide, narrow).ravel()[: end - start]
    return turns


def most_parts(number: int, most: float) -> int:
    """The largest divisor of *number* that is at most *most*, and at least 1."""
    return next((part for part in range(int(most), 1, -1) if number % part == 0), 1)


def fast_size(least: int) -> int:
    """Smallest 2^a 3^b 5^c that is at least *least*: sizes the FFT is quick on."""
    best = 1 << (least - 1).bit_length()
    five = 1
    while five < best:
        product = five
        while product < best:
            rest = -(-least // product)
            best = min(best, product << max(0, (rest - 1).bit_length()))
            product *= 3
        five *= 5
    return best
