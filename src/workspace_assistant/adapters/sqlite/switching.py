"""Brings the data into an encrypted file, or out of it, while others may have it open."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.failures import explained, explained_by_system
from workspace_assistant.adapters.sqlite.kind_tables import quoted, table_names
from workspace_assistant.adapters.sqlite.live_file import (
    encrypted_path,
    follow,
    mark_moved,
    new_path,
)
from workspace_assistant.adapters.sqlite.migrations import format_of
from workspace_assistant.adapters.sqlite.snapshot import fault_in, snapshot
from workspace_assistant.adapters.sqlite.store_file import StoreFile, attach
from workspace_assistant.core.data_keeping import encryption_texts as texts
from workspace_assistant.core.errors import StoreUnavailableError

_MOST_BESIDE_WRITERS = 2
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
_NUMBERS = "SELECT name, seq FROM sqlite_sequence ORDER BY name"  # the last ones that were given


def switch(
    path: Path, key: str, work: Path, checkpoint: Callable[[], None] = lambda: None
) -> StoreFile:
    """The data at *path* goes into the file that is encrypted with *key*; empty: the plain one.

    *work* is a folder for copies of it as it was, which the caller takes away. Others go on while
    the new file is made; only where they write all the time, they wait for the last one. Everything
    is as it was until the commit of the mark, and switched after it. Raises
    `StoreUnavailableError`, and what *checkpoint* raises; then nothing has changed.
    """
    live, second = Database(path), Database(path)
    try:
        with live.reading():
            source = live.file()
        making = _Making(second, source, StoreFile(encrypted_path(path) if key else path, key))
        for number in range(_MOST_BESIDE_WRITERS):
            making.make(work / f"{number}", checkpoint)
            if making.is_current():
                break
        with live.transaction() as connection:
            if not making.is_current():
                making.make(work / "last", checkpoint)
            mark_moved(connection)
        follow(path, source.path)
    finally:
        second.close()
        live.close()
    return making.target


@dataclass(slots=True)
class _Making:
    """The file to be, made of what *database* reads."""

    database: Database
    source: StoreFile
    target: StoreFile
    _version: int = -1

    def make(self, copy: Path, checkpoint: Callable[[], None]) -> None:
        self._version = self._version_now()
        snapshot(self.database, copy, checkpoint)
        unfinished = StoreFile(new_path(self.target.path), self.target.key)
        convert(StoreFile(copy, self.source.key), unfinished)
        checkpoint()
        _to_disk(unfinished.path)

    def is_current(self) -> bool:
        """Whether nobody has written since it was begun."""
        return self._version == self._version_now()

    def _version_now(self) -> int:
        with self.database.reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])


def convert(source: StoreFile, target: StoreFile) -> None:
    """Writes *target* anew with all that is in *source*, a file that nobody else has open.

    It is then opened, looked through and compared, row by row. Raises `StoreUnavailableError`.
    """
    for ending in ("", "-journal"):
        target.path.with_name(f"{target.path.name}{ending}").unlink(missing_ok=True)
    with explained_by_system(target.path):
        os.close(os.open(target.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with explained(target.path), closing(source.connect(by_cipher=True)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        attach(connection, target, "target")
        connection.execute("PRAGMA target.synchronous = OFF")  # the caller brings it to the disk
        connection.execute("PRAGMA target.secure_delete = ON")
        connection.execute("SELECT sqlcipher_export('target')").fetchall()
        connection.execute(f"PRAGMA target.user_version = {format_of(connection):d}")
    with explained(target.path):
        fault = fault_in(target) or _difference(source, target)
    if fault:
        raise StoreUnavailableError(texts.NOT_THE_SAME, path=str(target.path), reason=fault)


def _difference(source: StoreFile, target: StoreFile) -> str:
    """The first table that is not the same in both; empty for none."""
    with closing(source.connect()) as one, closing(target.connect()) as other:
        names = table_names(one)
        for connection in (one, other):
            connection.text_factory = bytes  # as it is stored, whatever it means
        if format_of(one) != format_of(other) or not _is_same(one, other, _SCHEMA):
            return "sqlite_schema"
        queries = {name: f"SELECT * FROM {quoted(name)}" for name in names}  # noqa: S608 - quoted
        if _has_numbers(one):
            queries["sqlite_sequence"] = _NUMBERS
        return next(
            (name for name, query in queries.items() if not _is_same(one, other, query)), ""
        )


def _is_same(one: sqlite3.Connection, other: sqlite3.Connection, query: str) -> bool:
    """Of tables that are the same; both are read in the same order then."""
    rows, copies = one.execute(query), other.execute(query)
    if any(row != next(copies, None) for row in rows):
        return False
    return next(copies, None) is None


def _has_numbers(connection: sqlite3.Connection) -> bool:
    query = "SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_sequence'"
    return bool(connection.execute(query).fetchone()[0])


def _to_disk(path: Path) -> None:
    with explained_by_system(path), path.open("r+b") as file:
        os.fsync(file.fileno())
