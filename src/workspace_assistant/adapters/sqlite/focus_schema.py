"""Tables of the time log. Instants are whole microseconds of UTC since 1970.

The checks keep out what no program of ours means to write; whatever else could go wrong with a row
is found when it is read, and hides no other row. Causes, channels and reasons are not listed here:
a later version may know more of them without rebuilding a table.
"""

from __future__ import annotations

FOCUS_LOG: tuple[str, ...] = (
    """
    CREATE TABLE focus_block (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        channel TEXT NOT NULL,
        tags TEXT NOT NULL CHECK (json_valid(tags)),
        planned_s REAL CHECK (planned_s > 0),
        started_at INTEGER NOT NULL,
        ended_at INTEGER CHECK (ended_at >= started_at),
        time_zone TEXT NOT NULL,
        utc_offset_s INTEGER NOT NULL,
        source TEXT NOT NULL,
        anchor_at INTEGER,
        anchor_elapsed_s REAL,
        anchor_boot_id TEXT,
        CHECK ((anchor_at IS NULL) = (anchor_elapsed_s IS NULL)),
        CHECK ((anchor_at IS NULL) = (anchor_boot_id IS NULL))
    ) STRICT
    """,
    # At most one block is open: every such row has the same key here.
    """
    CREATE UNIQUE INDEX focus_block_open ON focus_block (ended_at IS NULL) WHERE ended_at IS NULL
    """,
    "CREATE INDEX focus_block_started_at ON focus_block (started_at, ended_at)",
    "CREATE INDEX focus_block_ended_at ON focus_block (ended_at)",
    "CREATE INDEX focus_block_name ON focus_block (name, started_at)",
    "CREATE INDEX focus_block_source ON focus_block (source) WHERE source <> ''",
    """
    CREATE TABLE focus_gap (
        block INTEGER NOT NULL REFERENCES focus_block ON DELETE CASCADE,
        position INTEGER NOT NULL,
        id TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER CHECK (ended_at >= started_at),
        reason TEXT NOT NULL,
        is_unanswered INTEGER NOT NULL CHECK (is_unanswered IN (0, 1)),
        PRIMARY KEY (block, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX focus_gap_unanswered ON focus_gap (started_at) WHERE is_unanswered = 1",
    """
    CREATE TABLE focus_interruption (
        block INTEGER NOT NULL REFERENCES focus_block ON DELETE CASCADE,
        position INTEGER NOT NULL,
        id TEXT NOT NULL,
        cause TEXT NOT NULL,
        origin TEXT NOT NULL,
        at INTEGER NOT NULL,
        ended_at INTEGER CHECK (ended_at >= at),
        note TEXT NOT NULL,
        next_step TEXT NOT NULL,
        PRIMARY KEY (block, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE focus_clock_change (
        block INTEGER NOT NULL REFERENCES focus_block ON DELETE CASCADE,
        position INTEGER NOT NULL,
        at INTEGER NOT NULL,
        by_s REAL NOT NULL,
        PRIMARY KEY (block, position)
    ) STRICT, WITHOUT ROWID
    """,
    # AUTOINCREMENT: the number of a change is told to people and never given again.
    """
    CREATE TABLE focus_change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        undoes INTEGER REFERENCES focus_change
    ) STRICT
    """,
    "CREATE INDEX focus_change_undoes ON focus_change (undoes) WHERE undoes IS NOT NULL",
    # `block_id` outlives its block, and is therefore no reference.
    """
    CREATE TABLE focus_difference (
        change INTEGER NOT NULL REFERENCES focus_change,
        position INTEGER NOT NULL,
        block_id TEXT NOT NULL,
        before TEXT NOT NULL CHECK (json_valid(before)),
        after TEXT NOT NULL CHECK (json_valid(after)),
        PRIMARY KEY (change, position)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX focus_difference_block ON focus_difference (block_id, change)",
    # One row: the last sign of life of whoever watches the open block.
    """
    CREATE TABLE focus_watch (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        block_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        wall_at INTEGER NOT NULL,
        elapsed_s REAL NOT NULL,
        awake_s REAL,
        boot_id TEXT NOT NULL,
        watcher TEXT NOT NULL,
        watcher_kind TEXT NOT NULL,
        last_active_at INTEGER NOT NULL,
        unknown TEXT NOT NULL CHECK (json_valid(unknown))
    ) STRICT
    """,
)
