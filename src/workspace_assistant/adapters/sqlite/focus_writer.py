"""Writes the time log inside a transaction: only what differs, and never one block over another."""

from __future__ import annotations

from workspace_assistant.adapters.sqlite import focus_changes, focus_parts
from workspace_assistant.adapters.sqlite.focus_overlaps import overlapped
from workspace_assistant.adapters.sqlite.focus_parts import CLOCK_CHANGES, GAPS, INTERRUPTIONS
from workspace_assistant.adapters.sqlite.focus_reader import SqliteFocusReader
from workspace_assistant.adapters.sqlite.focus_rows import (
    block_row,
    clock_change_row,
    gap_row,
    heartbeat_row,
    interruption_row,
)
from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import Heartbeat
from workspace_assistant.core.phrases import Phrase

_NUMBER = "SELECT number FROM focus_block WHERE id = ?"
_ADD = """
    INSERT INTO focus_block
        (id, name, channel, tags, planned_s, started_at, ended_at, time_zone, utc_offset_s, source,
        anchor_at, anchor_elapsed_s, anchor_boot_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_CHANGE = """
    UPDATE focus_block SET
        (id, name, channel, tags, planned_s, started_at, ended_at, time_zone, utc_offset_s, source,
        anchor_at, anchor_elapsed_s, anchor_boot_id)
        = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
    WHERE number = ?14 AND
        (name, channel, tags, planned_s, started_at, ended_at, time_zone, utc_offset_s, source,
        anchor_at, anchor_elapsed_s, anchor_boot_id)
        IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
"""
_REMOVE = "DELETE FROM focus_block WHERE id = ?"
# It ended when it was last seen.
_SET_ASIDE = """
    UPDATE focus_block
    SET ended_at = max(started_at, coalesce(
            (SELECT at FROM focus_watch WHERE only = 1 AND block_id = focus_block.id), started_at)),
        anchor_at = NULL, anchor_elapsed_s = NULL, anchor_boot_id = NULL
    WHERE id = ? AND ended_at IS NULL
"""
_BEAT = """
    INSERT OR REPLACE INTO focus_watch
        (only, block_id, at, wall_at, elapsed_s, awake_s, boot_id, watcher, watcher_kind,
        last_active_at, unknown)
    VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_NO_BEAT = "DELETE FROM focus_watch"


def refuse_unsound(block: Block) -> None:
    """Raises `FocusError` for a block that no log may hold."""
    wrong = faults(block)
    if wrong:
        raise FocusError(texts.NOT_SOUND, name=block.name, fault=Phrase(wrong[0]))


class SqliteFocusWriter(SqliteFocusReader):
    """Implements the port `FocusWriter` inside one write transaction."""

    def put(self, block: Block) -> None:
        refuse_unsound(block)
        self._refuse_overlap(block)
        number, is_new = self._put_row(block)
        for parts, rows in (
            (GAPS, [*map(gap_row, block.gaps)]),
            (INTERRUPTIONS, [*map(interruption_row, block.interruptions)]),
            (CLOCK_CHANGES, [*map(clock_change_row, block.clock_changes)]),
        ):
            focus_parts.write(self._connection, parts, number, rows, is_new=is_new)

    def remove(self, block_id: str) -> None:
        self._connection.execute(_REMOVE, (block_id,))

    def record(self, change: Change) -> Change:
        return focus_changes.add(self._connection, change)

    def set_aside(self, block_id: str) -> None:
        self._connection.execute(_SET_ASIDE, (block_id,))

    def beat(self, heartbeat: Heartbeat | None) -> None:
        if heartbeat is None:
            self._connection.execute(_NO_BEAT)
        else:
            self._connection.execute(_BEAT, heartbeat_row(heartbeat))

    def _refuse_overlap(self, block: Block) -> None:
        other = overlapped(self._connection, block)
        if other is not None:
            raise FocusError(texts.OVERLAPS, name=block.name, other=other)

    def _put_row(self, block: Block) -> tuple[int, bool]:
        """The number of the row, and whether it is new."""
        row = block_row(block)
        stored = self._connection.execute(_NUMBER, (block.id,)).fetchone()
        if stored is not None:
            (number,) = stored
            self._connection.execute(_CHANGE, (*row, number))
        else:
            number = self._connection.execute(_ADD, row).lastrowid
        return int(number), stored is None
