"""The log as CSV: one row for each block, one for each interruption and gap inside it.

Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV
Injection"): cells that begin with = + - @, tab or carriage return.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime, tzinfo

from workspace_assistant.core.focus.accounting import gap_s, state, worked_s
from workspace_assistant.core.focus.model import Block, Gap, Interruption

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = (
    "kind",
    "block_id",
    "name",
    "channel",
    "tags",
    "state",
    "start",
    "end",
    "time_zone",
    "planned_minutes",
    "worked_minutes",
    "gap_minutes",
    "reason",
    "origin",
    "note",
)
Cells = dict[str, str]


def csv_text(blocks: Iterable[Block], now: datetime, zone: tzinfo) -> str:
    """RFC 4180, UTF-8 with a byte order mark for spreadsheets; local times with their offset."""
    text = io.StringIO(newline="")
    text.write("\ufeff")
    writer = csv.DictWriter(text, _COLUMNS, restval="")
    writer.writeheader()
    for block in blocks:
        for cells in _rows(block, now, zone):
            writer.writerow({name: _harmless(cell) for name, cell in cells.items()})
    return text.getvalue()


def _rows(block: Block, now: datetime, zone: tzinfo) -> list[Cells]:
    inside = [_gap_row(gap, now, zone) for gap in block.gaps]
    inside += [_interruption_row(one, zone) for one in block.interruptions]
    inside.sort(key=lambda cells: cells["start"])
    shared = {"block_id": block.id, "name": block.name, "channel": block.channel.value}
    return [shared | cells for cells in [_block_row(block, now, zone), *inside]]


def _block_row(block: Block, now: datetime, zone: tzinfo) -> Cells:
    return {
        "kind": "block",
        "tags": ", ".join(block.tags),
        "state": state(block, now).value,
        "start": _local(block.started_at, zone),
        "end": _local(block.ended_at, zone),
        "time_zone": block.time_zone,
        "planned_minutes": _minutes(block.planned_s),
        "worked_minutes": _minutes(worked_s(block, now)),
    }


def _gap_row(gap: Gap, now: datetime, zone: tzinfo) -> Cells:
    return {
        "kind": "gap",
        "reason": gap.reason.value,
        "start": _local(gap.started_at, zone),
        "end": _local(gap.ended_at, zone),
        "gap_minutes": _minutes(gap_s(gap, now)),
    }


def _interruption_row(one: Interruption, zone: tzinfo) -> Cells:
    return {
        "kind": "interruption",
        "reason": one.cause.value,
        "origin": one.origin.value,
        "start": _local(one.at, zone),
        "end": _local(one.ended_at, zone),
        "note": one.note,
    }


def _local(at: datetime | None, zone: tzinfo) -> str:
    return "" if at is None else at.astimezone(zone).isoformat(sep=" ", timespec="seconds")


def _minutes(seconds: float | None) -> str:
    return "" if seconds is None else f"{seconds / 60:.2f}"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
