"""Voice activity: where somebody speaks, out of a detector's probabilities per frame.

A frame is voice from a probability of 0.5 on. Gaps of up to 0.2 s between voiced frames belong to
the speech, as in ITU-T P.56; what is left shorter than 0.1 s is dropped as a click. Detectors of
voice take music and other people's talk for speech; our own takes everything that stands out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.clipping import runs
from workspace_assistant.core.signal.level import Samples, frame_powers
from workspace_assistant.core.signal.pieces import pieces

DETECTOR_RATE_HZ = 16_000
FRAME_SIZE = 256
FRAME_S = FRAME_SIZE / DETECTOR_RATE_HZ
VOICE_PROBABILITY = 0.5
LONGEST_GAP_S = 0.2
SHORTEST_SPEECH_S = 0.1
_ABOVE_NOISE_DB = 9.0
_FRAMES_AT_A_TIME = 1000
_FAINTEST_POWER = 1e-10  # of steps that 16 bits hold


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceActivity:
    """Share of the time spoken, and when the first word begins and the last one ends.

    The times are seconds from the first frame; None when nobody speaks.
    """

    fraction: float
    first_s: float | None
    last_s: float | None


def voice_activity(probabilities: Samples, frame_s: float = FRAME_S) -> VoiceActivity | None:
    """Activity out of one probability (0 to 1) per frame of `frame_s`; None for no frames."""
    if probabilities.size == 0:
        return None
    starts, lengths = runs(speech_frames(probabilities, frame_s))
    if starts.size == 0:
        return VoiceActivity(fraction=0.0, first_s=None, last_s=None)
    return VoiceActivity(
        fraction=float(lengths.sum()) / probabilities.size,
        first_s=float(starts[0]) * frame_s,
        last_s=float(starts[-1] + lengths[-1]) * frame_s,
    )


def speech_frames(probabilities: Samples, frame_s: float = FRAME_S) -> NDArray[np.bool_]:
    """Of each frame whether it belongs to speech, by the rules above."""
    speech = _without_short_runs(probabilities >= VOICE_PROBABILITY, LONGEST_GAP_S / frame_s)
    for start, length in zip(*runs(speech), strict=True):
        if length * frame_s < SHORTEST_SPEECH_S:
            speech[start : start + length] = False
    return speech


def energy_probabilities(samples: Samples, sample_rate_hz: float) -> Samples:
    """Our own detector, where no other is installed: what stands out from the quietest tenth.

    One value per 16 ms, 0.5 at 9 dB above the noise. It looks at the steps between samples, as
    otherwise the swell of low rumble is taken for voice. Fit for voices 20 dB above steady noise
    and more; it takes breath and every knock for voice.
    """
    size = max(1, round(sample_rate_hz * FRAME_S))
    count = samples.size // size
    if count == 0:
        return np.zeros(0)
    powers = np.empty(count)
    for start, end in pieces(count, _FRAMES_AT_A_TIME):
        heard = samples[max(0, start * size - 1) : end * size]
        steps = np.diff(heard) if start else np.diff(heard, prepend=heard[0])
        powers[start:end] = frame_powers(steps, size)
    levels = 10 * np.log10(np.maximum(powers, _FAINTEST_POWER))
    excess_db = np.clip(levels - np.percentile(levels, 10) - _ABOVE_NOISE_DB, -99, 99)
    probabilities: Samples = 1 / (1 + np.exp(-excess_db))
    return probabilities


def _without_short_runs(is_voice: NDArray[np.bool_], longest_gap: float) -> NDArray[np.bool_]:
    filled = is_voice.copy()
    for start, length in zip(*runs(~is_voice), strict=True):
        is_inside = start > 0 and start + length < is_voice.size
        if is_inside and length <= longest_gap:
            filled[start : start + length] = True
    return filled
