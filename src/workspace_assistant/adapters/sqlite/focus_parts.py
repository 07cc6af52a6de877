"""Reads and writes the parts of blocks: gaps, interruptions, notes about the clock."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from workspace_assistant.adapters.sqlite.rows import Row


@dataclass(frozen=True, slots=True)
class Parts:
    """A table of parts. Each row has the number of its block and its place among its likes.

    Attributes:
        read: gives number and part of several blocks, in order.
        write: puts a part in its place.
        cut: removes what stands at a place or after it.
    """

    read: str
    write: str
    cut: str


GAPS = Parts(
    read="""
    SELECT block, id, started_at, ended_at, reason, is_unanswered FROM focus_gap
    WHERE block IN (SELECT value FROM json_each(?)) ORDER BY block, position
    """,
    write="""
    INSERT OR REPLACE INTO focus_gap
        (block, position, id, started_at, ended_at, reason, is_unanswered)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    """,
    cut="DELETE FROM focus_gap WHERE block = ? AND position >= ?",
)
INTERRUPTIONS = Parts(
    read="""
    SELECT block, id, cause, origin, at, ended_at, note, next_step FROM focus_interruption
    WHERE block IN (SELECT value FROM json_each(?)) ORDER BY block, position
    """,
    write="""
    INSERT OR REPLACE INTO focus_interruption
        (block, position, id, cause, origin, at, ended_at, note, next_step)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    """,
    cut="DELETE FROM focus_interruption WHERE block = ? AND position >= ?",
)
CLOCK_CHANGES = Parts(
    read="""
    SELECT block, at, by_s FROM focus_clock_change
    WHERE block IN (SELECT value FROM json_each(?)) ORDER BY block, position
    """,
    write="""
    INSERT OR REPLACE INTO focus_clock_change (block, position, at, by_s) VALUES (?, ?, ?, ?)
    """,
    cut="DELETE FROM focus_clock_change WHERE block = ? AND position >= ?",
)


def read(
    connection: Connection, parts: Parts, numbers: Sequence[int]
) -> defaultdict[int, list[Row]]:
    """By the number of their block."""
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for number, *part in connection.execute(parts.read, (json.dumps(numbers),)):
        found[number].append(tuple(part))
    return found


def write(
    connection: Connection, parts: Parts, number: int, rows: Sequence[Row], *, is_new: bool
) -> None:
    """Makes *rows* the parts of a block; what stands there already is not written again."""
    stored = [] if is_new else read(connection, parts, [number])[number]
    for position, row in enumerate(rows):
        if position >= len(stored) or stored[position] != row:
            connection.execute(parts.write, (number, position, *row))
    if len(stored) > len(rows):
        connection.execute(parts.cut, (number, len(rows)))
