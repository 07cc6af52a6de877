"""The tables of publishing: what was agreed to, what was put once, and what waits."""

from __future__ import annotations

PUBLISHING_TABLES = ("publishing", "published", "outbox_message")

# `publishing` has a row while there is a consent. `published` holds ids of reports and weeks that
# were put into the outbox, or that were there before the consent.
OUTBOX: tuple[str, ...] = (
    """
    CREATE TABLE publishing (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        url TEXT NOT NULL,
        groups_json TEXT NOT NULL CHECK (json_valid(groups_json)),
        has_token INTEGER NOT NULL,
        instance_id TEXT NOT NULL,
        given_at INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        wait_until INTEGER,
        trouble TEXT NOT NULL DEFAULT '',
        sent INTEGER NOT NULL DEFAULT 0,
        dropped INTEGER NOT NULL DEFAULT 0,
        last_sent_at INTEGER
    ) STRICT
    """,
    "CREATE TABLE published (report_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE outbox_message (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        report_id TEXT NOT NULL,
        signal TEXT NOT NULL,
        is_week INTEGER NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document)),
        put_at INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        refused TEXT NOT NULL DEFAULT '',
        UNIQUE (report_id, signal)
    ) STRICT
    """,
    "CREATE INDEX outbox_message_next ON outbox_message (refused, failures, number)",
)
