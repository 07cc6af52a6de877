"""Tables of shifts. Instants are whole microseconds of UTC since 1970; no address of a calendar."""

from __future__ import annotations

SHIFTS: tuple[str, ...] = (
    """
    CREATE TABLE shift_source (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document))
    ) STRICT
    """,
    """
    CREATE TABLE shift_feed_state (
        source_id TEXT PRIMARY KEY REFERENCES shift_source ON DELETE CASCADE,
        succeeded_at INTEGER,
        tried_at INTEGER,
        failures INTEGER NOT NULL CHECK (failures >= 0),
        trouble TEXT NOT NULL,
        trouble_code TEXT NOT NULL,
        etag TEXT NOT NULL,
        last_modified TEXT NOT NULL,
        next_try_at INTEGER,
        known_until INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE shift (
        id TEXT PRIMARY KEY,
        source_id TEXT NOT NULL,
        uid TEXT NOT NULL,
        name TEXT NOT NULL,
        starts_at INTEGER NOT NULL,
        ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
        time_zone TEXT NOT NULL,
        utc_offset_s INTEGER NOT NULL,
        place TEXT NOT NULL,
        breaks TEXT NOT NULL CHECK (json_valid(breaks)),
        is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1)),
        parts TEXT NOT NULL CHECK (json_valid(parts)),
        UNIQUE (source_id, uid)
    ) STRICT
    """,
    "CREATE INDEX shift_starts_at ON shift (starts_at, ends_at)",
    "CREATE INDEX shift_ends_at ON shift (ends_at)",
    """
    CREATE TABLE shift_change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        noticed_at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        before TEXT CHECK (before IS NULL OR json_valid(before)),
        after TEXT CHECK (after IS NULL OR json_valid(after)),
        is_announced INTEGER NOT NULL CHECK (is_announced IN (0, 1))
    ) STRICT
    """,
    "CREATE INDEX shift_change_unannounced ON shift_change (id) WHERE is_announced = 0",
)
