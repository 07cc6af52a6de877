"""What the readings mean for a shift: the findings of the computer check."""

from __future__ import annotations

from workspace_assistant.core.readiness.computer.model import (
    Absence,
    CpuLoad,
    MemoryReading,
    StateReading,
)
from workspace_assistant.core.readiness.computer.rules import (
    battery_fraction,
    memory_used_fraction,
    on_battery,
)
from workspace_assistant.core.readiness.computer.texts import FINDINGS
from workspace_assistant.core.readiness.findings import broken, finding
from workspace_assistant.core.readiness.limits import WITHIN, Ceiling, Floor, Judgement
from workspace_assistant.core.readiness.model import Finding, Severity
from workspace_assistant.core.readiness.profile.model import ComputerRequirement
from workspace_assistant.core.readiness.units import format_apart, format_duration, format_value

_BYTES_PER_GIGABYTE = 1e9

# Unplugged: below 30 % a laptop does not last a half shift, below 10 % systems begin to hibernate.
BATTERY = Floor(ready=0.30, caution=0.10)

# 150 ms of waiting in one second is the example alarm of the kernel's own text (psi.rst).
MEMORY_PRESSURE_FRACTION = 0.15


def load_findings(load: CpuLoad | Absence, requirement: ComputerRequirement) -> tuple[Finding, ...]:
    """Whether the processors leave room for a call, and which program takes it."""
    if isinstance(load, Absence):
        return ()
    utilization = round(load.utilization_fraction, 4)
    shown, limit = format_apart(utilization, _percent(requirement.cpu_percent).ready, "fraction")
    parameters = {"value": shown, "limit": limit}
    code = "cpu-busy-unknown"
    if load.busiest:
        code = "cpu-busy"
        parameters["program"] = load.busiest[0].name
        parameters["share"] = format_value(load.busiest[0].fraction, "fraction")
    return broken(
        FINDINGS,
        code,
        judge_load(load, requirement),
        "computer.cpu_utilization",
        value=utilization,
        parameters=parameters,
    )


def judge_load(load: CpuLoad | Absence, requirement: ComputerRequirement) -> Judgement:
    """What the profile says of the utilization as it is published; nothing of one unmeasured."""
    if isinstance(load, Absence):
        return WITHIN
    return _percent(requirement.cpu_percent).judge(round(load.utilization_fraction, 4))


def memory_findings(
    memory: MemoryReading | Absence, requirement: ComputerRequirement
) -> tuple[Finding, ...]:
    used = memory_used_fraction(memory)
    if isinstance(memory, Absence) or isinstance(used, Absence):
        return ()
    used = round(used, 4)
    limits = _percent(requirement.memory_percent)
    shown, limit = format_apart(used, limits.ready, "fraction")
    return broken(
        FINDINGS,
        "memory-low",
        limits.judge(used),
        "computer.memory_used",
        value=used,
        parameters={
            "value": shown,
            "available": format_value(memory.available_bytes, "byte"),
            "limit": limit,
        },
    )


def pressure_findings(memory_pressure: float | Absence) -> tuple[Finding, ...]:
    if isinstance(memory_pressure, Absence) or memory_pressure <= MEMORY_PRESSURE_FRACTION:
        return ()
    return (
        finding(
            FINDINGS,
            "memory-pressure",
            Severity.CAUTION,
            "computer.memory_pressure",
            value=round(memory_pressure, 4),
            limit=MEMORY_PRESSURE_FRACTION,
            parameters={"value": format_value(memory_pressure, "fraction")},
        ),
    )


def disk_findings(
    free_bytes: int | Absence, requirement: ComputerRequirement
) -> tuple[Finding, ...]:
    if isinstance(free_bytes, Absence):
        return ()
    limits = requirement.disk_free_gigabytes
    floor = Floor(
        ready=limits.ready * _BYTES_PER_GIGABYTE, caution=limits.caution * _BYTES_PER_GIGABYTE
    )
    judgement = floor.judge(free_bytes)
    shown, limit = format_apart(free_bytes, floor.ready, "byte")
    return broken(
        FINDINGS,
        "disk-almost-full",
        judgement,
        "computer.disk_free",
        value=free_bytes,
        parameters={"value": shown, "limit": limit},
    )


def power_findings(state: StateReading) -> tuple[Finding, ...]:
    """Nothing while the mains feed the computer; else the battery and how far it will carry."""
    charge = battery_fraction(state.power)
    if on_battery(state.power) is not True or isinstance(charge, Absence):
        return ()
    words = format_value(charge, "fraction")
    low = broken(
        FINDINGS,
        "battery-low",
        BATTERY.judge(charge),
        "computer.battery",
        value=round(charge, 4),
        parameters={"value": words},
    )
    return low or (
        finding(
            FINDINGS,
            "on-battery",
            Severity.INFO,
            "computer.on_battery",
            value=True,
            parameters={"charge": words},
        ),
    )


def throttling_findings(events: int | Absence, window_s: float) -> tuple[Finding, ...]:
    if isinstance(events, Absence) or events == 0:
        return ()
    return (
        finding(
            FINDINGS,
            "thermal-throttling",
            Severity.CAUTION,
            "computer.thermal_throttling",
            value=events,
            limit=0,
            parameters={
                "value": format_value(events, "count"),
                "window": format_duration(window_s),
            },
        ),
    )


def restart_findings(restart_pending: bool | Absence) -> tuple[Finding, ...]:  # noqa: FBT001 - a reading, not a switch
    if restart_pending is not True:
        return ()
    return (
        finding(FINDINGS, "restart-pending", Severity.INFO, "computer.restart_pending", value=True),
    )


def _percent(limits: Ceiling) -> Ceiling:
    return Ceiling(ready=limits.ready / 100, caution=limits.caution / 100)
