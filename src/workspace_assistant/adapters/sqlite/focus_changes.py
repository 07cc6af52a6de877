"""The change log of focus blocks: what was changed, kept for ever."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from sqlite3 import Connection

from workspace_assistant.adapters.sqlite.rows import Row, instant, micros
from workspace_assistant.core.focus.changes import Change, Difference

_NEWEST = "SELECT id FROM focus_change ORDER BY id DESC LIMIT ?"
_LATEST = "SELECT max(id) FROM focus_change"
_HEADS = "SELECT id, at, actor, action, undoes FROM focus_change ORDER BY id DESC LIMIT ?"
_NEWEST_OF_BLOCK = """
    SELECT DISTINCT change FROM focus_difference WHERE block_id = ? ORDER BY change DESC LIMIT ?
"""
_CHANGES = """
    SELECT id, at, actor, action, undoes FROM focus_change
    WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC
"""
_DIFFERENCES = """
    SELECT change, block_id, before, after FROM focus_difference
    WHERE change IN (SELECT value FROM json_each(?)) ORDER BY change, position
"""
# Whatever took back the change, what took that back, and so on.
_UNDOING = """
    WITH RECURSIVE undoing (id, undoes) AS (
        SELECT id, undoes FROM focus_change WHERE undoes = ?
        UNION ALL
        SELECT later.id, later.undoes FROM undoing JOIN focus_change AS later
        ON later.undoes = undoing.id
    )
    SELECT id, undoes FROM undoing ORDER BY id DESC
"""
_ADD_CHANGE = "INSERT INTO focus_change (at, actor, action, undoes) VALUES (?, ?, ?, ?)"
_ADD_DIFFERENCE = """
    INSERT INTO focus_difference (change, position, block_id, before, after)
    VALUES (?, ?, ?, ?, ?)
"""

# Made once: an import writes a hundred thousand of them.
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def newest_ids(connection: Connection, limit: int, block_id: str) -> list[int]:
    asked = (_NEWEST_OF_BLOCK, (block_id, limit)) if block_id else (_NEWEST, (limit,))
    return [change_id for (change_id,) in connection.execute(*asked)]


def latest(connection: Connection) -> int:
    (change_id,) = connection.execute(_LATEST).fetchone()
    return int(change_id or 0)


def heads(connection: Connection, limit: int) -> list[tuple[Row, list[Row]]]:
    """The newest changes, none with what it did to blocks."""
    return [(row, []) for row in connection.execute(_HEADS, (limit,))]


def change_rows(connection: Connection, ids: Sequence[int]) -> list[tuple[Row, list[Row]]]:
    """Newest first, each with what it did to blocks."""
    wanted = json.dumps(ids)
    differences: defaultdict[int, list[Row]] = defaultdict(list)
    for change_id, *difference in connection.execute(_DIFFERENCES, (wanted,)):
        differences[change_id].append(tuple(difference))
    rows = connection.execute(_CHANGES, (wanted,)).fetchall()
    return [(row, differences[row[0]]) for row in rows]


def change_of(row: Row, differences: Iterable[Row]) -> Change:
    """Raises one of `UNREADABLE` for rows that no program of ours wrote."""
    change_id, at, actor, action, undoes = row
    return Change(
        id=change_id,
        at=instant(at),
        actor=actor,
        action=action,
        differences=tuple(
            Difference(block_id=block_id, before=_fields(before), after=_fields(after))
            for block_id, before, after in differences
        ),
        undoes=undoes,
    )


def undone_by(connection: Connection, change_id: int) -> int | None:
    """The change that took this one back and still stands."""
    standing: dict[int, int] = {}
    for undoing, undone in connection.execute(_UNDOING, (change_id,)):
        # Newest first: what may have taken this one back has been looked at by now.
        if undoing not in standing:
            standing[undone] = undoing
    return standing.get(change_id)


def add(connection: Connection, change: Change) -> Change:
    kept = add_head(connection, change)
    rows = ((kept.id, *row) for row in difference_rows(change))
    connection.executemany(_ADD_DIFFERENCE, rows)
    return kept


def difference_rows(change: Change) -> Iterator[Row]:
    """Without the number of the change."""
    for position, one in enumerate(change.differences):
        yield (position, one.block_id, _text(one.before), _text(one.after))


def add_head(connection: Connection, change: Change) -> Change:
    """The change alone, with the number it has got."""
    row = (micros(change.at), change.actor, change.action, change.undoes)
    change_id = connection.execute(_ADD_CHANGE, row).lastrowid
    if change_id is None:
        raise RuntimeError("an inserted row has a number")
    return replace(change, id=change_id)


def _text(fields: object) -> str:
    return _ENCODER.encode(fields)


def _fields(text: str) -> dict[str, object]:
    fields = json.loads(text)
    if not isinstance(fields, dict):
        raise TypeError("a difference is no object")
    return fields
