"""Readiness reports in the database."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.core.json_text import to_json
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.report import (
    ReportFormatError,
    report_document,
    report_from_json,
)

log = logging.getLogger(__name__)

_INSERT = """
    INSERT INTO readiness_report (id, started_at, time_zone, utc_offset_s, verdict, document)
    VALUES (?, ?, ?, ?, ?, ?)
"""
_RECENT = "SELECT document FROM readiness_report ORDER BY started_at DESC, rowid DESC LIMIT ?"
_FIND = "SELECT document FROM readiness_report WHERE id = ?"
_LAST_READY = """
    SELECT started_at FROM readiness_report
    WHERE EXISTS (
        SELECT 1 FROM json_each(document, '$.checks')
        WHERE json_extract(value, '$.id') = ? AND json_extract(value, '$.verdict') = 'ready'
    )
    ORDER BY started_at DESC LIMIT 1
"""


class SqliteReportStore:
    """Implements the port `ReportStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, report: ReadinessReport) -> None:
        document = report_document(report)
        row = (
            report.id,
            document["started_at"],
            report.time_zone,
            _utc_offset_s(report.started_at, report.time_zone),
            report.verdict.value,
            to_json(document),
        )
        with self._database.transaction() as connection:
            connection.execute(_INSERT, row)

    def recent(self, limit: int) -> tuple[ReadinessReport, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(_RECENT, (limit,)).fetchall()
        reports = (_read(document) for (document,) in rows)
        return tuple(report for report in reports if report is not None)

    def find(self, report_id: str) -> ReadinessReport | None:
        with self._database.reading() as connection:
            row = connection.execute(_FIND, (report_id,)).fetchone()
        return None if row is None else _read(row[0])

    def last_ready(self, check_id: str) -> datetime | None:
        """When the newest check of that id that was ready started."""
        with self._database.reading() as connection:
            row = connection.execute(_LAST_READY, (check_id,)).fetchone()
        return None if row is None else datetime.fromisoformat(row[0]).astimezone(UTC)


def _read(document: str) -> ReadinessReport | None:
    try:
        return report_from_json(document)
    except ReportFormatError:
        # A row that cannot be read stays in the file; the readable ones are still shown.
        log.exception("a stored report could not be read")
        return None


def _utc_offset_s(at: datetime, time_zone: str) -> int:
    try:
        offset = at.astimezone(ZoneInfo(time_zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        offset = at.astimezone(UTC).utcoffset()
    return int((offset or timedelta()).total_seconds())
