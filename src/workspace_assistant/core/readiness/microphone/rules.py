"""From the analysis of a recording to measurements, findings and what stays unmeasured.

Level and SNR count only if the speaking part lies at least 6 dB above the quiet part: ITU-T P.56
gives steady noise a level too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.microphone.measurements import (
    ACTIVITY,
    CLIPPING,
    CONSTANT,
    DC,
    ESSENTIAL,
    FULL_SCALE,
    LEVEL,
    NOISE,
    PEAK,
    SNR,
    UNITS,
)
from workspace_assistant.core.readiness.microphone.remarks import (
    HEARD_ABOVE_NOISE_DB,
    MUTED,
    muted_finding,
    recording_findings,
)
from workspace_assistant.core.readiness.microphone.texts import NOT_MEASURED
from workspace_assistant.core.readiness.model import Measurement, NotMeasured, Outcome, Value
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement

if TYPE_CHECKING:  # its module loads NumPy
    from workspace_assistant.core.signal.recording import RecordingAnalysis


def judge_recording(
    analysis: RecordingAnalysis,
    requirement: MicrophoneRequirement,
    conditions: Mapping[str, Value],
) -> Outcome:
    """Measurements, findings and gaps of one analyzed recording.

    A quiet part of exact silence has no level in decibels; it does not make the check untested,
    as every noise limit is kept then, but a finding says so.
    """
    conditions = {**_conditions(analysis), **conditions}
    if analysis.constant_fraction > MUTED.caution:
        return _muted(analysis, conditions)
    values = _values(analysis)
    return Outcome(
        measurements=tuple(
            Measurement(id=key, value=value, unit=UNITS[key], conditions=conditions)
            for key, value in values.items()
        ),
        findings=tuple(recording_findings(analysis, values, requirement)),
        not_measured=tuple(_gaps(analysis, values)),
        essential=frozenset({LEVEL}) if analysis.is_quiet_silent else ESSENTIAL,
    )


def _conditions(analysis: RecordingAnalysis) -> dict[str, Value]:
    return {
        "sample_rate_hz": analysis.sample_rate_hz,
        "channel": analysis.channel,
        "channels": analysis.channels,
        "quiet_s": round(analysis.quiet_s, 3),
        "speech_s": round(analysis.speech_s, 3),
    }


def _values(analysis: RecordingAnalysis) -> dict[str, float]:
    """What was measured, rounded to what the method resolves; what was not is left out."""
    speech, noise = analysis.speech, analysis.noise
    is_heard = _is_speech_heard(analysis)
    values = {
        LEVEL: _rounded(speech.level_dbov, 2) if speech and is_heard else None,
        SNR: _rounded(analysis.snr_db, 2) if is_heard else None,
        NOISE: _rounded(noise.a_weighted_dbfs, 2) if noise else None,
        PEAK: _rounded(analysis.peak_dbfs, 2),
        CLIPPING: analysis.clipping.events,
        FULL_SCALE: analysis.clipping.full_scale_samples,
        DC: _rounded(analysis.dc_offset, 6),
        ACTIVITY: _rounded(speech.activity_fraction, 3) if speech and is_heard else None,
    }
    return {key: value for key, value in values.items() if value is not None}


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def _is_speech_heard(analysis: RecordingAnalysis) -> bool:
    """Whether the speaking part stands out; without a noise level nothing speaks against it."""
    return analysis.snr_db is None or round(analysis.snr_db, 2) >= HEARD_ABOVE_NOISE_DB


def _muted(analysis: RecordingAnalysis, conditions: Mapping[str, Value]) -> Outcome:
    fraction = round(analysis.constant_fraction, 4)
    measurement = Measurement(
        id=CONSTANT, value=fraction, unit=UNITS[CONSTANT], conditions=conditions
    )
    gaps = tuple(_gap(key, "digital-silence") for key in (LEVEL, NOISE, SNR, ACTIVITY, PEAK))
    return Outcome(
        measurements=(measurement,),
        findings=(muted_finding(fraction),),
        not_measured=gaps,
        essential=ESSENTIAL,
    )


def _gaps(analysis: RecordingAnalysis, values: Mapping[str, float]) -> Iterator[NotMeasured]:
    for key in (LEVEL, ACTIVITY):
        if key not in values:
            yield _gap(key, _why_no_level(analysis))
    if NOISE not in values:
        yield _gap(NOISE, _why_no_noise(analysis))
    if SNR not in values:
        reason = _why_no_noise(analysis) if LEVEL in values else _why_no_level(analysis)
        yield _gap(SNR, reason)


def _gap(key: str, reason: str) -> NotMeasured:
    return NotMeasured(id=key, reason=reason, detail=NOT_MEASURED[reason])


def _why_no_level(analysis: RecordingAnalysis) -> str:
    if analysis.speech is not None:
        return "no-speech"
    return "speech-too-short" if analysis.is_speech_too_short else "outside-range"


def _why_no_noise(analysis: RecordingAnalysis) -> str:
    return "no-noise" if analysis.is_quiet_silent else "quiet-part-too-short"
