"""Checks before shifts in the database, so that of all programs one alone runs each."""

from __future__ import annotations

import logging
from datetime import datetime

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import UNREADABLE, Row, instant, micros
from workspace_assistant.core.preshift.model import Attempt, AttemptState

log = logging.getLogger(__name__)

_PUT = """
    INSERT OR REPLACE INTO preshift_attempt VALUES (
        :shift_id, :shift_starts_at, :number, :due_at, :state, :began_at, :report_id, :verdict,
        :top_finding, :detail, :told
    )
"""
_CLAIM = """
    INSERT INTO preshift_attempt VALUES (
        :shift_id, :shift_starts_at, :number, :due_at, :state, :began_at, :report_id, :verdict,
        :top_finding, :detail, :told
    )
    ON CONFLICT DO UPDATE SET
        due_at = :due_at, state = :state, began_at = :began_at, report_id = :report_id,
        verdict = :verdict, top_finding = :top_finding, detail = :detail, told = :told
    WHERE state = 'waiting' OR (state = 'running' AND began_at <= :stale_before)
"""
_CLAIM_TELLING = """
    UPDATE preshift_attempt SET told = :told
    WHERE shift_id = :shift_id AND shift_starts_at = :shift_starts_at AND number = :number
        AND told = ''
"""
_OF_SHIFT = """
    SELECT shift_id, shift_starts_at, number, due_at, state, began_at, report_id, verdict,
        top_finding, detail, told
    FROM preshift_attempt WHERE shift_id = ? AND shift_starts_at = ?
    ORDER BY number
"""


class SqliteAttemptStore:
    """Implements the port `AttemptStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, attempt: Attempt, stale_before: datetime) -> bool:
        row = _row(attempt) | {"stale_before": micros(stale_before)}
        with self._database.transaction() as connection:
            return connection.execute(_CLAIM, row).rowcount == 1

    def claim_telling(self, attempt: Attempt) -> bool:
        with self._database.transaction() as connection:
            return connection.execute(_CLAIM_TELLING, _row(attempt)).rowcount == 1

    def put(self, attempt: Attempt) -> None:
        with self._database.transaction() as connection:
            connection.execute(_PUT, _row(attempt))

    def of_shift(self, shift_id: str, shift_starts_at: datetime) -> tuple[Attempt, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(_OF_SHIFT, (shift_id, micros(shift_starts_at))).fetchall()
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
