"""Shifts, their sources and what changed, in the database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.shift_reader import SqliteShiftReader
from workspace_assistant.adapters.sqlite.shift_rows import (
    SHIFT_COLUMNS,
    change_row,
    shift_row,
    state_row,
)
from workspace_assistant.adapters.sqlite.shift_sources import source_row
from workspace_assistant.core.shifts.model import FeedState, Shift, ShiftChange, Source

_PUT_SOURCE = """
    INSERT INTO shift_source (id, kind, name, document) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET (kind, name, document)
        = (excluded.kind, excluded.name, excluded.document)
"""
_REMOVE_SOURCE = "DELETE FROM shift_source WHERE id = ?"
_PUT_STATE = """
    INSERT OR REPLACE INTO shift_feed_state
        (source_id, succeeded_at, tried_at, failures, trouble, trouble_code, etag, last_modified,
        next_try_at, known_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PUT = f"""
    INSERT INTO shift ({SHIFT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET ({SHIFT_COLUMNS})
        = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
"""  # noqa: S608 - columns of ours
_REMOVE = "DELETE FROM shift WHERE id = ?"
_NOTE = """
    INSERT INTO shift_change (noticed_at, kind, before, after, is_announced)
    VALUES (?, ?, ?, ?, ?)
"""
_ANNOUNCED = "UPDATE shift_change SET is_announced = 1 WHERE id = ?"


class SqliteShiftStore:
    """Implements the port `ShiftStore`. Any thread may use it; each has its own connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def reading(self) -> Iterator[SqliteShiftReader]:
        with self._database.reading() as connection:
            yield SqliteShiftReader(connection)

    @contextmanager
    def writing(self) -> Iterator[SqliteShiftWriter]:
        with self._database.transaction() as connection:
            yield SqliteShiftWriter(connection)

    def version(self) -> int:
        """Grows with what others wrote and with what this thread wrote, kept or rolled back."""
        with self._database.reading() as connection:
            (others,) = connection.execute("PRAGMA data_version").fetchone()
            return int(others) + connection.total_changes


class SqliteShiftWriter(SqliteShiftReader):
    """Implements the port `ShiftWriter` inside one write transaction."""

    def put_source(self, source: Source) -> None:
        self._connection.execute(_PUT_SOURCE, source_row(source))

    def remove_source(self, source_id: str) -> None:
        self._connection.execute(_REMOVE_SOURCE, (source_id,))

    def put_feed_state(self, state: FeedState) -> None:
        self._connection.execute(_PUT_STATE, state_row(state))

    def put(self, shift: Shift) -> None:
        self._connection.execute(_PUT, shift_row(shift))

    def remove(self, shift_id: str) -> None:
        self._connection.execute(_REMOVE, (shift_id,))

    def note_change(self, change: ShiftChange) -> None:
        self._connection.execute(_NOTE, change_row(change))

    def mark_announced(self, change_ids: Sequence[int]) -> None:
        self._connection.executemany(_ANNOUNCED, [(change_id,) for change_id in change_ids])
