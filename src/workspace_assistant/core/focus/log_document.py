"""The log as JSON: what `focus list --json` prints, and what exported files hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from workspace_assistant.core.focus.accounting import remaining_s, state, worked_s
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.documents import Document, block_document, instant
from workspace_assistant.core.focus.model import Block, Gap
from workspace_assistant.core.focus.ports import Heartbeat
from workspace_assistant.core.focus.recovery import Evidence
from workspace_assistant.core.focus.shift_frames import (
    ShiftFrame,
    frame_document,
    frame_of,
    left_of,
)

SCHEMA = "workspace-assistant/focus/1"
CHANGES_SCHEMA = "workspace-assistant/focus-changes/1"
STATUS_SCHEMA = "workspace-assistant/focus-status/1"

_OWN_AFFAIRS = ("anchor",)  # ties a block to this computer's clock: means nothing elsewhere


def log_document(
    blocks: Iterable[Block], now: datetime, frames: Sequence[ShiftFrame] | None = None
) -> Document:
    """With *frames* each block says to which shift it belongs; a file that is exported does not.

    Shifts are no part of the log: they are planned elsewhere, and may be planned anew.
    """
    return {"schema": SCHEMA, "blocks": [_placed(block, now, frames) for block in blocks]}


def listed(block: Block, now: datetime) -> Document:
    """A block with what follows from it at the log's instant *now*."""
    document = {
        key: value for key, value in block_document(block).items() if key not in _OWN_AFFAIRS
    }
    return document | {"state": state(block, now).value, "worked_s": worked_s(block, now)}


def _placed(block: Block, now: datetime, frames: Sequence[ShiftFrame] | None) -> Document:
    document = listed(block, now)
    if frames is None:
        return document
    return document | {"shift": frame_document(frame_of(block, frames, now))}


def status_document(
    now: datetime,
    block: Block | None,
    left_alone: Evidence | None,
    watched_by: Heartbeat | None,
    questions: Iterable[tuple[Block, Gap]],
    change_id: int | None = None,
    frame: ShiftFrame | None = None,
) -> Document:
    """`workspace-assistant/focus-status/1`: the open block, who watches it, what is to be answered.

    `watched_by` is null where nobody notices idle time, a lock or sleep, and `unknown` says what
    the one who watches cannot sense. What was worked and what remains is told up to the last sign
    of a block that was left alone. `change` is the number of the change that was just made. *frame*
    is the shift that goes on, or that the open block belongs to.
    """
    proven_at = now if left_alone is None else left_alone.last_seen_at
    return {
        "schema": STATUS_SCHEMA,
        "now": instant(now),
        "block": None if block is None else listed(block, proven_at),
        "remaining_s": None if block is None else remaining_s(block, proven_at),
        "left_alone": None if left_alone is None else _evidence_document(left_alone),
        "watched_by": None if watched_by is None else watched_by.watcher_kind,
        "unknown": [] if watched_by is None else list(watched_by.unknown),
        "questions": [_question(one, gap) for one, gap in questions],
        "change": change_id,
        "shift": _frame_document(frame, now),
    }


def changes_document(changes: Iterable[Change]) -> Document:
    """`workspace-assistant/focus-changes/1`: the change log, newest first."""
    return {"schema": CHANGES_SCHEMA, "changes": [_change(change) for change in changes]}


def _change(change: Change) -> Document:
    return {
        "id": change.id,
        "at": instant(change.at),
        "actor": change.actor,
        "action": change.action,
        "undoes": change.undoes,
        "blocks": [
            {"id": one.block_id, "before": dict(one.before), "after": dict(one.after)}
            for one in change.differences
        ],
    }


def _question(block: Block, gap: Gap) -> Document:
    return {
        "block_id": block.id,
        "block": block.name,
        "gap_id": gap.id,
        "started_at": instant(gap.started_at),
        "ended_at": None if gap.ended_at is None else instant(gap.ended_at),
        "reason": gap.reason.value,
    }


def _frame_document(frame: ShiftFrame | None, now: datetime) -> Document | None:
    document = frame_document(frame)
    if frame is None or document is None:
        return None
    return document | {"remaining_s": left_of(frame, now).total_seconds()}


def _evidence_document(found: Evidence) -> Document:
    return {
        "last_seen_at": instant(found.last_seen_at),
        "is_restarted": found.is_restarted,
        "was_watched": found.was_watched,
        "choices": ["continue", "end", "discard"],
    }
