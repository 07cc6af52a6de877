"""Arithmetic on readings other than the processor load: memory, stalls, heat and power."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.computer.model import (
    Absence,
    MemoryReading,
    PowerReading,
    SwapReading,
    TemperatureReading,
    ThrottleReading,
)

# Drivers whose sensors sit in the processor (Linux hwmon names). Disks and radios do not count.
_PROCESSOR_CHIPS = ("coretemp", "k10temp", "zenpower", "cpu_thermal", "cpu-thermal", "soc_thermal")
# A sensor that says less or more than this is broken or not connected.
_PLAUSIBLE_CELSIUS = (1.0, 125.0)


def memory_used_fraction(memory: MemoryReading | Absence) -> float | Absence:
    """Share of the memory that programs can no longer have without swapping."""
    if isinstance(memory, Absence):
        return memory
    if memory.total_bytes <= 0:
        return Absence.NOT_SUPPORTED
    return min(1.0, max(0.0, 1 - memory.available_bytes / memory.total_bytes))


def swap_used_fraction(swap: SwapReading | Absence) -> float | Absence:
    if isinstance(swap, Absence):
        return swap
    return swap.used_bytes / swap.total_bytes if swap.total_bytes > 0 else Absence.NO_SWAP


def stalled_fraction(start_us: int | None, end_us: int | None, window_s: float) -> float | Absence:
    """Share of the window in which at least one task waited (Linux PSI, kernel psi.rst)."""
    if start_us is None or end_us is None:
        return Absence.NOT_SUPPORTED
    if window_s <= 0:
        return Absence.CLOCK_STOPPED
    return min(1.0, max(0, end_us - start_us) / (window_s * 1e6))


def throttle_events(
    start: ThrottleReading | Absence, end: ThrottleReading | Absence
) -> int | Absence:
    """How often heat slowed a processor between two readings.

    All cores of a package show the package's one counter; it is taken once.
    """
    if isinstance(start, Absence):
        return start
    if isinstance(end, Absence):
        return end
    packages = _increases(start.packages, end.packages)
    return sum(_increases(start.cores, end.cores)) + max(packages, default=0)


def _increases(start: Mapping[str, int], end: Mapping[str, int]) -> list[int]:
    return [max(0, end[name] - start[name]) for name in start.keys() & end.keys()]


def battery_fraction(power: PowerReading | Absence) -> float | Absence:
    """Charge of all batteries together, by capacity where every capacity is known."""
    if isinstance(power, Absence):
        return power
    if not power.cells:
        return Absence.NO_BATTERY
    capacities = [cell.full_capacity for cell in power.cells]
    known = [capacity for capacity in capacities if capacity is not None and capacity > 0]
    weights = known if len(known) == len(capacities) else [1.0] * len(capacities)
    charge = sum(
        cell.charge_fraction * weight for cell, weight in zip(power.cells, weights, strict=True)
    )
    return min(1.0, max(0.0, charge / sum(weights)))


def on_battery(power: PowerReading | Absence) -> bool | Absence:
    if isinstance(power, Absence):
        return power
    if not power.cells:
        return Absence.NO_BATTERY
    return Absence.NOT_SUPPORTED if power.is_plugged is None else not power.is_plugged


def processor_temperature(
    temperatures: tuple[TemperatureReading, ...] | Absence,
) -> TemperatureReading | Absence:
    """The hottest plausible sensor of the processor."""
    if isinstance(temperatures, Absence):
        return temperatures
    low, high = _PLAUSIBLE_CELSIUS
    candidates = [
        reading
        for reading in temperatures
        if reading.chip in _PROCESSOR_CHIPS and low <= reading.celsius <= high
    ]
    return max(candidates, key=lambda reading: reading.celsius, default=Absence.NO_SENSOR)
