"""Judges packet loss by its interval: a few hundred packets say little about one percent."""

from __future__ import annotations

from enum import Enum

from workspace_assistant.core.readiness.limits import Ceiling, Judgement
from workspace_assistant.core.readiness.model import Severity
from workspace_assistant.core.readiness.units import format_apart, format_value
from workspace_assistant.core.readiness.voice_path.result import Gathered, VoiceRun
from workspace_assistant.core.voice.statistics import StreamStatistics, describe

LOSS = "voice.loss"


class Loss(Enum):
    KEPT = 0
    UNCLEAR = 1
    CAUTION = 2
    BROKEN = 3


def judge_loss(box: Gathered, run: VoiceRun) -> None:
    """Measure the loss of the idle line and hold it against the profile's limit."""
    watched, limit = run.idle, in_fraction(run.needs.loss_percent)
    idle, whole = watched.statistics, describe(run.whole)
    verdict = loss_verdict(idle, whole, limit)
    if watched.is_busy and verdict in {Loss.CAUTION, Loss.BROKEN}:
        box.excuse(LOSS)
        return
    box.add(
        LOSS,
        idle.loss_fraction,
        "fraction",
        run.conditions(watched)
        | {"lost": idle.lost, "low_fraction": idle.loss_low, "high_fraction": idle.loss_high}
        | {"whole_run_lost": whole.lost, "whole_run_packets": whole.sent},
    )
    if verdict is Loss.UNCLEAR:
        _tell(box, "loss-unclear", Judgement(Severity.CAUTION, limit.ready), idle, limit)
    elif verdict is Loss.CAUTION:
        _tell(box, "loss-high", Judgement(Severity.CAUTION, limit.ready), idle, limit)
    elif verdict is Loss.BROKEN:
        _tell(box, "loss-high", Judgement(Severity.NOT_READY, limit.caution), idle, limit)


def loss_verdict(idle: StreamStatistics, whole: StreamStatistics, limit: Ceiling) -> Loss:
    """Only an interval that lies wholly on one side decides.

    Where the idle phase is too short, the whole run may clear the line: it holds the loads as well,
    so its loss is at least that of the idle line. For the same reason it never condemns it.
    """
    if idle.loss_low > limit.caution:
        return Loss.BROKEN
    if idle.loss_low > limit.ready:
        return Loss.CAUTION
    if min(idle.loss_high, whole.loss_high) <= limit.ready:
        return Loss.KEPT
    return Loss.UNCLEAR


def in_fraction(percent: Ceiling) -> Ceiling:
    return Ceiling(ready=percent.ready / 100, caution=percent.caution / 100)


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
