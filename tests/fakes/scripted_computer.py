"""A computer whose counters follow a script, and a job whose waiting takes no time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.readiness.computer.model import (
    Absence,
    CpuReading,
    LoadReading,
    MemoryReading,
    PressureReading,
    ProcessReading,
    StateReading,
    ThrottleReading,
)

OWN_PID = 100
BOOT_UNIX_S = 1_700_000_000.0
CALM = StateReading(
    memory=MemoryReading(total_bytes=16_000_000_000, available_bytes=12_000_000_000),
    disk_free_bytes=200_000_000_000,
)


@dataclass(frozen=True, kw_only=True)
class ScriptedProcess:
    """A process that uses `cores` processors from `born_at_s` until `ends_at_s`."""

    pid: int
    name: str = "program"
    cores: float = 0.0
    parent_pid: int = 1
    born_at_s: float = -1000.0
    ends_at_s: float = float("inf")

    def reading(self, at_s: float) -> ProcessReading:
        return ProcessReading(
            pid=self.pid,
            parent_pid=self.parent_pid,
            created_at_s=BOOT_UNIX_S + self.born_at_s,
            name=self.name,
            cpu_s=self.cpu_s(at_s),
        )

    def cpu_s(self, at_s: float) -> float:
        return max(0.0, min(at_s, self.ends_at_s) - self.born_at_s) * self.cores


@dataclass
class ScriptedComputer:
    """Implements `ComputerProbe`; `advance` moves its time."""

    processes: tuple[ScriptedProcess, ...] = ()
    logical_cpus: int = 4
    state_reading: StateReading = CALM
    unreadable: int = 0
    pressure_us_per_s: int | None = None
    throttles_per_s: int | None = None
    clock_runs: bool = True
    at_s: float = 0.0
    readings: list[float] = field(default_factory=list)

    def advance(self, seconds: float) -> None:
        if self.clock_runs:
            self.at_s += seconds

    def cpu(self) -> CpuReading:
        self.readings.append(self.at_s)
        busy_s = sum(process.cpu_s(self.at_s) for process in self.processes)
        # Old enough that no counter starts below zero.
        idle_s = 1e6 + self.at_s * self.logical_cpus - busy_s
        columns = {"user": busy_s, "idle": idle_s}
        return CpuReading(at_s=self.at_s, columns=columns)

    def load(self) -> LoadReading:
        alive = [p for p in self.processes if p.born_at_s <= self.at_s < p.ends_at_s]
        return LoadReading(
            cpu=self.cpu(),
            unix_s=BOOT_UNIX_S + self.at_s,
            logical_cpus=self.logical_cpus,
            own_pid=OWN_PID,
            processes=tuple(process.reading(self.at_s) for process in alive),
            unreadable_processes=self.unreadable,
            pressure=self._pressure(),
            throttling=self._throttling(),
        )

    def state(self) -> StateReading:
        return self.state_reading

    def _pressure(self) -> PressureReading | Absence:
        if self.pressure_us_per_s is None:
            return Absence.NOT_SUPPORTED
        total_us = round(self.pressure_us_per_s * self.at_s)
        return PressureReading(cpu_us=total_us, memory_us=total_us)

    def _throttling(self) -> ThrottleReading | Absence:
        if self.throttles_per_s is None:
            return Absence.NOT_SUPPORTED
        count = round(self.throttles_per_s * self.at_s)
        return ThrottleReading(cores={"cpu0": count}, packages={"cpu0": 0})


class _Instantly(threading.Event):
    """Waiting returns at once and tells how long it would have taken."""

    def __init__(self, on_wait: Callable[[float], None]) -> None:
        super().__init__()
        self._on_wait = on_wait

    def wait(self, timeout: float | None = None) -> bool:
        self._on_wait(timeout or 0.0)
        return self.is_set()


def instant_context(
    computer: ScriptedComputer, on_progress: Callable[[Progress], None] = lambda _: None
) -> JobContext:
    """A job context in which waiting moves the time of *computer* instead of the real one."""
    return JobContext(on_progress, _stop=_Instantly(computer.advance))
