"""From the analysis of a recording to measurements, findings and what stays unmeasured.

Level, SNR and what else is told of the voice count only if the speaking part stands out (`heard`);
where that is no voice, its level alone is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.microphone.figures import (
    is_gated,
    own_conditions,
    published_values,
    shared_conditions,
)
from workspace_assistant.core.readiness.microphone.gap_texts import NOT_MEASURED
from workspace_assistant.core.readiness.microphone.heard import is_speech_heard, missing_voice
from workspace_assistant.core.readiness.microphone.measurements import (
    ACTIVITY,
    AUDIO_BANDWIDTH,
    CLOCK_ERROR,
    CONSTANT,
    DROPOUTS,
    ESSENTIAL,
    HUM,
    LEVEL,
    NOISE,
    PEAK,
    REVERBERATION,
    SNR,
    UNITS,
)
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.remarks import (
    MUTED,
    muted_finding,
    recording_findings,
)
from workspace_assistant.core.readiness.model import Measurement, NotMeasured, Outcome, Value
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement

if TYPE_CHECKING:  # its module loads NumPy
    from workspace_assistant.core.signal.recording import RecordingAnalysis

_UNHEARD_WHEN_MUTED = (
    LEVEL,
    NOISE,
    SNR,
    ACTIVITY,
    PEAK,
    HUM,
    AUDIO_BANDWIDTH,
    REVERBERATION,
    DROPOUTS,
)


def judge_recording(
    analysis: RecordingAnalysis,
    requirement: MicrophoneRequirement,
    conditions: Mapping[str, Value],
    *,
    device: MicrophoneDevice | None = None,
    detector: str = "",
) -> Outcome:
    """Measurements, findings and gaps of one analyzed recording.

    A quiet part of exact silence has no level in decibels; it does not make the check untested,
    as every noise limit is kept then, but a finding says so. *device* is None for a file;
    *detector* is the name of the voice detector behind the analysis.
    """
    conditions = {**shared_conditions(analysis), **conditions}
    if analysis.constant_fraction > MUTED.caution:
        return _muted(analysis, conditions)
    missing = missing_voice(analysis, detector)
    values = published_values(analysis, has_voice=missing is None)
    return Outcome(
        measurements=tuple(
            Measurement(
                id=key,
                value=value,
                unit=UNITS[key],
                conditions={**conditions, **own_conditions(analysis, key, detector)},
            )
            for key, value in values.items()
        ),
        findings=tuple(
            recording_findings(analysis, values, requirement, device, detector=detector)
        ),
        not_measured=tuple(_gaps(analysis, values, device, has_voice=missing is None)),
        essential=ESSENTIAL if missing else _essential(analysis),
    )


def _essential(analysis: RecordingAnalysis) -> frozenset[str]:
    """What a noise gate hides is missing, and yet the recording is a test."""
    if analysis.is_quiet_silent:
        return frozenset({LEVEL})
    return ESSENTIAL - {SNR} if is_gated(analysis) else ESSENTIAL


def _muted(analysis: RecordingAnalysis, conditions: Mapping[str, Value]) -> Outcome:
    fraction = round(analysis.constant_fraction, 4)
    measurement = Measurement(
        id=CONSTANT, value=fraction, unit=UNITS[CONSTANT], conditions=conditions
    )
    gaps = tuple(_gap(key, "digital-silence") for key in _UNHEARD_WHEN_MUTED)
    return Outcome(
        measurements=(measurement,),
        findings=(muted_finding(fraction),),
        not_measured=gaps,
        essential=ESSENTIAL,
    )


def _gaps(
    analysis: RecordingAnalysis,
    values: Mapping[str, float],
    device: MicrophoneDevice | None,
    *,
    has_voice: bool,
) -> Iterator[NotMeasured]:
    no_voice = _why_no_voice(analysis, values, has_voice=has_voice)
    reasons = {
        LEVEL: _why_no_level(analysis),
        ACTIVITY: _why_no_level(analysis),
        NOISE: _why_no_noise(analysis),
        SNR: no_voice or _why_no_snr(analysis),
        AUDIO_BANDWIDTH: no_voice or "band-unclear",
        REVERBERATION: no_voice or ("gated" if is_gated(analysis) else "no-clear-endings"),
        HUM: "no-hum" if analysis.noise else "no-noise-to-look-at",
        DROPOUTS: "speech-too-short",
        CLOCK_ERROR: "recording-too-short" if device else "file-has-no-clock",
    }
    yield from (_gap(key, reason) for key, reason in reasons.items() if key not in values)


def _gap(key: str, reason: str) -> NotMeasured:
    return NotMeasured(id=key, reason=reason, detail=NOT_MEASURED[reason])


def _why_no_voice(
    analysis: RecordingAnalysis, values: Mapping[str, float], *, has_voice: bool
) -> str | None:
    if LEVEL not in values:
        return _why_no_level(analysis)
    return None if has_voice else "no-voice"


def _why_no_level(analysis: RecordingAnalysis) -> str:
    if analysis.speech is not None and not is_speech_heard(analysis):
        return "no-speech"
    return "speech-too-short" if analysis.is_speech_too_short else "outside-range"


def _why_no_snr(analysis: RecordingAnalysis) -> str:
    return "gated" if analysis.noise and is_gated(analysis) else _why_no_noise(analysis)


def _why_no_noise(analysis: RecordingAnalysis) -> str:
    return "no-noise" if analysis.is_quiet_silent else "quiet-part-too-short"
