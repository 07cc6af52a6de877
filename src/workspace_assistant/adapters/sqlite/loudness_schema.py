"""The table of levels of calls: numbers and names alone. Instants are microseconds since 1970."""

from __future__ import annotations

LOUDNESS: tuple[str, ...] = (
    """
    CREATE TABLE call_level (
        number INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        level_dbov REAL NOT NULL,
        noise_dbov REAL,
        speech_s REAL NOT NULL,
        source_id TEXT NOT NULL,
        source_name TEXT NOT NULL,
        port TEXT NOT NULL,
        volume_db REAL
    ) STRICT
    """,
    "CREATE INDEX call_level_at ON call_level (at)",
)
