"""The table of processes, read through psutil so that a process keeps its identity."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.computer.model import ProcessReading
from workspace_assistant.core.readiness.foreign_names import one_line

if TYPE_CHECKING:
    import psutil

_IS_LINUX = sys.platform.startswith("linux")
_KERNEL_THREADS_PARENT = 2


@dataclass(frozen=True, slots=True)
class _Seen:
    process: psutil.Process
    created_at_s: float


class ProcessTable:
    """Reads all processes again and again, and recognizes those it has seen.

    Linux derives the creation time from the wall clock's boot time, which moves when the clock is
    set. So the time of the first sight is kept, and whether a pid still means the same process is
    left to psutil's comparison, which knows each system's fixed identity.
    """

    def __init__(self) -> None:
        self._seen: dict[int, _Seen] = {}

    def read(self) -> tuple[tuple[ProcessReading, ...], int]:
        """The processes that can be read, and how many cannot."""
        import psutil

        seen: dict[int, _Seen] = {}
        readings: list[ProcessReading] = []
        unreadable = 0
        for pid in psutil.pids():
            try:
                known = self._recognize(psutil.Process(pid))
                readings.append(_reading(known))
            except psutil.NoSuchProcess:  # ended meanwhile; a zombie is one of these
                continue
            except psutil.AccessDenied:
                unreadable += 1
                continue
            seen[pid] = known
        self._seen = seen
        return tuple(readings), unreadable

    def _recognize(self, process: psutil.Process) -> _Seen:
        known = self._seen.get(process.pid)
        if known is not None and known.process == process:
            return _Seen(process, known.created_at_s)
        return _Seen(process, process.create_time())


def _reading(seen: _Seen) -> ProcessReading:
    process = seen.process
    with process.oneshot():
        times = process.cpu_times()
        return ProcessReading(
            pid=process.pid,
            parent_pid=process.ppid(),
            created_at_s=seen.created_at_s,
            name=one_line(process.name()) or f"process {process.pid}",
            cpu_s=times.user + times.system,
            reaped_cpu_s=times.children_user + times.children_system,
            is_kernel_thread=_IS_LINUX and _is_kernel_thread(process),
        )


def _is_kernel_thread(process: psutil.Process) -> bool:
    """Whether Linux lists a thread of its own here: it has no command line.

    The parent alone does not tell: in a container, process 2 may be any program.
    """
    family = {process.pid, process.ppid()}
    return _KERNEL_THREADS_PARENT in family and not process.cmdline()
