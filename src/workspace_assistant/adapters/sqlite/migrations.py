"""The schema, one migration at a time. A released migration is never edited; a new one is added."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from workspace_assistant.adapters.sqlite.breaks_schema import BREAKS
from workspace_assistant.adapters.sqlite.check_in_schema import CHECK_INS
from workspace_assistant.adapters.sqlite.ergonomics_schema import ERGONOMICS
from workspace_assistant.adapters.sqlite.focus_schema import FOCUS_LOG
from workspace_assistant.adapters.sqlite.leave_schema import LEAVE
from workspace_assistant.adapters.sqlite.line_watch_schema import LINE_WATCH
from workspace_assistant.adapters.sqlite.loudness_schema import LOUDNESS
from workspace_assistant.adapters.sqlite.outbox_schema import OUTBOX
from workspace_assistant.adapters.sqlite.reminder_schema import REMINDERS
from workspace_assistant.adapters.sqlite.restored_file_schema import RESTORED_FILES
from workspace_assistant.adapters.sqlite.shift_schema import SHIFTS
from workspace_assistant.adapters.sqlite.tip_schema import TIPS


@dataclass(frozen=True, slots=True)
class Migration:
    """Statements that bring the file from version `number` - 1 to `number`."""

    number: int
    statements: tuple[str, ...]


# A report is kept whole, as the JSON document that was shown: reading it back needs no join and a
# later version of the program cannot lose a field it does not know.
_READINESS_REPORTS = Migration(
    1,
    (
        """
        CREATE TABLE readiness_report (
            id TEXT PRIMARY KEY,
            started_at TEXT NOT NULL,
            time_zone TEXT NOT NULL,
            utc_offset_s INTEGER NOT NULL,
            verdict TEXT NOT NULL,
            document TEXT NOT NULL CHECK (json_valid(document))
        ) STRICT
        """,
        "CREATE INDEX readiness_report_started_at ON readiness_report (started_at)",
    ),
)

MIGRATIONS: tuple[Migration, ...] = (
    _READINESS_REPORTS,
    Migration(2, FOCUS_LOG),
    Migration(3, SHIFTS),
    Migration(4, REMINDERS),
    Migration(5, LINE_WATCH),
    Migration(6, TIPS),
    Migration(7, ERGONOMICS),
    Migration(8, CHECK_INS),
    Migration(9, BREAKS),
    Migration(10, LEAVE),
    Migration(11, LOUDNESS),
    Migration(12, RESTORED_FILES),
    Migration(13, OUTBOX),
)


def newest_format(migrations: Sequence[Migration] = MIGRATIONS) -> int:
    return migrations[-1].number if migrations else 0


def format_of(connection: sqlite3.Connection) -> int:
    """The number of the last migration that the file has seen; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def apply(connection: sqlite3.Connection, migration: Migration) -> None:
    """Within a transaction of the caller's."""
    for statement in migration.statements:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {migration.number:d}")
