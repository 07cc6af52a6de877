"""Room echo: how long words ring on after they end. A blind estimate, own method.

In three bands (400 to 6000 Hz, as far as the sample rate goes) the level is followed in steps of
5 ms, smoothed over 40 ms. Wherever it falls by 12 dB or more without rising by 2 dB, and above
the noise, a line is fitted to the fall from 5 dB below its top on: its slope, extended to 60 dB, is
the decay time of ISO 3382-2, as this end of a word shows it. The estimate is the median of all,
each counted by its length, because a long fall shows the room and a short one the voice, less
0.06 s: the voice's own fading adds 0.06 to 0.12 s in synthetic rooms of 0.4 to 1.2 s. The
uncertainty is twice the standard error of that median, and 0.12 s for the method. Where the ends of
words disagree by so much that it exceeds 0.3 s, there is no estimate.

Recommended: judge `decay_s - uncertainty_s`. Voices that fade slowly by themselves read up to 0.7
+- 0.3 s in a dry room.

Blind spots: the voice fades by itself, so nothing below 0.35 s can be told apart
(`limits.SHORTEST_TOLD_DECAY_S`): such a value means "0.35 s at most". From 1.5 s on words run into
one another and there is often no estimate: `dip.py` has another sign then. A microphone close to
the mouth hears little of any room; the decay is that of what it hears, not how loud the echo is.
Noise hides decays, a noise gate cuts them short, and somebody who speaks without pauses leaves few.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from workspace_assistant.core.signal.level import Samples
from workspace_assistant.core.signal.voice_bands import STEP_S, BandLevels

LEAST_SPEECH_S = 1.0
LEAST_DECAYS = 5
MOST_UNCERTAINTY_S = 0.3
_RISE_DB = 2.0
_LEAST_FALL_DB, _SKIPPED_DB = 12.0, 5.0
_LEAST_STEPS = 10
_ABOVE_NOISE_DB = 5.0
_NOISE_PERCENT = 2
_METHOD_UNCERTAINTY_S = 0.12
_FADING_S, _SHORTEST_S = 0.06, 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Reverberation:
    """`decay_s` is the time to fall by 60 dB, from `decays` ends of words; +- `uncertainty_s`."""

    decay_s: float
    uncertainty_s: float
    decays: int


@dataclass(frozen=True, slots=True)
class _Fall:
    decay_s: float
    steps: int


def reverberation(speech: BandLevels) -> Reverberation | None:
    """Estimate from the levels of the speaking part, of `LEAST_SPEECH_S` at least.

    None where few words end in a clear fall, or they differ.
    """
    falls = [fall for levels in speech for fall in _falls(levels)]
    if len(falls) < LEAST_DECAYS:
        return None
    low, middle, high = (_weighted_quantile(falls, share) for share in (0.25, 0.5, 0.75))
    # Of a median, for scatter like that of a normal distribution, whose quartiles lie 1.35 apart.
    standard_error = 1.25 * (high - low) / 1.35 / math.sqrt(len(falls))
    uncertainty_s = math.hypot(2 * standard_error, _METHOD_UNCERTAINTY_S)
    if uncertainty_s > MOST_UNCERTAINTY_S:
        return None
    decay_s = max(_SHORTEST_S, middle - _FADING_S)
    return Reverberation(decay_s=decay_s, uncertainty_s=uncertainty_s, decays=len(falls))


def _falls(levels: Samples) -> Iterator[_Fall]:
    """Long falls that stay above the noise."""
    noise = float(np.percentile(levels, _NOISE_PERCENT)) + _ABOVE_NOISE_DB
    is_top = (levels[:-2] <= levels[1:-1]) & (levels[1:-1] > levels[2:])
    values = levels.tolist()
    end = 0
    for top in (np.flatnonzero(is_top) + 1).tolist():
        if top < end:
            continue
        end = _end_of_fall(values, top, noise)
        fall = _fitted(levels[top : end + 1])
        if fall:
            yield fall


def _end_of_fall(values: list[float], top: int, noise: float) -> int:
    lowest = top
    for at in range(top + 1, len(values)):
        if values[at] > values[lowest] + _RISE_DB or values[at] <= noise:
            break
        if values[at] < values[lowest]:
            lowest = at
    return lowest


def _fitted(levels: Samples) -> _Fall | None:
    if levels.size < _LEAST_STEPS or levels[0] - levels[-1] < _LEAST_FALL_DB:
        return None
    rest = levels[int(np.argmax(levels <= levels[0] - _SKIPPED_DB)) :]
    at_s = (np.arange(rest.size) - (rest.size - 1) / 2) * STEP_S
    slope = float(at_s @ rest) / float(at_s @ at_s) if rest.size >= _LEAST_STEPS // 2 else 0.0
    return _Fall(-60 / slope, rest.size) if slope < 0 else None


def _weighted_quantile(falls: list[_Fall], share: float) -> float:
    ordered = sorted(falls, key=lambda fall: fall.decay_s)
    reached = np.cumsum([fall.steps for fall in ordered])
    return ordered[int(np.searchsorted(reached, share * reached[-1]))].decay_s
