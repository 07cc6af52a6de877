"""Judges a call while something fills the line: by R, whatever the delay alone may look like."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.timeline import Phase
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.readiness.voice_path.idle_rules import quality_conditions, shown_mos
from workspace_assistant.core.readiness.voice_path.loss_evidence import (
    LossCount,
    is_significantly_less,
)
from workspace_assistant.core.readiness.voice_path.loss_rules import Loss, idle_loss
from workspace_assistant.core.readiness.voice_path.model import Reason
from workspace_assistant.core.readiness.voice_path.result import Gathered, VoiceRun, Watched
from workspace_assistant.core.readiness.voice_path.texts import FATE, FATE_ALL_LOST, FATE_OVER_TCP
from workspace_assistant.core.voice.codecs import CODECS, DEFAULT_CODEC
from workspace_assistant.core.voice.model import SPACING_S, PacketTrace
from workspace_assistant.core.voice.playout import VoiceQuality, best_buffer
from workspace_assistant.core.voice.statistics import loss_runs

WORKING_LATENCY = "voice.working_latency"
GRADE = "voice.bufferbloat_grade"
R_UNDER: Mapping[Phase, str] = {
    Phase.DOWNLOAD: "voice.r_factor_download",
    Phase.UPLOAD: "voice.r_factor_upload",
}
MOS_UNDER: Mapping[Phase, str] = {
    Phase.DOWNLOAD: "voice.mos_download",
    Phase.UPLOAD: "voice.mos_upload",
}
_CODES = {
    Phase.DOWNLOAD: "voice-suffers-under-download",
    Phase.UPLOAD: "voice-suffers-under-upload",
}
# What a load takes from a line that was bad before: less than this is no effect of the load.
_LEAST_DROP_MOS = 0.1
_LEAST_DELAY_MS = 30.0
_BY_CHANCE = 0.01
# Of dslreports.com, on the 95th percentile of the worse direction instead of a mean of both.
_GRADES = ((5.0, "A+"), (30.0, "A"), (60.0, "B"), (200.0, "C"), (400.0, "D"))


def judge_loads(box: Gathered, run: VoiceRun) -> tuple[Watched, ...]:
    """Measure R under each load; returns the loads under which a call suffers."""
    suffering = tuple(load for load in run.loads if _judge_load(box, run, load))
    loaded = {load.phase for load in run.loads}
    for phase, measurement in R_UNDER.items():
        if phase not in loaded:
            box.miss(measurement, Reason.LINE_NOT_LOADED)
            box.miss(MOS_UNDER[phase], Reason.LINE_NOT_LOADED)
    _add_latency(box, run)
    return suffering


def _judge_load(box: Gathered, run: VoiceRun, load: Watched) -> bool:
    quality = best_buffer(load.trace, CODECS[DEFAULT_CODEC])
    judgement = run.needs.mos.judge(quality.mos)
    if load.is_busy and judgement.severity is not None:
        box.excuse(R_UNDER[load.phase], load)
        box.excuse(MOS_UNDER[load.phase], load)
        return False
    conditions = run.conditions(load) | quality_conditions(quality, DEFAULT_CODEC)
    box.add(
        R_UNDER[load.phase],
        quality.r_factor,
        "",
        conditions | {"lost": load.statistics.lost},
    )
    box.add(MOS_UNDER[load.phase], quality.mos, "", conditions)
    if judgement.severity is None or not _is_by_load(run, load, quality):
        return False
    _tell(box, run, load, quality)
    return True


def _is_by_load(run: VoiceRun, load: Watched, quality: VoiceQuality) -> bool:
    """Whether the load spoils the call, or the line does so anyway.

    On a line that is lossy without load, a few hundred packets differ a lot by chance alone.
    """
    before = best_buffer(run.idle.trace, CODECS[DEFAULT_CODEC])
    is_well = run.needs.mos.judge(before.mos).severity is None
    if is_well and idle_loss(run) is Loss.KEPT:
        return True
    has_effect = _adds_delay(run.idle, load) or _adds_loss(run.idle.trace, load.trace)
    return has_effect and quality.mos < before.mos - _LEAST_DROP_MOS


def _adds_delay(idle: Watched, load: Watched) -> bool:
    before_ms, after_ms = idle.statistics.rtt_p95_ms, load.statistics.rtt_p95_ms
    if before_ms is None or after_ms is None:
        return False
    return after_ms > before_ms + _LEAST_DELAY_MS


def _adds_loss(idle: PacketTrace, load: PacketTrace) -> bool:
    """Packets lost in a row have one cause and count as one, as long as a loss lasts in both."""
    runs = [run for trace in (idle, load) for run in loss_runs(_lost(trace))]
    if not runs:
        return False
    burst_s = SPACING_S * sum(runs) / len(runs)
    before, after = LossCount.of(idle, burst_s), LossCount.of(load, burst_s)
    return is_significantly_less(before, after, _BY_CHANCE)


def _lost(trace: PacketTrace) -> list[bool]:
    return [came is None for came in trace.received_s]


def _tell(box: Gathered, run: VoiceRun, load: Watched, quality: VoiceQuality) -> None:
    shown, goal = shown_mos(quality.mos, run.needs.mos)
    box.judge(
        _CODES[load.phase],
        run.needs.mos.judge(quality.mos),
        MOS_UNDER[load.phase],
        value=quality.mos,
        shown=shown,
        goal=goal,
        fate=_fate(run, load),
    )


def _fate(run: VoiceRun, load: Watched) -> str:
    """What becomes of the packets, in one sentence."""
    longest_ms = load.statistics.rtt_p95_ms
    if longest_ms is None:
        return FATE_ALL_LOST
    delay = format_value(longest_ms, "ms")
    if run.is_over_tcp:
        return Phrase(FATE_OVER_TCP, delay=delay)
    lost = format_value(load.statistics.loss_fraction, "fraction")
    return Phrase(FATE, lost=lost, delay=delay)


def _add_latency(box: Gathered, run: VoiceRun) -> None:
    worst = max(
        (
            (load.statistics.rtt_p95_ms, load)
            for load in run.loads
            if load.statistics.rtt_p95_ms is not None
        ),
        key=lambda pair: pair[0],
        default=None,
    )
    if worst is None:
        reason = Reason.NO_ANSWER if run.loads else Reason.LINE_NOT_LOADED
        box.miss(WORKING_LATENCY, reason, run.survey.server)
        box.miss(GRADE, reason, run.survey.server)
        return
    p95_ms, load = worst
    conditions = run.conditions(load)
    box.add(WORKING_LATENCY, p95_ms, "ms", conditions | {"statistic": "95th percentile"})
    idle_ms = run.idle.statistics.rtt_median_ms
    if idle_ms is None:
        box.miss(GRADE, Reason.NO_ANSWER, run.survey.server)
        return
    increase_ms = max(0.0, p95_ms - idle_ms)
    box.add(GRADE, grade_of(increase_ms), "text", conditions | {"increase_ms": increase_ms})


def grade_of(increase_ms: float) -> str:
    """The bufferbloat grade: information only, as a good call may well live with a C."""
    return next((grade for below, grade in _GRADES if increase_ms < below), "F")
