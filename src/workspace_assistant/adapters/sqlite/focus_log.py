"""The time log in the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from workspace_assistant.adapters.sqlite import focus_staging
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_reader import SqliteFocusReader
from workspace_assistant.adapters.sqlite.focus_writer import SqliteFocusWriter, refuse_unsound
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.ports import FocusDraft


class SqliteFocusLog:
    """Implements the port `FocusLog`. Any thread may use it; each has its own connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def reading(self) -> Iterator[SqliteFocusReader]:
        with self._database.reading() as connection:
            yield SqliteFocusReader(connection)

    @contextmanager
    def writing(self) -> Iterator[SqliteFocusWriter]:
        with self._database.transaction() as connection:
            yield SqliteFocusWriter(connection)

    def keep(self, draft: FocusDraft) -> Change | None:
        for block in draft.put_blocks.values():
            refuse_unsound(block)
        with self._database.reading() as connection:  # writes nothing that others could see
            focus_staging.stage(connection, draft)
        with self._database.bulk_transaction() as connection:
            if focus_staging.is_outdated(connection, draft.base):
                return None
            change = focus_staging.write(connection, draft)
            writer = SqliteFocusWriter(connection)
            if draft.has_beat and (draft.new_beat or writer.open_block() is None):
                writer.beat(draft.new_beat)
            return change

    def version(self) -> int:
        """Grows with what others wrote and with what this thread wrote, kept or rolled back."""
        with self._database.reading() as connection:
            (others,) = connection.execute("PRAGMA data_version").fetchone()
            return int(others) + connection.total_changes
