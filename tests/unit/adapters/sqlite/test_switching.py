"""Data that goes into an encrypted file and out of it, while programs have it open."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import pytest

from workspace_assistant.adapters.sqlite import switching
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.database_keys import find_keys_by
from workspace_assistant.adapters.sqlite.live_file import encrypted_path, mark_moved, new_path
from workspace_assistant.adapters.sqlite.migrations import format_of, newest_format
from workspace_assistant.adapters.sqlite.reading_alone import read_alone
from workspace_assistant.adapters.sqlite.store_file import StoreFile, can_open, key_literal
from workspace_assistant.adapters.sqlite.switching import convert, switch
from workspace_assistant.core.errors import DamagedStoreError, StoreUnavailableError

pytest.importorskip("sqlcipher3")

KEY, OTHER_KEY = "5a" * 32, "7e" * 32
NAME = "test.sqlite3"


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    find_keys_by(lambda _: KEY)
    yield tmp_path / NAME
    find_keys_by(lambda _: "")


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database(path)
    add(database, "before")
    yield database
    database.close()


def add(database: Database, tip: str) -> None:
    with database.transaction() as connection:
        connection.execute("INSERT INTO tip_event VALUES (NULL, 1, ?, '', '', '{}')", (tip,))


def tips(path: Path) -> list[str]:
    with closing(Database(path)) as database:
        return tips_of(database)


def tips_of(database: Database) -> list[str]:
    with database.reading() as connection:
        return [one for (one,) in connection.execute("SELECT tip_id FROM tip_event")]


def folder(path: Path) -> Path:
    return Path(mkdtemp(dir=path.parent))


def to_encrypted(path: Path) -> None:
    switch(path, KEY, folder(path))


def take_away(file: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        file.with_name(f"{file.name}{ending}").unlink(missing_ok=True)


def test_what_is_open_follows_the_data_into_the_encrypted_file(
    path: Path, database: Database
) -> None:
    to_encrypted(path)
    add(database, "after")
    assert tips_of(database) == tips(path) == ["before", "after"]
    assert b"before" not in encrypted_path(path).read_bytes()
    with closing(sqlite3.connect(path)) as old:
        assert old.execute("SELECT count(*) FROM tip_event").fetchone() == (1,)


def test_and_out_of_it_again(path: Path, database: Database) -> None:
    to_encrypted(path)
    database.close()
    take_away(path)
    add(database, "hidden")
    switch(path, "", folder(path))
    add(database, "after")
    take_away(encrypted_path(path))
    assert tips(path) == ["before", "hidden", "after"]
    assert path.read_bytes().startswith(b"SQLite format 3")


def test_bulks_and_readings_within_a_transaction_follow_too(path: Path, database: Database) -> None:
    to_encrypted(path)
    with database.bulk_transaction() as connection:
        connection.execute("INSERT INTO tip_event VALUES (NULL, 1, 'bulk', '', '', '{}')")
        assert tips_of(database) == ["before", "bulk"]
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (0,)
    with database.reading() as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)
        assert connection.execute("PRAGMA temp_store").fetchone() == (2,)
    assert database.file() == StoreFile(encrypted_path(path), KEY)


def test_who_writes_while_the_copy_is_made_is_in_it(
    path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, writers = switching.convert, []

    def converted(source: StoreFile, target: StoreFile) -> None:
        name = f"wrote {len(writers)}"
        writers.append(threading.Thread(target=lambda: add(Database(path), name)))
        writers[-1].start()
        if len(writers) <= switching._MOST_BESIDE_WRITERS:
            writers[-1].join()  # nobody waits for the copy; for the last one they do
        real(source, target)

    monkeypatch.setattr(switching, "convert", converted)
    to_encrypted(path)
    for writer in writers:
        writer.join(30)
    assert tips(path) == ["before", "wrote 0", "wrote 1", "wrote 2"]
    with closing(sqlite3.connect(path)) as old:
        assert old.execute("SELECT count(*) FROM tip_event").fetchone() == (3,)


@pytest.mark.parametrize("key", [KEY, ""])
def test_a_switch_that_was_killed_before_the_name_is_ended_by_the_next_program(
    path: Path, key: str
) -> None:
    with closing(Database(path)) as database:
        add(database, "before")
        if not key:
            to_encrypted(path)
    source = StoreFile(path if key else encrypted_path(path), "" if key else KEY)
    target = StoreFile(encrypted_path(path) if key else path, key)
    if not key:
        take_away(path)
    convert(source, StoreFile(new_path(target.path), key))
    with closing(source.connect()) as connection:
        mark_moved(connection)
    assert tips(path) == ["before"]
    assert target.path.exists()
    assert not new_path(target.path).exists()


def test_before_the_mark_the_new_file_counts_for_nothing(path: Path, database: Database) -> None:
    database.close()
    convert(StoreFile(path), StoreFile(new_path(encrypted_path(path)), KEY))
    convert(StoreFile(path), StoreFile(encrypted_path(path), KEY))
    add(database, "after")
    assert tips(path) == ["before", "after"]


def test_a_plain_file_that_was_made_by_mistake_is_not_taken_for_the_data(
    path: Path, database: Database
) -> None:
    to_encrypted(path)
    database.close()
    take_away(path)
    path.touch()
    assert tips(path) == ["before"]


def test_one_that_is_just_being_wiped_is_not_taken_for_damaged(
    path: Path, database: Database
) -> None:
    to_encrypted(path)
    database.close()
    path.write_bytes(bytes(8192))
    assert tips(path) == ["before"]


def test_without_its_key_it_is_neither_opened_nor_replaced(path: Path, database: Database) -> None:
    to_encrypted(path)
    database.close()
    take_away(path)
    content = encrypted_path(path).read_bytes()
    find_keys_by(lambda _: "")
    with pytest.raises(StoreUnavailableError, match="data unlock") as caught:
        add(database, "lost")
    assert not isinstance(caught.value, DamagedStoreError)
    assert encrypted_path(path).read_bytes() == content
    assert not path.exists()


def test_without_what_decrypts_it_neither(
    path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_encrypted(path)
    database.close()
    take_away(path)
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    with pytest.raises(StoreUnavailableError, match=r"Install workspace-assistant\[encryption\]"):
        tips(path)
    assert not path.exists()


def test_what_its_key_does_not_open_is_told(
    path: Path, database: Database, capfd: pytest.CaptureFixture[str]
) -> None:
    to_encrypted(path)
    database.close()
    take_away(path)
    find_keys_by(lambda _: OTHER_KEY)
    assert not can_open(StoreFile(encrypted_path(path), OTHER_KEY))
    assert can_open(StoreFile(encrypted_path(path), KEY))
    with pytest.raises(StoreUnavailableError, match="cannot be decrypted"):
        tips(path)
    assert capfd.readouterr().err == ""


def test_where_the_other_file_is_gone_that_is_said(path: Path, database: Database) -> None:
    with database.transaction() as connection:
        mark_moved(connection)
    with pytest.raises(StoreUnavailableError, match=r"test.sqlite3.encrypted beside it, which"):
        tips_of(database)


def test_a_copy_that_is_not_the_same_is_none(
    path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(switching, "_is_same", lambda *_: False)
    with pytest.raises(StoreUnavailableError, match="does not hold what the data does"):
        to_encrypted(path)
    add(database, "after")
    assert tips(path) == ["before", "after"]
    assert not encrypted_path(path).exists()


def test_rows_are_held_against_each_other(tmp_path: Path, path: Path, database: Database) -> None:
    copy = StoreFile(tmp_path / "copy", OTHER_KEY)
    convert(StoreFile(path), copy)
    assert switching._difference(StoreFile(path), copy) == ""
    with closing(copy.connect()) as connection:
        connection.execute("UPDATE tip_event SET tip_id = 'else'")
    assert switching._difference(StoreFile(path), copy) == "tip_event"
    with closing(copy.connect()) as connection:
        connection.execute("UPDATE tip_event SET tip_id = 'before'")
        connection.execute("UPDATE sqlite_sequence SET seq = 99 WHERE name = 'tip_event'")
    assert switching._difference(StoreFile(path), copy) == "sqlite_sequence"
    with closing(copy.connect()) as connection:
        connection.execute("DROP TABLE tip_event")
    assert switching._difference(StoreFile(path), copy) == "sqlite_schema"


def test_an_encrypted_file_is_read_where_nothing_can_be_put_beside_it(
    path: Path, database: Database
) -> None:
    to_encrypted(path)
    database.close()
    alone = read_alone(StoreFile(encrypted_path(path), KEY))
    assert alone is not None
    with closing(alone):
        assert format_of(alone) == newest_format()


def test_a_key_is_nothing_else(path: Path) -> None:
    with pytest.raises(ValueError, match="64 hexadecimal digits"):
        key_literal("';--")
    assert KEY not in repr(StoreFile(path, KEY))
