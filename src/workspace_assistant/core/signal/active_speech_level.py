"""Active speech level after ITU-T P.56 (12/2011), method B: the level of speech without its pauses.

Method: the rectified signal is smoothed twice (30 ms each); for 15 thresholds, one octave apart
from 2^-15 to 2^-1 of full scale, the time above the threshold is counted with a hangover of 200 ms;
the active level is the one that lies 15.9 dB above its own threshold, interpolated linearly
between the two thresholds around it.

Choices: the envelope runs on means of 1 ms blocks (0.1 dB at most against the sample-wise form).
The caller removes DC and rumble first (`filtering.without_rumble`): DC ruins the result.

Blind spots: P.56 is no speech detector. Steady noise has an active level too, with activity 1, so
whether anybody spoke must be decided by comparing with the background noise. Meant for speech
well above its noise; below 15 dB of it the noise adds to the level. Sound that has no threshold
15.9 dB below it (under about -74 dBov, or over +10) has no result.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.level import Samples, power_db

TIME_CONSTANT_S = 0.03
HANGOVER_S = 0.2
MARGIN_DB = 15.9
THRESHOLD_EXPONENTS = range(15, 0, -1)
_BLOCK_S = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveSpeechLevel:
    """Level while speaking, and the share of time spoken (pauses under 200 ms belong to speech)."""

    level_dbov: float
    activity_fraction: float


def active_speech_level(samples: Samples, sample_rate_hz: float) -> ActiveSpeechLevel | None:
    """Active level of *samples* (one channel, DC removed); None when it is out of range."""
    block_size = max(1, round(sample_rate_hz * _BLOCK_S))
    block_count = samples.size // block_size
    if block_count == 0:
        return None
    used = samples[: block_count * block_size]
    energy = float(used @ used)
    envelope = _envelope(used.reshape(block_count, block_size), sample_rate_hz / block_size)
    hangover_blocks = round(HANGOVER_S * sample_rate_hz / block_size)
    level_dbov = _interpolated_level(envelope, hangover_blocks, energy / block_size)
    if level_dbov is None:
        return None
    activity = 10 ** ((power_db(energy / used.size) - level_dbov) / 10)
    return ActiveSpeechLevel(level_dbov=level_dbov, activity_fraction=min(1.0, activity))


def _envelope(blocks: Samples, block_rate_hz: float) -> Samples:
    """Two one-pole smoothers in a row over the mean magnitude of each block."""
    keep = math.exp(-1 / (block_rate_hz * TIME_CONSTANT_S))
    once = twice = 0.0
    smooth = []
    for magnitude in np.abs(blocks).mean(axis=1).tolist():
        once = keep * once + (1 - keep) * magnitude
        twice = keep * twice + (1 - keep) * once
        smooth.append(twice)
    return np.array(smooth)


def _interpolated_level(
    envelope: Samples, hangover_blocks: int, energy_blocks: float
) -> float | None:
    """Level where it exceeds its threshold by just the margin; None when no pair encloses it.

    `energy_blocks` is the energy in units of blocks: divided by a count of blocks it is a power.
    """
    below: tuple[float, float] | None = None
    for exponent in THRESHOLD_EXPONENTS:
        threshold = 2.0**-exponent
        active = _active_blocks(envelope >= threshold, hangover_blocks)
        if active == 0:
            return None
        level = power_db(energy_blocks / active)
        excess = level - 20 * math.log10(threshold)
        if excess <= MARGIN_DB:
            return _cross(below, (level, excess))
        below = (level, excess)
    return None


def _cross(below: tuple[float, float] | None, above: tuple[float, float]) -> float | None:
    if below is None:
        return None
    share = (below[1] - MARGIN_DB) / (below[1] - above[1])
    return below[0] + share * (above[0] - below[0])


def _active_blocks(is_above: NDArray[np.bool_], hangover_blocks: int) -> int:
    """Blocks above the threshold, plus those that follow one within the hangover."""
    above = int(is_above.sum())
    if above == 0:
        return 0
    edges = np.flatnonzero(np.diff(is_above.view(np.int8))) + 1
    falls = edges[~is_above[edges]]
    rises = edges[is_above[edges]]
    if not is_above[0]:
        rises = rises[1:]
    if falls.size > rises.size:
        rises = np.append(rises, is_above.size)
    return above + int(np.minimum(rises - falls, hangover_blocks).sum())
