"""Tables of breaks and of activity. Instants are microseconds since 1970."""

from __future__ import annotations

BREAKS: tuple[str, ...] = (
    """
    CREATE TABLE break_record (
        id TEXT PRIMARY KEY,
        due_at INTEGER NOT NULL,
        outcome TEXT,
        document TEXT NOT NULL CHECK (json_valid(document))
    ) STRICT
    """,
    "CREATE INDEX break_record_due_at ON break_record (due_at)",
    "CREATE INDEX break_record_open ON break_record (due_at) WHERE outcome IS NULL",
    """
    CREATE TABLE activity_stretch (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER NOT NULL CHECK (ended_at >= started_at)
    ) STRICT
    """,
    "CREATE INDEX activity_stretch_ended_at ON activity_stretch (ended_at)",
    # One program watches at a time: one row at most.
    """
    CREATE TABLE break_beat (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        watcher TEXT NOT NULL,
        at INTEGER NOT NULL,
        elapsed_s REAL NOT NULL,
        awake_s REAL,
        boot_id TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE break_asked (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        act TEXT NOT NULL,
        at INTEGER NOT NULL
    ) STRICT
    """,
)
