"""Corrects the log afterwards. Each correction is one change, and undone as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce

from workspace_assistant.core.focus import interruptions, texts
from workspace_assistant.core.focus.accounting import last_act_at
from workspace_assistant.core.focus.acts import named, tidy_tags
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.clock import log_time
from workspace_assistant.core.focus.corrections import (
    BlockDraft,
    BlockEdit,
    edited,
)
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.gaps import GapDraft, with_gap
from workspace_assistant.core.focus.interruptions import InterruptionDraft, InterruptionEdit
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.overlaps import OverlapChoice, OverlapError, fitted, overlapping
from workspace_assistant.core.focus.pieces import merged, split_block
from workspace_assistant.core.focus.ports import FocusClock, FocusLog, FocusReader, NewId
from workspace_assistant.core.focus.scribe import Scribe, Step, log_now
from workspace_assistant.core.focus.undoing import ANSWER

SHORTEST_ID = 4  # digits of an id's beginning


@dataclass(frozen=True, slots=True)
class CorrectionService:
    """Corrections of blocks that are over, and of the open one.

    Every method gives the `Change`, whose id undoes it. It raises `FocusError` where the
    correction makes no sense, `OverlapError` where others have the time, and
    `StoreUnavailableError` where nothing can be kept; then nothing is changed. A block is named
    by its id or the beginning of it.

    Attributes:
        actor: who corrects, for the change log.
    """

    log: FocusLog
    clock: FocusClock
    new_id: NewId
    actor: str

    def add(self, draft: BlockDraft, overlap: OverlapChoice = OverlapChoice.REFUSE) -> Change:
        """Writes down a block that is over."""
        _check(draft)
        zone = draft.time_zone or self.clock.time_zone()
        block = Block(
            id=self.new_id(),
            name=named(draft.name),
            channel=draft.channel,
            tags=tidy_tags(draft.tags),
            planned_s=draft.planned_s,
            started_at=draft.started_at,
            ended_at=draft.ended_at,
            time_zone=zone,
            utc_offset_s=self.clock.utc_offset_s(draft.started_at, zone),
        )
        with self._writing() as scribe:
            return scribe.keep("add", *self._fitted(scribe, None, block, overlap))

    def edit(
        self, block_id: str, edit: BlockEdit, overlap: OverlapChoice = OverlapChoice.REFUSE
    ) -> Change:
        """Changes facts of a block; `corrections.edited` tells what becomes of its parts."""
        with self._writing() as scribe:
            block = find(scribe.log, block_id)
            if (edit.started_at, edit.ended_at) != (None, None):
                block = _settled(scribe, block)
            after = self._dated(edited(block, edit), block)
            return scribe.keep("edit", *self._fitted(scribe, block, after, overlap))

    def delete(self, block_id: str) -> Change:
        with self._writing() as scribe:
            return scribe.keep("delete", (_settled(scribe, find(scribe.log, block_id)), None))

    def split(self, block_id: str, at: datetime) -> Change:
        """Two blocks out of one; the open one keeps its id, else the first."""
        with self._writing() as scribe:
            block = _settled(scribe, find(scribe.log, block_id))
            if at >= _latest_now(scribe):
                raise FocusError(texts.SPLIT_OUTSIDE_BLOCK, name=block.name)
            return scribe.keep("split", *self._steps(block, split_block(block, at, self.new_id)))

    def merge(self, *block_ids: str) -> Change:
        """One block out of two or more; what lies between them is a pause in it."""
        with self._writing() as scribe:
            found = (find(scribe.log, one) for one in block_ids)
            parts = {block.id: _settled(scribe, block) for block in found}
            in_order = sorted(parts.values(), key=lambda one: one.started_at)
            return scribe.keep("merge", *self._merged(scribe.log, in_order))

    def add_gap(self, block_id: str, draft: GapDraft) -> Change:
        """Says that a part of a block was no work: an answer that nobody had asked for."""

        def act(block: Block, now: datetime) -> Block:
            return with_gap(block, draft, now, self.new_id)

        return self._changed(f"{ANSWER}gap", block_id, act)

    def add_interruption(self, block_id: str, draft: InterruptionDraft) -> Change:
        def act(block: Block, now: datetime) -> Block:
            return interruptions.with_added(block, draft, self.new_id(), now)

        return self._changed("add-interruption", block_id, act)

    def edit_interruption(
        self, block_id: str, interruption_id: str, edit: InterruptionEdit
    ) -> Change:
        def act(block: Block, now: datetime) -> Block:
            return interruptions.with_edited(block, interruption_id, edit, now)

        return self._changed("edit-interruption", block_id, act)

    def delete_interruption(self, block_id: str, interruption_id: str) -> Change:
        def act(block: Block, _: datetime) -> Block:
            return interruptions.without(block, interruption_id)

        return self._changed("delete-interruption", block_id, act)

    def _changed(
        self, action: str, block_id: str, act: Callable[[Block, datetime], Block]
    ) -> Change:
        with self._writing() as scribe:
            block = find(scribe.log, block_id)
            return scribe.keep(action, (block, act(block, _latest_now(scribe))))

    def _fitted(
        self, scribe: Scribe, before: Block | None, after: Block, overlap: OverlapChoice
    ) -> list[Step]:
        """*after* and what it pushes aside; what gives way is written first."""
        now = _latest_now(scribe)
        _check_past(before, after, now)
        if after.is_open:  # it may have been moved, and its time with it
            now = min(now, log_time(after, scribe.reading, not_before=last_act_at(after)))
        others = scribe.log.between(after.started_at, after.ended_at or now)
        if overlap is OverlapChoice.TRIM_OLD:  # what nobody watched is told before it is cut
            others = tuple(_settled(scribe, one) for one in overlapping(after, others))
        among = fitted(after, others, overlap, self.new_id)
        aside = [step for old, left in among.old for step in self._steps(old, left)]
        if before is not None:
            return aside + self._steps(before, among.new)
        return aside + [(None, self._dated(piece, after)) for piece in among.new]

    def _steps(self, before: Block, pieces: Sequence[Block]) -> list[Step]:
        """A block and what became of it. What keeps its id comes first: so it only shrinks."""
        dated = [self._dated(piece, before) for piece in pieces]
        kept = next((piece for piece in dated if piece.id == before.id), None)
        return [(before, kept), *((None, piece) for piece in dated if piece is not kept)]

    def _merged(self, log: FocusReader, parts: Sequence[Block]) -> list[Step]:
        if len(parts) < 2:
            raise FocusError(texts.MERGE_NEEDS_TWO)
        running = next((part for part in parts[:-1] if part.is_open), None)
        if running is not None:  # and a wrong clock once put the others ahead of it
            raise FocusError(texts.MERGE_RUNNING, name=running.name)
        between = log.between(parts[0].started_at, parts[-1].started_at)
        strangers = [one for one in between if one.id not in {part.id for part in parts}]
        if strangers:
            raise OverlapError(texts.MERGE_AROUND, strangers)
        whole = reduce(lambda one, other: merged(one, other, self.new_id()), parts)
        gone: list[Step] = [(part, None) for part in parts if part.id != whole.id]
        kept = next(part for part in parts if part.id == whole.id)
        return [*gone, (kept, whole)]

    def _dated(self, block: Block, before: Block) -> Block:
        """With the offset that its zone has where it now begins."""
        if (block.started_at, block.time_zone) == (before.started_at, before.time_zone):
            return block
        offset_s = self.clock.utc_offset_s(block.started_at, block.time_zone)
        return replace(block, utc_offset_s=offset_s)

    @contextmanager
    def _writing(self) -> Iterator[Scribe]:
        reading = self.clock.read()
        with self.log.writing() as log:
            yield Scribe(log, reading, self.new_id, self.actor)


def find(log: FocusReader, beginning: str) -> Block:
    """The block with this id or beginning of it; raises `FocusError` for none, and for several."""
    wanted = beginning.strip().lower()
    found = log.find(wanted) if len(wanted) >= SHORTEST_ID else ()
    if not found:
        raise FocusError(texts.NO_SUCH_BLOCK, id=beginning)
    if len(found) > 1 and found[0].id != wanted:  # an id sorts before all that begin with it
        raise FocusError(texts.SEVERAL_BLOCKS, id=beginning)
    return found[0]


def _settled(scribe: Scribe, block: Block) -> Block:
    return scribe.settled(block) if block.is_open else block


def _latest_now(scribe: Scribe) -> datetime:
    """Nothing that has happened lies after it.

    While a block runs that is the log's time, wherever the computer's clock stands: what lay ahead
    of it would be in the block's way.
    """
    running = scribe.log.open_block()
    if running is None:
        return scribe.reading.wall_at
    return log_now(scribe.log, running, scribe.reading)


def _check(draft: BlockDraft) -> None:
    if not draft.started_at < draft.ended_at:
        raise FocusError(texts.ENDS_BEFORE_START)
    if draft.planned_s is not None and not draft.planned_s > 0:
        raise FocusError(texts.PLAN_TOO_SHORT, name=draft.name)


def _check_past(before: Block | None, after: Block, now: datetime) -> None:
    """Refuses a start or an end in the future, unless it lay even further ahead before."""
    if after.ended_at is None:
        if after.started_at > now:
            raise FocusError(texts.STARTS_IN_FUTURE)
        return
    latest = now if before is None else max(now, before.ended_at or now)
    if after.ended_at > latest:
        raise FocusError(texts.ENDS_IN_FUTURE)
