"""What facts need of readiness reports, without all that pictures need."""

from __future__ import annotations

import logging

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.report import (
    ReportFormatError,
    report_from_json,
)
from workspace_assistant.core.readiness.report import (
    instant as instant_text,
)
from workspace_assistant.core.spans import Span

log = logging.getLogger(__name__)

# Series are most of a report, and no fact is made of them. No report has more checks than this.
_MOST_CHECKS = 12
_SERIES = ", ".join(f"'$.checks[{number}].series'" for number in range(_MOST_CHECKS))
_REPORTS = f"""
    SELECT json_remove(document, {_SERIES}) FROM readiness_report
    WHERE started_at >= ? AND started_at < ? ORDER BY started_at, rowid
"""  # noqa: S608 - paths of ours


class SqliteFactReader:
    """Reads alone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reports(self, span: Span) -> tuple[ReadinessReport, ...]:
        """Those started in *span*, oldest first, without their series."""
        with self._database.reading() as connection:
            values = (instant_text(span.start), instant_text(span.end))
            rows = connection.execute(_REPORTS, values).fetchall()
        reports = (_read(document) for (document,) in rows)
        return tuple(report for report in reports if report is not None)


def _read(document: str) -> ReadinessReport | None:
    try:
        return report_from_json(document)
    except ReportFormatError as error:
        log.warning("a stored report could not be read: %s", error)
        return None
