"""What is known of a running check: a value that each sign of life moves on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workspace_assistant.core.jobs import Progress
from workspace_assistant.core.readiness.bandwidth.model import Direction, GoodputReading
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.model import CheckResult
from workspace_assistant.core.readiness.service import BESIDE, STAGES

if TYPE_CHECKING:  # fifteen data classes, which the first paint needs none of
    from workspace_assistant.core.readiness.voice_path.model import StreamReading

TYPICAL_DURATIONS_S = {
    "computer": 4.0,
    "microphone": 8.0,
    "connection": 6.5,
    "endpoints": 0.6,
    "bandwidth": 16.0,
    "voice-path": 22.0,  # beside all others, from the idle line to the end of the last load
}
_QUICK_DURATIONS_S = {
    **TYPICAL_DURATIONS_S,
    "computer": 3.5,
    "microphone": 5.0,
    "bandwidth": 7.0,
    "voice-path": 13.0,
}
LONG_ADDS_S = 22.0  # 30 s of the idle line in place of 8
_LINE = "bandwidth"
_WATCHES_TRAFFIC = "connection"
# Of the voice path: how long the look at other programs' traffic holds it back, and how long it
# then holds back the loads. Without loads it ends soon after.
_TRAFFIC_S, _QUICK_TRAFFIC_S = 1.0, 0.5
_IDLE_S, _QUICK_IDLE_S = 8.0, 4.0
_UNLOADED_S = 10.0
_MOST_WHILE_RUNNING = 0.98
_OTHER_DURATION_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckProgress:
    """One check of the run. It waits until its first sign of life, and ends with a result.

    `started_at_s` and `ended_at_s` count from the start of the run.
    """

    id: str
    is_started: bool = False
    started_at_s: float = 0.0
    ended_at_s: float = 0.0
    stage: str = ""
    fraction: float = 0.0
    level: LevelReading | None = None
    download: tuple[GoodputReading, ...] = ()
    upload: tuple[GoodputReading, ...] = ()
    stream: tuple[StreamReading, ...] = ()
    result: CheckResult | None = None

    @property
    def is_running(self) -> bool:
        return self.is_started and self.result is None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunProgress:
    checks: tuple[CheckProgress, ...]
    is_quick: bool = False
    is_long: bool = False
    is_cancelling: bool = False


def started_run(
    check_ids: tuple[str, ...], *, is_quick: bool = False, is_long: bool = False
) -> RunProgress:
    checks = tuple(CheckProgress(id=check_id) for check_id in check_ids)
    return RunProgress(checks=checks, is_quick=is_quick, is_long=is_long)


def advanced(run: RunProgress, progress: Progress, elapsed_s: float = 0.0) -> RunProgress:
    """*run* after one sign of life, *elapsed_s* after its start.

    A check that was not foreseen joins at the end.
    """
    if not progress.source:
        return run
    known = {check.id: check for check in run.checks}
    check = known.get(progress.source, CheckProgress(id=progress.source))
    known[progress.source] = _moved(check, progress, elapsed_s)
    return replace(run, checks=tuple(known.values()))


def fraction_done(run: RunProgress, elapsed_s: float) -> float:
    """How far the whole run is, 0 to 1, in the time that it takes: never ahead of the time left."""
    whole_s = elapsed_s + remaining_s(run, elapsed_s)
    done = elapsed_s / whole_s if whole_s else 0.0
    is_over = all(check.result for check in run.checks)
    return done if is_over else min(done, _MOST_WHILE_RUNNING)


def remaining_s(run: RunProgress, elapsed_s: float) -> float:
    """Seconds until the run ends, from what its checks usually take; never below zero.

    A check that ends early or late moves all that follow it. The voice path goes on beside them
    all, and holds the loads back until it has watched the idle line.
    """
    beside = next((one for one in run.checks if one.id == BESIDE and one.result is None), None)
    if beside is None:
        return max(0.0, _staged_end_s(run, elapsed_s, 0.0) - elapsed_s)
    began_s = _beside_start_s(beside, run, elapsed_s)
    staged_s = _staged_end_s(run, elapsed_s, began_s + _idle_s(run))
    return max(0.0, staged_s - elapsed_s, began_s + _expected_s(beside, run) - elapsed_s)


def _beside_start_s(beside: CheckProgress, run: RunProgress, elapsed_s: float) -> float:
    if beside.is_started:
        return beside.started_at_s
    is_held = any(check.id == _WATCHES_TRAFFIC for check in run.checks)
    traffic_s = _QUICK_TRAFFIC_S if run.is_quick else _TRAFFIC_S
    return max(elapsed_s, traffic_s if is_held else 0.0)


def _idle_s(run: RunProgress) -> float:
    if run.is_long:
        return _IDLE_S + LONG_ADDS_S
    return _QUICK_IDLE_S if run.is_quick else _IDLE_S


def _staged_end_s(run: RunProgress, elapsed_s: float, idle_seen_at_s: float) -> float:
    """When the last stage ends, in seconds of the run; the loads wait for *idle_seen_at_s*."""
    free_at_s = 0.0
    for stage in _stages(run):
        pending = [check for check in stage if check.result is None]
        if not pending:
            free_at_s = max(check.ended_at_s for check in stage)
            continue
        if any(check.id == _LINE for check in pending):
            free_at_s = max(free_at_s, idle_seen_at_s)
        ends_at_s = max(
            max(free_at_s, check.started_at_s) + _expected_s(check, run) for check in pending
        )
        free_at_s = max(ends_at_s, elapsed_s)  # one that is late ends now, and the next begins
    return free_at_s


def _stages(run: RunProgress) -> Iterator[tuple[CheckProgress, ...]]:
    """Checks that run together, in the order of running; those of later versions come last."""
    for ids in STAGES:
        stage = tuple(check for check in run.checks if check.id in ids)
        if stage:
            yield stage
    staged = {BESIDE, *(check_id for ids in STAGES for check_id in ids)}
    yield from ((check,) for check in run.checks if check.id not in staged)


def _expected_s(check: CheckProgress, run: RunProgress) -> float:
    durations_s = _QUICK_DURATIONS_S if run.is_quick else TYPICAL_DURATIONS_S
    if check.id != BESIDE:
        return durations_s.get(check.id, _OTHER_DURATION_S)
    is_loaded = any(one.id == _LINE for one in run.checks)
    loaded_s = durations_s[BESIDE] if is_loaded else _UNLOADED_S
    return loaded_s + (LONG_ADDS_S if run.is_long else 0.0)


def _moved(check: CheckProgress, progress: Progress, elapsed_s: float) -> CheckProgress:
    moved = replace(
        check,
        is_started=True,
        started_at_s=check.started_at_s if check.is_started else elapsed_s,
        stage=progress.stage or check.stage,
        fraction=check.fraction if progress.fraction is None else progress.fraction,
    )
    match progress.reading:
        case LevelReading() as level:
            return replace(moved, level=level)
        case GoodputReading(direction=Direction.DOWNLOAD) as point:
            return replace(moved, download=(*moved.download, point))
        case GoodputReading() as point:
            return replace(moved, upload=(*moved.upload, point))
        case CheckResult() as result:
            return replace(moved, result=result, ended_at_s=elapsed_s)
        case None:
            return moved
        case reading:
            return _with_stream(moved, reading)


def _with_stream(check: CheckProgress, reading: object) -> CheckProgress:
    from workspace_assistant.core.readiness.voice_path.model import StreamReading

    if isinstance(reading, StreamReading):
        return replace(check, stream=(*check.stream, reading))
    return check
