"""What Toggl's and Clockify's detailed reports share: a row for each entry, in local time."""

from __future__ import annotations

from datetime import datetime

from workspace_assistant.core.focus.exchange.local_times import date_of, duration_s, span, time_of
from workspace_assistant.core.focus.exchange.parsed import Entry, Parsed, Taking, block_of_entry
from workspace_assistant.core.focus.exchange.tables import Row, blocks_of_rows
from workspace_assistant.core.focus.model import Block

NEEDED_COLUMNS = ("Description", "Start date", "Start time", "End date", "End time")


def blocks_of_report(
    found: list[Row], program: str, date_order: str, duration: str, taking: Taking
) -> Parsed:
    """*duration* names the column that tells apart times which came twice."""

    def block(row: Row) -> Block:
        begun, over = span(
            _local(row, "start", date_order),
            _local(row, "end", date_order),
            duration_s(row.text(duration)),
            taking.zone,
        )
        entry = Entry(
            name=row.text("description") or row.text("task") or row.text("project"),
            started_at=begun,
            ended_at=over,
            tags=(row.text("project"), *row.text("tags").split(",")),
        )
        return block_of_entry(entry, program, taking)

    return blocks_of_rows(found, block)


def _local(row: Row, side: str, date_order: str) -> datetime:
    day = date_of(row.text(f"{side} date"), date_order)
    return datetime.combine(day, time_of(row.text(f"{side} time")))
