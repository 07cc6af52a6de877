"""A noise gate: the microphone goes silent between words. Own method."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workspace_assistant.core.signal.level import Samples

_FRAME_S = 0.02
_PAUSE_BELOW_DB = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """`silent_fraction` is the share of the pauses (quiet part included) that is exact silence.

    `depth_db` is by how much less noise there is in pauses than under speech.
    """

    silent_fraction: float
    depth_db: float | None


def noise_gate(quiet: Samples, speech: Samples, sample_rate_hz: float) -> Gate | None:
    """Signs of a gate; None when there is no speech or no pause to tell it by."""
    size = round(sample_rate_hz * _FRAME_S)
    if size < 8 or speech.size < 10 * size:
        return None
    frames = _frames(np.concatenate((quiet, speech)), size)
    powers = (frames**2).mean(axis=1)
    loud = float(powers[powers >= powers.mean()].mean())
    pauses = powers <= loud * 10 ** (-_PAUSE_BELOW_DB / 10)
    if loud == 0 or pauses.sum() < 10:
        return None
    silent = np.ptp(frames[pauses], axis=1) == 0
    return Gate(silent_fraction=float(silent.mean()), depth_db=None)


def _frames(samples: Samples, size: int) -> Samples:
    count = samples.size // size
    return samples[: count * size].reshape(count, size)
