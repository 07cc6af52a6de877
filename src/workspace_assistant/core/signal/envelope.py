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
_STACK = 64  # blocks per product: larger ones get threads, which wait for one another when busy


def speech_envelope(magnitude: Samples, sample_rate_hz: float, time_constant_s: float) -> Samples:
    """The magnitude of one channel after both smoothers, for every sample."""
    keep = math.exp(-1 / (sample_rate_hz * time_constant_s))
    stack_count = -(-magnitude.size // (_BLOCK * _STACK))
    blocks = np.zeros((stack_count, _STACK, _BLOCK))
    blocks.ravel()[: magnitude.size] = magnitude
    age = np.arange(_BLOCK)
    once_end = blocks @ ((1 - keep) * keep ** age[::-1])
    smooth: Samples = blocks @ _twice_response(keep)
    states = _states(once_end.ravel(), smooth[:, :, -1].ravel(), keep)
    decay = keep ** (age + 1.0)
    smooth += states.reshape(-1, _STACK, 2) @ np.stack(((1 - keep) * (age + 1) * decay, decay))
    return smooth.ravel()[: magnitude.size]


def _twice_response(keep: float) -> Samples:
    """Row m, column n: what sample m of a block adds to the envelope at sample n."""
    age = np.arange(_BLOCK)
    delay = age[None, :] - age[:, None]
    response: Samples = (1 - keep) ** 2 * (delay + 1) * keep ** np.maximum(delay, 0)
    return np.where(delay >= 0, response, 0.0)


def _states(once_end: Samples, twice_end: Samples, keep: float) -> Samples:
    """Both smoothers' states before each block, from what each block alone leaves at its end."""
    fade = keep**_BLOCK
    passed_on = _BLOCK * (1 - keep) * fade
    once = twice = 0.0
    before = []
    for once_own, twice_own in zip(once_end.tolist(), twice_end.tolist(), strict=True):
        before.append((once, twice))
        twice = fade * twice + passed_on * once + twice_own
        once = fade * once + once_own
    return np.array(before)
