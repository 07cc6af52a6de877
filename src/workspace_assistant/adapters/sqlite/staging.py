"""Makes of a database from anywhere one that may take the place of ours, in a file of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing

from workspace_assistant.adapters.sqlite.kind_tables import contents, quoted, table_names
from workspace_assistant.adapters.sqlite.migrations import (
    MIGRATIONS,
    apply,
    format_of,
    newest_format,
)
from workspace_assistant.adapters.sqlite.outbox_schema import PUBLISHING_TABLES
from workspace_assistant.adapters.sqlite.store_file import StoreFile, driver_errors
from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.data_keeping.model import Contents
from workspace_assistant.core.errors import RefusedError

_PAGE_BYTES = 4096  # of every database that this program makes
# No version ever made one; in a file from elsewhere they could do anything when rows are written.
_FOREIGN = """
    SELECT count(*) FROM sqlite_schema
    WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'
"""


def staged(file: StoreFile, shown: str) -> tuple[int, Contents]:
    """Brings *file*, a copy for this alone, to our format; the format it had, and what is in it.

    Raises `RefusedError` that names it as *shown*: for a newer format, for damage, and for what is
    no database of this program.
    """
    try:
        with closing(file.connect()) as connection:
            return _brought_up(connection, shown)
    except driver_errors() as error:
        raise RefusedError(texts.BROKEN_BACKUP, path=shown, reason=str(error)) from error


def put_files(file: StoreFile, files: Mapping[str, bytes | None]) -> None:
    """Lays files into the staged database, to come into their place after it. None: no file."""
    with closing(file.connect()) as connection:
        connection.executemany("INSERT INTO restored_file VALUES (?, ?)", files.items())


def _brought_up(connection: sqlite3.Connection, shown: str) -> tuple[int, Contents]:
    version = _checked(connection, shown)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("BEGIN IMMEDIATE")
    for migration in MIGRATIONS:
        if migration.number > version:
            apply(connection, migration)
    connection.execute("DELETE FROM restored_file")
    for table in PUBLISHING_TABLES:  # nobody agrees by restoring: it may be long ago, or a trap
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
    connection.execute("COMMIT")
    if _columns(connection) != _expected_columns():
        reason = f"its tables are not those of format {version}"
        raise RefusedError(texts.BROKEN_BACKUP, path=shown, reason=reason)
    if connection.execute("PRAGMA page_size").fetchone() != (_PAGE_BYTES,):
        connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
        connection.execute("VACUUM")
    return version, contents(connection)


def _checked(connection: sqlite3.Connection, shown: str) -> int:
    """The format of a whole file of ours."""
    version, known = format_of(connection), newest_format()
    if version > known:
        raise RefusedError(texts.NEWER_BACKUP, path=shown, format=str(version), known=str(known))
    if version < 1 or "readiness_report" not in table_names(connection):
        raise RefusedError(texts.NO_BACKUP, path=shown, reason="its tables are others")
    if connection.execute(_FOREIGN).fetchone() != (0,):
        raise RefusedError(texts.NO_BACKUP, path=shown, reason="it holds more than data")
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        reason = str(found).strip().splitlines()[-1]
        raise RefusedError(texts.BROKEN_BACKUP, path=shown, reason=reason)
    return version


def _columns(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Of every table: name, type and place of each column."""
    return {
        name: [
            (row[1], row[2], row[3], row[5])
            for row in connection.execute(f"PRAGMA table_info({quoted(name)})")
        ]
        for name in table_names(connection)
    }


def _expected_columns() -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        for migration in MIGRATIONS:
            apply(fresh, migration)
        return _columns(fresh)
