"""Tables of tips. Instants are microseconds since 1970."""

from __future__ import annotations

# `answer` is empty where the tip was offered; `quotes` are the facts that the offer rests on.
TIPS: tuple[str, ...] = (
    """
    CREATE TABLE tip_event (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        tip_id TEXT NOT NULL,
        answer TEXT NOT NULL,
        period TEXT NOT NULL,
        quotes TEXT NOT NULL CHECK (json_valid(quotes))
    ) STRICT
    """,
)
