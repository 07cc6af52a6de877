"""Clipping: flat tops where the converter or an amplifier ran out of range. Own method.

* An *event* is a run of at least 3 samples within one 16-bit step of the recording's extreme on
  that side, whose neighbor falls away by more than a smooth crest of that width can. So clips below
  full scale count, and the round crest of a low tone does not. Clean speech has none; speech with
  0.1 % of its samples clipped has 22 to 55.
* *Full-scale samples* lie within two 16-bit steps of full scale.
  Both count in the recording's own steps where those are coarser (8 bits).
* *Pile-up* is the share of the samples above 80 % of the peak that lie above 98 %: 0.15 at most in
  clean speech with over 200 such samples, 0.27 and more after hard clipping. Tones have it too.
* *Crest* is the peak over the active speech level: 11 to 20 dB in clean speech, 6 to 9 where a
  twentieth of the samples was clipped, and less where an amplifier saturates.

Recommended limits (`limits.py`): flat tops are clipping. A pile-up above 0.15 of more than 200
samples is suspected clipping; a crest below 8 dB is "over-driven or heavily compressed", never
"clipped".

Blind spots: clipping that happened before a speech codec, another sample rate or an AC-coupled
stage leaves no flat tops and no pile-up; only heavy cases (a twentieth of the samples) still lose
their crest. Compressors that act slowly (over some ms) keep the crest and are not seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.level import Samples, peak
from workspace_assistant.core.signal.pieces import pieces

STEP = 1 / 32768
LEAST_RUN = 3
LEAST_EXTREME = 0.02
# Samples that read within one step lie within two before rounding; a parabola that stays within two
# steps over 3 samples has fallen by 8 at the next one, which rounds to 9 at most.
_ROUND_CREST_STEPS = 9.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipping:
    """`loud_samples` are those above 80 % of the peak: the base of the pile-up."""

    events: int
    full_scale_samples: int
    pile_up_fraction: float
    loud_samples: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverDriven:
    """Signs of an over-driven or heavily compressed input; neither proves clipping.

    `crest_db` is the peak over the active speech level; where rumble makes up over 1 dB of that
    level, both are taken behind a 50 Hz high-pass.
    """

    pile_up_fraction: float
    crest_db: float


def over_driven(signs: Clipping, peak_dbfs: float, active_level_dbov: float) -> OverDriven:
    """The signs together, out of numbers that are at hand once level and clipping are measured."""
    return OverDriven(
        pile_up_fraction=signs.pile_up_fraction, crest_db=peak_dbfs - active_level_dbov
    )


def clipping(samples: Samples, step: float = STEP) -> Clipping:
    """Signs of clipping in one channel, whose values lie *step* apart."""
    top, full = peak(samples), 1 - max(2 * STEP, 1.01 * step)
    loud = crowded = at_full_scale = 0
    for start, end in pieces(samples.size):
        magnitude = np.abs(samples[start:end])
        highest = float(magnitude.max())
        if highest <= 0.8 * top and highest < full:
            continue
        loud += int(np.count_nonzero(magnitude > 0.8 * top))
        crowded += int(np.count_nonzero(magnitude > 0.98 * top))
        at_full_scale += int(np.count_nonzero(magnitude >= full))
    return Clipping(
        events=_flat_tops(samples, step, 1) + _flat_tops(samples, step, -1),
        full_scale_samples=at_full_scale,
        pile_up_fraction=crowded / loud if loud else 0.0,
        loud_samples=loud,
    )


def runs(mask: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Starts and lengths of the stretches where *mask* is true."""
    padded = np.zeros(mask.size + 2, dtype=np.bool_)
    padded[1:-1] = mask
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return edges[::2], edges[1::2] - edges[::2]


def _flat_tops(samples: Samples, step: float, sign: int) -> int:
    """Flat tops among the highest samples (*sign* 1) or the lowest (-1)."""
    extreme = sign * float(samples.max() if sign > 0 else samples.min()) if samples.size else 0.0
    if extreme < LEAST_EXTREME:
        return 0
    least = sign * (extreme - 1.01 * step)
    starts, lengths = runs(samples >= least if sign > 0 else samples <= least)
    long = lengths >= LEAST_RUN
    starts, ends = starts[long], starts[long] + lengths[long]
    beside = np.full((2, starts.size), -np.inf)  # the recording's ends count as a fall
    has_before, has_after = starts > 0, ends < samples.size
    beside[0, has_before] = sign * samples[starts[has_before] - 1]
    beside[1, has_after] = sign * samples[ends[has_after]]
    fall = extreme - beside.min(axis=0)
    return int((fall > _ROUND_CREST_STEPS * step).sum())
