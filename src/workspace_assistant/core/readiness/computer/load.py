"""How busy the processors were between two readings, and with whose work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from workspace_assistant.core.readiness.computer.model import (
    Absence,
    CpuLoad,
    CpuReading,
    LoadReading,
    ProcessReading,
    ProgramShare,
)

# Work. ``steal`` is time another virtual machine took: programs here could not have it. Left out on
# purpose: ``guest`` and ``guest_nice`` lie inside ``user`` and ``nice`` (proc_stat(5)), and on
# Windows ``interrupt`` and ``dpc`` lie inside ``system``.
_BUSY_COLUMNS = frozenset({"user", "nice", "system", "irq", "softirq", "steal"})
# No work: a processor in ``iowait`` is free for whoever wants it.
_FREE_COLUMNS = frozenset({"idle", "iowait"})

# Windows books idle time as the work of this process.
_IDLE_PROCESS = "System Idle Process"

# Creation times come from a clock of whole seconds on some systems.
_CREATION_SLACK_S = 2.0

BUSIEST_SHOWN = 3
_SMALLEST_SHARE_SHOWN = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Load readings in the order they were taken: each two neighbors bound a window."""

    readings: tuple[LoadReading, ...]

    @property
    def start(self) -> LoadReading:
        return self.readings[0]

    @property
    def end(self) -> LoadReading:
        return self.readings[-1]

    @property
    def duration_s(self) -> float:
        return self.end.cpu.at_s - self.start.cpu.at_s

    @property
    def loads(self) -> tuple[CpuLoad | Absence, ...]:
        """The load of every window."""
        return tuple(cpu_load(before, after) for before, after in pairwise(self.readings))

    @property
    def calmest(self) -> CpuLoad | Absence:
        """The window with the least work, of those that could be measured."""
        measured = [load for load in self.loads if not isinstance(load, Absence)]
        return min(
            measured, key=lambda load: load.utilization_fraction, default=Absence.CLOCK_STOPPED
        )

    def extended(self, reading: LoadReading) -> Watch:
        return replace(self, readings=(*self.readings, reading))


def busy_share(start: CpuReading, end: CpuReading) -> float | None:
    """Busy share of all processors between two readings; None when their counters stood still."""
    busy_s, total_s = _grown(start, end)
    return busy_s / total_s if total_s > 0 else None


def cpu_load(start: LoadReading, end: LoadReading) -> CpuLoad | Absence:
    """Who used the processors between two readings, this program and its children left out."""
    window_s = end.cpu.at_s - start.cpu.at_s
    busy_s, total_s = _grown(start.cpu, end.cpu)
    if window_s <= 0 or total_s <= 0:
        return Absence.CLOCK_STOPPED
    own_s = min(own_cpu_s(start, end), busy_s)
    return CpuLoad(
        window_s=window_s,
        logical_cpus=end.logical_cpus,
        utilization_fraction=(busy_s - own_s) / total_s,
        own_fraction=own_s / total_s,
        busiest=busiest_programs(start, end),
    )


def _grown(start: CpuReading, end: CpuReading) -> tuple[float, float]:
    """Busy and total seconds of the window. A column that shrank (``iowait`` can) counts as 0."""

    def seconds(names: Iterable[str]) -> float:
        return sum(
            max(0.0, end.columns.get(name, 0.0) - start.columns.get(name, 0.0)) for name in names
        )

    busy_s = seconds(_BUSY_COLUMNS)
    return busy_s, busy_s + seconds(_FREE_COLUMNS)


def own_cpu_s(start: LoadReading, end: LoadReading) -> float:
    """Seconds that the tree of this program used between two readings.

    A child that ended hands all its seconds to its parent's account of ended children, also those
    from before the window; these are taken off again.
    """
    before = {_key(process): process for process in own_tree(start)}
    after = {_key(process): process for process in own_tree(end)}
    itself_s = sum(
        process.cpu_s - (before[key].cpu_s if key in before else 0.0)
        for key, process in after.items()
    )
    reaped_s = sum(
        process.reaped_cpu_s - (before[key].reaped_cpu_s if key in before else 0.0)
        for key, process in after.items()
    )
    ended_before_s = sum(
        process.cpu_s + process.reaped_cpu_s for key, process in before.items() if key not in after
    )
    return max(0.0, itself_s) + max(0.0, reaped_s - ended_before_s)


def own_tree(reading: LoadReading) -> tuple[ProcessReading, ...]:
    """This program's process and all that descend from it, by the parents they name."""
    children: dict[int, list[ProcessReading]] = defaultdict(list)
    for process in reading.processes:
        if process.pid != reading.own_pid:
            children[process.parent_pid].append(process)
    tree = [process for process in reading.processes if process.pid == reading.own_pid]
    for parent in tree:  # grows while it is walked
        tree += [child for child in children[parent.pid] if _is_child(child, parent)]
    return tuple(tree)


def _is_child(child: ProcessReading, parent: ProcessReading) -> bool:
    """Windows keeps the pid of a parent that is gone; a younger process may carry it now."""
    return child.created_at_s >= parent.created_at_s - _CREATION_SLACK_S


def busiest_programs(start: LoadReading, end: LoadReading) -> tuple[ProgramShare, ...]:
    """The programs that used most between two readings, without this one.

    Processes of one name count together: a browser is twenty of them. What ended within the
    window cannot be seen any more. The kernel's own threads are left out: nobody can close them.
    """
    window_s = end.cpu.at_s - start.cpu.at_s
    capacity_s = window_s * end.logical_cpus
    if capacity_s <= 0:
        return ()
    before = {_key(process): process for process in start.processes}
    own = {_key(process) for process in own_tree(end)}
    used_s: dict[str, float] = defaultdict(float)
    for process in end.processes:
        if _key(process) not in own and _is_program(process):
            seconds = _used_s(before.get(_key(process)), process, start.unix_s)
            used_s[process.name] += min(seconds, capacity_s)
    shares = [
        ProgramShare(name=name, fraction=seconds / capacity_s) for name, seconds in used_s.items()
    ]
    shares = [share for share in shares if share.fraction >= _SMALLEST_SHARE_SHOWN]
    shares.sort(key=lambda share: (-share.fraction, share.name))
    return tuple(shares[:BUSIEST_SHOWN])


def _used_s(before: ProcessReading | None, after: ProcessReading, window_began_s: float) -> float:
    if before is not None:
        return max(0.0, after.cpu_s - before.cpu_s)
    # Seen for the first time: its seconds fall in the window only if it was born in the window.
    is_new = after.created_at_s >= window_began_s - _CREATION_SLACK_S
    return after.cpu_s if is_new else 0.0


def _is_program(process: ProcessReading) -> bool:
    return not process.is_kernel_thread and process.name != _IDLE_PROCESS


def _key(process: ProcessReading) -> tuple[int, float]:
    """A pid is used again after its process ended; with the creation time it is not."""
    return process.pid, process.created_at_s
