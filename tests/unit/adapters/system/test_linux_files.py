"""Linux's files about pressure, heat, power and restarts, from recorded trees."""

from __future__ import annotations

from pathlib import Path

import pytest

from workspace_assistant.adapters.system import linux_files
from workspace_assistant.core.readiness.computer.model import (
    Absence,
    BatteryCell,
    PowerReading,
    PressureReading,
    ThrottleReading,
)


def supply(folder: Path, name: str, **files: str) -> None:
    place = folder / name
    place.mkdir()
    for file, text in files.items():
        (place / file).write_text(f"{text}\n")


LAPTOP = {"type": "Battery", "status": "Discharging", "capacity": "42", "energy_full": "50000000"}
MAINS = {"type": "Mains", "online": "1"}


def test_pressure_totals(tmp_path: Path) -> None:
    stalled = "some avg10=0.00 avg60=0.11 avg300=0.51 total={}\nfull avg10=0.00 total=7\n"
    (tmp_path / "cpu").write_text(stalled.format(14295614))
    (tmp_path / "memory").write_text(stalled.format(21))
    assert linux_files.pressure(tmp_path) == PressureReading(cpu_us=14295614, memory_us=21)


def test_pressure_that_is_absent_or_half_there(tmp_path: Path) -> None:
    assert linux_files.pressure(tmp_path) is Absence.NOT_SUPPORTED
    (tmp_path / "cpu").write_text("nonsense\n")
    assert linux_files.pressure(tmp_path) is Absence.NOT_SUPPORTED
    (tmp_path / "cpu").write_text("some avg10=0.00\n")
    assert linux_files.pressure(tmp_path) is Absence.NOT_SUPPORTED
    (tmp_path / "memory").write_text("some avg10=0.00 total=5\n")
    assert linux_files.pressure(tmp_path) == PressureReading(cpu_us=None, memory_us=5)


def test_pressure_switched_off_in_the_kernel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, encoding: str) -> str:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "read_text", refuse)
    assert linux_files.pressure(tmp_path) is Absence.NOT_SUPPORTED


def test_pressure_out_of_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, encoding: str) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    assert linux_files.pressure(tmp_path) is Absence.ACCESS_DENIED


def test_throttle_counts(tmp_path: Path) -> None:
    assert linux_files.throttling(tmp_path) is Absence.NOT_SUPPORTED
    for name, core in (("cpu0", "3"), ("cpu1", "4")):
        supply(tmp_path, name)
        place = tmp_path / name
        supply(place, "thermal_throttle", core_throttle_count=core, package_throttle_count="9")
    assert linux_files.throttling(tmp_path) == ThrottleReading(
        cores={"cpu0": 3, "cpu1": 4}, packages={"cpu0": 9, "cpu1": 9}
    )


def test_a_laptop_on_its_battery(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", **LAPTOP)
    supply(tmp_path, "AC", type="Mains", online="0")
    cell = BatteryCell(charge_fraction=0.42, full_capacity=50_000_000)
    assert linux_files.power(tmp_path) == PowerReading(cells=(cell,), is_plugged=False)


def test_the_battery_of_a_mouse_is_not_the_computers(tmp_path: Path) -> None:
    supply(tmp_path, "hidpp_battery_0", **LAPTOP, scope="Device")
    assert linux_files.power(tmp_path) == PowerReading(cells=(), is_plugged=None)


@pytest.mark.parametrize(
    ("status", "charger", "is_plugged"),
    [
        ("Discharging", {"type": "USB", "online": "1"}, True),
        ("Discharging", {"type": "USB", "online": "0"}, False),
        ("Charging", None, True),
        ("Full", None, True),
        ("Not charging", None, True),
        ("Discharging", None, False),
        ("Unknown", None, None),
        ("Unknown", {"type": "Mains", "online": "0"}, False),
        ("Unknown", MAINS, True),
    ],
)
def test_whether_the_mains_feed_it(
    tmp_path: Path, status: str, charger: dict[str, str] | None, is_plugged: bool | None
) -> None:
    supply(tmp_path, "BAT0", **{**LAPTOP, "status": status})
    if charger is not None:
        supply(tmp_path, "charger", **charger)
    reading = linux_files.power(tmp_path)
    assert isinstance(reading, PowerReading)
    assert reading.is_plugged is is_plugged


def test_a_battery_without_percentage_and_an_empty_bay(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", charge_now="30", charge_full="40", present="1")
    supply(tmp_path, "BAT1", type="Battery", capacity="0", present="0")
    supply(tmp_path, "BAT2", type="Battery", capacity="broken")
    reading = linux_files.power(tmp_path)
    assert isinstance(reading, PowerReading)
    assert reading.cells == (BatteryCell(charge_fraction=0.75, full_capacity=40),)


def test_power_supplies_out_of_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert linux_files.power(tmp_path / "missing") is Absence.NOT_SUPPORTED

    def refuse(self: Path) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert linux_files.power(tmp_path) is Absence.ACCESS_DENIED


def test_a_restart_is_pending_when_marked(tmp_path: Path) -> None:
    assert linux_files.restart_pending(tmp_path) is Absence.NOT_SUPPORTED
    writer = tmp_path / "usr/share/update-notifier/notify-reboot-required"
    writer.parent.mkdir(parents=True)
    writer.touch()
    assert linux_files.restart_pending(tmp_path) is False
    (tmp_path / "run").mkdir()
    (tmp_path / "run/reboot-required").touch()
    assert linux_files.restart_pending(tmp_path) is True
