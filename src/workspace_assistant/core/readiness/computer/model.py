"""What the computer check works on: raw counters as the system gives them, read at one instant.

Nothing here is a rate or a share. Counters only grow; `rules` takes two readings and subtracts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Absence(StrEnum):
    """Why a reading does not exist. The value is the reason code of the report."""

    NO_BATTERY = "no-battery"
    NO_SENSOR = "no-sensor"
    NO_SWAP = "no-swap"
    NOT_SUPPORTED = "not-supported-here"
    ACCESS_DENIED = "access-denied"
    CLOCK_STOPPED = "clock-stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class CpuReading:
    """Seconds that all logical processors together spent so far, by kind.

    Attributes:
        at_s: monotonic instant of the reading.
        columns: seconds by the system's own column names (``user``, ``idle``, ``iowait``, ...).
    """

    at_s: float
    columns: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessReading:
    """Processor seconds of one process so far.

    Attributes:
        name: what the system calls the program, as one line of printable text.
        created_at_s: Unix time of its creation; with the pid it names the process for good.
        cpu_s: seconds it has used itself.
        reaped_cpu_s: seconds used by children that ended and were waited for; 0 where the system
            does not keep them (Windows, macOS).
        is_kernel_thread: a part of the kernel that the system lists like a process.
    """

    pid: int
    parent_pid: int
    created_at_s: float
    name: str
    cpu_s: float
    reaped_cpu_s: float = 0.0
    is_kernel_thread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PressureReading:
    """Linux pressure stall totals: microseconds in which at least one task waited (``some``)."""

    cpu_us: int | None
    memory_us: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThrottleReading:
    """Times that heat made a processor slow down since start-up, by core and by package."""

    cores: Mapping[str, int]
    packages: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReading:
    """All growing counters at one instant.

    Attributes:
        unix_s: wall-clock instant, only to be compared with the creation times of processes.
        own_pid: this program: its process tree belongs to the test and is left out.
        unreadable_processes: how many processes the system would not show.
    """

    cpu: CpuReading
    unix_s: float
    logical_cpus: int
    own_pid: int
    processes: tuple[ProcessReading, ...]
    unreadable_processes: int = 0
    pressure: PressureReading | Absence = Absence.NOT_SUPPORTED
    throttling: ThrottleReading | Absence = Absence.NOT_SUPPORTED


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryReading:
    """`available_bytes` is what programs can have without swapping, not what lies unused."""

    total_bytes: int
    available_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapReading:
    total_bytes: int
    used_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BatteryCell:
    """One battery: its charge from 0 to 1, and its full capacity where known (any unit)."""

    charge_fraction: float
    full_capacity: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerReading:
    """The batteries that can run this computer, and whether mains feeds it (None: unknown)."""

    cells: tuple[BatteryCell, ...]
    is_plugged: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemperatureReading:
    """One sensor of the chip *chip* (a driver name such as ``coretemp``)."""

    chip: str
    label: str
    celsius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StateReading:
    """Everything that is a state, not a counter, at one instant."""

    memory: MemoryReading | Absence
    swap: SwapReading | Absence = Absence.NOT_SUPPORTED
    disk_free_bytes: int | Absence = Absence.NOT_SUPPORTED
    power: PowerReading | Absence = Absence.NOT_SUPPORTED
    temperatures: tuple[TemperatureReading, ...] | Absence = Absence.NOT_SUPPORTED
    restart_pending: bool | Absence = Absence.NOT_SUPPORTED


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramShare:
    """One program's share of the whole computer; its processes of the same name together."""

    name: str
    fraction: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CpuLoad:
    """Who used the processors in a window.

    Attributes:
        utilization_fraction: work of all programs but this one, of what all processors can do.
        own_fraction: what this program and its children used; not part of the utilization.
        busiest: programs that used most, most first, without this one.
    """

    window_s: float
    logical_cpus: int
    utilization_fraction: float
    own_fraction: float
    busiest: tuple[ProgramShare, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class CpuStep:
    """One step of the live display: how busy all processors were since the last step.

    This program's own work is part of it; only the final figure leaves it out.
    """

    busy_fraction: float
    elapsed_s: float
    window_s: float
