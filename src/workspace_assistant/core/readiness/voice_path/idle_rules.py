"""Judges the idle line: round trip, jitter, gaps, and how a call over it would sound."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.limits import Ceiling, Floor, Judgement
from workspace_assistant.core.readiness.model import Value
from workspace_assistant.core.readiness.units import format_apart, format_value
from workspace_assistant.core.readiness.voice_path.model import Reason
from workspace_assistant.core.readiness.voice_path.result import Gathered, VoiceRun, Watched
from workspace_assistant.core.voice.codecs import CODECS, DEFAULT_CODEC
from workspace_assistant.core.voice.model import SPACING_S
from workspace_assistant.core.voice.playout import VoiceQuality, best_buffer, fixed_buffer

RTT = "voice.rtt"
JITTER = "voice.jitter"
LONGEST_LOSS = "voice.longest_loss"
BURST_RATIO = "voice.burst_ratio"
MOS = "voice.mos"
R_FACTOR = "voice.r_factor"
_FIXED = "voice.r_factor_fixed_buffer"
_CODEC_IDS = {"g711": "voice.r_factor_g711", "g729a": "voice.r_factor_g729a"} | {
    "opus": "voice.r_factor_opus"
}


def judge_round_trip(box: Gathered, run: VoiceRun) -> None:
    """Delay and its variation; not measured when nothing came back."""
    watched, seen = run.idle, run.idle.statistics
    spread: dict[str, Value] = {}
    if seen.rtt_min_ms is not None and seen.rtt_p95_ms is not None:
        spread = {"minimum_ms": seen.rtt_min_ms, "p95_ms": seen.rtt_p95_ms, "statistic": "median"}
    jitter: dict[str, Value] = {"definition": "round-trip jitter, RFC 3550"}
    _limited_ms(box, run, (RTT, "round-trip-long"), seen.rtt_median_ms, run.needs.rtt_ms, spread)
    _limited_ms(box, run, (JITTER, "jitter-high"), seen.jitter_ms, run.needs.jitter_ms, jitter)
    if seen.ipdv_ms is None:
        box.miss("voice.ipdv", _too_little(run), run.survey.server)
    else:
        box.add("voice.ipdv", seen.ipdv_ms, "ms", run.conditions(watched))


def _limited_ms(
    box: Gathered,
    run: VoiceRun,
    what: tuple[str, str],
    value: float | None,
    limit: Ceiling,
    more: Mapping[str, Value],
) -> None:
    measurement, code = what
    if value is None:
        box.miss(measurement, _too_little(run), run.survey.server)
        return
    judgement = limit.judge(value)
    if _excused(box, run.idle, judgement, measurement):
        return
    box.add(measurement, value, "ms", {**run.conditions(run.idle), **more})
    shown, goal = format_apart(value, limit.ready, "ms")
    box.judge(code, judgement, measurement, value=value, shown=shown, goal=goal)


def _too_little(run: VoiceRun) -> Reason:
    return Reason.TOO_FEW_ANSWERS if run.idle.statistics.received else Reason.NO_ANSWER


def judge_gaps(box: Gathered, run: VoiceRun) -> None:
    """Losses in a row, which are heard as gaps, and how packets came otherwise."""
    seen, conditions = run.idle.statistics, run.conditions(run.idle)
    if run.is_over_tcp:
        for measurement in (LONGEST_LOSS, BURST_RATIO):
            box.miss(measurement, Reason.HIDDEN_BY_TCP, run.survey.server)
    else:
        _judge_longest(box, run)
        box.add(BURST_RATIO, seen.burst_ratio, "", conditions | {"lost": seen.lost})
    box.add("voice.reordered", seen.reordered, "count", conditions)
    box.add("voice.duplicates", seen.duplicates, "count", conditions)


def _judge_longest(box: Gathered, run: VoiceRun) -> None:
    watched, seen = run.idle, run.idle.statistics
    limit = run.needs.longest_loss_packets
    judgement = limit.judge(seen.longest_loss)
    if _excused(box, watched, judgement, LONGEST_LOSS):
        return
    box.add(LONGEST_LOSS, seen.longest_loss, "packets", run.conditions(watched))
    shown, goal = format_apart(seen.longest_loss, limit.ready, "packets")
    gap = format_value(1000 * SPACING_S * seen.longest_loss, "ms")
    box.judge(
        "loss-in-a-row",
        judgement,
        LONGEST_LOSS,
        value=seen.longest_loss,
        shown=shown,
        goal=goal,
        gap=gap,
    )


def judge_quality(box: Gathered, run: VoiceRun) -> None:
    """MOS and R with the buffer that sounds best; other codecs and an old phone as information."""
    watched, limit = run.idle, run.needs.mos
    best = best_buffer(watched.trace, CODECS[DEFAULT_CODEC])
    judgement = limit.judge(best.mos)
    if watched.is_busy and judgement.severity is not None:
        for measurement in (MOS, R_FACTOR, _FIXED, *_CODEC_IDS.values()):
            box.excuse(measurement, watched)
        return
    _add_quality(box, run, best)
    shown, goal = shown_mos(best.mos, limit)
    box.judge("voice-quality-low", judgement, MOS, value=best.mos, shown=shown, goal=goal)


def _add_quality(box: Gathered, run: VoiceRun, best: VoiceQuality) -> None:
    trace, base = run.idle.trace, run.conditions(run.idle)
    conditions = base | quality_conditions(best, DEFAULT_CODEC)
    box.add(MOS, best.mos, "", conditions)
    box.add(R_FACTOR, best.r_factor, "", conditions)
    fixed = fixed_buffer(trace, CODECS[DEFAULT_CODEC])
    box.add(_FIXED, fixed.r_factor, "", base | quality_conditions(fixed, DEFAULT_CODEC))
    for name, measurement in _CODEC_IDS.items():
        quality = best_buffer(trace, CODECS[name])
        conditions = base | quality_conditions(quality, name)
        box.add(measurement, quality.r_factor, "", conditions)


def quality_conditions(quality: VoiceQuality, codec: str) -> dict[str, Value]:
    """The codec that a rating holds for, and the jitter buffer and delay if anything came."""
    conditions: dict[str, Value] = {
        "codec": codec,
        "lost_or_late_fraction": quality.loss_fraction,
    }
    if quality.buffer_ms is not None and quality.mouth_to_ear_ms is not None:
        conditions["buffer_ms"] = quality.buffer_ms
        conditions["mouth_to_ear_ms"] = quality.mouth_to_ear_ms
    if not CODECS[codec].is_itu:
        conditions["estimate"] = "not an ITU figure"
    return conditions


def shown_mos(mos: float, limit: Floor) -> tuple[str, str]:
    return format_apart(mos, limit.ready, "")


def _excused(box: Gathered, watched: Watched, judgement: Judgement, measurement: str) -> bool:
    if watched.is_busy and judgement.severity is not None:
        box.excuse(measurement, watched)
        return True
    return False
