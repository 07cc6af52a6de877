"""Check-ins and marks of hard contacts in the database."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, fields
from typing import Any

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import UNREADABLE, Row, instant, micros
from workspace_assistant.core.check_in.model import Answers, CheckIn, HardContact
from workspace_assistant.core.spans import Span

log = logging.getLogger(__name__)

_COLUMNS = "id, at, since, until, shift_id, answers"
# A shift has one check-in: the later one of two programs that tell it at once stays.
_PUT = f"INSERT OR REPLACE INTO check_in ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 - columns of ours
_BETWEEN = f"SELECT {_COLUMNS} FROM check_in WHERE at >= ? AND at < ? ORDER BY at, id"  # noqa: S608 - likewise
_OF_SHIFT = f"SELECT {_COLUMNS} FROM check_in WHERE shift_id = ?"  # noqa: S608 - likewise
_FIND = f"SELECT {_COLUMNS} FROM check_in WHERE id >= ? AND id < ? ORDER BY id LIMIT 3"  # noqa: S608 - likewise
_MARKS = """
    SELECT id, at, is_abusive, is_solved FROM hard_contact
    WHERE at >= ? AND at < ? ORDER BY at, id
"""
_AFTER_ALL = "\U0010ffff"


class SqliteCheckInStore:
    """Implements the port `CheckInStore`."""

    def __init__(self, database: Database, writing: sqlite3.Connection | None = None) -> None:
        """*writing*: of a transaction of this thread; reading joins that by itself."""
        self._database = database
        self._writing = writing

    @contextmanager
    def writing(self) -> Iterator[SqliteCheckInStore]:
        with self._database.transaction() as connection:
            yield SqliteCheckInStore(self._database, connection)

    def put(self, check_in: CheckIn) -> None:
        row = (
            check_in.id,
            micros(check_in.at),
            micros(check_in.since),
            micros(check_in.until),
            check_in.shift_id,
            json.dumps(asdict(check_in.answers)),
        )
        self._write(_PUT, row)

    def between(self, span: Span) -> tuple[CheckIn, ...]:
        return self._read(_BETWEEN, (micros(span.start), micros(span.end)))

    def of_shift(self, shift_id: str) -> CheckIn | None:
        return next(iter(self._read(_OF_SHIFT, (shift_id,))), None)

    def find(self, beginning: str) -> tuple[CheckIn, ...]:
        return self._read(_FIND, (beginning, beginning + _AFTER_ALL))

    def remove(self, check_in_id: str) -> None:
        self._write("DELETE FROM check_in WHERE id = ?", (check_in_id,))

    def mark(self, contact: HardContact) -> None:
        row = (contact.id, micros(contact.at), int(contact.is_abusive), int(contact.is_solved))
        self._write("INSERT INTO hard_contact VALUES (?, ?, ?, ?)", row)

    def marks(self, span: Span) -> tuple[HardContact, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(_MARKS, (micros(span.start), micros(span.end))).fetchall()
        return tuple(
            HardContact(id=one, at=instant(at), is_abusive=bool(abusive), is_solved=bool(solved))
            for one, at, abusive, solved in rows
        )

    def unmark(self, contact_id: str) -> None:
        self._write("DELETE FROM hard_contact WHERE id = ?", (contact_id,))

    def _read(self, query: str, values: Row) -> tuple[CheckIn, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(query, values).fetchall()
        return tuple(_readable(rows))

    def _write(self, statement: str, values: Row) -> None:
        if self._writing is not None:
            self._writing.execute(statement, values)
            return
        with self._database.transaction() as connection:
            connection.execute(statement, values)


def _readable(rows: Iterable[Row]) -> Iterator[CheckIn]:
    """One that a later version wrote differently hides no other."""
    for row in rows:
        try:
            yield _check_in(row)
        except (*UNREADABLE, AttributeError) as error:
            log.warning("check-in %s cannot be read and stays as it is: %r", row[0], error)


def _check_in(row: Row) -> CheckIn:
    check_in_id, at, since, until, shift_id, answers = row
    return CheckIn(
        id=check_in_id,
        at=instant(at),
        since=instant(since),
        until=instant(until),
        shift_id=shift_id,
        answers=_answers(json.loads(answers)),
    )


def _answers(document: Mapping[str, Any]) -> Answers:
    """What this version knows of them: a later one may ask more."""
    known = {one.name for one in fields(Answers)}
    told = {name: value for name, value in document.items() if name in known}
    for name, value in told.items():
        kind = str if name == "note" else int | None
        if not isinstance(value, kind):
            raise TypeError(f"{name} is {value!r}")
    return Answers(**told)
