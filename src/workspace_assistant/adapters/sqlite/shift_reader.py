"""A consistent view of shifts in the database."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from sqlite3 import Connection
from typing import Any, TypeVar

from workspace_assistant.adapters.sqlite.rows import Row, micros
from workspace_assistant.adapters.sqlite.shift_rows import (
    SHIFT_COLUMNS,
    UNREADABLE,
    change_of,
    shift_of,
    state_of,
)
from workspace_assistant.adapters.sqlite.shift_sources import source_of
from workspace_assistant.core.shifts.model import FeedState, Shift, ShiftChange, Source
from workspace_assistant.core.spans import Span

log = logging.getLogger(__name__)

ModelT = TypeVar("ModelT")

_ORDER = "ORDER BY starts_at, ends_at, id"
_OVERLAPPING = "starts_at < :end AND ends_at > :start"
_BETWEEN = f"""
    SELECT {SHIFT_COLUMNS} FROM shift WHERE {_OVERLAPPING} AND (:hidden OR NOT is_hidden) {_ORDER}
"""  # noqa: S608 - columns and conditions of ours
_OF_SOURCE = f"""
    SELECT {SHIFT_COLUMNS} FROM shift WHERE source_id = :source AND {_OVERLAPPING} {_ORDER}
"""  # noqa: S608 - columns and conditions of ours
_FIND = f"""
    SELECT {SHIFT_COLUMNS} FROM shift WHERE id >= ? AND id < ? ORDER BY id LIMIT 3
"""  # noqa: S608 - columns of ours
_SOURCES = "SELECT id, kind, name, document FROM shift_source ORDER BY name, id"
_STATE = """
    SELECT source_id, succeeded_at, tried_at, failures, trouble, trouble_code, etag, last_modified,
        next_try_at, known_until
    FROM shift_feed_state WHERE source_id = ?
"""
_UNANNOUNCED = """
    SELECT id, noticed_at, kind, before, after, is_announced FROM shift_change
    WHERE is_announced = 0 ORDER BY id
"""
_AFTER_ALL = "\U0010ffff"


class SqliteShiftReader:
    """Implements the port `ShiftReader`.

    A row that no program of ours wrote is left out and logged; it stays in the file.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sources(self) -> tuple[Source, ...]:
        return self._read(source_of, _SOURCES)

    def feed_state(self, source_id: str) -> FeedState:
        found = self._read(state_of, _STATE, (source_id,))
        return found[0] if found else FeedState(source_id=source_id)

    def between(self, span: Span, *, with_hidden: bool = False) -> tuple[Shift, ...]:
        return self._read(shift_of, _BETWEEN, {**_bounds(span), "hidden": int(with_hidden)})

    def of_source(self, source_id: str, span: Span) -> tuple[Shift, ...]:
        return self._read(shift_of, _OF_SOURCE, {**_bounds(span), "source": source_id})

    def find(self, beginning: str) -> tuple[Shift, ...]:
        return self._read(shift_of, _FIND, (beginning, beginning + _AFTER_ALL))

    def unannounced(self) -> tuple[ShiftChange, ...]:
        return self._read(change_of, _UNANNOUNCED)

    def _read(
        self,
        make: Callable[[Row], ModelT],
        query: str,
        values: Sequence[Any] | dict[str, Any] = (),
    ) -> tuple[ModelT, ...]:
        found = []
        for row in self._connection.execute(query, values):
            try:
                found.append(make(row))
            except UNREADABLE as error:
                _note_unreadable(row[0], error)
        return tuple(found)


def _note_unreadable(key: object, error: Exception) -> None:
    log.error("row %s cannot be read and stays as it is: %r", key, error)


def _bounds(span: Span) -> dict[str, Any]:
    return {"start": micros(span.start), "end": micros(span.end)}
