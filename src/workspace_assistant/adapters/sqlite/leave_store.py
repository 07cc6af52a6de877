"""Days off in the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import Row
from workspace_assistant.core.leave.model import LeaveDay, LeaveKind

_PUT = "INSERT OR REPLACE INTO leave_day (day, kind) VALUES (?, ?)"
_BETWEEN = "SELECT day, kind FROM leave_day WHERE day >= ? AND day <= ? ORDER BY day"
_REMOVE = "DELETE FROM leave_day WHERE day >= ? AND day <= ?"
_KINDS = {one.value: one for one in LeaveKind}


class SqliteLeaveStore:
    """Implements the port `LeaveStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, days: Iterable[LeaveDay]) -> None:
        rows = [(one.on.isoformat(), one.kind.value) for one in days]
        with self._database.transaction() as connection:
            connection.executemany(_PUT, rows)

    def between(self, first: date, last: date) -> tuple[LeaveDay, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(_BETWEEN, _range(first, last)).fetchall()
        return tuple(map(_day, rows))

    def remove(self, first: date, last: date) -> tuple[LeaveDay, ...]:
        with self._database.transaction() as connection:
            rows = connection.execute(_BETWEEN, _range(first, last)).fetchall()
            connection.execute(_REMOVE, _range(first, last))
        return tuple(map(_day, rows))


def _range(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()


def _day(row: Row) -> LeaveDay:
    """A day of a kind that only a later version knows is off all the same."""
    day, kind = row
    return LeaveDay(on=date.fromisoformat(day), kind=_KINDS.get(kind, LeaveKind.OTHER))
