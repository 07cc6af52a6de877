"""Every table as rows, for files that other programs read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.kind_tables import quoted, table_names
from workspace_assistant.adapters.sqlite.rows import Row

# Takes a table's name, its columns and its rows, which must be used up before it returns.
Write = Callable[[str, tuple[str, ...], Iterable[Row]], None]


def export_tables(database: Database, write: Write) -> None:
    """All of one moment, whoever writes meanwhile."""
    with database.reading() as connection:
        for name in table_names(connection):
            rows = connection.execute(f"SELECT * FROM {quoted(name)}")  # noqa: S608 - quoted
            write(name, tuple(column[0] for column in rows.description), rows)


def report_documents(database: Database, write: Callable[[str, str], None]) -> int:
    """Each readiness report as it was saved, with its id; how many there are."""
    with database.reading() as connection:
        return _each(connection, write)


def _each(connection: sqlite3.Connection, write: Callable[[str, str], None]) -> int:
    count = 0
    for report_id, document in connection.execute("SELECT id, document FROM readiness_report"):
        write(report_id, document)
        count += 1
    return count
