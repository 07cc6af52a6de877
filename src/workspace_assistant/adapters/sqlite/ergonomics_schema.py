"""Tables of the self-checks of workplaces. Instants are microseconds since 1970."""

from __future__ import annotations

# The key is the name without its capitals; the name as it was written is in the document.
ERGONOMICS: tuple[str, ...] = (
    """
    CREATE TABLE ergonomics_assessment (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        workplace_key TEXT NOT NULL,
        done_at INTEGER NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document))
    ) STRICT
    """,
    "CREATE INDEX ergonomics_assessment_done_at ON ergonomics_assessment (done_at)",
    """
    CREATE TABLE ergonomics_change (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        workplace TEXT NOT NULL,
        at INTEGER NOT NULL
    ) STRICT
    """,
)
