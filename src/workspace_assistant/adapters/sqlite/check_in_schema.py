"""Tables of check-ins and of hard contacts. Instants are microseconds since 1970."""

from __future__ import annotations

CHECK_INS: tuple[str, ...] = (
    """
    CREATE TABLE check_in (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER NOT NULL CHECK (until >= since),
        shift_id TEXT UNIQUE,
        answers TEXT NOT NULL CHECK (json_valid(answers))
    ) STRICT
    """,
    "CREATE INDEX check_in_at ON check_in (at)",
    """
    CREATE TABLE hard_contact (
        id TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        is_abusive INTEGER NOT NULL,
        is_solved INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX hard_contact_at ON hard_contact (at)",
)
