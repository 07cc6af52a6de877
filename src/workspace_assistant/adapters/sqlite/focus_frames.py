"""Shifts as focus blocks see them, read without all that the feature of shifts knows.

`focus` is a process of its own many times a day: the model of shifts alone costs it 30 ms.
"""

from __future__ import annotations

import json
import logging
from sqlite3 import Connection

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import UNREADABLE, Row, instant, micros
from workspace_assistant.core.focus.shift_frames import ShiftFrame
from workspace_assistant.core.spans import Span

log = logging.getLogger(__name__)

# Of several sources that tell the same span the one with most breaks comes first.
_BETWEEN = """
    SELECT id, name, starts_at, ends_at, breaks FROM shift
    WHERE starts_at < ? AND ends_at > ? AND NOT is_hidden
    ORDER BY starts_at, ends_at, json_array_length(breaks) DESC, id
"""


class SqliteShiftFrames:
    """What is planned in a span, without what was taken off, and each shift once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, span: Span) -> tuple[ShiftFrame, ...]:
        with self._database.reading() as connection:
            return _read(connection, span)


def _read(connection: Connection, span: Span) -> tuple[ShiftFrame, ...]:
    found: dict[Span, ShiftFrame] = {}
    for row in connection.execute(_BETWEEN, (micros(span.end), micros(span.start))):
        try:
            frame = _frame(row)
        except UNREADABLE as error:
            log.warning("shift %s cannot be read and stays as it is: %r", row[0], error)
        else:
            found.setdefault(frame.span, frame)
    return tuple(found.values())


def _frame(row: Row) -> ShiftFrame:
    shift_id, name, starts_at, ends_at, breaks = row
    return ShiftFrame(
        id=shift_id,
        name=name,
        starts_at=instant(starts_at),
        ends_at=instant(ends_at),
        breaks=tuple(Span(instant(begin), instant(end)) for begin, end, *_ in json.loads(breaks)),
    )
