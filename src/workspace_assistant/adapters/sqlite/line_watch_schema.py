"""Tables of the watch over the line during a shift. Instants are microseconds since 1970."""

from __future__ import annotations

LINE_WATCH: tuple[str, ...] = (
    """
    CREATE TABLE line_event (
        id TEXT PRIMARY KEY,
        started_at INTEGER NOT NULL,
        ended_at INTEGER NOT NULL CHECK (ended_at >= started_at),
        document TEXT NOT NULL CHECK (json_valid(document))
    ) STRICT
    """,
    "CREATE INDEX line_event_started_at ON line_event (started_at)",
    """
    CREATE TABLE line_minute (
        id INTEGER PRIMARY KEY,
        started_at INTEGER NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document))
    ) STRICT
    """,
    "CREATE INDEX line_minute_started_at ON line_minute (started_at)",
)
