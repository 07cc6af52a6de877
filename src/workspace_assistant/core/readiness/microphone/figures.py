"""What one recording publishes: numbers, rounded to what the method resolves, and conditions."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.microphone.heard import (
    TELLING_RUMBLE_DB,
    is_speech_heard,
    loudness_dbov,
    rumble_db,
)
from workspace_assistant.core.readiness.microphone.measurements import (
    ABOVE_RUMBLE,
    ACTIVITY,
    AT_MOST,
    AUDIO_BANDWIDTH,
    CLIPPING,
    CLOCK_ERROR,
    COARSE,
    DC,
    DROPOUTS,
    FULL_SCALE,
    GATE_DEPTH,
    HUM,
    LEVEL,
    NOISE,
    PEAK,
    REVERBERATION,
    SNR,
    WITHOUT_KNOCKS,
)
from workspace_assistant.core.readiness.model import Value
from workspace_assistant.core.signal.limits import (
    GATE_DEPTH_DB,
    GATE_PAUSES,
    GATE_SILENT_FRACTION,
    LEAST_SPLICES,
    SHORTEST_TOLD_DECAY_S,
)

if TYPE_CHECKING:  # their modules load NumPy
    from workspace_assistant.core.signal.active_speech_level import ActiveSpeechLevel
    from workspace_assistant.core.signal.recording import RecordingAnalysis
    from workspace_assistant.core.signal.reverberation import Reverberation
    from workspace_assistant.core.signal.voice_activity import VoiceActivity

_PLACES_TOLD = 5
# In tenths, as sentences tell it, and never less than what cannot be told apart.
_AT_MOST_S = math.ceil(10 * SHORTEST_TOLD_DECAY_S) / 10

Numbers = Mapping[str, float]


def published_values(analysis: RecordingAnalysis, *, has_voice: bool = True) -> dict[str, float]:
    """By measurement id; what was not measured is left out.

    Of a sound without a voice (*has_voice*) the level is told, and how much of the time it fills.
    """
    voice = _of_the_voice(analysis) if has_voice else {}
    found = {**_of_the_sound(analysis), **voice, **_of_the_signal(analysis)}
    return {key: value for key, value in found.items() if value is not None}


def _of_the_sound(analysis: RecordingAnalysis) -> dict[str, float | None]:
    if analysis.speech is None or not is_speech_heard(analysis):
        return {}
    return {
        LEVEL: _rounded(analysis.speech.level_dbov, 2),
        ACTIVITY: _rounded(_activity(analysis.speech, analysis.voice), 3),
    }


def _of_the_voice(analysis: RecordingAnalysis) -> dict[str, float | None]:
    band, echo = analysis.audio_bandwidth, analysis.echo
    if analysis.speech is None or not is_speech_heard(analysis):
        return {}
    return {
        SNR: None if is_gated(analysis) else _rounded(analysis.snr_db, 2),
        AUDIO_BANDWIDTH: round(band.upper_hz, -1) if band else None,
        REVERBERATION: None if is_gated(analysis) else _decay_s(echo),
    }


def _of_the_signal(analysis: RecordingAnalysis) -> dict[str, float | None]:
    noise, hum, clock = analysis.noise, analysis.hum, analysis.clock
    return {
        NOISE: _rounded(noise.a_weighted_dbfs, 2) if noise else None,
        PEAK: _rounded(analysis.peak_dbfs, 2),
        CLIPPING: analysis.clipping.events,
        FULL_SCALE: analysis.clipping.full_scale_samples,
        DC: _rounded(analysis.dc_offset, 6),
        HUM: _rounded(hum.level_dbfs, 2) if hum else None,
        DROPOUTS: _dropout_count(analysis),
        CLOCK_ERROR: _rounded(clock.ppm, 1) if clock else None,
    }


def _decay_s(echo: Reverberation | None) -> float | None:
    if echo is None:
        return None
    is_told = echo.decay_s >= SHORTEST_TOLD_DECAY_S
    return round(echo.decay_s, 2) if is_told else _AT_MOST_S


def _activity(speech: ActiveSpeechLevel, voice: VoiceActivity | None) -> float:
    """The voice detector's share of time; that of P.56 where there is none."""
    return speech.activity_fraction if voice is None else voice.fraction


