"""A program that attends to shifts: on time by the real clock, and nothing in between."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

import pytest

from tests.lab.attending import attending, planned
from tests.quiet_computer import by_own_effort, on_time, timed
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
from workspace_assistant.bootstrap.data_file import DATABASE_NAME

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and timers of Linux"),
]

# What is promised over 60 s, with room for the one look a minute that falls into half of it.
CPU_FRACTION = 0.0005
WAKE_UPS = 12


@timed
def test_the_check_begins_within_two_seconds(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("data")
    due_at = datetime.now(UTC) + timedelta(seconds=6)
    planned(folder, due_at + timedelta(minutes=1), minutes_before=1)
    with attending(folder) as program:
        looked_at, fault = program.line("looked")
        assert not fault
        _, started = program.line("checked")
    late = datetime.fromisoformat(started) - due_at
    with on_time():
        assert looked_at < due_at
        assert timedelta() <= late < timedelta(seconds=2)


def test_what_a_killed_program_leaves_behind_the_next_one_runs_at_once(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("data")
    planned(folder, datetime.now(UTC) + timedelta(minutes=3), minutes_before=10)
    with attending(folder, check_s=100) as program:
        program.line("measuring")
    with attending(folder) as program:
        _, fault = program.line("looked")
        assert not fault
    database = Database(folder / DATABASE_NAME)
    reasons = [one.reason for one in SqliteWhyLog(database).recent(5)]
    database.close()
    assert reasons[-1] == "ready"


@timed
def test_waiting_for_a_shift_costs_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("data")
    planned(folder, datetime.now(UTC) + timedelta(hours=12), minutes_before=15)
    with attending(folder) as program:
        cost = program.cost(30)
    with by_own_effort():
        assert cost.cpu_fraction < CPU_FRACTION
        assert cost.wake_ups < WAKE_UPS
