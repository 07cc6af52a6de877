"""What was offered of tips, and what the person said of it, in the database."""

from __future__ import annotations

import json
import logging
from sqlite3 import Connection

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import UNREADABLE, Row, instant, micros
from workspace_assistant.core.tips.model import Answer, Kept, Quote, TipEvent

log = logging.getLogger(__name__)

_INSERT = "INSERT INTO tip_event (at, tip_id, answer, period, quotes) VALUES (?, ?, ?, ?, ?)"
_ALL = "SELECT at, tip_id, answer, period, quotes FROM tip_event ORDER BY number"
_MARK = "SELECT coalesce(max(number), 0) FROM tip_event"

_NOT_JSON = (*UNREADABLE, KeyError, RecursionError)


class SqliteTipLog:
    """Implements the port `TipLog`. Lines are in the order of writing, whatever the clock says."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def kept(self) -> Kept:
        with self._database.reading() as connection:
            rows = connection.execute(_ALL).fetchall()
            mark = _mark(connection)
        events = tuple(event for event in map(_event, rows) if event is not None)
        return Kept(events=events, mark=mark)

    def claim(self, offer: TipEvent, mark: int) -> bool:
        with self._database.transaction() as connection:
            is_ours = _mark(connection) == mark
            if is_ours:
                connection.execute(_INSERT, _row(offer))
        return is_ours

    def add(self, answer: TipEvent) -> None:
        with self._database.transaction() as connection:
            connection.execute(_INSERT, _row(answer))


def _mark(connection: Connection) -> int:
    return int(connection.execute(_MARK).fetchone()[0])


def _row(event: TipEvent) -> Row:
    quotes = [
        {"name": one.name, "value": one.value, "sentence": one.sentence, "parts": dict(one.parts)}
        for one in event.quotes
    ]
    answer = "" if event.answer is None else event.answer.value
    return micros(event.at), event.tip_id, answer, event.period, json.dumps(quotes)


def _event(row: Row) -> TipEvent | None:
    """None for a row that no program of ours wrote, or a newer one."""
    at, tip_id, answer, period, quotes = row
    try:
        return TipEvent(
            at=instant(at),
            tip_id=tip_id,
            answer=Answer(answer) if answer else None,
            period=period,
            quotes=tuple(_quote(one) for one in json.loads(quotes)),
        )
    except _NOT_JSON as error:
        log.warning("a line of the log of tips cannot be read: %s", error)
        return None


def _quote(kept: dict[str, object]) -> Quote:
    parts = kept["parts"]
    if not isinstance(parts, dict):
        raise TypeError("the parts of a quoted fact are no mapping")
    return Quote(
        name=str(kept["name"]),
        value=float(str(kept["value"])),
        sentence=str(kept["sentence"]),
        parts={str(name): str(part) for name, part in parts.items()},
    )
