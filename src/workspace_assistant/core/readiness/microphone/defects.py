"""Findings of technical faults: clipping, hum, dropouts, a clock that is off, a shifted signal.

Limits that the workplace profile does not set are ours, chosen on clean and spoiled voice
recordings: flat tops 1 (ready) and 9 (caution), full-scale samples 20, DC 0.01, dropouts 0 and 4,
sound missing 20 ms, clock 500 ppm (time servers slew a computer's clock by that much) and 10,000
ppm; pile-up, crest and lasting silence as `core.signal.limits` has them.

Flat tops alone are called clipping. A crowd of samples below the peak, or a voice without peaks,
may as well come from a compressor, and is never called more than suspected.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.findings import broken, finding
from workspace_assistant.core.readiness.limits import Ceiling, Judgement
from workspace_assistant.core.readiness.microphone.figures import is_gated
from workspace_assistant.core.readiness.microphone.heard import (
    RUMBLE_DB,
    TELLING_RUMBLE_DB,
    loudness_dbov,
    rumble_db,
)
from workspace_assistant.core.readiness.microphone.measurements import (
    CLIPPING,
    CLOCK_ERROR,
    DC,
    DROPOUTS,
    FULL_SCALE,
    HUM,
    LEVEL,
    PEAK,
    SNR,
    UNITS,
)
from workspace_assistant.core.readiness.microphone.steps import is_quiet, step_down_db
from workspace_assistant.core.readiness.microphone.texts import FINDINGS
from workspace_assistant.core.readiness.microphone.variant_texts import CLIPPED_YET_QUIET
from workspace_assistant.core.readiness.model import Finding, Severity
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.units import format_apart, format_duration, format_value
from workspace_assistant.core.signal.limits import (
    LEAST_CREST_DB,
    LEAST_LOUD_SAMPLES,
    LONG_SILENCE_S,
    SUSPECTED_PILE_UP,
)

if TYPE_CHECKING:  # their modules load NumPy
    from workspace_assistant.core.signal.dropouts import Dropouts
    from workspace_assistant.core.signal.recording import RecordingAnalysis

CLIPPING_EVENTS = Ceiling(ready=1, caution=9)
FULL_SCALE_SAMPLES = Ceiling(ready=20, caution=20)
DC_OFFSET = Ceiling(ready=0.01, caution=1.0)
MOST_DROPOUTS = Ceiling(ready=0, caution=4)
CLOCK_PPM = Ceiling(ready=500, caution=10_000)
MISSING_S = 0.02


def defect_findings(
    analysis: RecordingAnalysis,
    values: Mapping[str, float],
    need: MicrophoneRequirement,
    *,
    has_voice: bool,
) -> Iterator[Finding]:
    """Findings on the published *values* (by measurement id) and the evidence behind them."""
    level_dbov = loudness_dbov(analysis, values[LEVEL]) if has_voice else None
    yield from _clipping_findings(analysis, level_dbov, need)
    hum = _hum_findings(analysis, values, need)
    yield from hum
    if has_voice and not hum:  # which shakes the level as well, and has words of its own
        yield from _rumble_findings(rumble_db(analysis))
    yield from _dropout_findings(analysis, values)
    yield from _clock_findings(analysis, values)
    if rumble_db(analysis) <= TELLING_RUMBLE_DB:  # gusts have a mean of their own
        yield from _dc_findings(values[DC])


def is_clipped(analysis: RecordingAnalysis) -> bool:
    found = analysis.clipping
    return any(one.severity for one in judged_clipping(found.events, found.full_scale_samples))


def judged_clipping(events: float, full_scale_samples: float) -> tuple[Judgement, Judgement]:
    """What the flat tops say, and what the samples at full scale say."""
    return CLIPPING_EVENTS.judge(events), FULL_SCALE_SAMPLES.judge(full_scale_samples)


def _clipping_findings(
    analysis: RecordingAnalysis, level_dbov: float | None, need: MicrophoneRequirement
) -> tuple[Finding, ...]:
    clipping = analysis.clipping
    by_events, by_full_scale = judged_clipping(clipping.events, clipping.full_scale_samples)
    band = need.active_speech_level_dbov
    texts = CLIPPED_YET_QUIET
    parameters = {
        "value": str(clipping.events),
        "full_scale": str(clipping.full_scale_samples),
    }
    if not is_quiet(level_dbov, band):
        texts = FINDINGS
        change_db = step_down_db(level_dbov, band, is_clipped=True)
        parameters["change"] = format_value(change_db, "dB")
    if by_full_scale.limit is not None and by_events.severity is not Severity.NOT_READY:
        value = clipping.full_scale_samples
        return broken(
            texts, "clipping", by_full_scale, FULL_SCALE, value=value, parameters=parameters
        )
    if by_events.limit is not None:
        value = clipping.events
        return broken(texts, "clipping", by_events, CLIPPING, value=value, parameters=parameters)
    return _suspicions(analysis, has_voice=level_dbov is not None)


def _suspicions(analysis: RecordingAnalysis, *, has_voice: bool) -> tuple[Finding, ...]:
    """What may be clipping, and may as well be a compressor: never more than a note.

    Hum and rumble have no peaks either, so the crest must be that of a voice.
    """
    signs, clipping = analysis.over_driven, analysis.clipping
    is_crest_of_voice = has_voice and rumble_db(analysis) <= RUMBLE_DB
    if signs is not None and is_crest_of_voice and signs.crest_db < LEAST_CREST_DB:
        shown, limit = format_apart(signs.crest_db, LEAST_CREST_DB, UNITS[SNR])
        parameters = {"value": shown, "limit": limit}
        return (
            finding(
                FINDINGS,
                "over-driven",
                Severity.INFO,
                PEAK,
                value=round(signs.crest_db, 2),
                limit=LEAST_CREST_DB,
                parameters=parameters,
            ),
        )
    is_crowded = clipping.pile_up_fraction > SUSPECTED_PILE_UP
    if not is_crowded or clipping.loud_samples <= LEAST_LOUD_SAMPLES:
        return ()
    return (
        finding(
            FINDINGS,
            "clipping-suspected",
            Severity.INFO,
            CLIPPING,
            value=round(clipping.pile_up_fraction, 4),
            limit=SUSPECTED_PILE_UP,
            parameters={"value": format_value(clipping.pile_up_fraction, "fraction")},
        ),
    )


def _hum_findings(
    analysis: RecordingAnalysis, values: Mapping[str, float], need: MicrophoneRequirement
) -> tuple[Finding, ...]:
    if analysis.hum is None:
        return ()
    level = values[HUM]
    shown, goal = format_apart(level, need.hum_dbfs.ready, UNITS[HUM])
    parameters = {
        "mains": format_value(float(analysis.hum.mains_hz), "Hz"),
        "value": shown,
        "limit": goal,
    }
    judgement = need.hum_dbfs.judge(level)
    return broken(FINDINGS, "mains-hum", judgement, HUM, value=level, parameters=parameters)


def _rumble_findings(rumble_db: float) -> tuple[Finding, ...]:
    if rumble_db <= TELLING_RUMBLE_DB:
        return ()
    return (
        finding(
            FINDINGS,
            "rumble",
            Severity.CAUTION,
            LEVEL,
            value=round(rumble_db, 1),
            limit=TELLING_RUMBLE_DB,
            parameters={"value": format_value(rumble_db, "dB")},
        ),
    )


def _dropout_findings(
    analysis: RecordingAnalysis, values: Mapping[str, float]
) -> tuple[Finding, ...]:
    count = values.get(DROPOUTS, 0)
    judgement = MOST_DROPOUTS.judge(count)
    if analysis.dropouts is None or not analysis.dropouts.at_s:
        return ()
    if analysis.dropouts.longest_silence_s > LONG_SILENCE_S and not is_gated(analysis):
        return (_went_silent(analysis.dropouts),)
    parameters = {"value": f"{count:g}", "place": format_duration(analysis.dropouts.at_s[0])}
    return broken(FINDINGS, "dropouts", judgement, DROPOUTS, value=count, parameters=parameters)


def _went_silent(found: Dropouts) -> Finding:
    parameters = {"value": format_duration(found.longest_silence_s)}
    parameters["place"] = format_duration(found.silent_from_s or 0.0)
    return finding(
        FINDINGS,
        "went-silent",
        Severity.NOT_READY,
        DROPOUTS,
        value=round(found.longest_silence_s, 2),
        limit=LONG_SILENCE_S,
        parameters=parameters,
    )


def _clock_findings(analysis: RecordingAnalysis, values: Mapping[str, float]) -> Iterator[Finding]:
    """The error less its uncertainty counts: a short recording cannot accuse a clock."""
    clock = analysis.clock
    if clock is None:
        return
    sure_ppm = max(0.0, abs(clock.ppm) - clock.uncertainty_ppm)
    judgement = CLOCK_PPM.judge(sure_ppm)
    shown, goal = format_apart(values[CLOCK_ERROR], CLOCK_PPM.ready, UNITS[CLOCK_ERROR])
    parameters = {"value": shown, "limit": goal}
    yield from broken(
        FINDINGS,
        "clock-off",
        judgement,
        CLOCK_ERROR,
        value=values[CLOCK_ERROR],
        parameters=parameters,
    )
    missing_s = clock.missing_frames / analysis.sample_rate_hz
    if missing_s > MISSING_S and judgement.severity is None:
        yield finding(
            FINDINGS,
            "sound-missing",
            Severity.CAUTION,
            CLOCK_ERROR,
            value=round(missing_s, 3),
            limit=MISSING_S,
            parameters={"value": format_value(1000 * missing_s, "ms")},
        )


def _dc_findings(dc_offset: float) -> tuple[Finding, ...]:
    judgement = DC_OFFSET.judge(abs(dc_offset))
    parameters = {"value": format_value(dc_offset, UNITS[DC])}
    return broken(FINDINGS, "dc-offset", judgement, DC, value=dc_offset, parameters=parameters)
