"""A file beside which nothing can be put is still read, unless something of it lies elsewhere."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from workspace_assistant.adapters.sqlite import database as opening
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.failures import explained
from workspace_assistant.adapters.sqlite.migrations import MIGRATIONS, Migration
from workspace_assistant.adapters.sqlite.reading_alone import read_alone
from workspace_assistant.adapters.sqlite.store_file import StoreFile
from workspace_assistant.core.errors import StoreUnavailableError

NEWEST = MIGRATIONS[-1].number


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of the newest format that no program has open."""
    file = tmp_path / "a folder" / "test.sqlite3"
    database = Database(file)
    with database.transaction() as connection:
        connection.execute("INSERT INTO focus_change (at, actor, action) VALUES (7, 'a', 'b')")
    database.close()
    return file


def refusal(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("refused")
    error.sqlite_errorcode = code
    return error


def refuse(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def connect(*_: Any, **__: Any) -> sqlite3.Connection:
        raise refusal(code)

    monkeypatch.setattr(opening, "connected", connect)


def test_a_file_is_read_where_nothing_can_be_put_beside_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, sqlite3.SQLITE_IOERR)
    database = Database(path)
    for _ in range(2):
        with database.reading() as connection:
            assert connection.execute("SELECT at FROM focus_change").fetchall() == [(7,)]
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    with pytest.raises(StoreUnavailableError), database.transaction():
        pass


def test_nothing_is_read_without_what_waits_in_the_log_beside_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = Database(path)
    with writer.transaction() as connection:
        connection.execute("INSERT INTO focus_change (at, actor, action) VALUES (8, 'a', 'b')")
    assert read_alone(StoreFile(path)) is None
    refuse(monkeypatch, sqlite3.SQLITE_CANTOPEN)
    with pytest.raises(StoreUnavailableError), Database(path).reading():
        pass
    writer.close()


def test_a_file_that_is_not_there_is_not_read(tmp_path: Path) -> None:
    assert read_alone(StoreFile(tmp_path / "none.sqlite3")) is None


def test_another_format_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, sqlite3.SQLITE_READONLY)
    later = (*MIGRATIONS, Migration(NEWEST + 1, ()))
    asked = pytest.raises(StoreUnavailableError, match="may only be read")
    with asked, Database(path, later).reading():
        pass


def test_a_file_that_another_program_keeps_busy_is_not_read_past_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, sqlite3.SQLITE_BUSY)
    with pytest.raises(StoreUnavailableError, match="busy"), Database(path).reading():
        pass


@pytest.mark.parametrize(
    ("free", "words"), [(0, "the disk is full"), (10**9, "the disk failed to read or write")]
)
def test_a_disk_without_room_for_the_shared_file_is_full(
    path: Path, monkeypatch: pytest.MonkeyPatch, free: int, words: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    with pytest.raises(StoreUnavailableError, match=words), explained(path):
        raise refusal(sqlite3.SQLITE_IOERR | 19 << 8)


def test_a_folder_that_is_gone_tells_no_room(tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "test.sqlite3"
    with pytest.raises(StoreUnavailableError, match="failed to read or write"), explained(gone):
        raise refusal(sqlite3.SQLITE_IOERR)


def test_the_connection_only_reads(path: Path) -> None:
    alone = read_alone(StoreFile(path))
    assert alone is not None
    with closing(alone), pytest.raises(sqlite3.OperationalError, match="readonly"):
        alone.execute("DELETE FROM focus_change")
