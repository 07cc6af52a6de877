"""The computer check: watches the processors for a few seconds, reads the rest, judges it all."""

from __future__ import annotations

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.computer.judge import (
    disk_findings,
    judge_load,
    load_findings,
    memory_findings,
    power_findings,
    pressure_findings,
    restart_findings,
    throttling_findings,
)
from workspace_assistant.core.readiness.computer.load import Watch, busy_share
from workspace_assistant.core.readiness.computer.model import (
    Absence,
    CpuReading,
    CpuStep,
    StateReading,
)
from workspace_assistant.core.readiness.computer.outcome import ESSENTIAL, quantities, split
from workspace_assistant.core.readiness.computer.ports import ComputerProbe
from workspace_assistant.core.readiness.computer.rules import stalled_fraction, throttle_events
from workspace_assistant.core.readiness.computer.texts import READING_STATE, WATCHING, WATCHING_ON
from workspace_assistant.core.readiness.model import Finding, Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import ComputerRequirement

WINDOW_S = 3.5
QUICK_WINDOW_S = 3.0
SECOND_WINDOW_S = 4.0
_STEP_S = 0.2


def check_computer(probe: ComputerProbe, request: CheckRequest, ctx: JobContext) -> Outcome:
    """Measure the computer for at least 3 s and judge it by the profile.

    One burst says little about a shift: published practice for call centers alarms only on load
    that lasts 30 s, and a program that starts, or a scan of one file, is over sooner than that. So
    where the first window breaks the profile's limit, a full check watches for a second one and
    judges the calmer of both. That costs no time: the recording beside it takes as long. A quick
    check keeps to one window.

    Raises `JobCancelledError` when cancelled. Progress carries a `CpuStep` about every 0.2 s.
    """
    requirement = request.profile.computer
    window_s = QUICK_WINDOW_S if request.quick else WINDOW_S
    ctx.report(WATCHING, 0.0)
    watch = Watch(readings=(probe.load(),))
    _pass(probe, watch.end.cpu, window_s, ctx)
    watch = watch.extended(probe.load())
    if not request.quick and judge_load(watch.calmest, requirement).severity is not None:
        _pass(probe, watch.end.cpu, SECOND_WINDOW_S, ctx, is_first=False)
        watch = watch.extended(probe.load())
    ctx.report(READING_STATE, 1.0)
    return computer_outcome(watch, probe.state(), requirement)


def computer_outcome(
    watch: Watch, state: StateReading, requirement: ComputerRequirement
) -> Outcome:
    """What the watched windows and a state amount to under *requirement*."""
    measurements, missing = split(quantities(watch, state))
    return Outcome(
        measurements=measurements,
        findings=_findings(watch, state, requirement),
        not_measured=missing,
        essential=ESSENTIAL,
    )


def _pass(
    probe: ComputerProbe,
    start: CpuReading,
    window_s: float,
    ctx: JobContext,
    *,
    is_first: bool = True,
) -> None:
    """Let a window pass, telling how busy the processors are meanwhile.

    Only the first window tells how far the check is: whether there is a second is not known then.
    The number of steps is bounded, so that a clock that stands still cannot hold the check.
    """
    last = start
    for _ in range(2 * round(window_s / _STEP_S)):
        remaining_s = window_s - (last.at_s - start.at_s)
        if remaining_s <= 0:
            return
        ctx.wait(min(_STEP_S, remaining_s))
        reading = probe.cpu()
        elapsed_s = reading.at_s - start.at_s
        share = busy_share(last, reading)
        step = None
        if share is not None:
            step = CpuStep(busy_fraction=share, elapsed_s=elapsed_s, window_s=window_s)
        fraction = min(1.0, max(0.0, elapsed_s / window_s))
        if is_first:
            ctx.report(WATCHING, fraction, step)
        else:
            ctx.report(WATCHING_ON, reading=step)
        last = reading


def _findings(
    watch: Watch, state: StateReading, requirement: ComputerRequirement
) -> tuple[Finding, ...]:
    throttles = throttle_events(watch.start.throttling, watch.end.throttling)
    return (
        *load_findings(watch.calmest, requirement),
        *memory_findings(state.memory, requirement),
        *pressure_findings(_memory_pressure(watch)),
        *disk_findings(state.disk_free_bytes, requirement),
        *power_findings(state),
        *throttling_findings(throttles, watch.duration_s),
        *restart_findings(state.restart_pending),
    )


def _memory_pressure(watch: Watch) -> float | Absence:
    before, after = watch.start.pressure, watch.end.pressure
    if isinstance(before, Absence) or isinstance(after, Absence):
        return Absence.NOT_SUPPORTED
    return stalled_fraction(before.memory_us, after.memory_us, watch.duration_s)
