"""The envelope that ITU-T P.56 compares with its thresholds: the magnitude, smoothed twice.

Two one-pole smoothers in a row, started from silence; each moves by ``1 - keep`` of its distance
to its input, ``keep = exp(-1 / (rate tau))``. Both are linear, so a block of samples is smoothed by
one product with the triangular matrix of the impulse response, and only the two states at the ends
of blocks are carried on one by one: the same numbers as sample by sample, but for the rounding of
the last digits.

P.56 asks only between which powers of 2 the envelope lies. Over a block that is a fraction of the
time constant it moves by some percent, so most blocks stay within one octave for sure; only where
the bounds leave that open, the block is smoothed sample by sample.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.level import Samples
from workspace_assistant.core.signal.pieces import pieces

_BLOCK = 64  # the product grows with it, the number of steps falls with it
_STACK = 64  # blocks per product: larger ones get threads, which wait for one another when busy
_PIECE = 16 * _STACK * _BLOCK
_SLACK = 1e-9  # far above the rounding of the bounds, far below what would cost time

Stretches = tuple[NDArray[np.intp], NDArray[np.int16]]
"""Where each begins, and the exponent of the power of 2 that the envelope does not fall below."""


@dataclass(frozen=True, slots=True, eq=False)
class _Smoother:
    """Both smoothers in blocks: what a block leaves at its end, and what it does to each sample."""

    keep: float
    at_end: Samples
    within: Samples
    fading: Samples

    @classmethod
    def of(cls, keep: float) -> _Smoother:
        age = np.arange(_BLOCK)
        within = _twice_response(keep)
        decay = keep ** (age + 1.0)
        return cls(
            keep=keep,
            at_end=np.stack(((1 - keep) * keep ** age[::-1], within[:, -1]), axis=1),
            within=within,
            fading=np.stack(((1 - keep) * (age + 1) * decay, decay)),
        )

    @property
    def is_slow(self) -> bool:
        """Whether what a sample adds to the envelope still grows for a whole block."""
        return self.keep >= (_BLOCK - 1) / _BLOCK


def octaves_of(
    magnitude: Callable[[int, int], Samples],
    size: int,
    sample_rate_hz: float,
    time_constant_s: float,
) -> Stretches:
    """Stretches of the envelope of `size` samples that lie between the same two powers of 2.

    `magnitude` gives the magnitudes from one place to another: no more than a piece is held.
    """
    smoother = _Smoother.of(math.exp(-1 / (sample_rate_hz * time_constant_s)))
    found = list(_octaves_of_pieces(magnitude, size, smoother))
    starts = np.concatenate([starts for starts, _ in found])
    exponents = np.concatenate([exponents for _, exponents in found])
    return _joined(starts, exponents)


def _octaves_of_pieces(
    magnitude: Callable[[int, int], Samples], size: int, smoother: _Smoother
) -> Iterator[Stretches]:
    state = (0.0, 0.0)
    for start, end in pieces(size, _PIECE):
        stacks = np.zeros((-(-(end - start) // (_BLOCK * _STACK)), _STACK, _BLOCK))
        stacks.ravel()[: end - start] = magnitude(start, end)
        left = (stacks @ smoother.at_end).reshape(-1, 2)
        states, state = _states(left, state, smoother.keep)
        starts, exponents = _octaves(stacks.reshape(-1, _BLOCK), left[:, 1], states, smoother)
        is_inside = starts < end - start
        starts, exponents = _joined(starts[is_inside], exponents[is_inside])
        yield starts + start, exponents


def _joined(starts: NDArray[np.intp], exponents: NDArray[np.int16]) -> Stretches:
    """Without the beginnings that change nothing."""
    is_new = np.concatenate(([True], exponents[1:] != exponents[:-1]))
    return starts[is_new], exponents[is_new]


def _octaves(
    blocks: Samples, twice_left: Samples, states: Samples, smoother: _Smoother
) -> Stretches:
    """Exponents of each block as a whole, or of its samples where it may pass a power of 2."""
    low, high = _bounds(twice_left, states, smoother)
    exponents = _floor_log2(low)
    is_open = np.ones(len(blocks), dtype=np.bool_)
    if smoother.is_slow:
        is_open = exponents != _floor_log2(high)
    places = np.flatnonzero(is_open)
    detail = np.empty((places.size, _BLOCK))
    for first, last in pieces(places.size, _STACK):
        chosen = places[first:last]
        detail[first:last] = blocks[chosen] @ smoother.within + states[chosen] @ smoother.fading
    counts = np.where(is_open, _BLOCK, 1)
    begins = np.cumsum(counts) - counts
    starts = np.arange(counts.sum()) + np.repeat(np.arange(counts.size) * _BLOCK - begins, counts)
    each = np.repeat(exponents, counts)
    each[np.repeat(is_open, counts)] = _floor_log2(detail.ravel())
    return starts, each


def _bounds(twice_left: Samples, states: Samples, smoother: _Smoother) -> tuple[Samples, Samples]:
    """What the envelope neither falls below nor exceeds within each block of a slow smoother.

    What came before fades: its first part monotonously, its second grows up to the block's end.
    What the block adds grows up to its end as well.
    """
    once, twice = states[:, 0], states[:, 1]
    of_once, of_twice = smoother.fading
    low = of_twice[-1] * twice + of_once[0] * once
    high = of_twice[0] * twice + of_once[-1] * once + twice_left
    return low * (1 - _SLACK), high * (1 + _SLACK)


def _twice_response(keep: float) -> Samples:
    """Row m, column n: what sample m of a block adds to the envelope at sample n."""
    age = np.arange(_BLOCK)
    delay = age[None, :] - age[:, None]
    response: Samples = (1 - keep) ** 2 * (delay + 1) * keep ** np.maximum(delay, 0)
    return np.where(delay >= 0, response, 0.0)


def _states(
    left: Samples, state: tuple[float, float], keep: float
) -> tuple[Samples, tuple[float, float]]:
    """Both smoothers' states before each block, from what each alone leaves, and after the last."""
    fade = keep**_BLOCK
    passed_on = _BLOCK * (1 - keep) * fade
    once, twice = state
    before = []
    for once_own, twice_own in left.tolist():
        before.append((once, twice))
        twice = fade * twice + passed_on * once + twice_own
        once = fade * once + once_own
    return np.array(before), (once, twice)


def _floor_log2(envelope: Samples) -> NDArray[np.int16]:
    """Exponents of the powers of 2 below, as the numbers (IEC 60559) hold them; 0 has -1023."""
    fields: NDArray[np.int16] = (envelope.view(np.int64) >> 52).astype(np.int16)
    return fields - np.int16(1023)
