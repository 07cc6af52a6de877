"""The clocks of a focus block: steady, and read at once."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workspace_assistant.adapters.system.focus_clock import (
    SteadyClocks,
    SystemFocusClock,
    linux_boot_id,
)
from workspace_assistant.adapters.system.windows_registry import boot_number


def test_reads_what_the_system_shows() -> None:
    clock = SystemFocusClock()
    first, second = clock.read(), clock.read()
    assert abs(first.wall_at.timestamp() - time.time()) < 5.0
    assert first.wall_at.tzinfo is UTC
    assert 0.0 <= second.elapsed_s - first.elapsed_s < 5.0
    assert first.boot_id == second.boot_id != ""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux names its clocks so")
def test_counts_sleep_on_linux_and_tells_it_apart() -> None:
    reading = SystemFocusClock().read()
    assert abs(reading.elapsed_s - time.clock_gettime(time.CLOCK_BOOTTIME)) < 1.0
    assert reading.awake_s is not None
    assert abs(reading.awake_s - time.monotonic()) < 1.0


@pytest.mark.skipif(sys.platform != "linux", reason="a file of Linux")
def test_all_processes_of_one_run_of_the_computer_know_it_by_one_name() -> None:
    assert linux_boot_id() == linux_boot_id() != ""


def test_without_a_name_of_the_run_no_two_processes_share_one(tmp_path: Path) -> None:
    assert linux_boot_id(tmp_path / "none") != linux_boot_id(tmp_path / "none")


def test_reads_again_when_the_computer_slept_between_two_clocks() -> None:
    elapsed = iter([10.0, 3610.0, 3610.0, 3610.001])
    wall = iter([1000.0, 4600.0])
    reading = _clock(elapsed, wall).read()
    assert (reading.elapsed_s, reading.wall_at.timestamp()) == (3610.0, 4600.0)


def test_a_computer_that_is_always_busy_is_read_all_the_same() -> None:
    elapsed = iter(float(count) for count in range(100))
    wall = iter(1000.0 + count for count in range(100))
    assert _clock(elapsed, wall).read().elapsed_s == 18.0


def test_says_so_where_sleep_cannot_be_told_apart() -> None:
    steady = SteadyClocks(elapsed_s=time.monotonic, awake_s=None, boot_id="b")
    assert SystemFocusClock(steady).read().awake_s is None


def test_an_offset_is_that_of_the_day() -> None:
    clock = SystemFocusClock()
    assert clock.utc_offset_s(datetime(2026, 7, 1, tzinfo=UTC), "Europe/Madrid") == 7200
    assert clock.utc_offset_s(datetime(2026, 12, 1, tzinfo=UTC), "Europe/Madrid") == 3600


def test_an_unknown_zone_has_the_computers_own_offset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    time.tzset()
    try:
        at = datetime(2026, 12, 1, tzinfo=UTC)
        assert SystemFocusClock().utc_offset_s(at, "No/Such") == 19800
        assert SystemFocusClock().time_zone() == "Asia/Kolkata"
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one")
def test_only_windows_counts_its_starts() -> None:
    assert boot_number() is None


def _clock(elapsed: Iterator[float], wall: Iterator[float]) -> SystemFocusClock:
    steady = SteadyClocks(elapsed_s=lambda: next(elapsed), awake_s=lambda: 5.0, boot_id="b")
    return SystemFocusClock(steady, lambda: next(wall))
