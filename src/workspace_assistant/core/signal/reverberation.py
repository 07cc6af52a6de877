"""Room echo: how long words ring on after they end. A blind estimate, own method."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workspace_assistant.core.signal.level import Samples

LEAST_RATE_HZ = 4000.0
LEAST_DECAYS = 5
_FRAME_S = 0.01
_SHORTEST_FRAMES = 8
_LEAST_FALL_DB = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reverberation:
    """`decay_s` is the time to fall by 60 dB, from `decays` ends of words; +- `uncertainty_s`."""

    decay_s: float
    uncertainty_s: float
    decays: int


def reverberation(speech: Samples, sample_rate_hz: float) -> Reverberation | None:
    """Estimate for the speaking part; None when too few words end in a clear fall."""
    size = round(sample_rate_hz * _FRAME_S)
    if sample_rate_hz < LEAST_RATE_HZ or speech.size < _SHORTEST_FRAMES * size:
        return None
    powers = (speech[: speech.size // size * size].reshape(-1, size) ** 2).mean(axis=1)
    slopes = _slopes(10 * np.log10(np.maximum(powers, 1e-12)))
    if len(slopes) < LEAST_DECAYS:
        return None
    decay_s = np.sort(-60 / np.array(slopes))
    low, middle, high = np.percentile(decay_s, [10, 25, 50])
    return Reverberation(
        decay_s=float(middle), uncertainty_s=float(high - low) / 2, decays=len(slopes)
    )


def _slopes(levels_db: Samples) -> list[float]:
    """Slopes (dB/s) of the stretches that fall steadily and far enough."""
    slopes = []
    start = 0
    for frame in range(1, levels_db.size + 1):
        if frame < levels_db.size and levels_db[frame] < levels_db[frame - 1]:
            continue
        fall = levels_db[start:frame]
        if fall.size >= _SHORTEST_FRAMES and fall[0] - fall[-1] >= _LEAST_FALL_DB:
            slopes.append(float(np.polyfit(np.arange(fall.size) * _FRAME_S, fall, 1)[0]))
        start = frame
    return slopes
