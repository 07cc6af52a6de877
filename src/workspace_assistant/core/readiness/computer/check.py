"""The computer check: watches the processors for a few seconds, reads the rest, judges it all."""

from __future__ import annotations

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.computer.judge import (
    disk_findings,
    load_findings,
    memory_findings,
    power_findings,
    pressure_findings,
    restart_findings,
    throttling_findings,
)
from workspace_assistant.core.readiness.computer.load import busy_share, cpu_load
from workspace_assistant.core.readiness.computer.model import (
    Absence,
    CpuReading,
    CpuStep,
    LoadReading,
    StateReading,
)
from workspace_assistant.core.readiness.computer.outcome import ESSENTIAL, quantities, split
from workspace_assistant.core.readiness.computer.ports import ComputerProbe
from workspace_assistant.core.readiness.computer.rules import stalled_fraction, throttle_events
from workspace_assistant.core.readiness.computer.texts import READING_STATE, WATCHING
from workspace_assistant.core.readiness.model import Finding, Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import ComputerRequirement

WINDOW_S = 3.5
QUICK_WINDOW_S = 3.0
_STEP_S = 0.2


def check_computer(probe: ComputerProbe, request: CheckRequest, ctx: JobContext) -> Outcome:
    """Measure the computer for at least 3 s and judge it by the profile.

    Raises `JobCancelledError` when cancelled. Progress carries a `CpuStep` about every 0.2 s.
    """
    window_s = QUICK_WINDOW_S if request.quick else WINDOW_S
    ctx.report(WATCHING, 0.0)
    start = probe.load()
    _watch(probe, start.cpu, window_s, ctx)
    end = probe.load()
    ctx.report(READING_STATE, 1.0)
    return computer_outcome(start, end, probe.state(), request.profile.computer)


def computer_outcome(
    start: LoadReading, end: LoadReading, state: StateReading, requirement: ComputerRequirement
) -> Outcome:
    """What two load readings and a state amount to under *requirement*."""
    measurements, missing = split(quantities(start, end, state))
    return Outcome(
        measurements=measurements,
        findings=_findings(start, end, state, requirement),
        not_measured=missing,
        essential=ESSENTIAL,
    )


def _watch(probe: ComputerProbe, start: CpuReading, window_s: float, ctx: JobContext) -> None:
    """Let the window pass, telling how busy the processors are meanwhile.

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
        ctx.report(WATCHING, min(1.0, max(0.0, elapsed_s / window_s)), step)
        last = reading


def _findings(
    start: LoadReading, end: LoadReading, state: StateReading, requirement: ComputerRequirement
) -> tuple[Finding, ...]:
    window_s = end.cpu.at_s - start.cpu.at_s
    return (
        *load_findings(cpu_load(start, end), requirement),
        *memory_findings(state.memory, requirement),
        *pressure_findings(_memory_pressure(start, end, window_s)),
        *disk_findings(state.disk_free_bytes, requirement),
        *power_findings(state),
        *throttling_findings(throttle_events(start.throttling, end.throttling), window_s),
        *restart_findings(state.restart_pending),
    )


def _memory_pressure(start: LoadReading, end: LoadReading, window_s: float) -> float | Absence:
    if isinstance(start.pressure, Absence) or isinstance(end.pressure, Absence):
        return Absence.NOT_SUPPORTED
    return stalled_fraction(start.pressure.memory_us, end.pressure.memory_us, window_s)
