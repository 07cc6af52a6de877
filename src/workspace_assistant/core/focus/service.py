"""Starts, pauses, interrupts and stops blocks: one short write transaction for each act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from workspace_assistant.core.focus import acts, texts
from workspace_assistant.core.focus.accounting import last_act_at
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.clock import Reading, anchored, log_time
from workspace_assistant.core.focus.draft import EVER, kept
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.first_plan import first_planned_s
from workspace_assistant.core.focus.model import Block, Cause, GapReason, Interruption, Origin
from workspace_assistant.core.focus.ports import (
    FocusClock,
    FocusLog,
    FocusReader,
    FocusWriter,
    Heartbeat,
    NewId,
)
from workspace_assistant.core.focus.recovery import Evidence, RecoveryChoice, ended, with_sleep
from workspace_assistant.core.focus.repair import repaired
from workspace_assistant.core.focus.scribe import (
    WATCHED_AGAIN,
    Scribe,
    around,
    free_from,
    left_alone,
    log_now,
    with_clock_noted,
)
from workspace_assistant.core.focus.undoing import already_open, last_undoable, undone

Act = Callable[[Block, datetime], Block]

_LOOKED_BACK = 500  # changes of one block; more are read of none

_MANY = 500  # blocks: more are taken back without keeping others waiting

NOT_IN_THE_LOG = ""  # the id of a gap that is shown before anybody wrote it down


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """The running block and what is known of it at this moment.

    Attributes:
        at: the log's time; the computer's clock when no block is open.
        left_alone: why and since when nobody watched the open block; None when all is well.
        earlier: pieces of the open block before another that it has come to, still to be written.
    """

    at: datetime
    block: Block | None
    heartbeat: Heartbeat | None
    left_alone: Evidence | None
    earlier: tuple[Block, ...] = ()

    def shown(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Blocks read from the log, with the open one as it is at this moment."""
        here = self.block
        return tuple(
            piece
            for block in blocks
            for piece in ((*self.earlier, here) if here and block.id == here.id else (block,))
        )

    @property
    def watched_by(self) -> Heartbeat | None:
        """The last beat of the program that watches the open block now."""
        beat = self.heartbeat
        if self.block is None or self.left_alone is not None or beat is None:
            return None
        return beat if beat.watcher and beat.block_id == self.block.id else None

    @property
    def unknown(self) -> tuple[str, ...]:
        """What whoever watches the open block cannot sense, in sentences."""
        beat = self.watched_by
        return () if beat is None else beat.unknown

    @property
    def proven_at(self) -> datetime:
        """Until when the open block is known to have run; what came since may have been no work."""
        return self.at if self.left_alone is None else self.left_alone.last_seen_at


