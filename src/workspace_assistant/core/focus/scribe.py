"""Writes what one act changes into the log, in one transaction, and notes it in the change log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.focus.accounting import last_act_at
from workspace_assistant.core.focus.changes import Change, difference
from workspace_assistant.core.focus.clock import Reading, ahead_s, log_time, moved_by, set_clock
from workspace_assistant.core.focus.corrections import shifted
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.pieces import split_block
from workspace_assistant.core.focus.ports import FocusReader, FocusWriter, NewId
from workspace_assistant.core.focus.recovery import Evidence, continued, evidence, with_sleep

# What was, and what became of it: None where there was none, or where nothing is left.
Step = tuple[Block | None, Block | None]


_INSTANT = timedelta(microseconds=1)

WATCHER = "watcher"  # acts when nobody does
NOTICE = "notice"  # what the program found out: no act of a person
WATCHED_AGAIN = "recover-continue"  # the same, when a person had it noted
REPAIR = "repair"
SET_ASIDE = "set-aside"
NOTICES = frozenset({NOTICE, WATCHED_AGAIN, REPAIR, SET_ASIDE})


@dataclass(frozen=True, slots=True)
class Scribe:
    """One writer in one write transaction.

    Attributes:
        reading: all clocks when the act began.
        actor: who acts, for the change log.
    """

    log: FocusWriter
    reading: Reading
    new_id: NewId
    actor: str

    def keep(self, action: str, *steps: Step) -> Change:
        """Writes the steps in this order, as one change."""
        for before, after in steps:
            self.write(before, after)
        return self.record(action, steps)

    def write(self, before: Block | None, after: Block | None) -> None:
        if before is not None and after is not None:
            self._move_beat(before, after)
        if after is not None:
            self.log.put(after)
        elif before is not None:
            self.log.remove(before.id)

    def record(self, action: str, steps: Iterable[Step], undoes: int | None = None) -> Change:
        """Notes what was written; without an open block there is no sign of life either."""
        if self.log.open_block() is None:
            self.log.beat(None)
        found = (difference(before, after) for before, after in steps)
        return self.log.record(
            Change(
                at=self.reading.wall_at,
                actor=self.actor,
                action=action,
                differences=tuple(one for one in found if one is not None),
                undoes=undoes,
            )
        )

    def settled(self, block: Block) -> Block:
        """The open block with what must be known before anything else happens to it.

        That nobody watched it, that the computer slept, that the clock was set, or that it came to
        a block ahead, is a change of its own: undoing the act that follows does not make such time
        work.
        """
        *earlier, last = self._up_to_now(block)
        if last != block:
            self.keep(NOTICE, (block, last), *((None, piece) for piece in earlier))
        return last

    def watched_on(self, block: Block) -> Change:
        """The same, where a person had it noted."""
        *earlier, last = self._up_to_now(block)
        return self.keep(WATCHED_AGAIN, (block, last), *((None, piece) for piece in earlier))

    def _up_to_now(self, block: Block) -> tuple[Block, ...]:
        found = evidence(block, self.log.heartbeat(), self.reading)
        here = self._awake(block) if found is None else self.watched_again(block, found)
        noted = with_clock_noted(here, self.reading)
        return around(self.log, noted, self.reading, self.new_id)

    def _move_beat(self, before: Block, after: Block) -> None:
        """A block that is moved takes the sign of its life along."""
        beat, by = self.log.heartbeat(), moved_by(before.anchor, after.anchor)
        if by and beat is not None and beat.block_id == after.id:
            active_at = beat.last_active_at + by
            self.log.beat(replace(beat, at=beat.at + by, last_active_at=active_at))

    def _awake(self, block: Block) -> Block:
        """The block after a sleep that its watcher has not told of yet."""
        now = log_time(block, self.reading, not_before=last_act_at(block))
        after = with_sleep(block, self.log.heartbeat(), self.reading, now, self.new_id())
        if after != block:
            self.log.beat(None)  # it has told what it had to
        return after

    def watched_again(self, block: Block, found: Evidence) -> Block:
        """The block that goes on; the old sign of life has told what it had to."""
        self.log.beat(None)
        return continued(block, found, self.reading, self.new_id())


def left_alone(log: FocusReader, block: Block, reading: Reading) -> Evidence | None:
    """Why and since when nobody watched the open block; None when all is well."""
    found = evidence(block, log.heartbeat(), reading)
    if found is None:
        return None
    now = max(_short_of_next(log, block, found.now), found.last_seen_at)
    return replace(found, now=now)


def log_now(log: FocusReader, block: Block, reading: Reading) -> datetime:
    """The log's time of the open block."""
    return _short_of_next(log, block, log_time(block, reading, not_before=last_act_at(block)))


def around(log: FocusReader, block: Block, reading: Reading, new_id: NewId) -> tuple[Block, ...]:
    """The open block, in pieces that lie around what a wrong clock once put ahead of it.

    It goes on where the other block ends, as long as it was: only its instants are later.
    """
    pieces = []
    while (ahead_at := _reached_at(log, block, reading)) is not None:
        first, rest = split_block(block, ahead_at, new_id)
        pieces.append(first)
        block = shifted(rest, free_from(log, ahead_at) - ahead_at)
    return (*pieces, block)


def is_in_the_way(log: FocusReader, block: Block, reading: Reading) -> bool:
    """Whether the open block has come to one that lies ahead of it."""
    return _reached_at(log, block, reading) is not None


def free_from(log: FocusReader, at: datetime) -> datetime:
    """*at*, or the end of the block that a wrong clock once put there."""
    while inside := log.between(at, at + _INSTANT):
        later = max(block.ended_at or at for block in inside)
        if later <= at:
            break
        at = later
    return at


def with_clock_noted(block: Block, reading: Reading) -> Block:
    """A step of the computer's clock since the last one that was noted goes into the block."""
    if block.anchor is None:
        return block
    step = set_clock(block.anchor, reading, ahead_s(block))
    if step is None:
        return block
    return replace(block, clock_changes=(*block.clock_changes, step))


def _reached_at(log: FocusReader, block: Block, reading: Reading) -> datetime | None:
    ahead_at = log.next_start_at(block.started_at)
    now = log_time(block, reading, not_before=last_act_at(block))
    return ahead_at if ahead_at is not None and ahead_at < now else None


def _short_of_next(log: FocusReader, block: Block, now: datetime) -> datetime:
    """Never inside a block that a wrong clock put ahead."""
    ahead = log.next_start_at(block.started_at)
    return now if ahead is None else min(now, ahead)
