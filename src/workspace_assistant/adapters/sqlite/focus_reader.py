"""A consistent view of the time log in the database."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from datetime import datetime
from sqlite3 import Connection
from typing import Any

from workspace_assistant.adapters.sqlite import focus_changes, focus_parts
from workspace_assistant.adapters.sqlite.focus_parts import CLOCK_CHANGES, GAPS, INTERRUPTIONS
from workspace_assistant.adapters.sqlite.focus_rows import block_of, heartbeat_of
from workspace_assistant.adapters.sqlite.rows import UNREADABLE, Row, instant, micros
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.errors import UnreadableBlockError
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import Heartbeat

log = logging.getLogger(__name__)

# Every question for blocks gives numbers; the rows are then read in one place.
_BLOCKS = """
    SELECT number, id, name, channel, tags, planned_s, started_at, ended_at, time_zone,
        utc_offset_s, source, anchor_at, anchor_elapsed_s, anchor_boot_id
    FROM focus_block WHERE number IN (SELECT value FROM json_each(?))
"""
_OPEN = "SELECT number FROM focus_block WHERE ended_at IS NULL"
_OPEN_ID = "SELECT number, id FROM focus_block WHERE ended_at IS NULL"
_FIND = "SELECT number FROM focus_block WHERE id >= ? AND id < ? ORDER BY id LIMIT 3"
_STARTED_IN = "SELECT number FROM focus_block WHERE started_at >= :start AND started_at < :end"
# No block lies over another one, so of all that began before only the last can reach further.
_REACHING_INTO = """
    SELECT number FROM focus_block WHERE number = (
        SELECT number FROM focus_block WHERE started_at < :start AND ended_at IS NOT NULL
        ORDER BY started_at DESC, ended_at DESC LIMIT 1
    ) AND ended_at > :start AND started_at < :end
"""
_OPEN_BEFORE = """
    SELECT number FROM focus_block WHERE ended_at IS NULL AND started_at < min(:start, :end)
"""
_LATEST_END = "SELECT max(ended_at) FROM focus_block"
_NEXT_START = "SELECT min(started_at) FROM focus_block WHERE started_at > ?"
_RECENT_NAMES = """
    SELECT number FROM (SELECT number, max(started_at) AS latest FROM focus_block GROUP BY name)
    ORDER BY latest DESC LIMIT ?
"""
_SOURCES = """
    SELECT DISTINCT source FROM focus_block
    WHERE source <> '' AND source IN (SELECT value FROM json_each(?))
"""
_IDS = "SELECT id FROM focus_block WHERE id IN (SELECT value FROM json_each(?))"
_WITH_IDS = "SELECT number FROM focus_block WHERE id IN (SELECT value FROM json_each(?))"
_UNANSWERED = "SELECT block FROM focus_gap WHERE is_unanswered = 1 ORDER BY started_at DESC"
_HEARTBEAT = """
    SELECT block_id, at, wall_at, elapsed_s, awake_s, boot_id, watcher, watcher_kind,
        last_active_at, unknown
    FROM focus_watch WHERE only = 1
