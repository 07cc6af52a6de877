"""The table of days off. A day is its date as ISO 8601 writes it: it has no time zone."""

from __future__ import annotations

LEAVE: tuple[str, ...] = (
    """
    CREATE TABLE leave_day (
        day TEXT PRIMARY KEY CHECK (day IS date(day)),
        kind TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
