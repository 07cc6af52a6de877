"""Digital silence: samples that do not change at all. No real microphone delivers that.

A muted source, a missing permission or a dead channel gives exact zeros (or another constant). The
fact is measured as the share of samples equal to the one before. Blind spot: a mute that leaves
dither or its own analog noise looks like a very quiet microphone.

A stream that wakes up (Bluetooth, a sound server) begins with up to a second of silence that says
nothing of the microphone. In a recording of coarse steps (8 bits) a quiet room is silent: there,
silence says nothing at all.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.clipping import runs
from workspace_assistant.core.signal.level import Samples
from workspace_assistant.core.signal.limits import DIGITAL_SILENCE_FRACTION
from workspace_assistant.core.signal.pieces import pieces

LONGEST_WAKE_S, _SHORTEST_WAKE_S = 1.5, 0.01
COARSE_STEP = 2.0**-10
SILENT_RUN_S = 0.01  # G.711 holds one value for up to 7 ms
_LOOK = 4096
_MOST_UNCHANGING = 0.5  # of an open microphone's samples; then 10 ms of them are no chance


def constant_fraction(samples: Samples) -> float:
    """Share of samples equal to their predecessor; 1 for fewer than two samples."""
    if samples.size < 2:
        return 1.0
    return float(is_unchanged(samples).mean())


def is_unchanged(samples: Samples) -> NDArray[np.bool_]:
    """Of each sample but the first, whether it equals the one before."""
    same: NDArray[np.bool_] = samples[1:] == samples[:-1]
    return same


def is_digital_silence(samples: Samples) -> bool:
    return constant_fraction(samples) > DIGITAL_SILENCE_FRACTION


def silent_runs(
    samples: Samples, least_s: float, sample_rate_hz: float
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Starts and lengths, in samples, of the stretches without any change of at least *least_s*."""
    starts, steps = runs(is_unchanged(samples))
    long = steps + 1 >= max(2.0, least_s * sample_rate_hz)
    return starts[long], steps[long] + 1


def waking_size(quiet: Samples, sample_rate_hz: float) -> int:
    """How many samples of silence the recording begins with, as a stream that wakes up leaves them.

    0 where it is under 10 ms, or so long (over 1.5 s, or the whole quiet part) that a mute or a
    noise gate is as likely.
    """
    is_same = is_unchanged(quiet[: int(LONGEST_WAKE_S * sample_rate_hz) + 2])
    size = 0 if is_same.all() else int(is_same.argmin()) + 1
    is_wake = _SHORTEST_WAKE_S <= size / sample_rate_hz <= LONGEST_WAKE_S
    return size if is_wake else 0


def is_open(quiet: Samples, sample_rate_hz: float) -> bool:
    """Whether *quiet* has noise that changes all along, so that silence is not the microphone's.

    Some gaps of exact silence may be in it.
    """
    if quiet.size < 2:
        return False
    _, lengths = silent_runs(quiet, SILENT_RUN_S, sample_rate_hz)
    outside = quiet.size - 1 - int((lengths - 1).sum())
    unchanging = int(np.count_nonzero(is_unchanged(quiet))) - int((lengths - 1).sum())
    return outside >= quiet.size / 2 and unchanging <= _MOST_UNCHANGING * outside


def coarse_step(samples: Samples) -> float | None:
    """The smallest change from one sample to the next, if that is over 2^-10; else None.

    A first smaller change settles it: only a coarse (or silent) recording is looked at as a whole.
    """
    smallest = math.inf
    for start, end in pieces(samples.size, _LOOK):
        changes = np.abs(np.diff(samples[max(0, start - 1) : end]))
        smallest = min(smallest, float(changes.min(where=changes > 0, initial=math.inf)))
        if smallest <= COARSE_STEP:
            return None
    return smallest if smallest < math.inf else None
