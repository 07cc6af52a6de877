"""A large change, prepared while others may write, and then written in one go.

An import touches ten thousands of blocks. Working out what it does takes seconds, in which nobody
who acts may be kept waiting: that is done on a view of the log (`FocusLog.reading`). What comes of
it is written by `FocusLog.keep`, unless the same was changed meanwhile.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import FocusLog, FocusReader, FocusWriter, Heartbeat
from workspace_assistant.core.spans import FOREVER

# So often it is prepared anew where others change the same; then nobody else may act.
_TRIES = 3

_AFTER_ALL = "\U0010ffff"  # no id comes after it
EVER = datetime.min.replace(tzinfo=UTC)

ResultT = TypeVar("ResultT")


def kept(log: FocusLog, since: datetime, prepare: Callable[[FocusWriter], Change]) -> Change:
    """What *prepare* does to the log, from *since* on, written in as short a time as can be."""
    for _ in range(_TRIES):
        with log.reading() as reader:
            draft = Draft(reader, since)
            prepare(draft)
        change = log.keep(draft)
        if change is not None:
            return change
    with log.writing() as writer:
        return prepare(writer)


class Draft:
    """Implements the port `FocusWriter` on a view of the log, and writes nothing.

    It sees its own blocks among those of the log, from the instant *since* on; earlier ones must
    not be touched. Whether blocks are sound and lie apart is checked when it is kept.

    Attributes:
        base: the change of the log on which it is founded; 0 for none.
        gone: ids of blocks that are removed, or put anew.
        put_blocks: what is put, by id.
        recorded: the change; None before.
        new_beat: the heartbeat it leaves, where `has_beat`.
    """

    def __init__(self, log: FocusReader, since: datetime) -> None:
        self.base = log.latest_change()
        self.gone: set[str] = set()
        self.put_blocks: dict[str, Block] = {}
        self.recorded: Change | None = None
        self.has_beat = False
        self.new_beat: Heartbeat | None = None
        self._log = log
        self._since = since
        self._blocks = {one.id: one for one in log.between(since, FOREVER)}
        self._starts = sorted((one.started_at, one.id) for one in self._blocks.values())
        self._open = log.open_block()

    def open_block(self) -> Block | None:
        return self._open

    def unreadable_open(self) -> str | None:
        return self._log.unreadable_open()

    def find(self, beginning: str) -> tuple[Block, ...]:
        raise NotImplementedError(beginning)  # only single acts are about a block that is named

    def between(self, start: datetime, end: datetime) -> tuple[Block, ...]:
        first = bisect_left(self._starts, (start, ""))
        until = bisect_left(self._starts, (end, ""))
        inside = [self._blocks[block_id] for _, block_id in self._starts[first:until]]
        return (*self._reaching_into(first, start, end), *inside)

    def latest_end_at(self) -> datetime | None:
        return self._log.latest_end_at()

    def next_start_at(self, after: datetime) -> datetime | None:
        stored = self._log.next_start_at(after)
        if stored is not None and stored < self._since:
            return stored
        following = bisect_left(self._starts, (after, _AFTER_ALL))
        return self._starts[following][0] if following < len(self._starts) else None

    def recent_names(self, limit: int) -> tuple[Block, ...]:
        return self._log.recent_names(limit)

    def with_source(self, sources: frozenset[str]) -> frozenset[str]:
        return self._log.with_source(sources)

    def with_id(self, ids: frozenset[str]) -> frozenset[str]:
        return self._log.with_id(ids)

    def blocks(self, ids: frozenset[str]) -> tuple[Block, ...]:
        near = [self._blocks[one] for one in ids if one in self._blocks]
        stored = self._log.blocks(ids - self._blocks.keys() - self.gone)
        return tuple(sorted((*near, *stored), key=lambda one: one.started_at))

    def unanswered(self, limit: int) -> tuple[Block, ...]:
        return self._log.unanswered(limit)

    def heartbeat(self) -> Heartbeat | None:
        return self.new_beat if self.has_beat else self._log.heartbeat()

    def changes(self, limit: int, block_id: str = "") -> tuple[Change, ...]:
        return self._log.changes(limit, block_id)

    def heads(self, limit: int) -> tuple[Change, ...]:
        return self._log.heads(limit)

    def latest_change(self) -> int:
        return self._log.latest_change()

    def change(self, change_id: int) -> Change | None:
        return self._log.change(change_id)

    def undone_by(self, change_id: int) -> int | None:
        return self._log.undone_by(change_id)

    def unreadable(self) -> int:
        return self._log.unreadable()

    def put(self, block: Block) -> None:
        self._forget(block.id)
        self._blocks[block.id] = self.put_blocks[block.id] = block
        insort(self._starts, (block.started_at, block.id))
        if block.is_open:
            self._open = block

    def remove(self, block_id: str) -> None:
        self._forget(block_id)

    def record(self, change: Change) -> Change:
        self.recorded = change
        return change

    def set_aside(self, block_id: str) -> None:
        raise NotImplementedError(block_id)  # a single act: it needs no draft

    def beat(self, heartbeat: Heartbeat | None) -> None:
        self.has_beat, self.new_beat = True, heartbeat

    def _forget(self, block_id: str) -> None:
        self.gone.add(block_id)
        self.put_blocks.pop(block_id, None)
        before = self._blocks.pop(block_id, None)
        if before is not None:
            del self._starts[bisect_left(self._starts, (before.started_at, block_id))]
        if self._open is not None and self._open.id == block_id:
            self._open = None

    def _reaching_into(self, first: int, start: datetime, end: datetime) -> list[Block]:
        """What began before *start* and is not over then: the last one with a length, the open."""
        found = []
        if self._open is not None and self._open.started_at < min(start, end):
            found.append(self._open)
        for index in range(first - 1, -1, -1):
            one = self._blocks[self._starts[index][1]]
            if one.ended_at is not None and one.ended_at > one.started_at:
                found += [one] if one.ended_at > start else []
                break
        return sorted(found, key=lambda one: one.started_at)
