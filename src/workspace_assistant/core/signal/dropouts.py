"""Dropouts: places where sound is missing, cut or played twice. Own method."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workspace_assistant.core.signal.clipping import runs
from workspace_assistant.core.signal.level import Samples, peak

LEAST_RATE_HZ = 4000.0
LEAST_S = 0.1
_SHORTEST_GAP_S = 0.0015
_NEIGHBOR_S = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropouts:
    """How many of each kind, and where (seconds from the first sample, in order).

    A gap of exact zeros counts once, as a zero run, though its edges are splices too.
    """

    zero_runs: int
    splices: int
    repeats: int
    at_s: tuple[float, ...]


def dropouts(samples: Samples, sample_rate_hz: float) -> Dropouts | None:
    """Dropouts in one channel; None under 4 kHz or 0.1 s, where there is nothing to tell by."""
    if sample_rate_hz < LEAST_RATE_HZ or samples.size < LEAST_S * sample_rate_hz:
        return None
    gaps = _zero_runs(samples, sample_rate_hz)
    at_s = tuple(start / sample_rate_hz for start in gaps)
    return Dropouts(zero_runs=len(gaps), splices=0, repeats=0, at_s=at_s)


def _zero_runs(samples: Samples, sample_rate_hz: float) -> list[int]:
    """Starts of the stretches that do not change, with loud sound on both sides."""
    top = peak(samples)
    width = round(_NEIGHBOR_S * sample_rate_hz)
    loud = _loud_power(samples, sample_rate_hz) / 100
    starts, lengths = runs(np.diff(samples) == 0)
    long = lengths >= _SHORTEST_GAP_S * sample_rate_hz
    found = []
    for start, length in zip(starts[long].tolist(), lengths[long].tolist(), strict=True):
        end = start + length + 1
        before, after = samples[max(0, start - width) : start], samples[end : end + width]
        if before.size < width or after.size < width or abs(samples[start]) >= 0.9 * top:
            continue
        if min((before**2).mean(), (after**2).mean()) >= loud:
            found.append(start)
    return found


def _loud_power(samples: Samples, sample_rate_hz: float) -> float:
    """Mean power of the 10 ms frames that are louder than the mean of all."""
    size = round(sample_rate_hz * 0.01)
    powers = (samples[: samples.size // size * size].reshape(-1, size) ** 2).mean(axis=1)
    return float(powers[powers >= powers.mean()].mean())
