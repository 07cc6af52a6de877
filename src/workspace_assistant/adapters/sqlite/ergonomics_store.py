"""Self-checks of workplaces in the database."""

from __future__ import annotations

import json
import logging

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import instant, micros
from workspace_assistant.core.ergonomics.model import Assessment, WorkplaceChange
from workspace_assistant.core.ergonomics.record import read_record, record_of
from workspace_assistant.core.ergonomics.workplaces import key_of

log = logging.getLogger(__name__)

_ADD = """
    INSERT INTO ergonomics_assessment (id, workplace_key, done_at, document) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING
"""
_ASSESSMENTS = """
    SELECT document FROM ergonomics_assessment
    WHERE :key IS NULL OR workplace_key = :key
    ORDER BY done_at DESC, number DESC
"""


class SqliteAssessmentStore:
    """Implements the port `AssessmentStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, assessment: Assessment) -> None:
        row = (
            assessment.id,
            key_of(assessment.workplace),
            micros(assessment.done_at),
            json.dumps(record_of(assessment)),
        )
        with self._database.transaction() as connection:
            connection.execute(_ADD, row)

    def assessments(self, workplace: str | None = None) -> tuple[Assessment, ...]:
        key = None if workplace is None else key_of(workplace)
        with self._database.reading() as connection:
            rows = connection.execute(_ASSESSMENTS, {"key": key}).fetchall()
        return tuple(one for one in map(_assessment, (row[0] for row in rows)) if one is not None)

    def add_change(self, change: WorkplaceChange) -> None:
        row = (change.workplace, micros(change.at))
        with self._database.transaction() as connection:
            connection.execute("INSERT INTO ergonomics_change (workplace, at) VALUES (?, ?)", row)

    def changes(self) -> tuple[WorkplaceChange, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT workplace, at FROM ergonomics_change ORDER BY at DESC, number DESC"
            ).fetchall()
        return tuple(WorkplaceChange(workplace=name, at=instant(at)) for name, at in rows)


def _assessment(document: str) -> Assessment | None:
    """None for one that a later version wrote differently: it hides nothing else."""
    try:
        return read_record(json.loads(document))
    except (KeyError, TypeError, ValueError) as error:
        log.warning("a self-check of a workplace cannot be read: %s", error)
        return None
