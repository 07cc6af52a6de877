"""What only the real time log can get wrong: plans, damage, full disks, versions, threads."""

from __future__ import annotations

import errno
import logging
import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from tests.fakes.focus import MONDAY, CountingId, FakeClock
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.migrations import MIGRATIONS
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.clock import Reading
from workspace_assistant.core.focus.model import Block, Cause
from workspace_assistant.core.focus.ports import FocusLog, Heartbeat
from workspace_assistant.core.focus.service import FocusService

VERSION_1 = Path(__file__).with_name("version_1.sql")
# Read whole on purpose: one entry for each name that was ever used, out of an index alone.
READ_WHOLE = "SCAN focus_block USING COVERING INDEX focus_block_name"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "test.sqlite3"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database(path)
    yield opened
    opened.close()


@pytest.fixture
def log(database: Database) -> SqliteFocusLog:
    return SqliteFocusLog(database)


def service_of(log: FocusLog, clock: FakeClock | None = None) -> FocusService:
    return FocusService(log, clock or FakeClock(), CountingId(), "window")


def three_blocks(log: FocusLog) -> None:
    clock = FakeClock()
    service = service_of(log, clock)
    for name in ("Mail", "Refunds", "Chat"):
        service.start(Plan(name=name, tags=("a",)))
        clock.advance(60)
        service.interrupt(Cause.DOOR)
        service.pause()
        clock.advance(60)
        if name != "Chat":
            service.stop()


