"""What tips are told of the shift, the day and the block that go on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.shifts import a_shift
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.bootstrap import tips
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.focus import focus_tools
from workspace_assistant.bootstrap.tips import SystemCircumstances, tip_service
from workspace_assistant.core.facts.names import NAMES
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.tips.model import Period


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / DATABASE_NAME)
    yield database
    database.close()


@pytest.fixture
def around(database: Database, monkeypatch: pytest.MonkeyPatch) -> SystemCircumstances:
    monkeypatch.setattr(tips, "present_zone", lambda: UTC)
    return SystemCircumstances(database)


def test_the_shift_that_runs_is_the_period(database: Database, around: SystemCircumstances) -> None:
    late = a_shift("2026-11-23 09:30", "2026-11-23 17:00", key="late")
    early = a_shift("2026-11-23 09:00", "2026-11-23 12:00", key="early")
    with SqliteShiftStore(database).writing() as shifts:
        shifts.put(late)
        shifts.put(early)
    found = [
        around.period(at) for at in (early.starts_at, late.starts_at, early.ends_at, late.ends_at)
    ]
    day = Period(key="day 2026-11-23", is_shift=False)
    assert found == [
        Period(key=early.id, is_shift=True),
        Period(key=early.id, is_shift=True),
        Period(key=late.id, is_shift=True),
        day,
    ]


def test_else_the_day_which_begins_at_four(around: SystemCircumstances) -> None:
    at = datetime(2026, 11, 23, 3, 59, tzinfo=UTC)
    assert around.period(at).key == "day 2026-11-22"
    assert around.period(at + timedelta(minutes=1)).key == "day 2026-11-23"


def test_a_block_that_is_open(tmp_path: Path, around: SystemCircumstances) -> None:
    blocks = focus_tools(tmp_path).acts
    assert not around.in_block()
    blocks.start(Plan(name="Refunds"))
    assert around.in_block()
    blocks.pause()
    assert around.in_block()
    blocks.stop()
    assert not around.in_block()


def test_everything_that_ships_is_put_together(tmp_path: Path) -> None:
    choice = tip_service(tmp_path).why()
    assert choice.reason == "nothing-fits"
    unknown = {one.name: one for why in choice.whys for one in why.unknown}
    assert len(choice.whys) >= 72
    assert set(unknown) <= set(NAMES)
    assert all(one.reason != "not-given" for one in unknown.values())
