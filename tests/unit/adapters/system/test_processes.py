"""The process table on processes that vanish, refuse, are reborn, or whose clock is set."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from types import SimpleNamespace

import psutil
import pytest

from workspace_assistant.adapters.system import processes
from workspace_assistant.adapters.system.processes import ProcessTable


@dataclass(eq=False)
class ScriptedPsutilProcess:
    """What the table needs of `psutil.Process`; `identity` is what psutil compares."""

    pid: int
    identity: int = 0
    created_at_s: float = 1000.0
    failure: type[psutil.Error] | None = None
    called: str = ""
    parent_pid: int = 1
    arguments: tuple[str, ...] = ("program",)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ScriptedPsutilProcess) and self.identity == other.identity

    __hash__ = None  # type: ignore[assignment] - mutable, never a key

    def create_time(self) -> float:
        return self.created_at_s

    def oneshot(self) -> nullcontext[None]:
        return nullcontext()

    def cpu_times(self) -> SimpleNamespace:
        if self.failure is not None:
            raise self.failure(self.pid)
        return SimpleNamespace(user=1.0, system=0.5, children_user=0.25, children_system=0.25)

    def ppid(self) -> int:
        return self.parent_pid

    def name(self) -> str:
        return self.called or f"program-{self.identity}"

    def cmdline(self) -> list[str]:
        return list(self.arguments)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Says which processes exist from now on."""

    def exist(*processes: ScriptedPsutilProcess) -> None:
        table = {process.pid: process for process in processes}
        monkeypatch.setattr(psutil, "pids", lambda: sorted(table))
        monkeypatch.setattr(psutil, "Process", table.__getitem__)

    return exist


def test_seconds_of_a_process(run: Callable[..., None]) -> None:
    run(ScriptedPsutilProcess(7))
    (reading,), unreadable = ProcessTable().read()
    assert (reading.cpu_s, reading.reaped_cpu_s, reading.name) == (1.5, 0.5, "program-0")
    assert unreadable == 0


@pytest.mark.parametrize(
    ("failure", "unreadable"),
    [(psutil.NoSuchProcess, 0), (psutil.ZombieProcess, 0), (psutil.AccessDenied, 1)],
)
def test_one_bad_process_does_not_hide_the_others(
    run: Callable[..., None], failure: type[psutil.Error], unreadable: int
) -> None:
    run(ScriptedPsutilProcess(7, failure=failure), ScriptedPsutilProcess(8))
    readings, found = ProcessTable().read()
    assert [reading.pid for reading in readings] == [8]
    assert found == unreadable


def test_setting_the_clock_does_not_change_who_a_process_is(run: Callable[..., None]) -> None:
    table = ProcessTable()
    run(ScriptedPsutilProcess(7, created_at_s=1000.0))
    (before,), _ = table.read()
    run(ScriptedPsutilProcess(7, created_at_s=4600.0))
    (after,), _ = table.read()
    assert after.created_at_s == before.created_at_s


def test_a_reborn_pid_is_another_process(run: Callable[..., None]) -> None:
    table = ProcessTable()
    run(ScriptedPsutilProcess(7, identity=1, created_at_s=1000.0))
    table.read()
    run(ScriptedPsutilProcess(7, identity=2, created_at_s=2000.0))
    (after,), _ = table.read()
    assert after.created_at_s == 2000.0


@pytest.mark.parametrize(
    ("called", "name"), [("sync\nReady\x1b[2J", "sync Ready [2J"), ("\x07", "process 7")]
)
def test_a_name_cannot_break_the_line_or_command_a_terminal(
    run: Callable[..., None], called: str, name: str
) -> None:
    run(ScriptedPsutilProcess(7, called=called))
    (reading,), _ = ProcessTable().read()
    assert reading.name == name


@pytest.mark.parametrize(
    ("pid", "parent_pid", "arguments", "is_linux", "expected"),
    [
        (2, 0, (), True, True),
        (40, 2, (), True, True),
        (40, 2, ("program",), True, False),  # in a container, where 2 is any process
        (40, 1, (), True, False),
        (40, 2, (), False, False),
    ],
)
def test_threads_of_the_kernel_are_marked(
    run: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    pid: int,
    parent_pid: int,
    arguments: tuple[str, ...],
    *,
    is_linux: bool,
    expected: bool,
) -> None:
    monkeypatch.setattr(processes, "_IS_LINUX", is_linux)
    run(ScriptedPsutilProcess(pid, parent_pid=parent_pid, arguments=arguments))
    (reading,), _ = ProcessTable().read()
    assert reading.is_kernel_thread is expected


def test_the_real_table_holds_this_process() -> None:
    readings, _ = ProcessTable().read()
    (us,) = [reading for reading in readings if reading.pid == os.getpid()]
    assert us.parent_pid == os.getppid()
    assert us.cpu_s > 0
