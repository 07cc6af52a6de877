"""Findings of the microphone check: which value breaks which limit, and by how much.

Limits that the workplace profile does not set are ours, chosen on clean and spoiled voice
recordings: flat tops 1 (ready) and 9 (caution), full-scale samples 20, DC 0.01, unchanging samples
99 %, pile-up 0.15 of more than 200 loud samples, spread of the quiet part 15 dB. Speech counts as
heard from 6 dB above the quiet part: ITU-T P.56 gives steady noise an active level too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.findings import broken, finding
from workspace_assistant.core.readiness.limits import Ceiling, Floor, Judgement
from workspace_assistant.core.readiness.microphone.measurements import (
    CLIPPING,
    CONSTANT,
    DC,
    FULL_SCALE,
    LEVEL,
    NOISE,
    SNR,
)
from workspace_assistant.core.readiness.microphone.texts import FINDINGS
from workspace_assistant.core.readiness.model import Finding, Severity
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement

if TYPE_CHECKING:  # its module loads NumPy
    from workspace_assistant.core.signal.recording import RecordingAnalysis

HEARD_ABOVE_NOISE_DB = 6.0
MUTED = Ceiling(ready=0.99, caution=0.99)
CLIPPING_EVENTS = Ceiling(ready=1, caution=9)
FULL_SCALE_SAMPLES = Ceiling(ready=20, caution=20)
DC_OFFSET = Ceiling(ready=0.01, caution=1.0)
PILE_UP_FRACTION, PILE_UP_SAMPLES = 0.15, 200
QUIET_SPREAD_DB = 15.0


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
    if LEVEL in values:
        yield from _level_findings(values[LEVEL], need)
    elif analysis.snr_db is not None:
        yield _no_speech(analysis.snr_db)
    if SNR in values:
        yield from _limit_findings("snr-low", SNR, values[SNR], need.snr_db)
    if NOISE in values:
        yield from _limit_findings("noise-high", NOISE, values[NOISE], need.noise_floor_dbfs)
    yield from _clipping_findings(analysis)
    yield from _dc_findings(values[DC])
    yield from _quiet_part_findings(analysis)


def _level_findings(level_dbov: float, need: MicrophoneRequirement) -> tuple[Finding, ...]:
    band = need.active_speech_level_dbov
    judgement = band.judge(level_dbov)
    if judgement.limit is None:
        return ()
    is_quiet = level_dbov < band.ready[0]
    # The step asked for leads to ready, even where the limit that was broken is a wider one.
    goal_dbov = band.ready[0] if is_quiet else band.ready[1]
    parameters = {
        "value": _decibels(level_dbov),
        "limit": _decibels(judgement.limit),
        "change": str(math.ceil(abs(goal_dbov - level_dbov))),
    }
    code = "speech-too-quiet" if is_quiet else "speech-too-loud"
    return broken(FINDINGS, code, judgement, LEVEL, value=level_dbov, parameters=parameters)


def _no_speech(excess_db: float) -> Finding:
    return finding(
        FINDINGS,
        "no-speech-heard",
        Severity.INFO,
        SNR,
        value=round(excess_db, 2),
        limit=HEARD_ABOVE_NOISE_DB,
        parameters={"excess": _decibels(excess_db), "limit": _decibels(HEARD_ABOVE_NOISE_DB)},
    )


def _limit_findings(
    code: str, measurement: str, value: float, limit: Ceiling | Floor
) -> tuple[Finding, ...]:
    judgement = limit.judge(value)
    bound = "" if judgement.limit is None else _decibels(judgement.limit)
    parameters = {"value": _decibels(value), "limit": bound}
    return broken(FINDINGS, code, judgement, measurement, value=value, parameters=parameters)


def _clipping_findings(analysis: RecordingAnalysis) -> tuple[Finding, ...]:
    clipping = analysis.clipping
    parameters = {"value": str(clipping.events), "full_scale": str(clipping.full_scale_samples)}
    by_events = CLIPPING_EVENTS.judge(clipping.events)
    by_full_scale = FULL_SCALE_SAMPLES.judge(clipping.full_scale_samples)
    if by_full_scale.limit is not None and by_events.severity is not Severity.NOT_READY:
        return _clipped(FULL_SCALE, clipping.full_scale_samples, by_full_scale, parameters)
    if by_events.limit is not None:
        return _clipped(CLIPPING, clipping.events, by_events, parameters)
    if clipping.pile_up_fraction <= PILE_UP_FRACTION or clipping.loud_samples <= PILE_UP_SAMPLES:
        return ()
    share = {"value": f"{clipping.pile_up_fraction:.0%}"}
    return (finding(FINDINGS, "over-driven", Severity.INFO, CLIPPING, parameters=share),)


def _clipped(
    measurement: str, value: int, judgement: Judgement, parameters: Mapping[str, str]
) -> tuple[Finding, ...]:
    return broken(FINDINGS, "clipping", judgement, measurement, value=value, parameters=parameters)


def _dc_findings(dc_offset: float) -> tuple[Finding, ...]:
    judgement = DC_OFFSET.judge(abs(dc_offset))
    parameters = {"value": f"{dc_offset:.1%}"}
    return broken(FINDINGS, "dc-offset", judgement, DC, value=dc_offset, parameters=parameters)


def _quiet_part_findings(analysis: RecordingAnalysis) -> Iterator[Finding]:
    if analysis.is_quiet_silent:
        yield finding(FINDINGS, "noise-gate", Severity.INFO, NOISE)
    if analysis.noise is not None and analysis.noise.spread_db > QUIET_SPREAD_DB:
        parameters = {"value": _decibels(analysis.noise.spread_db)}
        yield finding(FINDINGS, "noise-unsteady", Severity.INFO, NOISE, parameters=parameters)


def _decibels(value: float) -> str:
    return f"{value:.1f}"
