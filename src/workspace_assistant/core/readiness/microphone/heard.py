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
TELLING_EARLY_FRACTION = 0.2
# L90 - L10 of the quiet part: steady noise has 1.3 at most, noise with a voice in it 5 and more.
LEAST_EARLY_SPREAD_DB = 3.0
LEAST_ACTIVITY_FRACTION = 0.1  # by P.56: a knock has 0.07, the scarcest voice 0.10
# Rumble is told where half of the power is (`core.signal.recording` measures the rest), and
# suspected to lift the peak from 1 dB on.
TELLING_RUMBLE_DB, RUMBLE_DB = 3.0, 1.0
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
    if loudness_dbov(analysis, speech.level_dbov) < _CERTAIN_LEVEL_DBOV and not is_clear:
        return None
    return _under(voice.fraction, LEAST_VOICE_FRACTION)


def early_voice(analysis: RecordingAnalysis, detector: str) -> float | None:
    """The share of voice in the quiet part, where that is more than a word; else None.

    Our own detector takes everything that stands out for a voice, so it is not asked. A voice that
    leaves the noise steady does not change its level, and is none more often than not.
    """
    quiet, noise = analysis.quiet_voice, analysis.noise
    if quiet is None or detector in ("", OWN_DETECTOR):
        return None
    if noise is not None and noise.spread_db < LEAST_EARLY_SPREAD_DB:
        return None
    return quiet.fraction if quiet.fraction >= TELLING_EARLY_FRACTION else None


def loudness_dbov(analysis: RecordingAnalysis, level_dbov: float) -> float:
    """What of the level is the voice's: that behind a high-pass where rumble is much of it.

    Half of the power may be rumble before it counts: high-passed voices lose up to 1 dB as well.
    Knocks count out wherever they are told.
    """
    rumble = rumble_db(analysis)
    return level_dbov - analysis.knocks_db - (rumble if rumble > TELLING_RUMBLE_DB else 0.0)


def rumble_db(analysis: RecordingAnalysis) -> float:
    """How much higher the level is for what lies under 50 Hz; 0 where that is not known."""
    speech, above_dbov = analysis.speech, analysis.speech_above_rumble_dbov
    return 0.0 if speech is None or above_dbov is None else speech.level_dbov - above_dbov


def _under(fraction: float, least: float) -> tuple[float, float] | None:
    return (fraction, least) if fraction < least else None
