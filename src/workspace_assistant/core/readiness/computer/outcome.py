"""From readings to the outcome of the computer check: measurements, findings, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workspace_assistant.core.readiness.computer.load import Watch
from workspace_assistant.core.readiness.computer.model import (
    Absence,
    LoadReading,
    PressureReading,
    ProgramShare,
    StateReading,
)
from workspace_assistant.core.readiness.computer.rules import (
    battery_fraction,
    memory_used_fraction,
    on_battery,
    processor_temperature,
    stalled_fraction,
    swap_used_fraction,
    throttle_events,
)
from workspace_assistant.core.readiness.computer.texts import absence_sentence
from workspace_assistant.core.readiness.model import Measurement, NotMeasured, Value
from workspace_assistant.core.readiness.units import format_value

ESSENTIAL = frozenset({"computer.cpu_utilization", "computer.memory_used"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A measurement to be: its id and unit, and a value or the reason why there is none."""

    id: str
    unit: str
    value: Value | Absence
    conditions: Mapping[str, Value] = field(default_factory=dict)


def quantities(watch: Watch, state: StateReading) -> tuple[Quantity, ...]:
    """All that the readings and the state tell, in the order of the report.

    The utilization is that of the calmest window; heat and stalls are those of the whole watch.
    """
    start, end = watch.start, watch.end
    window_s = round(watch.duration_s, 3)
    return (
        _utilization(watch),
        *_memory(state),
        Quantity(id="computer.disk_free", unit="byte", value=state.disk_free_bytes),
        *_power(state),
        _temperature(state),
        *_pressure(start, end, window_s),
        Quantity(
            id="computer.thermal_throttling",
            unit="count",
            value=throttle_events(start.throttling, end.throttling),
            conditions={"window_s": window_s},
        ),
        Quantity(id="computer.restart_pending", unit="bool", value=state.restart_pending),
    )


def split(
    found: tuple[Quantity, ...],
) -> tuple[tuple[Measurement, ...], tuple[NotMeasured, ...]]:
    """What was measured, and what was not, with the reason in words."""
    return tuple(_measured(found)), tuple(_missing(found))


def _measured(found: tuple[Quantity, ...]) -> Iterator[Measurement]:
    for quantity in found:
        if not isinstance(quantity.value, Absence):
            yield Measurement(
                id=quantity.id,
                value=quantity.value,
                unit=quantity.unit,
                conditions=quantity.conditions,
            )


def _missing(found: tuple[Quantity, ...]) -> Iterator[NotMeasured]:
    for quantity in found:
        if isinstance(quantity.value, Absence):
            detail = absence_sentence(quantity.id, quantity.value)
            yield NotMeasured(id=quantity.id, reason=quantity.value.value, detail=detail)


def _utilization(watch: Watch) -> Quantity:
    load = watch.calmest
    if isinstance(load, Absence):
        return Quantity(id="computer.cpu_utilization", unit="fraction", value=load)
    conditions: dict[str, Value] = {
        "window_s": round(load.window_s, 3),
        "logical_cpus": load.logical_cpus,
        "own_share": round(load.own_fraction, 4),
        "busiest": busiest_words(load.busiest),
    }
    if len(watch.loads) > 1:
        windows = zip(("first_window_fraction", "second_window_fraction"), watch.loads, strict=True)
        conditions |= {
            name: round(window.utilization_fraction, 4)
            for name, window in windows
            if not isinstance(window, Absence)
        }
    if watch.end.unreadable_processes:
        conditions["unreadable_processes"] = watch.end.unreadable_processes
    return Quantity(
        id="computer.cpu_utilization",
        unit="fraction",
        value=round(load.utilization_fraction, 4),
        conditions=conditions,
    )


def busiest_words(programs: tuple[ProgramShare, ...]) -> str:
    """``firefox 9 %, dropbox 3 %``: shares of the whole computer, most first."""
    return ", ".join(
        f"{program.name} {format_value(program.fraction, 'fraction')}" for program in programs
    )


def _memory(state: StateReading) -> Iterator[Quantity]:
    conditions: dict[str, Value] = {}
    if not isinstance(state.memory, Absence):
        conditions = {
            "total_bytes": state.memory.total_bytes,
            "available_bytes": state.memory.available_bytes,
        }
    used = _rounded(memory_used_fraction(state.memory))
    yield Quantity(id="computer.memory_used", unit="fraction", value=used, conditions=conditions)
    swap = _rounded(swap_used_fraction(state.swap))
    yield Quantity(id="computer.swap_used", unit="fraction", value=swap)


def _power(state: StateReading) -> Iterator[Quantity]:
    yield Quantity(id="computer.on_battery", unit="bool", value=on_battery(state.power))
    charge = _rounded(battery_fraction(state.power))
    yield Quantity(id="computer.battery", unit="fraction", value=charge)


def _temperature(state: StateReading) -> Quantity:
    hottest = processor_temperature(state.temperatures)
    if isinstance(hottest, Absence):
        return Quantity(id="computer.temperature", unit="degC", value=hottest)
    return Quantity(
        id="computer.temperature",
        unit="degC",
        value=hottest.celsius,
        conditions={"sensor": " ".join(filter(None, (hottest.chip, hottest.label)))},
    )


def _pressure(start: LoadReading, end: LoadReading, window_s: float) -> Iterator[Quantity]:
    before, after = _totals(start), _totals(end)
    cpu = stalled_fraction(before.cpu_us, after.cpu_us, window_s)
    memory = stalled_fraction(before.memory_us, after.memory_us, window_s)
    for name, value in (("cpu_pressure", cpu), ("memory_pressure", memory)):
        yield Quantity(
            id=f"computer.{name}",
            unit="fraction",
            value=_rounded(value),
            conditions={"window_s": window_s},
        )


def _totals(reading: LoadReading) -> PressureReading:
    if isinstance(reading.pressure, Absence):
        return PressureReading(cpu_us=None, memory_us=None)
    return reading.pressure


def _rounded(value: float | Absence) -> float | Absence:
    return value if isinstance(value, Absence) else round(value, 4)
