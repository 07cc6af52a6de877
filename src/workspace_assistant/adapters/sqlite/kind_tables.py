"""In which table each kind of data is, and how many of it there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from workspace_assistant.adapters.sqlite.migrations import format_of
from workspace_assistant.adapters.sqlite.rows import UNREADABLE, instant, micros
from workspace_assistant.core.data_keeping.model import Contents, DataKind, KindCount


@dataclass(frozen=True, slots=True)
class KindTable:
    """`at` is the column of its instant, empty for none; as text where `is_text`."""

    table: str
    key: str
    at: str
    is_text: bool = False

    def value(self, at: datetime) -> int | str:
        """*at* as it stands in the column."""
        if not self.is_text:
            return micros(at)
        return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def instant(self, value: Any) -> datetime | None:
        read: Callable[[Any], datetime] = datetime.fromisoformat if self.is_text else instant
        try:
            return None if value is None else read(value).astimezone(UTC)
        except UNREADABLE:
            return None


KIND_TABLES: Mapping[DataKind, KindTable] = {
    DataKind.CHECKS: KindTable("readiness_report", "id", "started_at", is_text=True),
    DataKind.BLOCKS: KindTable("focus_block", "id", "started_at"),
    DataKind.BLOCK_CHANGES: KindTable("focus_change", "id", "at"),
    DataKind.SHIFTS: KindTable("shift", "id", "starts_at"),
    DataKind.CALENDARS: KindTable("shift_source", "id", ""),
    DataKind.DAYS_OFF: KindTable("leave_day", "day", ""),
    DataKind.BREAKS: KindTable("break_record", "id", "due_at"),
    DataKind.ACTIVITY: KindTable("activity_stretch", "id", "started_at"),
    DataKind.CHECK_INS: KindTable("check_in", "id", "at"),
    DataKind.HARD_CONTACTS: KindTable("hard_contact", "id", "at"),
    DataKind.SELF_CHECKS: KindTable("ergonomics_assessment", "id", "done_at"),
    DataKind.LINE_EVENTS: KindTable("line_event", "id", "started_at"),
    DataKind.LINE_MINUTES: KindTable("line_minute", "id", "started_at"),
    DataKind.CALL_LEVELS: KindTable("call_level", "number", "at"),
    DataKind.TIPS: KindTable("tip_event", "number", "at"),
    DataKind.REMINDERS: KindTable("reminder", "id", "at"),
}

# Ours by their names: what else a file may hold is SQLite's own.
_TABLES = """
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    ORDER BY name
"""


def table_names(connection: sqlite3.Connection) -> tuple[str, ...]:
    return tuple(name for (name,) in connection.execute(_TABLES))


def quoted(name: str) -> str:
    """A name as SQL wants it, whatever is in it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def contents(connection: sqlite3.Connection) -> Contents:
    """Of a database of any format: kinds that have no table yet are not told."""
    tables = {name: _rows(connection, name) for name in table_names(connection)}
    kinds = (
        _count(connection, kind, one, tables[one.table])
        for kind, one in KIND_TABLES.items()
        if one.table in tables
    )
    return Contents(format=format_of(connection), tables=tables, kinds=tuple(kinds))


def _rows(connection: sqlite3.Connection, table: str) -> int:
    query = f"SELECT count(*) FROM {quoted(table)}"  # noqa: S608 - quoted
    return int(connection.execute(query).fetchone()[0])


def _count(connection: sqlite3.Connection, kind: DataKind, one: KindTable, rows: int) -> KindCount:
    if not one.at or not rows:
        return KindCount(kind=kind, rows=rows)
    query = f"SELECT min({one.at}), max({one.at}) FROM {one.table}"  # noqa: S608 - names of ours
    earliest, latest = connection.execute(query).fetchone()
    return KindCount(
        kind=kind,
        rows=rows,
        earliest_at=one.instant(earliest),
        latest_at=one.instant(latest),
    )
