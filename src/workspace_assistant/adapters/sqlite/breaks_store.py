"""Breaks, activity and the program that watches them, in the database.

What only the watch needs is imported where it asks: a week is told from here many times a day.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import UNREADABLE, Row, instant, micros
from workspace_assistant.core.breaks.documents import read_record, record_document
from workspace_assistant.core.breaks.model import Act, ActivityKind, ActivityStretch, BreakRecord
from workspace_assistant.core.spans import Span

if TYPE_CHECKING:
    from workspace_assistant.core.breaks.ports import Asked, Beat

log = logging.getLogger(__name__)

ReadT = TypeVar("ReadT")

_PUT = """
    INSERT INTO break_record (id, due_at, outcome, document) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE
    SET due_at = excluded.due_at, outcome = excluded.outcome, document = excluded.document
    WHERE break_record.outcome IS NULL
"""
_PROLONG = """
    INSERT INTO activity_stretch VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET ended_at = max(ended_at, excluded.ended_at)
"""
# Stretches do not overlap: of those that end after the span only the first can reach into it. The
# index is of their ends, and without that bound all that was logged since would be looked at.
_ACTIVITY = """
    SELECT id, kind, started_at, ended_at FROM activity_stretch
    WHERE ended_at > :start AND started_at < :end AND ended_at <= ifnull(
        (SELECT min(ended_at) FROM activity_stretch WHERE ended_at > :end), :end
    )
    ORDER BY started_at, id
"""
_BEAT = "SELECT watcher, at, elapsed_s, awake_s, boot_id FROM break_beat"


class SqliteBreakStore:
    """Implements the port `BreakStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, record: BreakRecord) -> None:
        outcome = None if record.outcome is None else record.outcome.value
        row = (record.id, micros(record.due_at), outcome, json.dumps(record_document(record)))
        with self._database.transaction() as connection:
            connection.execute(_PUT, row)

    def records(self, span: Span) -> tuple[BreakRecord, ...]:
        return self._records(
            "SELECT document FROM break_record WHERE due_at >= ? AND due_at < ? "
            "ORDER BY due_at, id",
            (micros(span.start), micros(span.end)),
        )

    def open_records(self) -> tuple[BreakRecord, ...]:
        return self._records(
            "SELECT document FROM break_record WHERE outcome IS NULL ORDER BY due_at, id", ()
        )

    def prolong(self, stretch: ActivityStretch) -> None:
        row = (
            stretch.id,
            stretch.kind.value,
            micros(stretch.started_at),
            micros(stretch.ended_at),
        )
        with self._database.transaction() as connection:
            connection.execute(_PROLONG, row)

    def activity(self, span: Span) -> tuple[ActivityStretch, ...]:
        with self._database.reading() as connection:
            bounds = {"start": micros(span.start), "end": micros(span.end)}
            rows = connection.execute(_ACTIVITY, bounds).fetchall()
        return tuple(_readable(rows, _stretch))

    def latest_activity_end(self) -> datetime | None:
        with self._database.reading() as connection:
            (latest,) = connection.execute("SELECT max(ended_at) FROM activity_stretch").fetchone()
        return None if latest is None else instant(latest)

    def claim(self, beat: Beat, *, is_newcomer: bool = False) -> bool:
        from workspace_assistant.core.breaks.claiming import may_watch

        with self._database.transaction() as connection:
            is_ours = may_watch(_kept_beat(connection), beat, is_newcomer=is_newcomer)
            if is_ours:
                row = (beat.watcher, micros(beat.at), beat.elapsed_s, beat.awake_s, beat.boot_id)
                connection.execute("REPLACE INTO break_beat VALUES (1, ?, ?, ?, ?, ?)", row)
        return is_ours

    def release(self, watcher: str) -> None:
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM break_beat WHERE watcher = ?", (watcher,))

    def beat(self) -> Beat | None:
        with self._database.reading() as connection:
            return _kept_beat(connection)

    def ask(self, asked: Asked) -> None:
        row = (asked.id, asked.act.value, micros(asked.at))
        with self._database.transaction() as connection:
            connection.execute("INSERT INTO break_asked (id, act, at) VALUES (?, ?, ?)", row)

    def take_asked(self) -> tuple[Asked, ...]:
        """Looks before it writes: there is hardly ever anything, and it is looked often."""
        with self._database.reading() as connection:
            if connection.execute("SELECT 1 FROM break_asked LIMIT 1").fetchone() is None:
                return ()
        with self._database.transaction() as connection:
            rows = connection.execute("SELECT id, act, at FROM break_asked ORDER BY number")
            found = rows.fetchall()
            connection.execute("DELETE FROM break_asked")
        return tuple(_readable(found, _asked))

    def _records(self, query: str, values: tuple[int, ...]) -> tuple[BreakRecord, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(query, values).fetchall()
        return tuple(_readable(rows, lambda row: read_record(json.loads(row[0]))))


def _readable(rows: Iterable[Row], read: Callable[[Row], ReadT]) -> Iterable[ReadT]:
    """What a later version wrote differently hides nothing else."""
    for row in rows:
        try:
            yield read(row)
        except (KeyError, *UNREADABLE) as error:
            log.warning("a line of the log of breaks cannot be read: %s", error)


def _stretch(row: Row) -> ActivityStretch:
    stretch_id, kind, started_at, ended_at = row
    return ActivityStretch(
        id=stretch_id,
        kind=ActivityKind(kind),
        started_at=instant(started_at),
        ended_at=instant(ended_at),
    )


def _asked(row: Row) -> Asked:
    from workspace_assistant.core.breaks.ports import Asked

    asked_id, act, at = row
    return Asked(id=asked_id, act=Act(act), at=instant(at))


def _kept_beat(connection: sqlite3.Connection) -> Beat | None:
    from workspace_assistant.core.breaks.ports import Beat

    row = connection.execute(_BEAT).fetchone()
    if row is None:
        return None
    watcher, at, elapsed_s, awake_s, boot_id = row
    try:
        return Beat(
            watcher=watcher,
            at=instant(at),
            elapsed_s=elapsed_s,
            awake_s=awake_s,
            boot_id=boot_id,
        )
    except UNREADABLE:  # its instant is none: as if nobody watched
        return None
