"""Whether the speaking part holds a voice, and how loud that is.

Speech counts as heard from 3 dB above the quiet part on: ITU-T P.56 gives steady noise a level
too. Whether it is a voice is the detector's to say: of a fan that starts, of typing or of a knock
it calls next to nothing voice. Faint voices escape it, so it is asked from -45 dBov or an SNR of
25 dB on. Without a detector the activity of P.56 tells no more than a knock from a voice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # its module loads NumPy
    from workspace_assistant.core.signal.recording import RecordingAnalysis

OWN_DETECTOR = "energy"
# P.56 gives steady noise at most 1.5 dB above that of its own quiet part; voices at an SNR of 5 dB
# read 3.9 to 6.2.
HEARD_ABOVE_NOISE_DB = 3.0
LEAST_VOICE_FRACTION = 0.05
LEAST_ACTIVITY_FRACTION = 0.1  # by P.56: a knock has 0.07, the scarcest voice 0.10
_CERTAIN_LEVEL_DBOV, _CERTAIN_SNR_DB = -45.0, 25.0


def is_speech_heard(analysis: RecordingAnalysis) -> bool:
    """Whether the speaking part stands out; without a noise level nothing speaks against it."""
    return analysis.snr_db is None or round(analysis.snr_db, 2) >= HEARD_ABOVE_NOISE_DB


def missing_voice(analysis: RecordingAnalysis, detector: str) -> tuple[float, float] | None:
    """The share of voice and the least there should be, where something else was heard; else None.

    *detector* is the name of the voice detector; empty or our own where there is no better one.
    """
    speech, voice = analysis.speech, analysis.voice
    if speech is None or not is_speech_heard(analysis):
        return None
    if voice is None or detector in ("", OWN_DETECTOR):
        return _under(speech.activity_fraction, LEAST_ACTIVITY_FRACTION)
    is_clear = (analysis.snr_db or 0.0) >= _CERTAIN_SNR_DB
    if speech.level_dbov < _CERTAIN_LEVEL_DBOV and not is_clear:
        return None
    return _under(voice.fraction, LEAST_VOICE_FRACTION)


def _under(fraction: float, least: float) -> tuple[float, float] | None:
    return (fraction, least) if fraction < least else None
