from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes.reports import a_report
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.migrations import MIGRATIONS, Migration
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.core.errors import StoreUnavailableError

_WRITER = """
import sys
from pathlib import Path
from dataclasses import replace
from tests.fakes.reports import a_report
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore

database = Database(Path(sys.argv[1]))
store = SqliteReportStore(database)
for number in range(100):
    store.add(replace(a_report(number), id=f"{sys.argv[2]}-{number}"))
    store.recent(3)
database.close()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "private" / "test.sqlite3"


def test_only_the_user_can_read_the_file(path: Path) -> None:
    database = Database(path)
    SqliteReportStore(database).add(a_report())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    database.close()


def test_a_transaction_that_fails_leaves_nothing(path: Path) -> None:
    database = Database(path)
    store = SqliteReportStore(database)
    store.add(a_report(1))
    with pytest.raises(StoreUnavailableError, match="UNIQUE"):
        store.add(a_report(1))
    assert len(store.recent(10)) == 1
    database.close()


def test_a_commit_that_fails_leaves_the_connection_usable(path: Path) -> None:
    deferred = (
        "CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT",
        "CREATE TABLE child (parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)",
    )
    database = Database(path, (*MIGRATIONS, Migration(99, deferred)))
    with (
        pytest.raises(StoreUnavailableError, match="FOREIGN KEY"),
        database.transaction() as connection,
    ):
        connection.execute("INSERT INTO child VALUES (7)")
    SqliteReportStore(database).add(a_report())
    assert len(SqliteReportStore(database).recent(5)) == 1
    database.close()


def test_a_file_that_was_open_to_others_is_closed_to_them(path: Path) -> None:
    path.parent.mkdir()
    path.touch(0o644)
    database = Database(path)
    SqliteReportStore(database).recent(1)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    database.close()


def test_a_newer_file_is_refused_and_left_alone(path: Path) -> None:
    Database(path).close()
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    database = Database(path)
    with pytest.raises(StoreUnavailableError, match="newer Workspace Assistant"):
        SqliteReportStore(database).recent(1)
    database.close()
    assert path.read_bytes() == before


def test_an_older_file_is_copied_before_it_is_migrated(path: Path) -> None:
    old = Database(path)
    SqliteReportStore(old).add(a_report(1))
    old.close()
    newer = (*MIGRATIONS, Migration(99, ("CREATE TABLE extra (id INTEGER) STRICT",)))
    database = Database(path, newer)
    assert len(SqliteReportStore(database).recent(5)) == 1
    database.close()
    backup = path.with_name(f"{path.name}.before-99.bak")
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT count(*) FROM readiness_report").fetchone() == (1,)
        assert copy.execute("PRAGMA user_version").fetchone() == (MIGRATIONS[-1].number,)


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    before = Database(path)
    SqliteReportStore(before).add(a_report())
    before.close()
    broken = (*MIGRATIONS, Migration(99, ("CREATE TABLE extra (id INTEGER)", "NOT SQL")))
    database = Database(path, broken)
    with pytest.raises(StoreUnavailableError, match="syntax error"):
        SqliteReportStore(database).recent(1)
    database.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (MIGRATIONS[-1].number,)
        assert not connection.execute("SELECT 1 FROM sqlite_schema WHERE name='extra'").fetchall()


def test_a_file_that_is_no_database_is_explained(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is not a database" * 100)
    database = Database(path)
    with pytest.raises(StoreUnavailableError, match="not a database"):
        SqliteReportStore(database).recent(1)
    database.close()


def test_two_processes_write_at_once_and_nothing_is_lost(path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(path), name], stderr=subprocess.PIPE)
        for name in ("window", "command")
    ]
    faults = [writer.communicate(timeout=60)[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0], faults
    database = Database(path)
    assert len(SqliteReportStore(database).recent(1000)) == 200
    database.close()


_VISITOR = """
import sys
from pathlib import Path
from tests.fakes.reports import a_report
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore

for line in sys.stdin:
    database = Database(Path(sys.argv[1]))
    SqliteReportStore(database).add(a_report(int(line)))
    if line.startswith("2"):
        database.close()  # the last connection of this process, not the last of all
    print("saved", flush=True)
"""


def test_nothing_is_lost_when_another_program_closes_while_new_threads_connect(path: Path) -> None:
    """Locks of open connections must survive what a new thread's connection does."""
    database = Database(path)
    store = SqliteReportStore(database)

    def add_from_a_new_thread(number: int) -> None:
        thread = threading.Thread(target=store.add, args=(a_report(number),))
        thread.start()
        thread.join()

    store.add(a_report(10))
    add_from_a_new_thread(11)
    with subprocess.Popen(
        [sys.executable, "-c", _VISITOR, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as visitor:
        for number in (20, 30):
            assert visitor.stdin is not None
            assert visitor.stdout is not None
            visitor.stdin.write(f"{number}\n")
            visitor.stdin.flush()
            assert visitor.stdout.readline() == "saved\n"
            add_from_a_new_thread(number + 1)
        visitor.stdin.close()
    database.close()
    after = Database(path)
    kept = {report.id for report in SqliteReportStore(after).recent(100)}
    after.close()
    assert kept == {f"report-{number}" for number in (10, 11, 20, 21, 30, 31)}
