"""The table of processes on Linux, one short file each: a tenth of what asking psutil costs.

A desktop has hundreds of processes and they are read several times per check, while the line is
being measured. The file is ``/proc/<pid>/stat`` (proc_pid_stat(5)).
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from workspace_assistant.core.readiness.computer.model import ProcessReading
from workspace_assistant.core.readiness.foreign_names import one_line

PROC = Path("/proc")
_LONGEST_KERNEL_NAME = 15  # the kernel cuts names here
_KERNEL_THREAD_FLAG = 0x0020_0000  # PF_KTHREAD of include/linux/sched.h
_ENDED_STATES = {"Z", "X", "x"}


class LinuxProcessTable:
    """Reads all processes again and again; *proc* is the directory to look in."""

    def __init__(self, proc: Path = PROC) -> None:
        self._proc = proc
        self._tick_s = 1 / os.sysconf("SC_CLK_TCK")
        # Read once: when the clock is set this moves, and a process would seem to be another one.
        self._booted_at_s = _booted_at_s(proc)
        self._whole_names: dict[tuple[int, int, str], str] = {}

    def read(self) -> tuple[tuple[ProcessReading, ...], int]:
        """The processes that can be read, and how many cannot. Raises OSError without /proc."""
        readings: list[ProcessReading] = []
        unreadable = 0
        for folder in self._proc.iterdir():
            if not folder.name.isdecimal():
                continue
            try:
                stat = (folder / "stat").read_bytes()
            except PermissionError:
                unreadable += 1
                continue
            except OSError:  # ended meanwhile
                continue
            reading = self._reading(int(folder.name), stat.decode(errors="replace"))
            readings += [reading] if reading else []
        return tuple(readings), unreadable

    def _reading(self, pid: int, stat: str) -> ProcessReading | None:
        """One process; None for one that has ended and waits to be reaped."""
        head, _, tail = stat.rpartition(")")  # a name may hold anything, even parentheses
        fields = tail.split()  # from the third field on: state, parent …
        if fields[0] in _ENDED_STATES:
            return None
        own, system, reaped, reaped_system = (int(field) for field in fields[11:15])
        started = int(fields[19])
        return ProcessReading(
            pid=pid,
            parent_pid=int(fields[1]),
            created_at_s=self._booted_at_s + started * self._tick_s,
            name=self._name(pid, started, head.partition("(")[2]),
            cpu_s=(own + system) * self._tick_s,
            reaped_cpu_s=(reaped + reaped_system) * self._tick_s,
            is_kernel_thread=bool(int(fields[6]) & _KERNEL_THREAD_FLAG),
        )

    def _name(self, pid: int, started: int, name: str) -> str:
        """One line for people; a name that the kernel cut is completed from the command line."""
        if len(name) >= _LONGEST_KERNEL_NAME:
            key = pid, started, name
            if key not in self._whole_names:
                self._whole_names[key] = _whole_name(self._proc / str(pid) / "cmdline", name)
            name = self._whole_names[key]
        return one_line(name) or f"process {pid}"


def _whole_name(command_line: Path, name: str) -> str:
    with suppress(OSError):
        program = command_line.read_bytes().split(b"\0")[0].decode(errors="replace")
        whole = program.rpartition("/")[2]
        return whole if whole.startswith(name) else name
    return name


def _booted_at_s(proc: Path) -> float:
    """Unix time of the start, as the kernel reckons it now."""
    for line in (proc / "stat").read_text("ascii").splitlines():
        if line.startswith("btime "):
            return float(line.split()[1])
    raise OSError("the kernel does not tell when it started")
