"""Findings of the microphone check: which value breaks which limit, and by how much.

Limits that the workplace profile does not set are ours, chosen on clean and spoiled voice
recordings: flat tops 1 (ready) and 9 (caution), full-scale samples 20, DC 0.01, unchanging samples
99 %, pile-up 0.15 of more than 200 loud samples, spread of the quiet part 15 dB. Speech counts as
heard from 6 dB above the quiet part: ITU-T P.56 gives steady noise an active level too.

A sentence names the bound of ready as the goal, whichever bound was broken: who reaches it is
ready. The finding's `limit` is the bound that was broken.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.findings import broken, finding
from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor, Judgement
from workspace_assistant.core.readiness.microphone.measurements import (
    CLIPPING,
    CONSTANT,
    DC,
    FULL_SCALE,
    LEVEL,
    NOISE,
    SNR,
    UNITS,
)
from workspace_assistant.core.readiness.microphone.texts import (
    CLIPPED_YET_QUIET,
    FINDINGS,
    NO_LOUDER,
)
from workspace_assistant.core.readiness.model import Finding, Severity
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.units import format_apart, format_value

if TYPE_CHECKING:  # its module loads NumPy
    from workspace_assistant.core.signal.recording import RecordingAnalysis

HEARD_ABOVE_NOISE_DB = 6.0
MUTED = Ceiling(ready=0.99, caution=0.99)
CLIPPING_EVENTS = Ceiling(ready=1, caution=9)
FULL_SCALE_SAMPLES = Ceiling(ready=20, caution=20)
DC_OFFSET = Ceiling(ready=0.01, caution=1.0)
PILE_UP_FRACTION, PILE_UP_SAMPLES = 0.15, 200
QUIET_SPREAD_DB = 15.0
# How far to go down when nothing tells by how much the input is over-driven.
CLIPPING_STEP_DB = 6


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
    analysis: RecordingAnalysis, values: Mapping[str, float], need: MicrophoneRequirement
) -> Iterator[Finding]:
    """Findings on the published *values* (by measurement id), worst subject first."""
    is_clipped = any(judgement.severity for judgement in _clipping_judgements(analysis))
    if LEVEL in values:
        yield from _level_findings(values[LEVEL], need, is_clipped=is_clipped)
    elif analysis.snr_db is not None:
        yield _no_speech(analysis.snr_db)
    certain = not _is_quiet_part_unsteady(analysis)
    if SNR in values:
        yield from _limit_findings("snr-low", SNR, values[SNR], need.snr_db, is_certain=certain)
    if NOISE in values:
        limit = need.noise_floor_dbfs
        yield from _limit_findings("noise-high", NOISE, values[NOISE], limit, is_certain=certain)
    yield from _clipping_findings(analysis, values.get(LEVEL), need)
    yield from _dc_findings(values[DC])
    yield from _quiet_part_findings(analysis)


def _level_findings(
    level_dbov: float, need: MicrophoneRequirement, *, is_clipped: bool
) -> tuple[Finding, ...]:
    band = need.active_speech_level_dbov
    is_quiet = level_dbov < band.ready[0]
    shown, goal = format_apart(level_dbov, band.ready[0 if is_quiet else 1], UNITS[LEVEL])
    change_db = (
        math.ceil(band.ready[0] - level_dbov)
        if is_quiet
        else _step_down_db(level_dbov, band, is_clipped=is_clipped)
    )
    return broken(
        FINDINGS,
        "speech-too-quiet" if is_quiet else "speech-too-loud",
        band.judge(level_dbov),
        LEVEL,
        value=level_dbov,
        parameters={"value": shown, "limit": goal, "change": _decibels(change_db)},
    )


def _step_down_db(level_dbov: float | None, band: Band, *, is_clipped: bool) -> int:
    """By how much to lower the input: at least into ready, and not beyond it.

    Where the recording is clipped too, both findings give this one number.
    """
    least_db = CLIPPING_STEP_DB if is_clipped else 0
    if level_dbov is None:
        return least_db
    room_db = math.floor(level_dbov - band.ready[0])
    return max(math.ceil(level_dbov - band.ready[1]), min(least_db, room_db), 1)


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
    code: str, measurement: str, value: float, limit: Ceiling | Floor, *, is_certain: bool
) -> tuple[Finding, ...]:
    shown, goal = format_apart(value, limit.ready, UNITS[measurement])
    parameters = {"value": shown, "limit": goal}
    judgement = limit.judge(value)
    if judgement.severity is Severity.NOT_READY and not is_certain:
        # Somebody who talked while it should be quiet says nothing certain about the room.
        judgement = Judgement(Severity.CAUTION, judgement.limit)
    return broken(FINDINGS, code, judgement, measurement, value=value, parameters=parameters)


def _clipping_judgements(analysis: RecordingAnalysis) -> tuple[Judgement, Judgement]:
    """What the flat tops say, and what the samples at full scale say."""
    by_events = CLIPPING_EVENTS.judge(analysis.clipping.events)
    return by_events, FULL_SCALE_SAMPLES.judge(analysis.clipping.full_scale_samples)


def _clipping_findings(
    analysis: RecordingAnalysis, level_dbov: float | None, need: MicrophoneRequirement
) -> tuple[Finding, ...]:
    clipping = analysis.clipping
    by_events, by_full_scale = _clipping_judgements(analysis)
    band = need.active_speech_level_dbov
    texts = CLIPPED_YET_QUIET
    parameters = {
        "value": str(clipping.events),
        "full_scale": str(clipping.full_scale_samples),
    }
    if not _is_quiet(level_dbov, band):
        texts = FINDINGS
        parameters["change"] = _decibels(_step_down_db(level_dbov, band, is_clipped=True))
    if by_full_scale.limit is not None and by_events.severity is not Severity.NOT_READY:
        value = clipping.full_scale_samples
        return broken(
            texts, "clipping", by_full_scale, FULL_SCALE, value=value, parameters=parameters
        )
    if by_events.limit is not None:
        value = clipping.events
        return broken(texts, "clipping", by_events, CLIPPING, value=value, parameters=parameters)
    if clipping.pile_up_fraction <= PILE_UP_FRACTION or clipping.loud_samples <= PILE_UP_SAMPLES:
        return ()
    share = {"value": format_value(clipping.pile_up_fraction, "fraction")}
    return (finding(FINDINGS, "over-driven", Severity.INFO, CLIPPING, parameters=share),)


def _is_quiet(level_dbov: float | None, band: Band) -> bool:
    """Whether lowering the level would leave ready: the clipping sits before the last control."""
    return level_dbov is not None and level_dbov - 1 < band.ready[0]


def _dc_findings(dc_offset: float) -> tuple[Finding, ...]:
    judgement = DC_OFFSET.judge(abs(dc_offset))
    parameters = {"value": format_value(dc_offset, UNITS[DC])}
    return broken(FINDINGS, "dc-offset", judgement, DC, value=dc_offset, parameters=parameters)


def _quiet_part_findings(analysis: RecordingAnalysis) -> Iterator[Finding]:
    if analysis.is_quiet_silent:
        yield finding(FINDINGS, "noise-gate", Severity.INFO, NOISE)
    if analysis.noise is not None and _is_quiet_part_unsteady(analysis):
        parameters = {"value": _decibels(analysis.noise.spread_db)}
        yield finding(FINDINGS, "noise-unsteady", Severity.INFO, NOISE, parameters=parameters)


def _is_quiet_part_unsteady(analysis: RecordingAnalysis) -> bool:
    return analysis.noise is not None and analysis.noise.spread_db > QUIET_SPREAD_DB


def _decibels(value: float) -> str:
    return format_value(value, UNITS[SNR])
