"""Takes changes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.accounting import last_act_at
from workspace_assistant.core.focus.changes import Change, Difference, applied
from workspace_assistant.core.focus.clock import ahead_s, anchored, log_time, moved_by
from workspace_assistant.core.focus.documents import anchor_of
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.overlaps import OverlapError
from workspace_assistant.core.focus.ports import FocusReader
from workspace_assistant.core.focus.recovery import reopened
from workspace_assistant.core.focus.scribe import NOTICES, WATCHER, Scribe, log_now
from workspace_assistant.core.focus.unasked import asked

ANSWER = "answer-"  # begins the action of everything a person said about a gap
_LOOKED_BACK = 200  # nobody takes back so many acts one by one


def undone(scribe: Scribe, change_id: int) -> Change:
    """Takes back one change; raises `FocusError` where that cannot be, and nothing is changed."""
    change = _undoable(scribe.log, change_id)
    # Read at once: an import has changed thousands.
    blocks = {one.id: one for one in scribe.log.blocks(_block_ids(change))}
    is_answer = _first(scribe.log, change).action.startswith(ANSWER)
    steps = []
    for one in change.reversed():
        before = blocks.pop(one.block_id, None)
        after = _applied(scribe.log, change, one, before)
        if after is not None and after.is_open:
            after = _running(scribe, before, after, change.at, _shift(one))
        if before is not None and after is not None and not is_answer:
            after = asked(before, after, _now(scribe, after), scribe.new_id)
        scribe.write(before, after)
        steps.append((before, after))
        if after is not None:
            blocks[after.id] = after
    return scribe.record("undo", steps, undoes=change.id)


def _applied(
    log: FocusReader, change: Change, one: Difference, before: Block | None
) -> Block | None:
    try:
        return applied(one, before)
    except FocusError:
        later = _later(log, change, one)
        if later is None:
            raise
        raise FocusError(texts.CHANGED_LATER, id=str(later.id)) from None


def _later(log: FocusReader, change: Change, one: Difference) -> Change | None:
    """The latest change since *change* that stands in the way of *one*.

    What was taken back stands in nobody's way, nor does its taking back.
    """
    for later in log.changes(_LOOKED_BACK, one.block_id):
        if _holds_after(log, later, change) and any(map(one.meets, later.differences)):
            return later
    return None


def _holds_after(log: FocusReader, later: Change, change: Change) -> bool:
    is_later = later.id > change.id >= (later.undoes or 0)
    return is_later and log.undone_by(later.id) is None


def _now(scribe: Scribe, block: Block) -> datetime:
    return block.ended_at or log_now(scribe.log, block, scribe.reading)


def _first(log: FocusReader, change: Change) -> Change:
    """What an undo of an undo is about."""
    while change.undoes is not None and (earlier := log.change(change.undoes)) is not None:
        change = earlier
    return change


def _block_ids(change: Change) -> frozenset[str]:
    return frozenset(one.block_id for one in change.differences)


def last_undoable(log: FocusReader) -> int:
    """The latest act of a person that is not taken back yet; raises `FocusError` for none."""
    for change in log.heads(_LOOKED_BACK):
        if _is_act(change) and log.undone_by(change.id) is None:
            return change.id
    raise FocusError(texts.NOTHING_TO_UNDO)


def _is_act(change: Change) -> bool:
    """Not what the program found out: taking that back would call it work unasked."""
    return change.undoes is None and change.action not in NOTICES and change.actor != WATCHER


def already_open(running: Block) -> FocusError:
    return FocusError(texts.OPEN_ALREADY, name=running.name, time=_begun(running))


def _undoable(log: FocusReader, change_id: int) -> Change:
    change = log.change(change_id)
    if change is None:
        raise FocusError(texts.NO_SUCH_CHANGE, id=str(change_id))
    if log.undone_by(change_id) is not None:
        raise FocusError(texts.UNDONE_ALREADY, id=str(change_id))
    return change


def _shift(one: Difference) -> timedelta:
    """How far it moves the time of an open block."""
    old, new = one.before.get("anchor"), one.after.get("anchor")
    return moved_by(
        None if old is None else anchor_of(old), None if new is None else anchor_of(new)
    )


def _running(
    scribe: Scribe, before: Block | None, after: Block, changed_at: datetime, by: timedelta
) -> Block:
    """*after*, which is open: as it runs now, or running again since it was changed."""
    if before is not None and before.is_open:
        anchor = before.anchor
        return replace(after, anchor=anchor and replace(anchor, at=anchor.at + by))
    running = scribe.log.open_block()
    if running is not None:
        raise already_open(running)
    since = max(_ran_until(before, after, changed_at), last_act_at(after))
    now = log_time(after, scribe.reading, not_before=since)
    others = [one for one in scribe.log.between(after.started_at, now) if one.id != after.id]
    if others:
        raise OverlapError(texts.TIME_TAKEN, others)
    anchor = anchored(now, scribe.reading)
    return reopened(replace(after, anchor=anchor), since, now, scribe.new_id())


def _ran_until(before: Block | None, after: Block, changed_at: datetime) -> datetime:
    """Until when the block ran before it was ended or removed, on the log's time."""
    ran_until = changed_at - timedelta(seconds=ahead_s(after))
    return ran_until if before is None else max(ran_until, before.ended_at or ran_until)


def _begun(block: Block) -> str:
    """When it began, as the clock on the wall stood there then."""
    there = timezone(timedelta(seconds=block.utc_offset_s))
    return block.started_at.astimezone(there).strftime("%H:%M")
