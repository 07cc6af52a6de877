"""Takes out what a person wants to be kept no longer."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.kind_tables import KIND_TABLES
from workspace_assistant.core.data_keeping.model import DataKind


def older_rows(database: Database, before: Mapping[DataKind, datetime]) -> dict[DataKind, int]:
    """How many rows of each kind lie before its instant."""
    with database.reading() as connection:
        return {kind: _older(connection, kind, at) for kind, at in before.items()}


def take_out(database: Database, before: Mapping[DataKind, datetime]) -> dict[DataKind, int]:
    """Removes them, so that nothing of them stays in the file or in the log beside it."""
    with database.transaction() as connection:
        gone = {kind: _remove(connection, kind, at) for kind, at in before.items()}
    if any(gone.values()):
        database.empty_log()
    return gone


def _older(connection: sqlite3.Connection, kind: DataKind, at: datetime) -> int:
    one = KIND_TABLES[kind]
    query = f"SELECT count(*) FROM {one.table} WHERE {one.at} < ?"  # noqa: S608 - names of ours
    return int(connection.execute(query, (one.value(at),)).fetchone()[0])


def _remove(connection: sqlite3.Connection, kind: DataKind, at: datetime) -> int:
    one = KIND_TABLES[kind]
    statement = f"DELETE FROM {one.table} WHERE {one.at} < ?"  # noqa: S608 - names of ours
    return connection.execute(statement, (one.value(at),)).rowcount
