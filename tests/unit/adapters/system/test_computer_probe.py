"""What the probe makes of systems that lack sensors or refuse to show them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from workspace_assistant.adapters.system import computer_probe
from workspace_assistant.adapters.system.computer_probe import (
    SystemComputerProbe,
    disk_free_bytes,
)
from workspace_assistant.core.readiness.computer.model import Absence, BatteryCell, PowerReading


def raising(error: Exception) -> Callable[..., object]:
    def fail(*_: object) -> object:
        raise error

    return fail


@pytest.fixture
def probe(tmp_path: Path) -> SystemComputerProbe:
    return SystemComputerProbe(tmp_path)


def test_the_disk_of_a_folder_that_does_not_exist_yet(tmp_path: Path) -> None:
    free = disk_free_bytes(tmp_path / "not" / "yet")
    assert isinstance(free, int)
    assert free == pytest.approx(shutil.disk_usage(tmp_path).free, rel=0.05)


@pytest.mark.parametrize(
    ("error", "absence"),
    [(PermissionError(), Absence.ACCESS_DENIED), (OSError(), Absence.NOT_SUPPORTED)],
)
def test_a_disk_that_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, absence: Absence
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", raising(error))
    assert disk_free_bytes(tmp_path) is absence


def test_a_system_without_sensors(
    probe: SystemComputerProbe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(computer_probe, "_IS_LINUX", False)
    monkeypatch.delattr(psutil, "sensors_temperatures", raising=False)
    monkeypatch.delattr(psutil, "sensors_battery", raising=False)
    state = probe.state()
    assert state.temperatures is Absence.NOT_SUPPORTED
    assert state.power is Absence.NOT_SUPPORTED
    assert state.restart_pending is Absence.NOT_SUPPORTED
    assert probe.load().pressure is Absence.NOT_SUPPORTED


@pytest.mark.parametrize(
    ("battery", "expected"),
    [
        (None, Absence.NO_BATTERY),
        (
            SimpleNamespace(percent=64, power_plugged=None),
            PowerReading(cells=(BatteryCell(charge_fraction=0.64),), is_plugged=None),
        ),
    ],
)
def test_batteries_elsewhere_than_on_linux(
    probe: SystemComputerProbe,
    monkeypatch: pytest.MonkeyPatch,
    battery: object,
    expected: PowerReading | Absence,
) -> None:
    monkeypatch.setattr(computer_probe, "_IS_LINUX", False)
    monkeypatch.setattr(psutil, "sensors_battery", lambda: battery, raising=False)
    assert probe.state().power == expected


def test_readings_that_fail_are_absent(
    probe: SystemComputerProbe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(psutil, "virtual_memory", raising(PermissionError()))
    monkeypatch.setattr(psutil, "swap_memory", raising(FileNotFoundError()))
    monkeypatch.setattr(psutil, "sensors_temperatures", raising(OSError()), raising=False)
    state = probe.state()
    assert state.memory is Absence.ACCESS_DENIED
    assert state.swap is Absence.NOT_SUPPORTED
    assert state.temperatures is Absence.NOT_SUPPORTED


def test_temperatures_keep_their_chip_and_label(
    probe: SystemComputerProbe, monkeypatch: pytest.MonkeyPatch
) -> None:
    chips = {"coretemp": [SimpleNamespace(label="Core 0", current=51.0)]}
    monkeypatch.setattr(psutil, "sensors_temperatures", lambda: chips, raising=False)
    temperatures = probe.state().temperatures
    assert isinstance(temperatures, tuple)
    assert (temperatures[0].chip, temperatures[0].label, temperatures[0].celsius) == (
        "coretemp",
        "Core 0",
        51.0,
    )
