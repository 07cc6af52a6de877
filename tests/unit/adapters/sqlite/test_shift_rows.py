"""The real store of shifts: rows that no program of ours wrote cost nothing but themselves."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes.shifts import a_shift, subscription
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.shifts.model import ChangeKind, FeedState, ShiftChange
from workspace_assistant.core.spans import FOREVER, Span

ALWAYS = Span(datetime.min.replace(tzinfo=UTC), FOREVER)
MONDAY = a_shift("2026-11-23 08:00", "2026-11-23 16:00", key="monday")
TUESDAY = a_shift("2026-11-24 08:00", "2026-11-24 16:00", key="tuesday")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "test.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteShiftStore]:
    database = Database(path)
    yield SqliteShiftStore(database)
    database.close()


def damage(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def put_all(store: SqliteShiftStore) -> None:
    with store.writing() as writer:
        writer.put_source(subscription("a"))
        writer.put_source(subscription("b"))
        writer.put_feed_state(FeedState(source_id="a", failures=3))
        writer.put(MONDAY)
        writer.put(TUESDAY)
        for after in (MONDAY, TUESDAY):
            noticed_at = MONDAY.starts_at
            writer.note_change(
                ShiftChange(noticed_at=noticed_at, kind=ChangeKind.ADDED, before=None, after=after)
            )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE shift SET place = 'moon' WHERE id = 'monday'",
        "UPDATE shift SET breaks = '[[1, 2]]' WHERE id = 'monday'",
        "UPDATE shift SET breaks = '7' WHERE id = 'monday'",
        "UPDATE shift SET ends_at = 9223372036854775807 WHERE id = 'monday'",
    ],
)
def test_a_shift_that_cannot_be_read_is_left_out_and_logged(
    store: SqliteShiftStore, path: Path, caplog: pytest.LogCaptureFixture, statement: str
) -> None:
    put_all(store)
    damage(path, statement)
    with caplog.at_level(logging.ERROR), store.reading() as shifts:
        assert shifts.between(ALWAYS) == (TUESDAY,)
        assert shifts.find("monday") == ()
    assert "monday" in caplog.text
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM shift").fetchone() == (2,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE shift_source SET kind = 'dream' WHERE id = 'a'",
        "UPDATE shift_source SET document = '{}' WHERE id = 'a'",
        "UPDATE shift_source SET document = '[]' WHERE id = 'a'",
    ],
)
def test_a_source_that_cannot_be_read_hides_no_other(
    store: SqliteShiftStore, path: Path, statement: str
) -> None:
    put_all(store)
    damage(path, statement)
    with store.reading() as shifts:
        assert shifts.sources() == (subscription("b"),)


def test_a_state_or_change_that_cannot_be_read_is_none(store: SqliteShiftStore, path: Path) -> None:
    put_all(store)
    damage(path, "UPDATE shift_feed_state SET tried_at = 9223372036854775807")
    damage(path, "UPDATE shift_change SET after = '[1]' WHERE id = 1")
    with store.reading() as shifts:
        assert shifts.feed_state("a") == FeedState(source_id="a")
        assert [one.after for one in shifts.unannounced()] == [TUESDAY]


def test_two_shifts_of_one_source_and_uid_are_refused(store: SqliteShiftStore) -> None:
    put_all(store)
    twin = replace(TUESDAY, id="other", uid=MONDAY.uid)

    def put_twin() -> None:
        with store.writing() as writer:
            writer.put(twin)

    with pytest.raises(StoreUnavailableError):
        put_twin()
    with store.reading() as shifts:
        assert shifts.between(ALWAYS) == (MONDAY, TUESDAY)


def test_there_is_no_column_for_an_address(store: SqliteShiftStore, path: Path) -> None:
    put_all(store)
    with closing(sqlite3.connect(path)) as connection:
        columns = {
            column
            for table in ("shift_source", "shift_feed_state", "shift", "shift_change")
            for _, column, *_ in connection.execute(f"PRAGMA table_info({table})")
        }
    assert not columns & {"url", "address", "secret", "password"}


def test_why_a_feed_failed_is_readable_as_earlier_versions_wrote_it(
    store: SqliteShiftStore, path: Path
) -> None:
    put_all(store)
    damage(path, "UPDATE shift_feed_state SET trouble = 'The server “x” says no.'")
    with store.reading() as reader:
        state = reader.feed_state("a")
    assert (state.trouble, state.trouble_parts) == ("The server “x” says no.", ())