def is_gated(analysis: RecordingAnalysis) -> bool:
    gate = analysis.gate
    is_deep = gate is not None and (gate.depth_db or 0.0) >= GATE_DEPTH_DB
    return is_gated_to_silence(analysis) or is_deep


def is_gated_to_silence(analysis: RecordingAnalysis) -> bool:
    """Whether exact silence comes again and again, as no mute and no lost connection leaves it."""
    gate = analysis.gate
    if analysis.is_quiet_silent or gate is None:
        return analysis.is_quiet_silent
    return gate.silent_fraction >= GATE_SILENT_FRACTION and gate.pauses >= GATE_PAUSES


def _dropout_count(analysis: RecordingAnalysis) -> int | None:
    """Zero runs are a gate's doing where there is one."""
    found = analysis.dropouts
    if found is None:
        return None
    gaps = 0 if is_gated(analysis) else found.zero_runs
    splices = found.splices if found.splices >= LEAST_SPLICES else 0
    return gaps + found.repeats + splices


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def shared_conditions(analysis: RecordingAnalysis) -> dict[str, Value]:
    """What holds for every number of the recording."""
    return {
        "sample_rate_hz": analysis.sample_rate_hz,
        "channel": analysis.channel,
        "channels": analysis.channels,
        "quiet_s": round(analysis.quiet_s, 3),
        "speech_s": round(analysis.speech_s, 3),
        **({COARSE: True} if analysis.is_coarse else {}),
    }


def own_conditions(analysis: RecordingAnalysis, key: str, detector: str) -> dict[str, Value]:
    """What belongs to one number alone; *detector* is the name of the voice detector."""
    voice, band, echo = analysis.voice, analysis.audio_bandwidth, analysis.echo
    hum, clock, dropouts = analysis.hum, analysis.clock, analysis.dropouts
    if key == LEVEL and analysis.speech:
        return {**_of_rumble(analysis), **_of_knocks(analysis, analysis.speech)}
    if key == ACTIVITY:
        return {"detector": detector if voice else "ITU-T P.56"}
    if key == AUDIO_BANDWIDTH and band:
        return {"band": band.kind}
    if key == REVERBERATION and echo:
        bound = {AT_MOST: True} if echo.decay_s < SHORTEST_TOLD_DECAY_S else {}
        return {"uncertainty_s": round(echo.uncertainty_s, 2), "word_endings": echo.decays, **bound}
    if key == SNR and analysis.gate and analysis.gate.depth_db is not None:
        return {GATE_DEPTH: round(analysis.gate.depth_db, 1)}
    if key == HUM and hum:
        return {"mains_hz": hum.mains_hz, "harmonics": _listed(hum.harmonics)}
    if key == CLOCK_ERROR and clock:
        return {"uncertainty_ppm": round(clock.uncertainty_ppm, 1)}
    if key == DROPOUTS and dropouts:
        return {
            "zero_runs": dropouts.zero_runs,
            "splices": dropouts.splices,
            "repeats": dropouts.repeats,
            "at_s": _listed([round(at_s, 2) for at_s in dropouts.at_s[:_PLACES_TOLD]]),
        }
    return {}


def _of_rumble(analysis: RecordingAnalysis) -> dict[str, Value]:
    if rumble_db(analysis) <= TELLING_RUMBLE_DB:
        return {}
    above_dbov = analysis.speech_above_rumble_dbov or 0.0
    return {ABOVE_RUMBLE: round(above_dbov, 2), "rumble_db": round(rumble_db(analysis), 1)}


def _of_knocks(analysis: RecordingAnalysis, speech: ActiveSpeechLevel) -> dict[str, Value]:
    if analysis.knocks_db == 0:
        return {}
    without_dbov = loudness_dbov(analysis, speech.level_dbov)
    return {
        WITHOUT_KNOCKS: round(without_dbov, 2),
        "knocks_db": round(analysis.knocks_db, 1),
    }


def _listed(numbers: tuple[float, ...] | list[float]) -> str:
    return ", ".join(f"{number:g}" for number in numbers)