"""
_AFTER_ALL = "\U0010ffff"


class SqliteFocusReader:
    """Implements the port `FocusReader` inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._unreadable: set[str] = set()

    def open_block(self) -> Block | None:
        """Raises `UnreadableBlockError` where one is open that cannot be read."""
        numbers = self._numbers(_OPEN)
        found = self._blocks(numbers)
        if numbers and not found:
            raise UnreadableBlockError(
                "The running block cannot be read from the file. It was left there as it is; "
                "nothing was changed."
            )
        return found[0] if found else None

    def unreadable_open(self) -> str | None:
        row = self._connection.execute(_OPEN_ID).fetchone()
        return None if row is None or self._blocks([row[0]]) else str(row[1])

    def find(self, beginning: str) -> tuple[Block, ...]:
        found = self._blocks(self._numbers(_FIND, (beginning, beginning + _AFTER_ALL)))
        return tuple(sorted(found, key=lambda block: block.id))

    def between(self, start: datetime, end: datetime) -> tuple[Block, ...]:
        span = {"start": micros(start), "end": micros(end)}
        queries = (_REACHING_INTO, _OPEN_BEFORE, _STARTED_IN)
        return self._blocks([number for query in queries for number in self._numbers(query, span)])

    def latest_end_at(self) -> datetime | None:
        return self._instant(_LATEST_END)

    def next_start_at(self, after: datetime) -> datetime | None:
        return self._instant(_NEXT_START, (micros(after),))

    def recent_names(self, limit: int) -> tuple[Block, ...]:
        return self._blocks(self._numbers(_RECENT_NAMES, (limit,)))[::-1]

    def with_source(self, sources: frozenset[str]) -> frozenset[str]:
        rows = self._connection.execute(_SOURCES, (json.dumps(sorted(sources)),))
        return frozenset(source for (source,) in rows)

    def with_id(self, ids: frozenset[str]) -> frozenset[str]:
        rows = self._connection.execute(_IDS, (json.dumps(sorted(ids)),))
        return frozenset(block_id for (block_id,) in rows)

    def blocks(self, ids: frozenset[str]) -> tuple[Block, ...]:
        return self._blocks(self._numbers(_WITH_IDS, (json.dumps(sorted(ids)),)))

    def unanswered(self, limit: int) -> tuple[Block, ...]:
        numbers: dict[int, None] = {}  # in order, each once
        for (number,) in self._connection.execute(_UNANSWERED):
            if len(numbers) >= limit:
                break
            numbers[number] = None
        return self._blocks(list(numbers))[::-1]

    def heartbeat(self) -> Heartbeat | None:
        row = self._connection.execute(_HEARTBEAT).fetchone()
        try:
            return None if row is None else heartbeat_of(row)
        except UNREADABLE as error:
            self._met_unreadable("the heartbeat", error)
            return None

    def changes(self, limit: int, block_id: str = "") -> tuple[Change, ...]:
        return self._changes(focus_changes.newest_ids(self._connection, limit, block_id))

    def heads(self, limit: int) -> tuple[Change, ...]:
        return self._made(focus_changes.heads(self._connection, limit))

    def latest_change(self) -> int:
        return focus_changes.latest(self._connection)

    def change(self, change_id: int) -> Change | None:
        found = self._changes([change_id])
        return found[0] if found else None

    def undone_by(self, change_id: int) -> int | None:
        return focus_changes.undone_by(self._connection, change_id)

    def unreadable(self) -> int:
        return len(self._unreadable)

    def _numbers(self, query: str, values: Any = ()) -> list[int]:
        return [number for (number,) in self._connection.execute(query, values)]

    def _instant(self, query: str, values: Sequence[int] = ()) -> datetime | None:
        (count,) = self._connection.execute(query, values).fetchone()
        return None if count is None else instant(count)

    def _blocks(self, numbers: Sequence[int]) -> tuple[Block, ...]:
        """In order of their start; those that cannot be read are counted and left out."""
        if not numbers:
            return ()
        rows = self._connection.execute(_BLOCKS, (json.dumps(numbers),)).fetchall()
        kinds = (GAPS, INTERRUPTIONS, CLOCK_CHANGES)
        parts = [focus_parts.read(self._connection, kind, numbers) for kind in kinds]
        blocks = []
        for number, *row in rows:
            try:
                blocks.append(block_of(tuple(row), *(found[number] for found in parts)))
            except UNREADABLE as error:
                self._met_unreadable(f"block {row[0]}", error)
        return tuple(sorted(blocks, key=_order))

    def _changes(self, ids: Sequence[int]) -> tuple[Change, ...]:
        return self._made(focus_changes.change_rows(self._connection, ids))

    def _made(self, rows: Iterable[tuple[Row, list[Row]]]) -> tuple[Change, ...]:
        changes = []
        for row, differences in rows:
            try:
                changes.append(focus_changes.change_of(row, differences))
            except UNREADABLE as error:
                self._met_unreadable(f"change {row[0]}", error)
        return tuple(changes)

    def _met_unreadable(self, what: str, error: Exception) -> None:
        if what not in self._unreadable:
            self._unreadable.add(what)
            log.error("%s cannot be read and stays as it is: %r", what, error)


def _order(block: Block) -> tuple[datetime, bool, datetime, str]:
    return (block.started_at, block.is_open, block.ended_at or block.started_at, block.id)
