"""Filters by gain curve: one FFT of the recording, so they are right at any sample rate.

There is no filter to design and no bilinear warping; the filter has zero phase. Blind spot: sound
within about 50 ms of the ends is filtered as if silence surrounded the recording.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from workspace_assistant.core.signal.fourier import fast_size
from workspace_assistant.core.signal.level import Samples, in_frames, mean_square
from workspace_assistant.core.signal.pieces import pieces

GainCurve = Callable[[Samples], Samples]

_PIECE_S = 60  # memory stays bounded on long recordings
_OFFSET_BLOCK_S, _STEADY_TIMES, _SPOILING_SHARE = 0.25, 3.0, 0.02
_RUMBLE_BLOCK_S, _BLOCKS_AT_A_TIME = 0.001, 1000
_OVERLAP_S = 0.5  # the impulse responses used here have died away after 0.2 s


def apply_gain_curve(samples: Samples, sample_rate_hz: float, curve: GainCurve) -> Samples:
    """*samples* with each frequency (Hz) multiplied by the amplitude gain that *curve* gives."""
    piece, overlap = int(_PIECE_S * sample_rate_hz), int(_OVERLAP_S * sample_rate_hz)
    filtered = np.empty_like(samples)
    for start in range(0, samples.size, piece):
        first = max(0, start - overlap)
        end = min(samples.size, start + piece)
        part = _filter_piece(samples[first : end + overlap], sample_rate_hz, curve)
        filtered[start:end] = part[start - first : end - first]
    return filtered


def without_rumble(samples: Samples, sample_rate_hz: float) -> Samples:
    """*samples* without DC and with a 50 Hz high-pass of fourth order (-3 dB at 50 Hz).

    For what is compared with the voice: nobody hears, and no call carries, what lies below.
    """
    centered: Samples = samples - float(samples.mean())
    return apply_gain_curve(centered, sample_rate_hz, _high_pass_50_hz)


def blocks_without_rumble(
    samples: Samples, sample_rate_hz: float
) -> tuple[Iterator[Samples], float]:
    """About the same in blocks of 1 ms (rows), and their rate: a fraction of the work.

    The rumble is looked for in the means of the blocks and taken from them as a whole, which leaves
    5 % of it and less; sound above 900 Hz folds into it 50 dB down. Some blocks come at a time.
    """
    size = max(1, round(sample_rate_hz * _RUMBLE_BLOCK_S))
    return _blocks_without_rumble(in_frames(samples, size), sample_rate_hz / size), (
        sample_rate_hz / size
    )


def _blocks_without_rumble(blocks: Samples, block_rate_hz: float) -> Iterator[Samples]:
    if blocks.size == 0:
        return
    means = blocks.mean(axis=1)
    offset = float(means.mean())
    rumble = apply_gain_curve(means - offset, block_rate_hz, _low_pass_50_hz)
    rumble += offset
    for start, end in pieces(len(blocks), _BLOCKS_AT_A_TIME):
        yield blocks[start:end] - rumble[start:end, np.newaxis]


def spoiling_offset(samples: Samples, sample_rate_hz: float) -> float:
    """A constant offset of *samples* that would spoil a level; else 0.

    DC ruins ITU-T P.56 (an offset of 0.01 alone reads as -40 dBov), which says nothing of it. It
    is to be taken away where it is steady (the mean is three times the scatter of the means of
    quarter seconds, so low noise that wanders stays) and holds more than 2 % of the power (0.1 dB).
    """
    offset = float(samples.mean()) if samples.size else 0.0
    size = max(1, int(_OFFSET_BLOCK_S * sample_rate_hz))
    blocks = in_frames(samples, size).mean(axis=1)
    is_steady = blocks.size > 0 and abs(offset) > _STEADY_TIMES * float(blocks.std())
    is_spoiling = is_steady and offset**2 > _SPOILING_SHARE * mean_square(samples)
    return offset if is_spoiling else 0.0


def _high_pass_50_hz(frequency_hz: Samples) -> Samples:
    ratio: Samples = (frequency_hz / 50.0) ** 2
    ratio *= ratio  # NumPy takes its time over a fourth power
    return ratio / np.sqrt(1 + ratio**2)


def _low_pass_50_hz(frequency_hz: Samples) -> Samples:
    return 1 - _high_pass_50_hz(frequency_hz)


def _filter_piece(samples: Samples, sample_rate_hz: float, curve: GainCurve) -> Samples:
    size = fast_size(samples.size + int(sample_rate_hz / 10))  # room for the tails to wrap into
    spectrum = np.fft.rfft(samples, size)
    frequency_hz: Samples = np.fft.rfftfreq(size, 1 / sample_rate_hz).astype(np.float64)
    spectrum *= curve(frequency_hz)
    return np.fft.irfft(spectrum, size)[: samples.size]
