"""What a staged database would change in the live one, by kind."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from workspace_assistant.adapters.sqlite.failures import explained
from workspace_assistant.adapters.sqlite.kind_tables import KIND_TABLES, KindTable
from workspace_assistant.adapters.sqlite.store_file import StoreFile, attach
from workspace_assistant.core.data_keeping.model import DataKind, Difference


def differences(live: StoreFile, staged: StoreFile) -> tuple[Difference, ...]:
    """Both encrypted, or neither; both of this program's format.

    Raises `StoreUnavailableError` where *live* is damaged.

    A row is told as changed by its own columns; of a focus block that leaves out what lies in it,
    each change of which is a row of the change log.
    """
    with explained(live.path), closing(staged.connect()) as connection:
        attach(connection, live, "live")
        connection.execute("BEGIN")
        return tuple(_of_kind(connection, *one) for one in KIND_TABLES.items())


def _of_kind(connection: sqlite3.Connection, kind: DataKind, one: KindTable) -> Difference:
    lost = _missing(connection, one.table, one.key)
    return Difference(
        kind=kind,
        rows=_rows(connection, "live", one.table),
        rows_then=_rows(connection, "main", one.table),
        lost=lost,
        changed=_missing(connection, one.table, "*") - lost,
    )


def _rows(connection: sqlite3.Connection, where: str, table: str) -> int:
    query = f"SELECT count(*) FROM {where}.{table}"  # noqa: S608 - names of ours
    return int(connection.execute(query).fetchone()[0])


def _missing(connection: sqlite3.Connection, table: str, columns: str) -> int:
    """Of the live table: how many rows, told by those columns, the staged one has not."""
    query = f"""
        SELECT count(*) FROM (
            SELECT {columns} FROM live.{table} EXCEPT SELECT {columns} FROM main.{table}
        )
    """  # noqa: S608 - names of ours
    return int(connection.execute(query).fetchone()[0])
