"""What facts need of readiness reports and of the watched line, without all that pictures need."""

from __future__ import annotations

import logging
from datetime import datetime

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import instant, micros
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
# A minute of each quarter of an hour tells the days as well as all of them do.
_QUARTER_MICROS = 15 * 60 * 1_000_000
_WATCHED = """
    SELECT min(started_at) FROM line_minute WHERE started_at >= ? AND started_at < ?
    GROUP BY started_at / ?
"""


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

    def line_watched(self, span: Span) -> tuple[datetime, ...]:
        """The first watched minute of each quarter of an hour that has one."""
        with self._database.reading() as connection:
            values = (micros(span.start), micros(span.end), _QUARTER_MICROS)
            rows = connection.execute(_WATCHED, values).fetchall()
        return tuple(sorted(instant(at) for (at,) in rows))


def _read(document: str) -> ReadinessReport | None:
    try:
        return report_from_json(document)
    except ReportFormatError as error:
        log.warning("a stored report could not be read: %s", error)
        return None
