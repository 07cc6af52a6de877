"""Findings of the microphone check: which value breaks which limit, and by how much.

Limits that the workplace profile does not set are ours, chosen on clean and spoiled voice
recordings: spread of the quiet part 15 dB, and those of `core.signal.limits`. Speech counts as
heard from 3 dB above the quiet part: ITU-T P.56 gives steady noise an active level too. Technical
faults and clarity have modules of their own.

A sentence names the bound of ready as the goal, whichever bound was broken: who reaches it is
ready. The finding's `limit` is the bound that was broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.findings import FindingText, broken, finding
from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor, Judgement
from workspace_assistant.core.readiness.microphone.clarity import clarity_findings
from workspace_assistant.core.readiness.microphone.defects import (
    defect_findings,
    is_clipped,
)
from workspace_assistant.core.readiness.microphone.figures import (
    is_gated,
    is_gated_to_silence,
)
from workspace_assistant.core.readiness.microphone.heard import (
    HEARD_ABOVE_NOISE_DB,
    TELLING_EARLY_FRACTION,
    early_voice,
    loudness_dbov,
    missing_voice,
)
from workspace_assistant.core.readiness.microphone.measurements import (
    ACTIVITY,
    CONSTANT,
    LEVEL,
    NOISE,
    SNR,
    UNITS,
)
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.steps import (
    step_down_db,
    step_up_db,
    wanted_up_db,
)
from workspace_assistant.core.readiness.microphone.texts import FINDINGS
from workspace_assistant.core.readiness.microphone.variant_texts import (
    CLIPPED_YET_QUIET,
    GATED_WORDS,
    HUMMING,
    LITTLE_ROOM,
    LOUD_KNOCKS,
    NO_LOUDER,
    NO_ROOM,
    SUPPRESSED_NOISE,
    TOO_LOUD_AND_CLIPPED,
)
from workspace_assistant.core.readiness.model import Finding, Severity
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.units import format_apart, format_value
from workspace_assistant.core.signal.limits import (
    DIGITAL_SILENCE_FRACTION,
    GATE_DEPTH_DB,
    TELLING_KNOCKS_DB,
)

if TYPE_CHECKING:  # its module loads NumPy
    from workspace_assistant.core.signal.recording import RecordingAnalysis

MUTED = Ceiling(ready=DIGITAL_SILENCE_FRACTION, caution=DIGITAL_SILENCE_FRACTION)
QUIET_SPREAD_DB = 15.0
HALF_DB = 3.0
_ORDER = (Severity.NOT_READY, Severity.CAUTION, Severity.INFO)
_CAUSES = frozenset({"spoke-too-early", "clipping", "rumble"})


def muted_finding(constant_fraction: float) -> Finding:
    return finding(
        FINDINGS,
        "microphone-muted",
        Severity.NOT_READY,
        CONSTANT,
        value=constant_fraction,
        limit=MUTED.caution,
    )


def input_lost_finding(overflows: int) -> Finding:
    parameters = {"value": str(overflows)}
    return finding(FINDINGS, "input-lost", Severity.INFO, LEVEL, parameters=parameters)


def recording_findings(
    analysis: RecordingAnalysis,
    values: Mapping[str, float],
    need: MicrophoneRequirement,
    device: MicrophoneDevice | None,
    *,
    detector: str,
) -> list[Finding]:
    """Findings on the published *values* (by measurement id), the worst first.

    Of equals the cause comes before what follows from it. *detector* is the name of the voice
    detector. Who spoke in the quiet part is told so, instead of what the room seems to be then.
    """
    causes = _CAUSES | ({"mains-hum"} if _is_mostly_hum(analysis) else set())
    return sorted(
        _findings(analysis, values, need, device, detector=detector),
        key=lambda found: (_ORDER.index(found.severity), found.code not in causes),
    )


def _findings(
    analysis: RecordingAnalysis,
    values: Mapping[str, float],
    need: MicrophoneRequirement,
    device: MicrophoneDevice | None,
    *,
    detector: str,
) -> Iterator[Finding]:
    missing, early = missing_voice(analysis, detector), early_voice(analysis, detector)
    room = tuple(_room_findings(analysis, values, need))
    if early is not None:
        yield _spoke_early(early, is_harmless=not room and LEVEL in values)
    if missing is not None:
        yield _no_voice(*missing)
    elif LEVEL in values:
        level_dbov = round(loudness_dbov(analysis, values[LEVEL]), 2)
        yield from _level_findings(analysis, level_dbov, need)
        yield from _knock_findings(analysis.knocks_db)
    elif analysis.snr_db is not None:
        yield _no_speech(analysis.snr_db)
    if early is None:
        yield from room
    has_voice = LEVEL in values and missing is None
    yield from clarity_findings(analysis, values, need, device, has_voice=has_voice)
    yield from defect_findings(analysis, values, need, has_voice=has_voice)
    yield from _quiet_part_findings(analysis, is_told=early is not None, has_voice=missing is None)


def _room_findings(
    analysis: RecordingAnalysis, values: Mapping[str, float], need: MicrophoneRequirement
) -> Iterator[Finding]:
    texts = HUMMING if _is_mostly_hum(analysis) else FINDINGS
    certain = not _is_quiet_part_unsteady(analysis)
    limits = (("snr-low", SNR, need.snr_db), ("noise-high", NOISE, need.noise_floor_dbfs))
    for code, key, limit in limits:
        if key in values:
            yield from _limit_findings(texts, code, key, values[key], limit, is_certain=certain)


def _is_mostly_hum(analysis: RecordingAnalysis) -> bool:
    """Whether hum has at least half of the power of the noise."""
    hum, noise = analysis.hum, analysis.noise
    if hum is None or noise is None:
        return False
    return hum.level_dbfs >= noise.unweighted_dbov - HALF_DB


def _spoke_early(fraction: float, *, is_harmless: bool) -> Finding:
    return finding(
        FINDINGS,
        "spoke-too-early",
        Severity.INFO if is_harmless else Severity.CAUTION,
        NOISE,
        value=round(fraction, 3),
        limit=TELLING_EARLY_FRACTION,
    )


def _level_findings(
    analysis: RecordingAnalysis, level_dbov: float, need: MicrophoneRequirement
) -> tuple[Finding, ...]:
    band = need.active_speech_level_dbov
    is_quiet = level_dbov < band.ready[0]
    shown, goal = format_apart(level_dbov, band.ready[0 if is_quiet else 1], UNITS[LEVEL])
    change_db = (
        step_up_db(level_dbov, band, analysis.peak_dbfs)
        if is_quiet
        else step_down_db(level_dbov, band, is_clipped=is_clipped(analysis))
    )
    return broken(
        _too_quiet_texts(analysis, level_dbov, band, change_db)
        if is_quiet
        else (TOO_LOUD_AND_CLIPPED if is_clipped(analysis) else FINDINGS),
        "speech-too-quiet" if is_quiet else "speech-too-loud",
        band.judge(level_dbov),
        LEVEL,
        value=level_dbov,
        parameters={"value": shown, "limit": goal, "change": _decibels(change_db)},
    )


def _knock_findings(lift_db: float) -> Iterator[Finding]:
    if lift_db > 0:
        yield finding(
            FINDINGS,
            "knocks",
            Severity.INFO,
            LEVEL,
            value=round(lift_db, 1),
            limit=TELLING_KNOCKS_DB,
            parameters={"value": _decibels(lift_db)},
        )


def _too_quiet_texts(
    analysis: RecordingAnalysis, level_dbov: float, band: Band, change_db: int
) -> Mapping[str, FindingText]:
    if is_clipped(analysis):
        return CLIPPED_YET_QUIET
    if change_db < wanted_up_db(level_dbov, band):
        return LITTLE_ROOM if change_db else NO_ROOM
    is_knock_told = analysis.knocks_db > 0
    is_peaky = (analysis.peak_dbfs or 0.0) + change_db > 0
    return LOUD_KNOCKS if is_peaky and not is_knock_told else FINDINGS


def _no_voice(fraction: float, least: float) -> Finding:
    return finding(
        FINDINGS,
        "no-voice-recognized",
        Severity.CAUTION,
        ACTIVITY,
        value=round(fraction, 3),
        limit=least,
    )


def _no_speech(excess_db: float) -> Finding:
    shown, limit = format_apart(round(excess_db, 2), HEARD_ABOVE_NOISE_DB, UNITS[SNR])
    return finding(
        FINDINGS if round(excess_db, 1) > 0 else NO_LOUDER,
        "no-speech-heard",
        Severity.INFO,
        SNR,
        value=round(excess_db, 2),
        limit=HEARD_ABOVE_NOISE_DB,
        parameters={"excess": shown, "limit": limit},
    )


def _limit_findings(
    texts: Mapping[str, FindingText],
    code: str,
    measurement: str,
    value: float,
    limit: Ceiling | Floor,
    *,
    is_certain: bool,
) -> tuple[Finding, ...]:
    shown, goal = format_apart(value, limit.ready, UNITS[measurement])
    parameters = {"value": shown, "limit": goal}
    judgement = limit.judge(value)
    if judgement.severity is Severity.NOT_READY and not is_certain:
        # Somebody who talked while it should be quiet says nothing certain about the room.
        judgement = Judgement(Severity.CAUTION, judgement.limit)
    return broken(texts, code, judgement, measurement, value=value, parameters=parameters)


def _quiet_part_findings(
    analysis: RecordingAnalysis, *, is_told: bool, has_voice: bool
) -> Iterator[Finding]:
    if analysis.is_quiet_silent:
        yield finding(FINDINGS, "noise-gate", Severity.INFO, NOISE)
    elif has_voice and is_gated(analysis):
        yield _gate_finding(analysis)
    if analysis.noise is not None and _is_quiet_part_unsteady(analysis) and not is_told:
        parameters = {"value": _decibels(analysis.noise.spread_db)}
        yield finding(FINDINGS, "noise-unsteady", Severity.INFO, NOISE, parameters=parameters)


def _gate_finding(analysis: RecordingAnalysis) -> Finding:
    depth_db = analysis.gate.depth_db if analysis.gate else None
    if depth_db is None or is_gated_to_silence(analysis):
        return finding(GATED_WORDS, "noise-gate", Severity.INFO, NOISE)
    return finding(
        SUPPRESSED_NOISE,
        "noise-gate",
        Severity.INFO,
        NOISE,
        value=round(depth_db, 1),
        limit=GATE_DEPTH_DB,
        parameters={"value": _decibels(depth_db)},
    )


def _is_quiet_part_unsteady(analysis: RecordingAnalysis) -> bool:
    return analysis.noise is not None and analysis.noise.spread_db > QUIET_SPREAD_DB


def _decibels(value: float) -> str:
    return format_value(value, UNITS[SNR])
