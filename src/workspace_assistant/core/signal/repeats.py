"""Sound that is played twice: 2 to 100 ms followed by the exact copy. Own method.

Short stretches of samples are boiled down to prints, of which those are kept that their content
picks; where two prints within 100 ms are the same, the samples around tell how far the copy goes.
The recording is searched piece by piece, each with the 100 ms that follow, so that memory stays
bounded even where a steady sound keeps all its prints.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.level import Samples, peak
from workspace_assistant.core.signal.pieces import pieces
from workspace_assistant.core.signal.splices import FAINTEST_JUMP

_SHORTEST_COPY_S, _LONGEST_COPY_S = 0.002, 0.1
_PIECE = 1 << 16
_PRINT_SIZE = 6
_LEAST_PRINT_RANGE = 1e-3  # quieter noise has so few values that it comes again by chance
_KEPT_SHIFT = 61  # one print of 8 is kept, chosen by its content
_PRINT_FACTORS = (
    0x1E3779B97F4A7C15,
    0x3F58476D1CE4E5B9,
    0x14D049BB133111EB,
    0x2545F4914F6CDD1D,
    0x369DEA0F31A53F85,
    0x27BB2EE687B0B0FD,
)  # odd numbers that mix well

Places = list[tuple[int, int]]
"""First and last sample of each."""


def repeats(samples: Samples, sample_rate_hz: float, coarseness: float) -> Places:
    """Each stretch together with its copy. *coarseness* is the recording's step over 16 bits'."""
    found: Places = []
    looked_up_to: dict[int, int] = {}  # by lag: all of the stretch around is as long as it is
    for first, lag in _same_prints(samples, sample_rate_hz, coarseness):
        if (found and first <= found[-1][1]) or first < looked_up_to.get(lag, 0):
            continue
        start, end = _same_stretch(samples, first, lag)
        looked_up_to[lag] = end
        # A tone is the same a whole period later for as long as it lasts.
        if (
            lag <= end - start + 1
            and end - start <= 4 * lag
            and peak(samples[start:end]) > FAINTEST_JUMP
        ):
            found.append((start, end + lag))
    return found


def _same_prints(
    samples: Samples, sample_rate_hz: float, coarseness: float
) -> Iterator[tuple[int, int]]:
    """Where sound of some samples' length comes again, and how much later, in order."""
    shortest, longest = _SHORTEST_COPY_S * sample_rate_hz, _LONGEST_COPY_S * sample_rate_hz
    for begin, end in pieces(samples.size - _PRINT_SIZE + 1, _PIECE):
        heard = samples[begin : end + int(longest) + _PRINT_SIZE - 1]
        kept, prints = _kept_prints(heard, coarseness * _LEAST_PRINT_RANGE)
        ordered = np.sort(prints)
        if not (ordered[1:] == ordered[:-1]).any():
            continue
        order = np.argsort(prints, kind="stable")
        lags = np.diff(kept[order])
        is_same = prints[order[1:]] == prints[order[:-1]]
        is_same &= (lags >= shortest) & (lags <= longest)
        pairs = np.flatnonzero(is_same)
        firsts = kept[order[pairs]] + begin
        is_own = firsts < end  # the next piece finds the others
        yield from sorted(zip(firsts[is_own].tolist(), lags[pairs[is_own]].tolist(), strict=True))


def _kept_prints(
    samples: Samples, least_range: float
) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """Places and values of the prints that are worth a comparison.

    Prints are sums of the samples times odd factors; whether one is kept depends on it alone, so
    both of a pair are.
    """
    steps = (np.clip(samples, -1e3, 1e3) * 2**23).astype(np.int64)
    size = steps.size - _PRINT_SIZE + 1
    prints, product = np.zeros(size, dtype=np.int64), np.empty(size, dtype=np.int64)
    for place, factor in enumerate(_PRINT_FACTORS):
        np.multiply(steps[place : place + size], factor, out=product)  # fresh memory is dear
        prints += product
    kept = np.flatnonzero((prints >> _KEPT_SHIFT == 0) & (prints != 0))  # silence is no print
    high, low = samples[kept], samples[kept]
    for place in range(1, _PRINT_SIZE):
        there = samples[kept + place]
        np.maximum(high, there, out=high)
        np.minimum(low, there, out=low)
    kept = kept[high - low >= least_range]
    return kept, prints[kept]


def _same_stretch(samples: Samples, at: int, lag: int) -> tuple[int, int]:
    """Bounds of the stretch around *at* that comes again after *lag*."""
    low, high = max(0, at - 5 * lag), min(at + 5 * lag, samples.size - lag)
    differs = samples[low:high] != samples[low + lag : high + lag]
    before, after = np.flatnonzero(differs[: at - low]), np.flatnonzero(differs[at - low :])
    start = low + int(before[-1]) + 1 if before.size else low
    return start, at + int(after[0]) if after.size else high