@dataclass(frozen=True, slots=True)
class FocusService:
    """All acts on the open block.

    Every method that writes gives the `Change`, whose id undoes it, and raises `FocusError` where
    the act makes no sense and `StoreUnavailableError` where nothing can be kept.

    Attributes:
        actor: who acts, for the change log.
    """

    log: FocusLog
    clock: FocusClock
    new_id: NewId
    actor: str

    def now(self) -> Now:
        reading = self.clock.read()
        with self.log.reading() as log:
            return situation(log, reading)

    def recent(self, limit: int) -> tuple[Block, ...]:
        """The latest block of each of the names used last, newest first, as it was planned."""
        with self.log.reading() as log:
            return tuple(_as_planned(log, block) for block in log.recent_names(limit))

    def start(self, plan: acts.Plan) -> Change:
        """Begins a block now; refused while another one is open.

        Where the log holds a block already it begins after that: `put_off_s` tells by how much.
        """
        if plan.planned_s is not None and not plan.planned_s > 0:
            raise FocusError(texts.PLAN_TOO_SHORT, name=plan.name)
        name, zone = acts.named(plan.name), self.clock.time_zone()
        with self._writing() as scribe:
            running = scribe.log.open_block()
            if running is not None:
                raise already_open(running)
            now = free_from(scribe.log, scribe.reading.wall_at)
            block = Block(
                id=self.new_id(),
                name=name,
                channel=plan.channel,
                tags=acts.tidy_tags(plan.tags),
                planned_s=plan.planned_s,
                started_at=now,
                time_zone=zone,
                utc_offset_s=self.clock.utc_offset_s(now, zone),
                anchor=anchored(now, scribe.reading),
            )
            return scribe.keep("start", (None, with_clock_noted(block, scribe.reading)))

    def pause(self, reason: GapReason = GapReason.PAUSE) -> Change:
        return self._act("pause", lambda block, now: acts.paused(block, now, self.new_id(), reason))

    def resume(self) -> Change:
        return self._act("resume", acts.resumed)

    def extend(self, by_s: float) -> Change:
        return self._act("extend", lambda block, _: acts.extended(block, by_s))

    def stop(self) -> Change:
        return self._act("stop", acts.stopped)

    def interrupt(
        self, cause: Cause, origin: Origin | None = None, note: str = "", next_step: str = ""
    ) -> Change:
        def act(block: Block, now: datetime) -> Block:
            one = Interruption(
                id=self.new_id(),
                cause=cause,
                origin=origin or acts.usual_origin(cause),
                at=now,
                note=acts.tidy_text(note),
                next_step=acts.tidy_text(next_step),
            )
            return acts.interrupted(block, one)

        return self._act("interrupt", act)

    def back(self) -> Change:
        return self._act("back", acts.back)

    def recover(self, choice: RecoveryChoice) -> Change:
        """Settles a block that was left alone; raises `FocusError` when none was.

        Ending and discarding are two changes: undoing the last leaves the block to go on, with
        the time that nobody watched as a gap.
        """
        with self._writing() as scribe:
            block = _open(scribe.log)
            found = left_alone(scribe.log, block, scribe.reading)
            if found is None:
                raise FocusError(texts.NOT_LEFT_ALONE, name=block.name)
            if choice is RecoveryChoice.CONTINUE:
                return scribe.watched_on(block)
            after = scribe.watched_again(block, found)
            scribe.keep(WATCHED_AGAIN, (block, after))
            over = ended(block, found) if choice is RecoveryChoice.END else None
            return scribe.keep(f"recover-{choice}", (after, over))

    def repair(self) -> Change:
        """Puts a running block that cannot be read together again, from the change log.

        Raises `FocusError` where it can be read.
        """
        with self._writing() as scribe:
            return repaired(scribe)

    def undo(self, change_id: int) -> Change:
        """Takes back one change, if nothing has changed the same facts since.

        A block that runs again was not watched since it had ended: that time is a gap.
        """
        if self._has_changed_many(change_id):
            return self._undo_many(change_id)
        with self._writing() as scribe:
            return undone(scribe, change_id)

    def undo_last(self) -> Change:
        """Takes back the latest act that is not taken back yet."""
        with self.log.reading() as log:
            latest = last_undoable(log)
        if self._has_changed_many(latest):
            return self._undo_many(latest)
        with self._writing() as scribe:  # somebody else may have acted since
            return undone(scribe, last_undoable(scribe.log))

    def _has_changed_many(self, change_id: int) -> bool:
        with self.log.reading() as log:
            change = log.change(change_id)
        return change is not None and len(change.differences) >= _MANY

    def _undo_many(self, change_id: int) -> Change:
        reading = self.clock.read()

        def take_back(log: FocusWriter) -> Change:
            return undone(Scribe(log, reading, self.new_id, self.actor), change_id)

        return kept(self.log, EVER, take_back)

    def _act(self, action: str, act: Act) -> Change:
        with self._writing() as scribe:
            block = scribe.settled(_open(scribe.log))
            now = log_now(scribe.log, block, scribe.reading)
            return scribe.keep(action, (block, act(block, now)))

    @contextmanager
    def _writing(self) -> Iterator[Scribe]:
        reading = self.clock.read()
        with self.log.writing() as log:
            yield Scribe(log, reading, self.new_id, self.actor)


def situation(log: FocusReader, reading: Reading) -> Now:
    """What is shown of this moment, be it that no watcher has told of it yet.

    Such a sleep is a gap in the block all the same, and a block that lies ahead is passed; as this
    is in no log so far, nothing can be answered about it.
    """
    block = log.open_block()
    if block is None:
        return Now(at=reading.wall_at, block=None, heartbeat=None, left_alone=None)
    beat, alone = log.heartbeat(), left_alone(log, block, reading)
    earlier: list[Block] = []
    if alone is None:
        at = log_time(block, reading, not_before=last_act_at(block))
        here = with_sleep(block, beat, reading, at, NOT_IN_THE_LOG)
        *earlier, block = around(log, here, reading, lambda: NOT_IN_THE_LOG)
    return Now(
        at=log_now(log, block, reading),
        block=block,
        heartbeat=beat,
        left_alone=alone,
        earlier=tuple(earlier),
    )


def _as_planned(log: FocusReader, block: Block) -> Block:
    if block.planned_s is None:
        return block
    return replace(block, planned_s=first_planned_s(block, log.changes(_LOOKED_BACK, block.id)))


def _open(log: FocusReader) -> Block:
    block = log.open_block()
    if block is None:
        raise FocusError(texts.NO_OPEN_BLOCK)
    return block
