"""Checks before shifts in the database, so that of all programs one alone runs each."""

from __future__ import annotations

import logging
import sqlite3
from datetime import datetime

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import UNREADABLE, Row, instant, micros
from workspace_assistant.core.preshift.claims import may_claim
from workspace_assistant.core.preshift.model import Attempt, AttemptState

log = logging.getLogger(__name__)

_PUT = """
    INSERT OR REPLACE INTO preshift_attempt VALUES (
        :shift_id, :shift_starts_at, :number, :due_at, :state, :began_at, :report_id, :verdict,
        :top_finding, :detail, :told
    )
"""
_CLAIM_TELLING = """
    UPDATE preshift_attempt SET told = :told
    WHERE shift_starts_at = :shift_starts_at AND number = :number AND told = ''
"""
_REMOVE = """
    DELETE FROM preshift_attempt
    WHERE shift_starts_at = :shift_starts_at AND number = :number AND began_at = :began_at
"""
_OF_START = """
    SELECT shift_id, shift_starts_at, number, due_at, state, began_at, report_id, verdict,
        top_finding, detail, told
    FROM preshift_attempt WHERE shift_starts_at = ?
    ORDER BY number
"""


class SqliteAttemptStore:
    """Implements the port `AttemptStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, attempt: Attempt, *, is_alone: bool = False) -> bool:
        with self._database.transaction() as connection:
            known = {one.number: one for one in _of_start(connection, attempt.shift_starts_at)}
            is_ours = may_claim(known.get(attempt.number), is_alone=is_alone)
            if is_ours:
                connection.execute(_PUT, _row(attempt))
        return is_ours

    def claim_telling(self, attempt: Attempt) -> bool:
        with self._database.transaction() as connection:
            return connection.execute(_CLAIM_TELLING, _row(attempt)).rowcount == 1

    def put(self, attempt: Attempt) -> None:
        with self._database.transaction() as connection:
            connection.execute(_PUT, _row(attempt))

    def move(self, before: Attempt, after: Attempt) -> None:
        with self._database.transaction() as connection:
            if connection.execute(_REMOVE, _row(before)).rowcount:
                connection.execute(_PUT, _row(after))

    def of_start(self, shift_starts_at: datetime) -> tuple[Attempt, ...]:
        with self._database.reading() as connection:
            return _of_start(connection, shift_starts_at)


def _of_start(connection: sqlite3.Connection, starts_at: datetime) -> tuple[Attempt, ...]:
    rows = connection.execute(_OF_START, (micros(starts_at),)).fetchall()
    return tuple(attempt for attempt in map(_attempt, rows) if attempt is not None)


def _row(attempt: Attempt) -> dict[str, object]:
    return {
        "shift_id": attempt.shift_id,
        "shift_starts_at": micros(attempt.shift_starts_at),
        "number": attempt.number,
        "due_at": micros(attempt.due_at),
        "state": attempt.state.value,
        "began_at": micros(attempt.began_at),
        "report_id": attempt.report_id,
        "verdict": attempt.verdict,
        "top_finding": attempt.top_finding,
        "detail": attempt.detail,
        "told": attempt.told,
    }


def _attempt(row: Row) -> Attempt | None:
    """None for a row that no program of ours wrote, or a newer one."""
    shift_id, starts_at, number, due_at, state, began_at, report_id, verdict, top, detail, told = (
        row
    )
    try:
        return Attempt(
            shift_id=shift_id,
            shift_starts_at=instant(starts_at),
            number=number,
            due_at=instant(due_at),
            state=AttemptState(state),
            began_at=instant(began_at),
            report_id=report_id,
            verdict=verdict,
            top_finding=top,
            detail=detail,
            told=told,
        )
    except UNREADABLE as error:
        log.warning("a check before a shift cannot be read: %s", error)
        return None
