"""Finds the block that another one would lie over. Asked inside the transaction that writes it.

As no block in the file lies over another one, only its neighbors have to be looked at.
"""

from __future__ import annotations

from sqlite3 import Connection

from workspace_assistant.adapters.sqlite.rows import micros
from workspace_assistant.core.focus.accounting import last_act_at
from workspace_assistant.core.focus.model import Block

_STARTS_INSIDE = """
    SELECT name FROM focus_block
    WHERE started_at >= :start AND started_at < :end AND ended_at > :start AND id <> :id LIMIT 1
"""
_REACHES_INTO = """
    SELECT name FROM focus_block WHERE number = (
        SELECT number FROM focus_block
        WHERE started_at < :start AND ended_at IS NOT NULL AND id <> :id
        ORDER BY started_at DESC, ended_at DESC LIMIT 1
    ) AND ended_at > :start
"""
_STARTS_TOGETHER = """
    SELECT name FROM focus_block WHERE started_at = :start AND ended_at > :start AND id <> :id
"""
_ANOTHER_OPEN = "SELECT name FROM focus_block WHERE ended_at IS NULL AND id <> :id"
# An open block lasts at least until the last sign of it: an act, or the heartbeat.
_RUNS_THROUGH = """
    SELECT name FROM focus_block WHERE ended_at IS NULL AND id <> :id AND (
        started_at = :start AND :start < :end
        OR started_at < :end AND :start < max(
            started_at,
            coalesce((SELECT max(coalesce(ended_at, started_at)) FROM focus_gap
                      WHERE block = number), started_at),
            coalesce((SELECT max(coalesce(ended_at, at)) FROM focus_interruption
                      WHERE block = number), started_at),
            coalesce((SELECT at FROM focus_watch
                      WHERE only = 1 AND block_id = focus_block.id), started_at)
        )
    )
"""
_WITH_OPEN = (_ANOTHER_OPEN, _STARTS_TOGETHER, _STARTS_INSIDE, _REACHES_INTO)
_WITH_CLOSED = (_RUNS_THROUGH, _STARTS_INSIDE, _REACHES_INTO)


def overlapped(connection: Connection, block: Block) -> str | None:
    """The name of a block that *block* would lie over."""
    end = block.ended_at or last_act_at(block)
    span = {"id": block.id, "start": micros(block.started_at), "end": micros(end)}
    for query in _WITH_OPEN if block.is_open else _WITH_CLOSED:
        found = connection.execute(query, span).fetchone()
        if found is not None:
            return str(found[0])
    return None
