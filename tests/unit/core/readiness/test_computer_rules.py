"""Memory, stalls, heat and power from raw readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.readiness.computer.model import (
    Absence,
    BatteryCell,
    MemoryReading,
    PowerReading,
    SwapReading,
    TemperatureReading,
    ThrottleReading,
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


@given(st.integers(1, 2**50), st.integers(0, 2**50))
def test_memory_used_is_what_is_not_available(total: int, available: int) -> None:
    used = memory_used_fraction(MemoryReading(total_bytes=total, available_bytes=available))
    assert isinstance(used, float)
    assert used == pytest.approx(max(0.0, 1 - available / total))


def test_memory_that_is_not_told_stays_untold() -> None:
    assert memory_used_fraction(Absence.ACCESS_DENIED) is Absence.ACCESS_DENIED
    nothing = MemoryReading(total_bytes=0, available_bytes=0)
    assert memory_used_fraction(nothing) is Absence.NOT_SUPPORTED


def test_no_swap_space_is_not_an_empty_one() -> None:
    assert swap_used_fraction(SwapReading(total_bytes=0, used_bytes=0)) is Absence.NO_SWAP
    assert swap_used_fraction(SwapReading(total_bytes=4, used_bytes=1)) == 0.25
    assert swap_used_fraction(Absence.NOT_SUPPORTED) is Absence.NOT_SUPPORTED


@pytest.mark.parametrize(
    ("start_us", "end_us", "window_s", "expected"),
    [
        (1_000_000, 2_500_000, 3.0, 0.5),
        (0, 4_000_000, 3.0, 1.0),  # read a little later than the window ended
        (9, 3, 3.0, 0.0),
        (None, 3, 3.0, Absence.NOT_SUPPORTED),
        (3, None, 3.0, Absence.NOT_SUPPORTED),
        (3, 4, 0.0, Absence.CLOCK_STOPPED),
    ],
)
def test_stalled_share(
    start_us: int | None, end_us: int | None, window_s: float, expected: float | Absence
) -> None:
    assert stalled_fraction(start_us, end_us, window_s) == expected


def test_a_package_counter_shown_by_every_core_is_taken_once() -> None:
    start = ThrottleReading(cores={"cpu0": 1, "cpu1": 5}, packages={"cpu0": 10, "cpu1": 10})
    end = ThrottleReading(cores={"cpu0": 3, "cpu1": 5}, packages={"cpu0": 14, "cpu1": 14})
    assert throttle_events(start, end) == 2 + 4
    assert throttle_events(start, start) == 0


def test_throttling_needs_both_readings() -> None:
    reading = ThrottleReading(cores={"cpu0": 1}, packages={})
    assert throttle_events(Absence.NOT_SUPPORTED, reading) is Absence.NOT_SUPPORTED
    assert throttle_events(reading, Absence.NOT_SUPPORTED) is Absence.NOT_SUPPORTED
    switched_off = ThrottleReading(cores={}, packages={})
    assert throttle_events(reading, switched_off) == 0


def power(*cells: BatteryCell, is_plugged: bool | None = False) -> PowerReading:
    return PowerReading(cells=cells, is_plugged=is_plugged)


def test_two_batteries_weigh_by_their_capacity() -> None:
    large = BatteryCell(charge_fraction=1.0, full_capacity=60)
    small = BatteryCell(charge_fraction=0.0, full_capacity=20)
    assert battery_fraction(power(large, small)) == pytest.approx(0.75)


def test_without_every_capacity_batteries_weigh_the_same() -> None:
    known = BatteryCell(charge_fraction=1.0, full_capacity=60)
    unknown = BatteryCell(charge_fraction=0.0)
    assert battery_fraction(power(known, unknown)) == pytest.approx(0.5)


@given(st.lists(st.tuples(st.floats(0, 1.2), st.none() | st.floats(0, 1e8)), min_size=1))
def test_a_charge_is_a_fraction(cells: list[tuple[float, float | None]]) -> None:
    built = [BatteryCell(charge_fraction=charge, full_capacity=full) for charge, full in cells]
    charge = battery_fraction(power(*built))
    assert isinstance(charge, float)
    assert 0 <= charge <= 1


def test_power_that_is_not_known_is_not_guessed() -> None:
    cell = BatteryCell(charge_fraction=0.5)
    assert on_battery(power(cell, is_plugged=None)) is Absence.NOT_SUPPORTED
    assert on_battery(power(cell, is_plugged=True)) is False
    assert on_battery(power(cell, is_plugged=False)) is True
    assert on_battery(power()) is Absence.NO_BATTERY
    assert battery_fraction(power()) is Absence.NO_BATTERY
    assert on_battery(Absence.NO_BATTERY) is Absence.NO_BATTERY
    assert battery_fraction(Absence.ACCESS_DENIED) is Absence.ACCESS_DENIED


def sensor(chip: str, celsius: float) -> TemperatureReading:
    return TemperatureReading(chip=chip, label="", celsius=celsius)


def test_the_hottest_sensor_of_the_processor() -> None:
    found = processor_temperature(
        (sensor("coretemp", 54), sensor("coretemp", 61), sensor("nvme", 80), sensor("k10temp", 255))
    )
    assert found == sensor("coretemp", 61)


def test_a_hot_disk_is_no_processor() -> None:
    assert processor_temperature((sensor("nvme", 80),)) is Absence.NO_SENSOR
    assert processor_temperature(()) is Absence.NO_SENSOR
    assert processor_temperature(Absence.NOT_SUPPORTED) is Absence.NOT_SUPPORTED
