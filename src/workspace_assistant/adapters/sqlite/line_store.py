"""Events and minutes of the watched line in the database."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import instant, micros
from workspace_assistant.core.line_watch.document import (
    Document,
    event_document,
    minute_document,
    read_event,
    read_minute,
)
from workspace_assistant.core.line_watch.model import LineEvent, Minute
from workspace_assistant.core.spans import Span

log = logging.getLogger(__name__)

ReadT = TypeVar("ReadT")

# A minute of each quarter of an hour tells when somebody watched as well as all of them do.
_QUARTER_MICROS = 15 * 60 * 1_000_000
_WATCHED = """
    SELECT min(started_at) FROM line_minute WHERE started_at >= ? AND started_at < ?
    GROUP BY started_at / ? ORDER BY 1
"""


class SqliteLineStore:
    """Implements the port `LineStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put_event(self, event: LineEvent) -> None:
        row = (
            event.id,
            micros(event.started_at),
            micros(event.ended_at),
            json.dumps(event_document(event)),
        )
        with self._database.transaction() as connection:
            connection.execute("REPLACE INTO line_event VALUES (?, ?, ?, ?)", row)

    def put_minute(self, minute: Minute) -> None:
        row = (micros(minute.started_at), json.dumps(minute_document(minute)))
        with self._database.transaction() as connection:
            connection.execute("INSERT INTO line_minute (started_at, document) VALUES (?, ?)", row)

    def events(self, span: Span) -> tuple[LineEvent, ...]:
        return self._read(
            "SELECT document FROM line_event WHERE started_at < ? AND ended_at >= ? "
            "ORDER BY started_at, id",
            (micros(span.end), micros(span.start)),
            read_event,
        )

    def minutes(self, span: Span) -> tuple[Minute, ...]:
        return self._read(
            "SELECT document FROM line_minute WHERE started_at >= ? AND started_at < ? "
            "ORDER BY started_at, id",
            (micros(span.start), micros(span.end)),
            read_minute,
        )

    def watched(self, span: Span) -> tuple[datetime, ...]:
        """The first watched minute of each quarter of an hour that has one, in order."""
        values = (micros(span.start), micros(span.end), _QUARTER_MICROS)
        with self._database.reading() as connection:
            return tuple(instant(at) for (at,) in connection.execute(_WATCHED, values))

    def _read(
        self, query: str, values: tuple[int, int], read: Callable[[Document], ReadT]
    ) -> tuple[ReadT, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(query, values).fetchall()
        return tuple(_readable((document for (document,) in rows), read))


def _readable(documents: Iterable[str], read: Callable[[Document], ReadT]) -> Iterable[ReadT]:
    """What a later version wrote differently hides nothing else."""
    for document in documents:
        try:
            yield read(json.loads(document))
        except (KeyError, TypeError, ValueError) as error:
            log.warning("a line of the line watch cannot be read: %s", error)
