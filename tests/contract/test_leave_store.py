"""The store of days off: the same for the database and for the one that tests use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.fakes.leave import MemoryLeaveStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
from workspace_assistant.core.leave.model import LeaveDay, LeaveKind
from workspace_assistant.core.leave.ports import LeaveStore

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)
OFF = (
    LeaveDay(on=MONDAY, kind=LeaveKind.LEAVE),
    LeaveDay(on=TUESDAY, kind=LeaveKind.SICK),
    LeaveDay(on=FRIDAY, kind=LeaveKind.HOLIDAY),
)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LeaveStore]:
    if request.param == "memory":
        yield MemoryLeaveStore()
        return
    database = Database(tmp_path / "data.sqlite3")
    yield SqliteLeaveStore(database)
    database.close()


def test_days_come_back_in_their_order_with_both_ends(store: LeaveStore) -> None:
    store.put(reversed(OFF))
    assert store.between(date.min, date.max) == OFF
    assert store.between(TUESDAY, FRIDAY) == OFF[1:]
    assert store.between(date(2026, 11, 25), date(2026, 11, 26)) == ()
    assert store.between(FRIDAY, MONDAY) == ()


def test_a_day_is_off_for_one_reason(store: LeaveStore) -> None:
    store.put(OFF)
    store.put([LeaveDay(on=MONDAY, kind=LeaveKind.OTHER)])
    assert [one.kind for one in store.between(MONDAY, MONDAY)] == [LeaveKind.OTHER]


def test_what_is_removed_is_told(store: LeaveStore) -> None:
    store.put(OFF)
    assert store.remove(TUESDAY, date(2026, 12, 31)) == OFF[1:]
    assert store.remove(TUESDAY, FRIDAY) == ()
    assert store.between(date.min, date.max) == OFF[:1]


def test_a_reason_that_only_a_later_version_knows_is_another(tmp_path: Path) -> None:
    database = Database(tmp_path / "data.sqlite3")
    with database.transaction() as connection:
        connection.execute("INSERT INTO leave_day VALUES ('2026-11-23', 'parental')")
    assert SqliteLeaveStore(database).between(MONDAY, MONDAY) == (
        LeaveDay(on=MONDAY, kind=LeaveKind.OTHER),
    )
    database.close()
