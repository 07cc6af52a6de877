"""Starts, pauses, interrupts and stops blocks: one short write transaction for each act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

from workspace_assistant.core.focus import acts, texts
from workspace_assistant.core.focus.accounting import last_act_at
from workspace_assistant.core.focus.changes import Change, applied, difference
from workspace_assistant.core.focus.clock import Reading, anchored, log_time, set_clock, start_time
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block, Cause, GapReason, Interruption, Origin
from workspace_assistant.core.focus.ports import (
    FocusClock,
    FocusLog,
    FocusReader,
    FocusWriter,
    Heartbeat,
    NewId,
)
from workspace_assistant.core.focus.recovery import (
    Evidence,
    RecoveryChoice,
    continued,
    ended,
    evidence,
)

Act = Callable[[Block, datetime], Block]


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """The running block and what is known of it at this moment.

    Attributes:
        at: the log's time; the computer's clock when no block is open.
        left_alone: why and since when nobody watched the open block; None when all is well.
    """

    at: datetime
    block: Block | None
    heartbeat: Heartbeat | None
    left_alone: Evidence | None


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

    def start(self, plan: acts.Plan) -> Change:
        """Begins a block now; refused while another one is open."""
        if not plan.name.strip():
            raise FocusError(texts.NO_NAME)
        reading, zone = self.clock.read(), self.clock.time_zone()
        with self.log.writing() as log:
            running = log.open_block()
            if running is not None:
                raise FocusError(texts.OPEN_ALREADY, name=running.name, time=_begun(running))
            now = start_time(reading, log.latest_end_at())
            block = Block(
                id=self.new_id(),
                name=plan.name.strip(),
                channel=plan.channel,
                tags=plan.tags,
                planned_s=plan.planned_s,
                started_at=now,
                time_zone=zone,
                utc_offset_s=self.clock.utc_offset_s(now, zone),
                anchor=anchored(now, reading),
            )
            return self._kept(log, "start", reading, None, block)

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
                note=note,
                next_step=next_step,
            )
            return acts.interrupted(block, one)

        return self._act("interrupt", act)

    def back(self) -> Change:
        return self._act("back", acts.back)

    def recover(self, choice: RecoveryChoice) -> Change:
        """Settles a block that was left alone; raises `FocusError` when none was."""
        reading = self.clock.read()
        with self.log.writing() as log:
            block = _open(log)
            found = evidence(block, log.heartbeat(), reading)
            if found is None:
                raise FocusError(texts.NOT_LEFT_ALONE, name=block.name)
            if choice is RecoveryChoice.DISCARD:
                after = None
            elif choice is RecoveryChoice.END:
                after = ended(block, found)
            else:
                after = continued(block, found, reading, self.new_id())
            return self._kept(log, f"recover-{choice}", reading, block, after)

    def undo(self, change_id: int) -> Change:
        """Takes back one change, if nothing has changed the same fields since."""
        reading = self.clock.read()
        with self.log.writing() as log:
            change = log.change(change_id)
            if change is None:
                raise FocusError(texts.NO_SUCH_CHANGE, id=str(change_id))
            if log.undone_by(change_id) is not None:
                raise FocusError(texts.UNDONE_ALREADY, id=str(change_id))
            reverse = change.reversed(reading.wall_at, self.actor)
            for one in reverse.differences:
                found = log.find(one.block_id)
                after = applied(one, found[0] if found else None)
                if after is None:
                    log.remove(one.block_id)
                else:
                    log.put(after)
            return log.record(reverse)

    def _act(self, action: str, act: Act) -> Change:
        reading = self.clock.read()
        with self.log.writing() as log:
            block = _open(log)
            settled = self._settled(log, block, reading)
            now = _log_now(log, settled, reading)
            return self._kept(log, action, reading, block, act(settled, now))

    def _settled(self, log: FocusReader, block: Block, reading: Reading) -> Block:
        """The block with what must be noted before anything else happens to it."""
        found = evidence(block, log.heartbeat(), reading)
        if found is not None:
            block = continued(block, found, reading, self.new_id())
        return with_clock_noted(block, reading)

    def _kept(
        self,
        log: FocusWriter,
        action: str,
        reading: Reading,
        before: Block | None,
        after: Block | None,
    ) -> Change:
        if after is not None:
            log.put(after)
        elif before is not None:
            log.remove(before.id)
        if after is None or not after.is_open:
            log.beat(None)
        changed = difference(before, after)
        differences = () if changed is None else (changed,)
        return log.record(
            Change(at=reading.wall_at, actor=self.actor, action=action, differences=differences)
        )


def situation(log: FocusReader, reading: Reading) -> Now:
    block = log.open_block()
    if block is None:
        return Now(at=reading.wall_at, block=None, heartbeat=None, left_alone=None)
    beat = log.heartbeat()
    return Now(
        at=_log_now(log, block, reading),
        block=block,
        heartbeat=beat,
        left_alone=evidence(block, beat, reading),
    )


def with_clock_noted(block: Block, reading: Reading) -> Block:
    """A step of the computer's clock since the last one that was noted goes into the block."""
    if block.anchor is None:
        return block
    known_s = block.clock_changes[-1].by_s if block.clock_changes else 0.0
    step = set_clock(block.anchor, reading, known_s)
    if step is None:
        return block
    return replace(block, clock_changes=(*block.clock_changes, step))


def _log_now(log: FocusReader, block: Block, reading: Reading) -> datetime:
    """The log's time of the open block. It never runs into a block that a wrong clock put ahead."""
    now = log_time(block.anchor, reading, not_before=last_act_at(block))
    ahead = log.next_start_at(block.started_at)
    return now if ahead is None else min(now, ahead)


def _open(log: FocusReader) -> Block:
    block = log.open_block()
    if block is None:
        raise FocusError(texts.NO_OPEN_BLOCK)
    return block


def _begun(block: Block) -> str:
    """When it began, as the clock on the wall stood there then."""
    there = timezone(timedelta(seconds=block.utc_offset_s))
    return block.started_at.astimezone(there).strftime("%H:%M")
