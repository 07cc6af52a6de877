"""From the sound of a take to the numbers that are kept, or why there are none."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from workspace_assistant.core.loudness.model import CallLevel, WhyNot
from workspace_assistant.core.loudness.ports import CallSound

if TYPE_CHECKING:  # dear to import; the window paints first
    from workspace_assistant.core.signal.recording import Detector

# A level of less moves with single words.
LEAST_SPEECH_S = 1.0
# Noise 10 dB below a voice adds 0.4 dB to its level; what lies nearer would be the room's trend.
LEAST_ABOVE_NOISE_DB = 10.0


def measured(sound: CallSound, at: datetime, detector: Detector | None) -> CallLevel | WhyNot:
    """The level of the voice in *sound*, which began at *at*."""
    from workspace_assistant.core.signal.call_voice import call_voice

    voice = call_voice(sound.samples, sound.sample_rate_hz, detector)
    if voice is None or voice.speech_s < LEAST_SPEECH_S:
        return WhyNot.TOO_LITTLE_SPEECH
    noise_dbov = voice.noise_dbov
    if noise_dbov is not None and voice.level_dbov - noise_dbov < LEAST_ABOVE_NOISE_DB:
        return WhyNot.TOO_MUCH_NOISE
    return CallLevel(
        at=at,
        level_dbov=voice.level_dbov,
        noise_dbov=noise_dbov,
        speech_s=voice.speech_s,
        microphone=sound.microphone,
    )
