"""Judges packet loss by its interval: a few hundred packets say little about one percent."""

from __future__ import annotations

from enum import Enum

from workspace_assistant.core.readiness.limits import Ceiling, Judgement
from workspace_assistant.core.readiness.model import Severity, Value
from workspace_assistant.core.readiness.units import format_apart, format_value
from workspace_assistant.core.readiness.voice_path.model import Reason
from workspace_assistant.core.readiness.voice_path.result import Gathered, VoiceRun
from workspace_assistant.core.voice.statistics import StreamStatistics, describe, wilson

LOSS = "voice.loss"
# What the long test can prove at best: the upper end where none of its 1,500 packets is lost.
_, PROVABLE_FRACTION = wilson(0, 1500)


class Loss(Enum):
    KEPT = 0
    UNCLEAR = 1
    CAUTION = 2
    BROKEN = 3


def judge_loss(box: Gathered, run: VoiceRun) -> None:
    """Measure the loss of the idle line and hold it against the profile's limit."""
    if run.is_over_tcp:
        box.miss(LOSS, Reason.HIDDEN_BY_TCP, run.survey.server)
        return
    verdict = idle_loss(run)
    if run.idle.is_busy and verdict is not Loss.KEPT:
        box.excuse(LOSS, run.idle)
        return
    idle, limit = run.idle.statistics, in_fraction(run.needs.loss_percent)
    box.add(LOSS, idle.loss_fraction, "fraction", _conditions(run, limit))
    if verdict is Loss.UNCLEAR:
        code = "loss-still-unclear" if run.is_long else "loss-unclear"
        _tell(box, code, Judgement(Severity.CAUTION, limit.ready), idle, limit)
    elif verdict is Loss.CAUTION:
        code = _code(idle, limit.ready)
        _tell(box, code, Judgement(Severity.CAUTION, limit.ready), idle, limit)
    elif verdict is Loss.BROKEN:
        code = _code(idle, limit.caution)
        _tell(box, code, Judgement(Severity.NOT_READY, limit.caution), idle, limit)


def idle_loss(run: VoiceRun) -> Loss:
    """What the loss of the idle line is. Over TCP nobody sees any, so there is none to judge."""
    if run.is_over_tcp:
        return Loss.KEPT
    limit = in_fraction(run.needs.loss_percent)
    return loss_verdict(run.idle.statistics, describe(run.whole), limit)


def loss_verdict(idle: StreamStatistics, whole: StreamStatistics, limit: Ceiling) -> Loss:
    """Only an interval that lies wholly on one side decides.

    Where the idle phase is too short, the whole run may clear the line: it holds the loads as well,
    so its loss is at least that of the idle line. For the same reason it never condemns it, and it
    clears nothing that was seen to break the limit.

    Of a bound too low to be proven in any test (`PROVABLE_FRACTION`) the loss itself decides: its
    interval would call every line unclear.
    """
    if _is_above(idle, limit.caution):
        return Loss.BROKEN
    if _is_above(idle, limit.ready):
        return Loss.CAUTION
    if limit.ready < PROVABLE_FRACTION or idle.loss_high <= limit.ready:
        return Loss.KEPT
    if idle.loss_fraction <= limit.ready and whole.loss_high <= limit.ready:
        return Loss.KEPT
    return Loss.UNCLEAR


def in_fraction(percent: Ceiling) -> Ceiling:
    return Ceiling(ready=percent.ready / 100, caution=percent.caution / 100)


def _is_above(seen: StreamStatistics, bound: float) -> bool:
    if bound < PROVABLE_FRACTION:
        return seen.loss_fraction > bound
    return seen.loss_low > bound


def _code(seen: StreamStatistics, bound: float) -> str:
    """Where the interval agrees there is no need to speak of how low the limit is."""
    return "loss-high" if seen.loss_low > bound else "loss-above-strict-limit"


def _conditions(run: VoiceRun, limit: Ceiling) -> dict[str, Value]:
    idle, whole = run.idle.statistics, describe(run.whole)
    conditions = run.conditions(run.idle) | {
        "lost": idle.lost,
        "low_fraction": idle.loss_low,
        "high_fraction": idle.loss_high,
        "whole_run_lost": whole.lost,
        "whole_run_packets": whole.sent,
    }
    if limit.ready < PROVABLE_FRACTION:
        conditions["judged_by"] = "the loss itself: no test can prove so low a limit"
    return conditions


def _tell(
    box: Gathered, code: str, judgement: Judgement, loss: StreamStatistics, limit: Ceiling
) -> None:
    value, goal = format_apart(loss.loss_fraction, limit.ready, "fraction")
    box.judge(
        code,
        judgement,
        LOSS,
        value=loss.loss_fraction,
        goal=goal,
        lost=str(loss.lost),
        packets=str(loss.sent),
        low=format_value(loss.loss_low, "fraction"),
        high=format_value(loss.loss_high, "fraction"),
        shown=value,
    )