def damage(path: Path, statement: str) -> None:
    """As no program of ours can: past every check."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)
        connection.commit()


def test_nothing_is_read_whole(database: Database, log: SqliteFocusLog) -> None:
    """Every statement of every act is run again as EXPLAIN QUERY PLAN."""
    three_blocks(log)
    with database.reading() as connection:
        pass
    asked: set[str] = set()
    connection.set_trace_callback(asked.add)
    ask_everything(log)
    connection.set_trace_callback(None)
    plans = {
        f"{detail} in {statement}"
        for statement in asked
        if statement.lstrip().startswith(("SELECT", "WITH", "UPDATE", "DELETE", "INSERT"))
        for (*_, detail) in connection.execute(f"EXPLAIN QUERY PLAN {statement}")
    }
    assert sum("SEARCH" in plan for plan in plans) > 20
    scans = {
        plan
        for plan in plans
        if plan.startswith("SCAN")
        and not plan.startswith(
            ("SCAN json_each", "SCAN (subquery", "SCAN undoing", "SCAN CONSTANT ROW", READ_WHOLE)
        )
    }
    # In order of the index, and no further than was asked for.
    assert {plan.split(" in ")[0] for plan in scans} <= {
        "SCAN focus_gap USING INDEX focus_gap_unanswered",
        "SCAN focus_gap USING COVERING INDEX focus_gap_unanswered",
        "SCAN focus_change",
    }


def ask_everything(log: FocusLog) -> None:
    clock = FakeClock(MONDAY + timedelta(days=1))
    service = service_of(log, clock)
    with log.reading() as reader:
        reader.find("0001")
        reader.between(MONDAY, MONDAY + timedelta(days=1))
        reader.latest_end_at()
        reader.next_start_at(MONDAY)
        reader.recent_names(5)
        reader.with_source(frozenset({"a"}))
        reader.unanswered(5)
        reader.heartbeat()
        reader.changes(5)
        (running,) = [one for one in reader.find("") if one.is_open]
        reader.changes(5, running.id)
    service.stop()
    clock.advance(60)
    service = FocusService(log, clock, lambda: "f" * 32, "window")
    service.start(Plan(name="Last"))
    service.undo(service.stop().id)
    with log.writing() as writer:
        writer.beat(_heartbeat("a"))
        writer.beat(None)
        writer.remove("f" * 32)


def _heartbeat(block_id: str) -> Heartbeat:
    reading = Reading(wall_at=MONDAY, elapsed_s=1.0, awake_s=None, boot_id="b")
    return Heartbeat(
        block_id=block_id,
        at=MONDAY,
        reading=reading,
        watcher="w",
        watcher_kind="keeper",
        last_active_at=MONDAY,
    )


def test_only_what_differs_is_written(database: Database, log: SqliteFocusLog) -> None:
    clock = FakeClock()
    service = service_of(log, clock)
    service.start(Plan(name="Mail"))
    for _ in range(50):
        clock.advance(60)
        service.interrupt(Cause.PET)
    with database.reading() as connection:
        before = connection.total_changes
    service.interrupt(Cause.PET)
    with database.reading() as connection:
        # The interruption, the change and what it changed: no block row, none of the fifty.
        assert connection.total_changes - before == 3
    with log.writing() as writer:
        writer.put(writer.find("0001")[0])
    with database.reading() as connection:
        assert connection.total_changes - before == 3


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE focus_block SET channel = 'smoke' WHERE name = 'Mail'",
        "UPDATE focus_block SET tags = '{\"a\": 1}' WHERE name = 'Mail'",
        "UPDATE focus_block SET tags = '[1]' WHERE name = 'Mail'",
        "UPDATE focus_block SET tags = 'not json' WHERE name = 'Mail'",
        "UPDATE focus_block SET channel = CAST(x'FF' AS TEXT) WHERE name = 'Mail'",
        "UPDATE focus_gap SET reason = 'fog' WHERE block = 1",
        "UPDATE focus_interruption SET cause = '' WHERE block = 1",
        "UPDATE focus_clock_change SET at = 9223372036854775807 WHERE block = 1",
        "UPDATE focus_gap SET started_at = -9223372036854775808 WHERE block = 1",
    ],
)
def test_a_block_that_cannot_be_read_hides_no_other(
    path: Path, statement: str, caplog: pytest.LogCaptureFixture
) -> None:
    first = Database(path)
    three_blocks(SqliteFocusLog(first))
    first.close()
    damage(path, "INSERT INTO focus_clock_change VALUES (1, 0, 0, 1.0)")
    damage(path, statement)
    database = Database(path)
    log = SqliteFocusLog(database)
    with caplog.at_level(logging.ERROR), log.reading() as reader:
        found = reader.between(MONDAY, MONDAY + timedelta(days=1))
        assert [block.name for block in found] == ["Refunds", "Chat"]
        assert reader.unreadable() == 1
        reader.find("")
        assert reader.unreadable() == 1  # the same one
        assert reader.open_block() == found[-1]
    assert caplog.text.count("cannot be read and stays as it is") == 1
    clock = FakeClock()
    clock.advance(3600)
    service_of(log, clock).stop()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM focus_block").fetchone() == (3,)
        assert connection.execute("SELECT count(*) FROM focus_gap").fetchone() == (3,)
    database.close()


def test_a_damaged_letter_is_shown_as_such(path: Path) -> None:
    first = Database(path)
    three_blocks(SqliteFocusLog(first))
    first.close()
    damage(path, "UPDATE focus_block SET name = CAST(x'4DFF' AS TEXT) WHERE name = 'Mail'")
    database = Database(path)
    with SqliteFocusLog(database).reading() as reader:
        names = [block.name for block in reader.find("")]
    database.close()
    assert names == ["M�", "Refunds", "Chat"]


def test_a_running_block_that_cannot_be_read_is_not_kept_quiet(path: Path) -> None:
    first = Database(path)
    three_blocks(SqliteFocusLog(first))
    first.close()
    damage(path, "UPDATE focus_block SET channel = 'smoke' WHERE name = 'Chat'")
    database = Database(path)
    service = service_of(SqliteFocusLog(database))
    with pytest.raises(StoreUnavailableError, match="The running block cannot be read"):
        service.now()
    with pytest.raises(StoreUnavailableError, match="The running block cannot be read"):
        service.start(Plan(name="New"))
    database.close()


def test_changes_and_heartbeats_that_cannot_be_read_hide_nothing(path: Path) -> None:
    first = Database(path)
    log = SqliteFocusLog(first)
    three_blocks(log)
    with log.writing() as writer:
        writer.beat(_heartbeat("a"))
        count = len(writer.changes(100))
    first.close()
    damage(path, "UPDATE focus_difference SET after = '[1]' WHERE change = 2")
    damage(path, "UPDATE focus_change SET at = 9223372036854775807 WHERE id = 3")
    damage(path, "UPDATE focus_watch SET at = 9223372036854775807")
    database = Database(path)
    with SqliteFocusLog(database).reading() as reader:
        assert len(reader.changes(100)) == count - 2
        assert reader.change(2) is None
        assert reader.heartbeat() is None
        assert reader.unreadable() == 3
    database.close()


def test_a_file_of_version_1_keeps_its_reports_and_learns_to_log(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(VERSION_1.read_text())
    database = Database(path)
    three_blocks(SqliteFocusLog(database))
    with database.reading() as connection:
        reports = connection.execute("SELECT id, verdict FROM readiness_report").fetchall()
    assert reports == [("r1", "ready"), ("r2", "caution")]
    database.close()
    with closing(
        sqlite3.connect(path.with_name(f"{path.name}.before-{MIGRATIONS[-1].number}.bak"))
    ) as backup:
        assert backup.execute("SELECT count(*) FROM readiness_report").fetchone() == (2,)
        assert backup.execute("PRAGMA user_version").fetchone() == (1,)
        assert backup.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_copy_that_was_cut_short_is_made_anew(path: Path) -> None:
    path.parent.mkdir()
    path.with_name(f"{path.name}.before-{MIGRATIONS[-1].number}.bak.part").write_bytes(
        b"half a database"
    )
    path.with_name(f"{path.name}.before-{MIGRATIONS[-1].number}.bak.part-journal").write_bytes(
        b"\xd9\xd5\x05\xf9"
    )
    test_a_file_of_version_1_keeps_its_reports_and_learns_to_log(path.parent / "x" / path.name)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(VERSION_1.read_text())
    database = Database(path)
    three_blocks(SqliteFocusLog(database))
    database.close()
    with closing(
        sqlite3.connect(path.with_name(f"{path.name}.before-{MIGRATIONS[-1].number}.bak"))
    ) as backup:
        assert backup.execute("SELECT count(*) FROM readiness_report").fetchone() == (2,)
    assert not [one for one in path.parent.iterdir() if ".part" in one.name]


def test_every_migration_has_its_number() -> None:
    assert [one.number for one in MIGRATIONS] == [*range(1, len(MIGRATIONS) + 1)]


def interrupted_for_ever(service: FocusService, kept: list[Block | None]) -> NoReturn:
    while True:
        kept.append(service.now().block)
        service.interrupt(Cause.PET, note="x" * 2000)


def test_a_full_disk_is_told_and_the_running_block_stays(
    database: Database, log: SqliteFocusLog
) -> None:
    clock = FakeClock()
    service = service_of(log, clock)
    service.start(Plan(name="Mail"))
    clock.advance(60)
    with database.reading() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    kept: list[Block | None] = []
    with pytest.raises(StoreUnavailableError, match=r"the disk is full\. Nothing was changed"):
        interrupted_for_ever(service, kept)
    assert service.now().block == kept[-1]
    with database.reading() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    service.interrupt(Cause.PET, note="x" * 2000)
    service.stop()


def test_a_file_that_may_only_be_read_stays_so(path: Path) -> None:
    first = Database(path)
    three_blocks(SqliteFocusLog(first))
    first.close()
    path.chmod(0o444)
    database = Database(path)
    with SqliteFocusLog(database).reading() as reader:
        assert len(reader.find("")) == 3
    database.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o400


def test_a_file_that_may_be_written_again_is(path: Path) -> None:
    first = Database(path)
    three_blocks(SqliteFocusLog(first))
    beside = [path.with_name(f"{path.name}{end}") for end in ("-wal", "-shm")]
    for one in beside:
        one.chmod(0o400)
    second = Database(path)
    SqliteFocusLog(second).version()
    assert {stat.S_IMODE(one.stat().st_mode) for one in (path, *beside)} == {0o600}
    second.close()
    first.close()


def test_a_disk_that_refuses_is_explained(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, sentence in (
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the file may only be read"),
        (errno.EIO, "Input/output error"),
    ):

        def refuse(*_: object, code: int = number) -> int:
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(os, "open", refuse)
        with pytest.raises(StoreUnavailableError, match=sentence):
            SqliteFocusLog(Database(path)).version()


def test_threads_have_connections_of_their_own_until_they_end(
    database: Database, log: SqliteFocusLog
) -> None:
    three_blocks(log)
    names: list[str] = []

    def read() -> None:
        with log.reading() as reader:
            names.extend(block.name for block in reader.find(""))

    for _ in range(20):
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert len(names) == 60
    assert len(database._opened) <= 2


def test_threads_that_act_at_once_lose_nothing(log: FocusLog) -> None:
    clock = FakeClock()
    service_of(log, clock).start(Plan(name="Mail"))

    def interrupt() -> None:
        service = FocusService(log, clock, lambda: os.urandom(16).hex(), "window")
        for _ in range(10):
            service.interrupt(Cause.PET)

    threads = [threading.Thread(target=interrupt) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with log.reading() as reader:
        running = reader.open_block()
    assert running is not None
    assert len(running.interruptions) == 40


def test_a_view_inside_a_writing_sees_what_is_written(log: FocusLog) -> None:
    service_of(log).start(Plan(name="Mail"))
    with log.writing() as writer:
        (running,) = writer.find("")
        writer.put(replace(running, name="Post"))
        with log.reading() as reader:
            assert reader.find("")[0].name == "Post"
