"""Tables of reminders and of the checks before shifts. Instants are microseconds since 1970."""

from __future__ import annotations

REMINDERS: tuple[str, ...] = (
    """
    CREATE TABLE reminder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        about TEXT NOT NULL,
        title TEXT NOT NULL,
        outcome TEXT NOT NULL,
        reason TEXT NOT NULL,
        detail TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX reminder_about ON reminder (kind, about, id)",
    """
    CREATE TABLE preshift_attempt (
        shift_id TEXT NOT NULL,
        shift_starts_at INTEGER NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        due_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        began_at INTEGER NOT NULL,
        report_id TEXT NOT NULL,
        verdict TEXT NOT NULL,
        top_finding TEXT NOT NULL,
        detail TEXT NOT NULL,
        told TEXT NOT NULL,
        PRIMARY KEY (shift_starts_at, number)
    ) STRICT, WITHOUT ROWID
    """,
)
