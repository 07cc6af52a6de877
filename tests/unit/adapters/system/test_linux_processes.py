"""The process table out of /proc: against psutil, and on files that are odd."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from workspace_assistant.adapters.system.linux_processes import LinuxProcessTable
from workspace_assistant.core.readiness.computer.model import ProcessReading

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")

TICK_S = 1 / os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 0.01
BOOTED_AT_S = 1_700_000_000.0


def listed(table: LinuxProcessTable) -> dict[int, ProcessReading]:
    readings, _ = table.read()
    return {reading.pid: reading for reading in readings}


def test_it_tells_of_this_process_what_psutil_tells() -> None:
    own, truth = listed(LinuxProcessTable())[os.getpid()], psutil.Process()
    assert own.parent_pid == truth.ppid()
    assert own.created_at_s == pytest.approx(truth.create_time(), abs=1.5)
    assert own.name == truth.name()
    times = truth.cpu_times()
    assert own.cpu_s == pytest.approx(times.user + times.system, abs=0.3)
    assert not own.is_kernel_thread


def test_a_child_that_ended_is_reaped_and_not_listed() -> None:
    with subprocess.Popen([sys.executable, "-c", "pass"]) as child:
        end_s = time.monotonic() + 20
        while psutil.Process(child.pid).status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < end_s
            time.sleep(0.01)
        assert child.pid not in listed(LinuxProcessTable())


def test_burning_time_counts() -> None:
    table = LinuxProcessTable()
    before = listed(table)[os.getpid()]
    used_s = time.process_time()
    while time.process_time() - used_s < 0.1:
        pass
    after = listed(table)[os.getpid()]
    assert after.cpu_s - before.cpu_s >= 0.1 - 2 * TICK_S
    assert after.created_at_s == before.created_at_s


def stat(name: str, *, state: str = "S", flags: int = 0x400000, started: int = 500) -> str:
    """A line as the kernel writes it: parent 1, times 100 50 20 10 ticks."""
    before = f"7 ({name}) {state} 1 7 7 0 -1 {flags} 0 0 0 0 100 50 20 10"
    return f"{before} 20 0 1 0 {started} 1000 10 0\n"


@pytest.fixture
def proc(tmp_path: Path) -> Path:
    (tmp_path / "stat").write_text(f"cpu 1 2 3\nbtime {BOOTED_AT_S:.0f}\n")
    (tmp_path / "self").mkdir()
    (tmp_path / "7").mkdir()
    (tmp_path / "8").mkdir()  # its file is gone: it ended meanwhile
    return tmp_path


def only(proc: Path) -> ProcessReading | None:
    readings, unreadable = LinuxProcessTable(proc).read()
    assert unreadable == 0
    return readings[0] if readings else None


def test_ticks_become_seconds(proc: Path) -> None:
    (proc / "7" / "stat").write_text(stat("bash"))
    assert only(proc) == ProcessReading(
        pid=7,
        parent_pid=1,
        created_at_s=BOOTED_AT_S + 500 * TICK_S,
        name="bash",
        cpu_s=150 * TICK_S,
        reaped_cpu_s=30 * TICK_S,
    )


@pytest.mark.parametrize(
    ("called", "command_line", "name"),
    [
        ("a) S 9 (b", "", "a) S 9 (b"),
        ("sync\x1b[2J", "", "sync [2J"),
        ("\x07", "", "process 7"),
        (
            "a-program-with-a",
            "/usr/bin/a-program-with-a-long-name\0-v",
            "a-program-with-a-long-name",
        ),
        ("a-program-with-a", "renamed itself", "a-program-with-a"),
        ("a-program-with-a", None, "a-program-with-a"),
    ],
)
def test_names(proc: Path, called: str, command_line: str | None, name: str) -> None:
    (proc / "7" / "stat").write_text(stat(called))
    if command_line is not None:
        (proc / "7" / "cmdline").write_text(command_line)
    reading = only(proc)
    assert reading is not None
    assert reading.name == name


def test_a_thread_of_the_kernel_is_known_by_its_flag(proc: Path) -> None:
    (proc / "7" / "stat").write_text(stat("kworker/0:1", flags=0x0420_8060))
    reading = only(proc)
    assert reading is not None
    assert reading.is_kernel_thread


def test_who_has_ended_is_left_out(proc: Path) -> None:
    (proc / "7" / "stat").write_text(stat("bash", state="Z"))
    assert only(proc) is None


def test_who_may_not_be_read_is_counted(proc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError

    table = LinuxProcessTable(proc)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert table.read() == ((), 2)


def test_a_name_is_completed_once(proc: Path) -> None:
    (proc / "7" / "stat").write_text(stat("a-program-with-a"))
    (proc / "7" / "cmdline").write_text("a-program-with-a-long-name")
    table = LinuxProcessTable(proc)
    table.read()
    (proc / "7" / "cmdline").unlink()
    assert listed(table)[7].name == "a-program-with-a-long-name"


def test_without_a_time_of_the_start_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "stat").write_text("cpu 1 2 3\n")
    with pytest.raises(OSError, match="started"):
        LinuxProcessTable(tmp_path)
