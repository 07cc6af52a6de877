"""What a week needs of months around it, and of readiness checks: times and verdicts alone."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import UNREADABLE, Row, micros
from workspace_assistant.core.balance.model import Checked
from workspace_assistant.core.facts.worked_time import BlockTimes
from workspace_assistant.core.readiness.verdicts import Verdict
from workspace_assistant.core.spans import Span

log = logging.getLogger(__name__)

# No block lies over another one, so of all that began before only the last can reach into the span.
_TIMES = """
    SELECT block.started_at, block.ended_at, gap.started_at, ifnull(gap.ended_at, block.ended_at)
    FROM focus_block AS block LEFT JOIN focus_gap AS gap ON gap.block = block.number
    WHERE block.ended_at > :start AND block.started_at < :end AND block.started_at >= ifnull(
        (SELECT max(started_at) FROM focus_block WHERE started_at < :start), :start
    )
    ORDER BY block.started_at, block.ended_at, block.number, gap.position
"""
_CHECKED = """
    SELECT report.started_at, json_extract(one.value, '$.id'), json_extract(one.value, '$.verdict')
    FROM readiness_report AS report, json_each(report.document, '$.checks') AS one
    WHERE report.started_at >= ? AND report.started_at < ?
        AND json_extract(one.value, '$.required')
    ORDER BY report.started_at, report.rowid, one.key
"""


class SqliteWeekReader:
    """Reads alone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def block_times(self, span: Span) -> tuple[BlockTimes, ...]:
        """Of ended blocks that lie in *span* or reach into it, in their order, with each gap."""
        values = {"start": micros(span.start), "end": micros(span.end)}
        with self._database.reading() as connection:
            return tuple(connection.execute(_TIMES, values))

    def checked(self, span: Span) -> tuple[Checked, ...]:
        """Required checks of the runs started in *span*, in their order."""
        with self._database.reading() as connection:
            values = (_written(span.start), _written(span.end))
            rows = connection.execute(_CHECKED, values).fetchall()
        return tuple(_readable(rows))


def _written(at: datetime) -> str:
    """As reports write their instants, to be compared with them."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _readable(rows: list[Row]) -> Iterator[Checked]:
    for started_at, check, verdict in rows:
        try:
            at = datetime.fromisoformat(started_at).astimezone(UTC)
            yield Checked(at=at, check=check, verdict=Verdict(verdict))
        except UNREADABLE as error:
            log.warning("a stored report could not be read: %s", error)
