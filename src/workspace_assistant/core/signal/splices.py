"""Jumps from one sample to the next that the sound around them does not explain. Own method.

The third difference plays voice down and jumps up; one that exceeds five times the largest within
10 ms on both sides (but for the largest 0.5 %) is a splice, one per 10 ms.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from workspace_assistant.core.signal.clipping import LEAST_RUN
from workspace_assistant.core.signal.level import Samples, in_frames, peak
from workspace_assistant.core.signal.pieces import pieces

SPLICE_RATIO = 5.0
BLOCK_S = 0.01
FLAT_TOP = 0.95
"""Of the peak: clipping leaves runs and corners there."""
FAINTEST_JUMP = 1e-4
"""Some steps of 16 bits: less is rounding."""
_HIGH, _PRESSED_SHARE = 0.8, 0.1  # half of the voices are never that near their peak for 5 %
_ORDER = 3  # a jump reaches that far in the third difference
_EXPLAINED_SHARE = 0.005
_PIECE = 1 << 15


def splices(samples: Samples, sample_rate_hz: float, coarseness: float) -> list[int]:
    """Where they are, in order. *coarseness* is the recording's step over that of 16 bits."""
    faintest = coarseness * FAINTEST_JUMP
    size = round(BLOCK_S * sample_rate_hz)
    top = peak(samples)
    found: list[int] = []
    for at, height in _highest(samples, size, faintest):
        is_new = not found or at - found[-1] > size
        is_unexplained = is_new and height > SPLICE_RATIO * max(
            _explained(samples, at, size), faintest
        )
        if is_unexplained and not _is_saturated(samples, at, size, top):
            found.append(at)
    return found


def _jumps(samples: Samples) -> Samples:
    jumps = np.diff(samples, _ORDER)
    return np.abs(jumps, out=jumps)


def _highest(samples: Samples, size: int, faintest: float) -> Iterator[tuple[int, float]]:
    """Place and height of the highest jump of each block that is worth a look.

    What exceeds the largest others so far exceeds their median by much more. Where over half of
    the jumps are a tenth of the highest, there is no need to know the median.
    """
    whole = (samples.size - _ORDER) // size * size
    for start, end in pieces(whole, max(1, _PIECE // size) * size):
        blocks = in_frames(_jumps(samples[start : end + _ORDER]), size)
        largest = blocks.max(axis=1)
        least = 2 * SPLICE_RATIO * faintest / 2
        share = largest * (1.000001 / (2 * SPLICE_RATIO))
        near = np.count_nonzero(blocks >= share[:, np.newaxis], axis=1)
        worth = np.flatnonzero((largest > least) & (near <= size // 2))
        worth = worth[largest[worth] > 2 * SPLICE_RATIO * np.median(blocks[worth], axis=1)]
        for block in worth.tolist():
            yield start + block * size + int(blocks[block].argmax()), float(largest[block])


def _explained(samples: Samples, at: int, size: int) -> float:
    """How large a jump the sound around this one accounts for."""
    first = max(0, at - size)
    jumps = _jumps(samples[first : at + size + _ORDER])
    before, after = jumps[: max(0, at - _ORDER - first)], jumps[at + _ORDER + 1 - first :]
    around = np.concatenate((before, after))
    rank = max(1, int(around.size * _EXPLAINED_SHARE))
    return float(np.partition(around, -rank)[-rank])


def _is_saturated(samples: Samples, at: int, size: int, top: float) -> bool:
    """Whether the jump is the corner of a clipped crest, or lies between crests pressed flat."""
    around = np.abs(samples[max(0, at - size) : at + size])
    corner = np.abs(samples[max(0, at - LEAST_RUN) : at + _ORDER + LEAST_RUN + 1])
    is_corner = int((corner >= FLAT_TOP * top).sum()) >= LEAST_RUN  # a click is shorter
    return is_corner or float((around > _HIGH * top).mean()) > _PRESSED_SHARE
