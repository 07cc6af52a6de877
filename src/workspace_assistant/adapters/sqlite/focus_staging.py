"""Writes a large change at the pace of the database: first beside the log, then over in one go.

Temporary tables belong to one connection; filling them keeps nobody waiting. What is done under the
write lock are a few statements, whatever the number of blocks. References between tables are not
looked up meanwhile (`Database.bulk_transaction`): parts go with their blocks, and come with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from sqlite3 import Connection

from workspace_assistant.adapters.sqlite import focus_changes
from workspace_assistant.adapters.sqlite.focus_rows import (
    block_row,
    clock_change_row,
    gap_row,
    interruption_row,
)
from workspace_assistant.adapters.sqlite.rows import Row
from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import FocusDraft

_RowsOf = Callable[[Block], Iterable[Row]]

_BLOCK = """id, name, channel, tags, planned_s, started_at, ended_at, time_zone, utc_offset_s,
    source, anchor_at, anchor_elapsed_s, anchor_boot_id"""
_GAP = "position, id, started_at, ended_at, reason, is_unanswered"
_INTERRUPTION = "position, id, cause, origin, at, ended_at, note, next_step"
_CLOCK_CHANGE = "position, at, by_s"
_DIFFERENCE = "position, block_id, before, after"
# Columns of the temporary tables; those of parts name their block first.
_STAGED = {
    "staged_gone": "id",
    "staged_number": "number",
    "staged_block": _BLOCK,
    "staged_gap": f"block_id, {_GAP}",
    "staged_interruption": f"block_id, {_INTERRUPTION}",
    "staged_clock_change": f"block_id, {_CLOCK_CHANGE}",
    "staged_difference": _DIFFERENCE,
}
_CHANGED_SINCE = """
    SELECT 1 FROM focus_difference
    WHERE change > ? AND block_id IN (SELECT id FROM staged_gone) LIMIT 1
"""
_ADDED_SINCE = """
    SELECT 1 FROM focus_difference JOIN focus_block ON focus_block.id = block_id
    WHERE change > ? AND before = '{}' AND source <> ''
        AND source IN (SELECT source FROM staged_block) LIMIT 1
"""
# Which rows these are does not change as long as the draft is not outdated.
_NUMBER = """
    INSERT INTO temp.staged_number
    SELECT number FROM focus_block WHERE id IN (SELECT id FROM staged_gone) ORDER BY number
"""
_REMOVE = tuple(
    f"DELETE FROM {table} WHERE {column} IN (SELECT number FROM staged_number)"  # noqa: S608
    for table, column in (
        ("focus_gap", "block"),
        ("focus_interruption", "block"),
        ("focus_clock_change", "block"),
        ("focus_block", "number"),
    )
)
_ADD = f"""
    INSERT INTO focus_block ({_BLOCK}) SELECT {_BLOCK} FROM staged_block ORDER BY rowid
"""  # noqa: S608 - names of ours
_PARTS = tuple(
    f"""
    INSERT INTO {table} (block, {columns})
    SELECT number, {", ".join(f"part.{column.strip()}" for column in columns.split(","))}
    FROM {staged} AS part JOIN focus_block ON focus_block.id = part.block_id
    """  # noqa: S608 - names of ours
    for table, staged, columns in (
        ("focus_gap", "staged_gap", _GAP),
        ("focus_interruption", "staged_interruption", _INTERRUPTION),
        ("focus_clock_change", "staged_clock_change", _CLOCK_CHANGE),
    )
)
_NOTE = f"""
    INSERT INTO focus_difference (change, {_DIFFERENCE}) SELECT ?, {_DIFFERENCE}
    FROM staged_difference
"""  # noqa: S608 - names of ours
# Of blocks that are over, in order: none begins before the one before it ends.
_OVERLAP = """
    SELECT name, other FROM (
        SELECT name, started_at, ended_at, lead(name) OVER following AS other,
            lead(started_at) OVER following AS next
        FROM focus_block
        WHERE ended_at IS NOT NULL AND started_at >= coalesce((
            SELECT max(started_at) FROM focus_block WHERE ended_at > started_at
            AND started_at < (SELECT min(started_at) FROM staged_block)
        ), (SELECT min(started_at) FROM staged_block))
        WINDOW following AS (ORDER BY started_at, ended_at)
    ) WHERE ended_at > next LIMIT 1
"""
_OPEN_OVERLAP = """
    SELECT staged_block.name, running.name FROM focus_block AS running, staged_block
    WHERE running.ended_at IS NULL AND staged_block.ended_at IS NOT NULL AND (
        staged_block.started_at = running.started_at
            AND staged_block.ended_at > staged_block.started_at
        OR running.started_at < staged_block.ended_at AND staged_block.started_at < max(
            running.started_at,
            coalesce((SELECT max(coalesce(ended_at, started_at)) FROM focus_gap
                      WHERE block = running.number), running.started_at),
            coalesce((SELECT max(coalesce(ended_at, at)) FROM focus_interruption
                      WHERE block = running.number), running.started_at),
            coalesce((SELECT at FROM focus_watch
                      WHERE only = 1 AND block_id = running.id), running.started_at)
        )
    ) LIMIT 1
"""


def stage(connection: Connection, draft: FocusDraft) -> None:
    """Puts a draft into temporary tables of this connection."""
    for table, columns in _STAGED.items():
        connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
        connection.execute(f"CREATE TEMP TABLE {table} ({columns})")
    blocks = sorted(draft.put_blocks.values(), key=lambda one: one.started_at)
    _fill(connection, "staged_gone", ((one,) for one in draft.gone))
    connection.execute(_NUMBER)
    _fill(connection, "staged_block", map(block_row, blocks))
    _fill(connection, "staged_gap", _parts(blocks, lambda one: map(gap_row, one.gaps)))
    _fill(
        connection,
        "staged_interruption",
        _parts(blocks, lambda one: map(interruption_row, one.interruptions)),
    )
    _fill(
        connection,
        "staged_clock_change",
        _parts(blocks, lambda one: map(clock_change_row, one.clock_changes)),
    )
    if draft.recorded is not None:
        _fill(connection, "staged_difference", focus_changes.difference_rows(draft.recorded))


def is_outdated(connection: Connection, base: int) -> bool:
    """Whether a change since number *base* is about the same blocks, or brought the same ones."""
    return any(
        connection.execute(query, (base,)).fetchone() is not None
        for query in (_CHANGED_SINCE, _ADDED_SINCE)
    )


def write(connection: Connection, draft: FocusDraft) -> Change:
    """Takes what was staged over into the log; raises `FocusError` for blocks that overlap."""
    if draft.recorded is None:
        raise ValueError("a draft records what it changes")
    for statement in (*_REMOVE, _ADD, *_PARTS):
        connection.execute(statement)
    _refuse_overlaps(connection)
    change = focus_changes.add_head(connection, draft.recorded)
    connection.execute(_NOTE, (change.id,))
    return change


def _refuse_overlaps(connection: Connection) -> None:
    for query in (_OVERLAP, _OPEN_OVERLAP):
        found = connection.execute(query).fetchone()
        if found is not None:
            raise FocusError(texts.OVERLAPS, name=found[0], other=found[1])


def _fill(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    places = ", ".join("?" * (_STAGED[table].count(",") + 1))
    connection.executemany(f"INSERT INTO temp.{table} VALUES ({places})", rows)  # noqa: S608


def _parts(blocks: Iterable[Block], rows_of: _RowsOf) -> Iterable[Row]:
    for block in blocks:
        for position, row in enumerate(rows_of(block)):
            yield (block.id, position, *row)
