"""Interruptions that are written down, changed or taken out afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.acts import (
    interrupted,
    tidy_text,
    usual_origin,
    with_interruption,
)
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block, Cause, Interruption, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class InterruptionDraft:
    """An interruption that somebody writes down afterwards; `origin` None is the usual one."""

    cause: Cause
    at: datetime
    origin: Origin | None = None
    ended_at: datetime | None = None
    note: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterruptionEdit:
    """What is to become of an interruption; None leaves a fact as it is.

    Attributes:
        drops_end: nobody knows any more when the person was back.
    """

    cause: Cause | None = None
    origin: Origin | None = None
    at: datetime | None = None
    ended_at: datetime | None = None
    drops_end: bool = False
    note: str | None = None
    next_step: str | None = None


def with_added(block: Block, draft: InterruptionDraft, new_id: str, now: datetime) -> Block:
    one = Interruption(
        id=new_id,
        cause=draft.cause,
        origin=draft.origin or usual_origin(draft.cause),
        at=draft.at,
        ended_at=draft.ended_at,
        note=tidy_text(draft.note),
        next_step=tidy_text(draft.next_step),
    )
    return interrupted(block, _inside(block, one, now))


def with_edited(block: Block, one_id: str, edit: InterruptionEdit, now: datetime) -> Block:
    old = _found(block, one_id)
    new = replace(
        old,
        cause=edit.cause or old.cause,
        origin=edit.origin or old.origin,
        at=edit.at or old.at,
        ended_at=None if edit.drops_end else edit.ended_at or old.ended_at,
        note=old.note if edit.note is None else tidy_text(edit.note),
        next_step=old.next_step if edit.next_step is None else tidy_text(edit.next_step),
    )
    return with_interruption(block, _inside(block, new, now))


def without(block: Block, one_id: str) -> Block:
    gone = _found(block, one_id)
    return replace(block, interruptions=tuple(one for one in block.interruptions if one != gone))


def _found(block: Block, one_id: str) -> Interruption:
    for one in block.interruptions:
        if one.id == one_id:
            return one
    raise FocusError(texts.NO_SUCH_INTERRUPTION, name=block.name)


def _inside(block: Block, one: Interruption, now: datetime) -> Interruption:
    """The same; raises `FocusError` for one outside its block, or in the future."""
    end = block.ended_at or now
    last = one.at if one.ended_at is None else one.ended_at
    if not block.started_at <= one.at <= last <= end:
        raise FocusError(texts.INTERRUPTION_OUTSIDE)
    return one
