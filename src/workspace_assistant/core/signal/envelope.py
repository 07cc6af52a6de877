"""The envelope that ITU-T P.56 compares with its thresholds: the magnitude, smoothed twice.

Two one-pole smoothers in a row, started from silence; each moves by ``1 - keep`` of its distance
to its input, ``keep = exp(-1 / (rate tau))``. Both are linear, so a block of samples is smoothed by
one product with the triangular matrix of the impulse response, and only the two states at the ends
of blocks are carried on one by one: the same numbers as sample by sample, but for the rounding of
the last digits.
"""

from __future__ import annotations

import math

import numpy as np

from workspace_assistant.core.signal.level import Samples

_BLOCK = 64  # the product grows with it, the number of steps falls with it


def speech_envelope(magnitude: Samples, sample_rate_hz: float, time_constant_s: float) -> Samples:
    """The magnitude of one channel after both smoothers, for every sample."""
    keep = math.exp(-1 / (sample_rate_hz * time_constant_s))
    block_count = -(-magnitude.size // _BLOCK)
    blocks = np.zeros((block_count, _BLOCK))
    blocks.ravel()[: magnitude.size] = magnitude
    age = np.arange(_BLOCK)
    once_end = blocks @ ((1 - keep) * keep ** age[::-1])
    smooth: Samples = blocks @ _twice_response(keep)
    once, twice = _states(once_end, smooth[:, -1], keep)
    decay = keep ** (age + 1.0)
    smooth += np.column_stack((once, twice)) @ np.stack(((1 - keep) * (age + 1) * decay, decay))
    return smooth.ravel()[: magnitude.size]


def _twice_response(keep: float) -> Samples:
    """Row m, column n: what sample m of a block adds to the envelope at sample n."""
    age = np.arange(_BLOCK)
    delay = age[None, :] - age[:, None]
    response: Samples = (1 - keep) ** 2 * (delay + 1) * keep ** np.maximum(delay, 0)
    return np.where(delay >= 0, response, 0.0)


def _states(once_end: Samples, twice_end: Samples, keep: float) -> tuple[list[float], list[float]]:
    """Both smoothers' states before each block, from what each block alone leaves at its end."""
    fade = keep**_BLOCK
    passed_on = _BLOCK * (1 - keep) * fade
    once = twice = 0.0
    before_once, before_twice = [], []
    for once_own, twice_own in zip(once_end.tolist(), twice_end.tolist(), strict=True):
        before_once.append(once)
        before_twice.append(twice)
        twice = fade * twice + passed_on * once + twice_own
        once = fade * once + once_own
    return before_once, before_twice
