"""The voice in a few seconds of a call, apart from what lies between its words.

A take has no quiet part of its own, and whoever listens says nothing: so a detector of voice tells
what is speech. The active level (ITU-T P.56) is that of the speech alone, cut out and joined: over
the whole take, pauses would count as speech where the noise is less than P.56's margin of 15.9 dB
below the voice. The noise is what is left, where that is half a second and more.

Blind spots: detectors of voice take other people's talk, and that out of a loudspeaker, for
speech.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.active_speech_level import active_speech_level
from workspace_assistant.core.signal.filtering import spoiling_offset
from workspace_assistant.core.signal.level import Samples
from workspace_assistant.core.signal.noise import noise_floor
from workspace_assistant.core.signal.recording import Detector
from workspace_assistant.core.signal.resampling import resampled_singly
from workspace_assistant.core.signal.voice_activity import (
    DETECTOR_RATE_HZ,
    FRAME_S,
    energy_probabilities,
    speech_frames,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallVoice:
    """Attributes: `speech_s` in seconds; `noise_dbov` above 50 Hz, None for too few pauses."""

    level_dbov: float
    noise_dbov: float | None
    speech_s: float


def call_voice(
    samples: NDArray[np.floating], sample_rate_hz: int, detector: Detector | None = None
) -> CallVoice | None:
    """The voice in *samples* (frames x channels, finite); None where nobody speaks.

    Without a *detector* our own is used, which takes everything that stands out for speech.
    """
    chosen = _loudest(samples)
    spoken = _spoken(chosen, sample_rate_hz, detector)
    speech, rest = chosen[spoken], chosen[~spoken]
    offset = spoiling_offset(speech, sample_rate_hz) if speech.size else 0.0
    level = active_speech_level(speech, sample_rate_hz, offset)
    if level is None:
        return None
    noise = noise_floor(rest, sample_rate_hz)
    return CallVoice(
        level_dbov=level.level_dbov,
        noise_dbov=None if noise is None else noise.unweighted_dbov,
        speech_s=speech.size / sample_rate_hz,
    )


def _loudest(samples: NDArray[np.floating]) -> Samples:
    """The channel with most power, DC left out: the other one may be dead."""
    channel = int(np.argmax(samples.var(axis=0, dtype=np.float64)))
    return samples[:, channel].astype(np.float64)


def _spoken(chosen: Samples, sample_rate_hz: int, detector: Detector | None) -> NDArray[np.bool_]:
    """Of each sample whether it belongs to speech; what makes no whole frame does not."""
    if detector is None:
        frame_s, probabilities = FRAME_S, energy_probabilities(chosen, sample_rate_hz)
    else:
        heard = resampled_singly(chosen, sample_rate_hz, DETECTOR_RATE_HZ)
        frame_s, probabilities = detector.frame_s, detector.probabilities(heard)
    frames = speech_frames(probabilities, frame_s)
    spoken = np.zeros(chosen.size, dtype=np.bool_)
    if frames.size:
        of_frame = (np.arange(chosen.size) / (frame_s * sample_rate_hz)).astype(np.intp)
        inside = of_frame < frames.size
        spoken[inside] = frames[of_frame[inside]]
    return spoken
