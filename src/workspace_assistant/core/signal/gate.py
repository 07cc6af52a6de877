"""A noise gate or noise suppression: the microphone falls silent between words. Own method.

* *Silent fraction*: the share of the pauses, the quiet part among them, that is exact silence.
  Pauses are frames of 20 ms at least 20 dB under the loud ones. A microphone that is open has none.
* *Silent pauses*: stretches of 20 ms and more of exact silence that do not have speech within 5 ms
  on both sides, as a gap cut into words has. One alone may be a microphone that went dead.
* *Depth*: by how much noise there is less in pauses than under speech. Under speech it shows in
  those bands and frames that the voice leaves free: the lowest 5 % of the loud frames in each band,
  against the median of the quiet part or the lowest 10 % of the speaking part, whichever is more;
  the band with the smallest difference counts. Open microphones have one near 0 dB.

Recommended limits (`limits.py`): a gate from a silent fraction of 0.2 on, if the quiet part itself
is silent or 3 pauses are, or from a depth of 24 dB on. Neither is a fault by itself. Clean voices
in steady noise reach 19 dB.

Blind spots: a gate of 20 dB or less hides below the voice, as does suppression that works within
each band while somebody speaks; a gate that never closed within the recording leaves no sign. Noise
that follows the voice (coarse codecs, echo in a large room) adds to the depth. Less than 0.5 s of
quiet or 1 s of speech has no depth.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from workspace_assistant.core.signal.fourier import hann_window
from workspace_assistant.core.signal.level import Samples, frame_powers, in_frames, mean_square
from workspace_assistant.core.signal.limits import (
    GATE_PAUSES,
    GATE_SILENT_FRACTION,
)
from workspace_assistant.core.signal.noise import is_mostly_silent
from workspace_assistant.core.signal.pieces import pieces
from workspace_assistant.core.signal.silence import silent_runs

NEIGHBOR_S, BELOW_LOUD_DB = 0.005, 20.0
_FRAME_S = 0.02
_LEAST_FRAMES = 10
_FRAMES_AT_A_TIME = 64
_LEAST_QUIET_S, _LEAST_SPEECH_S = 0.5, 1.0
_LOUD_BELOW_DB = 10.0
_FREE_PERCENT, _PAUSE_PERCENT = 5, 10
_EDGES_HZ = (60, 120, 250, 500, 1000, 1500, 2000, 3000, 4000, 6000, 8000, 11_000, 16_000, 24_000)
_USED_BAND_FRACTION = 0.96  # a resampler's slope lies above
_FAINTEST_POWER = 1e-14


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """`silent_fraction` of the pauses is exact silence; `depth_db` is None where it can't be told.

    Exact silence in pauses has a depth of its own, up to 100 dB: it adds nothing to the fraction.
    `pauses` is how many separate ones are silent (for 20 ms and more), the quiet part among them.
    """

    silent_fraction: float
    depth_db: float | None
    pauses: int = 0


def noise_gate(samples: Samples, quiet_size: int, sample_rate_hz: float) -> Gate | None:
    """Signs of a gate in a recording whose first `quiet_size` samples are quiet.

    None where there is no speech or no pause to tell it by.
    """
    size = round(sample_rate_hz * _FRAME_S)
    if size < 8 or samples.size - quiet_size < _LEAST_FRAMES * size:
        return None
    powers = frame_powers(samples, size)
    least = min(powers.mean(), powers.max())  # the mean of equal numbers may round up
    loud = float(powers[powers >= least].mean())
    pauses = powers <= loud * 10 ** (-BELOW_LOUD_DB / 10)
    if loud == 0 or pauses.sum() < _LEAST_FRAMES:
        return None
    frames = in_frames(samples, size)
    silent = (frames[:, 1:] == frames[:, :-1]).all(axis=1)[pauses]
    return Gate(
        silent_fraction=float(silent.mean()),
        depth_db=_depth_db(samples[:quiet_size], samples[quiet_size:], sample_rate_hz),
        pauses=_silent_pauses(samples, loud * 10 ** (-BELOW_LOUD_DB / 10), sample_rate_hz),
    )


def is_silencing(gate: Gate | None, quiet: Samples, sample_rate_hz: float) -> bool:
    """Whether exact silence in the recording is a gate's doing."""
    if gate is None or gate.silent_fraction < GATE_SILENT_FRACTION:
        return False
    return gate.pauses >= GATE_PAUSES or is_mostly_silent(quiet, sample_rate_hz)


def _silent_pauses(samples: Samples, speech_power: float, sample_rate_hz: float) -> int:
    width = round(NEIGHBOR_S * sample_rate_hz)
    starts, lengths = silent_runs(samples, _FRAME_S, sample_rate_hz)
    return sum(
        mean_square(samples[max(0, start - width) : start]) < speech_power
        or mean_square(samples[end : end + width]) < speech_power
        for start, end in zip(starts.tolist(), (starts + lengths).tolist(), strict=True)
    )


def _depth_db(quiet: Samples, speech: Samples, sample_rate_hz: float) -> float | None:
    is_long_enough = (
        quiet.size >= _LEAST_QUIET_S * sample_rate_hz
        and speech.size >= _LEAST_SPEECH_S * sample_rate_hz
    )
    size = round(sample_rate_hz * _FRAME_S)
    bands = _bands(size, sample_rate_hz)
    if not is_long_enough or not bands:
        return None
    quiet_db, speech_db = _band_levels(quiet, size, bands), _band_levels(speech, size, bands)
    powers = frame_powers(speech, size)
    is_loud = powers >= powers.mean() * 10 ** (-_LOUD_BELOW_DB / 10)
    free = np.percentile(speech_db[is_loud], _FREE_PERCENT, axis=0)
    pause = np.maximum(
        np.median(quiet_db, axis=0), np.percentile(speech_db, _PAUSE_PERCENT, axis=0)
    )
    return float((free - pause).min())


def _bands(size: int, sample_rate_hz: float) -> list[slice]:
    """Lines of a frame's spectrum in each band that the sample rate holds."""
    frequency_hz = np.fft.rfftfreq(size, 1 / sample_rate_hz)
    highest_hz = sample_rate_hz / 2 * _USED_BAND_FRACTION
    lines = (
        np.flatnonzero((frequency_hz >= low) & (frequency_hz < high))
        for low, high in pairwise(_EDGES_HZ)
        if high <= highest_hz
    )
    return [slice(int(line[0]), int(line[-1]) + 1) for line in lines if line.size]


def _band_levels(samples: Samples, size: int, bands: list[slice]) -> Samples:
    """Frames x bands, in dB."""
    frames = in_frames(samples, size)
    powers = np.empty((len(frames), len(bands)))
    for start, end in pieces(len(frames), _FRAMES_AT_A_TIME):
        spectra = np.fft.rfft(frames[start:end] * hann_window(size), axis=1)
        lines = spectra.real**2 + spectra.imag**2
        for place, band in enumerate(bands):
            powers[start:end, place] = lines[:, band].mean(axis=1)
    levels: Samples = 10 * np.log10(np.maximum(powers / size**2, _FAINTEST_POWER))
    return levels
