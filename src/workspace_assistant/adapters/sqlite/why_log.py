"""What was told and what was not, and why, in the database."""

from __future__ import annotations

import logging
from datetime import datetime

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import UNREADABLE, Row, instant, micros
from workspace_assistant.core.reminders.model import Entry, Outcome, ReminderKind

log = logging.getLogger(__name__)

# A year of five shifts a week is some thousand lines; what is older explains nothing any more.
MOST_LINES = 5000

_INSERT = """
    INSERT INTO reminder (at, kind, about, title, outcome, reason, detail)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_FORGET = "DELETE FROM reminder WHERE id <= (SELECT max(id) FROM reminder) - ?"
_RECENT = """
    SELECT at, kind, about, title, outcome, reason, detail FROM reminder ORDER BY id DESC LIMIT ?
"""
_LATEST = """
    SELECT at, kind, about, title, outcome, reason, detail FROM reminder
    WHERE kind = :kind AND (:about IS NULL OR about = :about)
    ORDER BY id DESC LIMIT 1
"""
_SHOWN = """
    SELECT at FROM reminder
    WHERE kind = :kind AND (:about IS NULL OR about = :about) AND outcome = 'shown'
    ORDER BY id DESC LIMIT 1
"""


class SqliteWhyLog:
    """Implements the port `WhyLog`. Lines are in the order of writing, whatever the clock says."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entry: Entry) -> None:
        row = (
            micros(entry.at),
            entry.kind.value,
            entry.about,
            entry.title,
            entry.outcome.value,
            entry.reason,
            entry.detail,
        )
        with self._database.transaction() as connection:
            connection.execute(_INSERT, row)
            connection.execute(_FORGET, (MOST_LINES,))

    def recent(self, limit: int) -> tuple[Entry, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(_RECENT, (limit,)).fetchall()
        return tuple(entry for entry in map(_entry, rows) if entry is not None)

    def latest(self, kind: ReminderKind, about: str | None = None) -> Entry | None:
        with self._database.reading() as connection:
            row = connection.execute(_LATEST, {"kind": kind.value, "about": about}).fetchone()
        return None if row is None else _entry(row)

    def shown(self, kind: ReminderKind, about: str) -> datetime | None:
        return self._shown(kind, about)

    def latest_shown(self, kind: ReminderKind) -> datetime | None:
        return self._shown(kind, None)

    def _shown(self, kind: ReminderKind, about: str | None) -> datetime | None:
        with self._database.reading() as connection:
            row = connection.execute(_SHOWN, {"kind": kind.value, "about": about}).fetchone()
        return None if row is None else instant(row[0])


def _entry(row: Row) -> Entry | None:
    """None for a row that no program of ours wrote, or a newer one."""
    at, kind, about, title, outcome, reason, detail = row
    try:
        return Entry(
            at=instant(at),
            kind=ReminderKind(kind),
            about=about,
            title=title,
            outcome=Outcome(outcome),
            reason=reason,
            detail=detail,
        )
    except UNREADABLE as error:
        log.warning("a line of the why-log cannot be read: %s", error)
        return None
