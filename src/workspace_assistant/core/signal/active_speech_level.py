"""Active speech level after ITU-T P.56 (12/2011), method B: the level of speech without its pauses.

Method: the magnitude is smoothed twice (30 ms each, `envelope`); for 15 thresholds, one octave
apart from 2^-15 to 2^-1 of full scale, the samples at or above the threshold are counted, and up
to 200 ms after each of them; the energy over that count is the level for that threshold. The
active level is the one that lies 15.9 dB above its own threshold. Between the two thresholds
around it, levels (in dB) are halved until they are within 0.5 dB of the margin, just as the
reference implementation does (ITU-T G.191 Software Tool Library, module sv56 of 2005 and later),
so that both give the same number: the exact crossing would lie up to 0.1 dB away from it.

The samples are taken as they are, without any filter: the caller tells a constant offset that is to
be taken away (`filtering.spoiling_offset`), because DC ruins the result, and decides about the
band.

Range: from about -74 dBov (no threshold lies 15.9 dB below fainter sound) to +9 dBov. Sound
outside has no result, nor has sound so short that it passes no threshold on its way.

Blind spots: P.56 is no speech detector. Steady noise has an active level too, with activity 1, so
whether anybody spoke must be decided by comparing with the background noise. Meant for speech
well above its noise; below 15 dB of it the noise adds to the level. Rumble below the voice counts
like voice.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.envelope import octaves_of
from workspace_assistant.core.signal.level import Samples, mean_square, peak, power_db
from workspace_assistant.core.signal.pieces import pieces

TIME_CONSTANT_S = 0.03
HANGOVER_S = 0.2
MARGIN_DB = 15.9
THRESHOLD_EXPONENTS = range(15, 0, -1)
TOLERANCE_DB = 0.5
_PATIENT_STEPS = 20
_RELAXED = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveSpeechLevel:
    """Level while speaking, and the share of time spoken (pauses under 200 ms belong to speech)."""

    level_dbov: float
    activity_fraction: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bound:
    """The level that one threshold gives, and how far it lies above that threshold."""

    level_db: float
    excess_db: float

    def halfway(self, other: _Bound) -> _Bound:
        return _Bound(
            level_db=(self.level_db + other.level_db) / 2,
            excess_db=(self.excess_db + other.excess_db) / 2,
        )


def active_speech_level(
    samples: Samples, sample_rate_hz: float, offset: float = 0.0
) -> ActiveSpeechLevel | None:
    """Active level of *samples* (one channel, finite) less a constant *offset*.

    None when it is out of range.
    """

    def magnitude(start: int, end: int) -> Samples:
        return np.abs(samples[start:end] - offset)

    if samples.size == 0:
        return None
    power = mean_square(samples) if offset == 0 else _power_around(samples, offset)
    octaves = _Octaves.of(magnitude, samples.size, sample_rate_hz)
    return _active_level(octaves, power, samples.size)


def coarse_speech_level(
    blocks: Iterable[Samples], block_rate_hz: float
) -> tuple[ActiveSpeechLevel, float] | None:
    """The same in a fraction of the time, and the peak, from short blocks: within 0.1 dB.

    *blocks* come some at a time, as rows; each of some 1 ms.
    """
    magnitudes, energy, size, top = [], 0.0, 0, 0.0
    for rows in blocks:
        magnitudes.append(np.abs(rows).mean(axis=1))
        energy += mean_square(rows) * rows.size
        size += rows.size
        top = max(top, peak(rows))
    if size == 0:
        return None
    magnitude = np.concatenate(magnitudes)
    octaves = _Octaves.of(lambda start, end: magnitude[start:end], magnitude.size, block_rate_hz)
    level = _active_level(octaves, energy / size, magnitude.size)
    return (level, top) if level else None


def _power_around(samples: Samples, offset: float) -> float:
    parts = (samples[start:end] - offset for start, end in pieces(samples.size))
    return sum(mean_square(part) * part.size for part in parts) / samples.size


def _active_level(octaves: _Octaves, power: float, size: int) -> ActiveSpeechLevel | None:
    level_dbov = _level_at_margin(octaves, power * size)
    if level_dbov is None:
        return None
    activity = 10 ** ((power_db(power) - level_dbov) / 10)
    return ActiveSpeechLevel(level_dbov=level_dbov, activity_fraction=min(1.0, activity))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Octaves:
    """Stretches in which the envelope stays between the same two powers of 2.

    `exponents` are those of the lower power; `starts` has one more: the number of samples.
    """

    exponents: NDArray[np.int16]
    starts: NDArray[np.intp]
    hangover: int

    @classmethod
    def of(
        cls, magnitude: Callable[[int, int], Samples], size: int, sample_rate_hz: float
    ) -> _Octaves:
        starts, exponents = octaves_of(magnitude, size, sample_rate_hz, TIME_CONSTANT_S)
        hangover = math.floor(HANGOVER_S * sample_rate_hz + 0.5)
        return cls(exponents=exponents, starts=np.append(starts, size), hangover=hangover)

    def active_samples(self, threshold_exponent: int) -> int:
        """Samples at or above the threshold 2^-exponent, and up to the hangover after each."""
        is_above = np.concatenate(([False], self.exponents >= -threshold_exponent))
        edges = np.flatnonzero(np.diff(is_above))
        at = self.starts[edges]
        rises, falls = at[::2], at[1::2]
        ends = np.append(rises[1:], self.starts[-1])  # of what follows each active stretch
        if falls.size < rises.size:
            falls = np.append(falls, self.starts[-1])
        hanging = np.minimum(ends - falls, self.hangover)
        return int((falls - rises).sum() + hanging.sum()) if rises.size else 0


def _level_at_margin(octaves: _Octaves, energy: float) -> float | None:
    """The level that exceeds its threshold by just the margin; None when no pair encloses it."""
    below: _Bound | None = None
    for exponent in THRESHOLD_EXPONENTS:
        active = octaves.active_samples(exponent)
        if active == 0:
            return None
        level_db = power_db(energy / active)
        bound = _Bound(
            level_db=level_db, excess_db=level_db - 20 * math.log10(2.0**-exponent) - MARGIN_DB
        )
        if below is None and bound.excess_db < 0:
            return None
        if below is not None and bound.excess_db <= 0:
            return _between(below, bound)
        below = bound
    return None


def _between(below: _Bound, above: _Bound) -> float:
    """Halving as the reference does: the bound behind moves up to the new middle itself.

    So once the middle has passed the margin it stays, until the tolerance, which grows by a tenth
    from the 20th step on, takes it.
    """
    for bound in (above, below):
        if abs(bound.excess_db) < TOLERANCE_DB:
            return bound.level_db
    middle, tolerance_db, steps = above.halfway(below), TOLERANCE_DB, 1
    while abs(middle.excess_db) > tolerance_db:
        steps += 1
        if steps > _PATIENT_STEPS:
            tolerance_db *= _RELAXED
        if middle.excess_db > tolerance_db:
            middle = below = above.halfway(middle)
        elif middle.excess_db < -tolerance_db:
            middle = above = middle.halfway(below)
    return middle.level_db
