"""What Linux tells in files: pressure, heat, power supplies and pending restarts.

psutil has none of the first two, and takes the battery of a wireless mouse for the computer's.
Every function takes the directory or file to read, so that recorded trees can be read as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workspace_assistant.core.readiness.computer.model import (
    Absence,
    BatteryCell,
    PowerReading,
    PressureReading,
    ThrottleReading,
)

PRESSURE = Path("/proc/pressure")
PROCESSORS = Path("/sys/devices/system/cpu")
POWER_SUPPLIES = Path("/sys/class/power_supply")
ROOT = Path("/")

# Debian's and Ubuntu's packages write this mark, by one of the two hooks below.
_RESTART_MARKS = ("run/reboot-required", "var/run/reboot-required")
_RESTART_MARK_WRITERS = (
    "usr/share/update-notifier/notify-reboot-required",
    "etc/kernel/postinst.d/unattended-upgrades",
)


def pressure(folder: Path = PRESSURE) -> PressureReading | Absence:
    """Pressure stall totals; absent where the kernel was built or started without them."""
    cpu, memory = _stalled_us(folder / "cpu"), _stalled_us(folder / "memory")
    if isinstance(cpu, Absence) and isinstance(memory, Absence):
        return cpu
    return PressureReading(
        cpu_us=None if isinstance(cpu, Absence) else cpu,
        memory_us=None if isinstance(memory, Absence) else memory,
    )


def _stalled_us(file: Path) -> int | Absence:
    try:
        lines = file.read_text("ascii").splitlines()
    except PermissionError:
        return Absence.ACCESS_DENIED
    except OSError:  # no such file, or "operation not supported" when pressure is switched off
        return Absence.NOT_SUPPORTED
    for line in lines:
        words = line.split()
        if words[:1] == ["some"]:
            fields = dict(word.split("=", 1) for word in words[1:] if "=" in word)
            return int(fields["total"]) if "total" in fields else Absence.NOT_SUPPORTED
    return Absence.NOT_SUPPORTED


def throttling(folder: Path = PROCESSORS) -> ThrottleReading | Absence:
    """How often heat slowed each core and package; only Intel processors count it."""
    cores = dict(_counts(folder, "core_throttle_count"))
    packages = dict(_counts(folder, "package_throttle_count"))
    if not cores and not packages:
        return Absence.NOT_SUPPORTED
    return ThrottleReading(cores=cores, packages=packages)


def _counts(folder: Path, name: str) -> Iterator[tuple[str, int]]:
    for file in folder.glob(f"cpu[0-9]*/thermal_throttle/{name}"):
        text = _text(file)
        if text is not None and text.isdecimal():
            yield file.parent.parent.name, int(text)


def power(folder: Path = POWER_SUPPLIES) -> PowerReading | Absence:
    """The computer's own batteries and chargers, by the kernel's power supply class.

    Supplies of scope ``Device`` belong to mice, keyboards and headsets and are left out.
    """
    try:
        supplies = sorted(folder.iterdir())
    except PermissionError:
        return Absence.ACCESS_DENIED
    except OSError:
        return Absence.NOT_SUPPORTED
    own = [supply for supply in supplies if _text(supply / "scope") != "Device"]
    batteries = [supply for supply in own if _text(supply / "type") == "Battery"]
    batteries = [supply for supply in batteries if _text(supply / "present") != "0"]
    cells = tuple(cell for cell in map(_cell, batteries) if cell is not None)
    states = [_text(battery / "status") for battery in batteries]
    return PowerReading(cells=cells, is_plugged=_is_plugged(_online(own), states))


def _cell(battery: Path) -> BatteryCell | None:
    full = _number(battery / "energy_full") or _number(battery / "charge_full")
    now = _number(battery / "energy_now") or _number(battery / "charge_now")
    percent = _number(battery / "capacity")
    if percent is not None:
        return BatteryCell(charge_fraction=percent / 100, full_capacity=full)
    if now is not None and full:
        return BatteryCell(charge_fraction=now / full, full_capacity=full)
    return None


def _online(supplies: list[Path]) -> list[bool]:
    chargers = [supply for supply in supplies if _text(supply / "type") in {"Mains", "USB"}]
    return [_text(charger / "online") not in {"0", None} for charger in chargers]


def _is_plugged(online: list[bool], battery_states: list[str | None]) -> bool | None:
    """A charger that is online decides; else what the batteries do; else whether chargers exist."""
    if any(online):
        return True
    if "Discharging" in battery_states:
        return False
    if any(state in {"Charging", "Full", "Not charging"} for state in battery_states):
        return True
    return False if online else None


def restart_pending(root: Path = ROOT) -> bool | Absence:
    """Whether an update waits for a restart. No mark means "no" only where something writes it."""
    if any((root / mark).exists() for mark in _RESTART_MARKS):
        return True
    if any((root / writer).exists() for writer in _RESTART_MARK_WRITERS):
        return False
    return Absence.NOT_SUPPORTED


def _text(file: Path) -> str | None:
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None  # a supply that lacks this file, or was unplugged just now


def _number(file: Path) -> float | None:
    text = _text(file)
    try:
        return float(text) if text is not None else None
    except ValueError:
        return None
