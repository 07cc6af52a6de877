"""How long a check goes on, as far as anybody can tell before: the countdown and the bar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workspace_assistant.core.readiness.service import BESIDE, STAGES
from workspace_assistant.ui.readiness.run_progress import CheckProgress, RunProgress

TYPICAL_DURATIONS_S = {
    "computer": 4.0,
    "microphone": 8.0,
    "connection": 6.5,
    "endpoints": 0.6,
    "headset": 0.3,
    "bandwidth": 16.0,
    "voice-path": 22.0,  # beside all others, from the idle line to the end of the last load
}
_QUICK_DURATIONS_S = {
    **TYPICAL_DURATIONS_S,
    "computer": 3.5,
    "microphone": 5.0,
    "connection": 3.5,
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
_LATE_S = 2.0
_OTHER_DURATION_S = 5.0


def shown_at(run: RunProgress, elapsed_s: float) -> RunProgress:
    """*run* as the user reads it *elapsed_s* after its start: with less left than before."""
    return replace(
        run,
        shown_left_s=min(run.shown_left_s, remaining_s(run, elapsed_s)),
        shown_fraction=max(run.shown_fraction, fraction_done(run, elapsed_s)),
    )


def is_late(run: RunProgress, elapsed_s: float) -> bool:
    """Whether the time left that the user read last was too short, and says nothing any more."""
    left_s = remaining_s(run, elapsed_s)
    is_overdue = left_s == 0 and not is_over(run)
    return is_overdue or left_s > run.shown_left_s + _LATE_S


def is_over(run: RunProgress) -> bool:
    """Whether every check has ended; the result may still be on its way to the disk."""
    return all(check.result for check in run.checks)


def fraction_done(run: RunProgress, elapsed_s: float) -> float:
    """How far the whole run is, 0 to 1, in the time that it takes: never ahead of the time left."""
    whole_s = elapsed_s + remaining_s(run, elapsed_s)
    done = elapsed_s / whole_s if whole_s else 0.0
    return done if is_over(run) else min(done, _MOST_WHILE_RUNNING)


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
            free_at_s = max(free_at_s, *(check.ended_at_s for check in stage))
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
