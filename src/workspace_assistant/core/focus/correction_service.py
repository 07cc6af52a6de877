"""Corrects the log afterwards. Each correction is one change, and undone as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workspace_assistant.core.focus import interruptions, texts
from workspace_assistant.core.focus.acts import named, tidy_tags
from workspace_assistant.core.focus.changes import Change, difference
from workspace_assistant.core.focus.clock import Reading
from workspace_assistant.core.focus.corrections import (
    BlockDraft,
    BlockEdit,
    edited,
    merged,
    split_block,
)
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.overlaps import OverlapChoice, OverlapError, fitted
from workspace_assistant.core.focus.ports import (
    FocusClock,
    FocusLog,
    FocusReader,
    FocusWriter,
    NewId,
)
from workspace_assistant.core.focus.service import situation

SHORTEST_ID = 4  # digits of an id's beginning

# What was, and what it became: None where there was none, or where nothing is left.
Step = tuple[Block | None, Block | None]


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
        _check_draft(draft)

        def act(log: FocusWriter, now: datetime) -> list[Step]:
            return self._fitted(log, None, block, overlap, now)

        return self._kept("add", act)

    def edit(
        self, block_id: str, edit: BlockEdit, overlap: OverlapChoice = OverlapChoice.REFUSE
    ) -> Change:
        """Changes facts of a block; a new start or end takes its gaps and interruptions along.

        See `corrections.edited`.
        """

        def act(log: FocusWriter, now: datetime) -> list[Step]:
            block = find(log, block_id)
            return self._fitted(log, block, self._dated(edited(block, edit), block), overlap, now)

        return self._kept("edit", act)

    def delete(self, block_id: str) -> Change:
        return self._kept("delete", lambda log, _: [(find(log, block_id), None)])

    def split(self, block_id: str, at: datetime) -> Change:
        """Two blocks out of one; the open one keeps its id, else the first."""

        def act(log: FocusWriter, now: datetime) -> list[Step]:
            block = find(log, block_id)
            if at >= now:
                raise FocusError(texts.SPLIT_OUTSIDE_BLOCK, name=block.name)
            return self._steps(block, split_block(block, at, self.new_id))

        return self._kept("split", act)

    def merge(self, *block_ids: str) -> Change:
        """One block out of two or more; what lies between them is a pause in it."""

        def act(log: FocusWriter, _: datetime) -> list[Step]:
            parts = {block.id: block for block in (find(log, one) for one in block_ids)}
            return self._merged(log, sorted(parts.values(), key=lambda one: one.started_at))

        return self._kept("merge", act)

    def add_interruption(self, block_id: str, draft: interruptions.InterruptionDraft) -> Change:
        return self._changed(
            "add-interruption",
            block_id,
            lambda block, now: interruptions.with_added(block, draft, self.new_id(), now),
        )

    def edit_interruption(
        self, block_id: str, interruption_id: str, edit: interruptions.InterruptionEdit
    ) -> Change:
        return self._changed(
            "edit-interruption",
            block_id,
            lambda block, now: interruptions.with_edited(block, interruption_id, edit, now),
        )

    def delete_interruption(self, block_id: str, interruption_id: str) -> Change:
        return self._changed(
            "delete-interruption",
            block_id,
            lambda block, _: interruptions.without(block, interruption_id),
        )

    def _changed(
        self, action: str, block_id: str, act: Callable[[Block, datetime], Block]
    ) -> Change:
        def steps(log: FocusWriter, now: datetime) -> list[Step]:
            block = find(log, block_id)
            return [(block, act(block, now))]

        return self._kept(action, steps)

    def _fitted(
        self,
        log: FocusReader,
        before: Block | None,
        after: Block,
        overlap: OverlapChoice,
        now: datetime,
    ) -> list[Step]:
        """*after* and what it pushes aside; what gives way is written first."""
        _check_past(before, after, now)
        others = log.between(after.started_at, after.ended_at or max(now, after.started_at))
        among = fitted(after, others, overlap, self.new_id)
        steps: list[Step] = []
        for old, left in among.old:
            steps += self._steps(old, left)
        if before is not None:
            return steps + self._steps(before, among.new)
        return steps + [(None, self._dated(piece, after)) for piece in among.new]

    def _steps(self, before: Block, pieces: Sequence[Block]) -> list[Step]:
        """A block and what became of it. What keeps its id comes first: so it only shrinks."""
        dated = [self._dated(piece, before) for piece in pieces]
        kept = next((piece for piece in dated if piece.id == before.id), None)
        return [(before, kept), *((None, piece) for piece in dated if piece is not kept)]

    def _merged(self, log: FocusReader, parts: list[Block]) -> list[Step]:
        if len(parts) < 2:
            raise FocusError(texts.MERGE_NEEDS_TWO)
        between = log.between(parts[0].started_at, parts[-1].started_at)
        strangers = [one for one in between if one not in parts]
        if strangers:
            raise OverlapError(texts.MERGE_AROUND, strangers)
        whole = parts[0]
        for part in parts[1:]:
            whole = merged(whole, part, self.new_id())
        gone: list[Step] = [(part, None) for part in parts if part.id != whole.id]
        kept = next(part for part in parts if part.id == whole.id)
        return [*gone, (kept, self._dated(whole, kept))]

    def _dated(self, block: Block, before: Block) -> Block:
        """With the offset that its zone has where it now begins."""
        if (block.started_at, block.time_zone) == (before.started_at, before.time_zone):
            return block
        offset_s = self.clock.utc_offset_s(block.started_at, block.time_zone)
        return replace(block, utc_offset_s=offset_s)

    def _kept(self, action: str, act: Callable[[FocusWriter, datetime], list[Step]]) -> Change:
        reading = self.clock.read()
        with self.log.writing() as log:
            steps = act(log, _latest_now(log, reading))
            for before, after in steps:
                _write(log, before, after)
            if log.open_block() is None:
                log.beat(None)
            found = (difference(before, after) for before, after in steps)
            return log.record(
                Change(
                    at=reading.wall_at,
                    actor=self.actor,
                    action=action,
                    differences=tuple(one for one in found if one is not None),
                )
            )


def find(log: FocusReader, beginning: str) -> Block:
    """The block whose id begins so; raises `FocusError` for none, and for several."""
    wanted = beginning.strip().lower()
    found = log.find(wanted) if len(wanted) >= SHORTEST_ID else ()
    if not found:
        raise FocusError(texts.NO_SUCH_BLOCK, id=beginning)
    if len(found) > 1:
        raise FocusError(texts.SEVERAL_BLOCKS, id=beginning)
    return found[0]


def _write(log: FocusWriter, before: Block | None, after: Block | None) -> None:
    if after is not None:
        log.put(after)
    elif before is not None:
        log.remove(before.id)


def _latest_now(log: FocusReader, reading: Reading) -> datetime:
    """Nothing that has happened lies after it: the log may be ahead of the clock."""
    return max(situation(log, reading).at, reading.wall_at)


def _check_draft(draft: BlockDraft) -> None:
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
