"""Reads this computer's counters and states through psutil and the system's own files."""

from __future__ import annotations

import os
import shutil
import sys
import time
import warnings
from pathlib import Path

from workspace_assistant.adapters.system import linux_files, windows_registry
from workspace_assistant.adapters.system.linux_processes import LinuxProcessTable
from workspace_assistant.adapters.system.processes import ProcessTable
from workspace_assistant.core.readiness.computer.model import (
    Absence,
    BatteryCell,
    CpuReading,
    LoadReading,
    MemoryReading,
    PowerReading,
    StateReading,
    SwapReading,
    TemperatureReading,
)

_IS_LINUX = sys.platform.startswith("linux")


class SystemComputerProbe:
    """The computer this program runs on. One object serves one check at a time.

    psutil's own percentages are never used: they share one hidden window among all callers.
    """

    def __init__(self, data_directory: Path) -> None:
        self._data_directory = data_directory
        self._processes = LinuxProcessTable() if _IS_LINUX else ProcessTable()

    def cpu(self) -> CpuReading:
        import psutil

        return CpuReading(at_s=time.monotonic(), columns=psutil.cpu_times()._asdict())

    def load(self) -> LoadReading:
        import psutil

        unix_s = time.time()
        cpu = self.cpu()
        processes, unreadable = self._processes.read()
        return LoadReading(
            cpu=cpu,
            unix_s=unix_s,
            logical_cpus=psutil.cpu_count() or 1,
            own_pid=os.getpid(),
            processes=processes,
            unreadable_processes=unreadable,
            pressure=linux_files.pressure() if _IS_LINUX else Absence.NOT_SUPPORTED,
            throttling=linux_files.throttling() if _IS_LINUX else Absence.NOT_SUPPORTED,
        )

    def state(self) -> StateReading:
        return StateReading(
            memory=_memory(),
            swap=_swap(),
            disk_free_bytes=disk_free_bytes(self._data_directory),
            power=linux_files.power() if _IS_LINUX else _power(),
            temperatures=_temperatures(),
            restart_pending=_restart_pending(),
        )


def disk_free_bytes(folder: Path) -> int | Absence:
    """Bytes that this user may still write on the disk of *folder*, which need not exist yet."""
    existing = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    try:
        return shutil.disk_usage(existing).free
    except PermissionError:
        return Absence.ACCESS_DENIED
    except OSError:
        return Absence.NOT_SUPPORTED


def _memory() -> MemoryReading | Absence:
    import psutil

    try:
        memory = psutil.virtual_memory()
    except OSError:
        return Absence.ACCESS_DENIED
    return MemoryReading(total_bytes=memory.total, available_bytes=memory.available)


def _swap() -> SwapReading | Absence:
    import psutil

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", RuntimeWarning
            )  # it misses traffic figures, unused here
            swap = psutil.swap_memory()
    except OSError:
        return Absence.NOT_SUPPORTED
    return SwapReading(total_bytes=swap.total, used_bytes=swap.used)


def _power() -> PowerReading | Absence:
    import psutil

    if not hasattr(psutil, "sensors_battery"):
        return Absence.NOT_SUPPORTED
    battery = psutil.sensors_battery()
    if battery is None:
        return Absence.NO_BATTERY
    cell = BatteryCell(charge_fraction=battery.percent / 100)
    return PowerReading(cells=(cell,), is_plugged=battery.power_plugged)


def _temperatures() -> tuple[TemperatureReading, ...] | Absence:
    import psutil

    if not hasattr(psutil, "sensors_temperatures"):
        return Absence.NOT_SUPPORTED
    try:
        chips = psutil.sensors_temperatures()
    except OSError:
        return Absence.NOT_SUPPORTED
    return tuple(
        TemperatureReading(chip=chip, label=sensor.label, celsius=sensor.current)
        for chip, sensors in chips.items()
        for sensor in sensors
    )


def _restart_pending() -> bool | Absence:
    if _IS_LINUX:
        return linux_files.restart_pending()
    return windows_registry.restart_pending()
