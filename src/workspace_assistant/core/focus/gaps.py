"""Pauses and breaks that somebody writes down afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block, Gap, GapReason
from workspace_assistant.core.focus.ports import NewId
from workspace_assistant.core.spans import FOREVER, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GapDraft:
    """Time of a block that was no work.

    Attributes:
        is_break: it was a break; else a pause.
    """

    started_at: datetime
    ended_at: datetime
    is_break: bool = False


def with_gap(block: Block, draft: GapDraft, now: datetime, new_id: NewId) -> Block:
    """The block with that gap. What is a gap already stays what it is: only the rest is new.

    Raises `FocusError` for one outside of the block or in the future, and where nothing is new.
    """
    if not block.started_at <= draft.started_at < draft.ended_at <= (block.ended_at or now):
        raise FocusError(texts.GAP_OUTSIDE)
    left: tuple[Span, ...] = (Span(draft.started_at, draft.ended_at),)
    for gap in block.gaps:
        known = Span(gap.started_at, gap.ended_at or FOREVER)
        left = tuple(piece for span in left for piece in span.without(known))
    if not left:
        raise FocusError(texts.GAP_ALREADY, name=block.name)
    reason = GapReason.BREAK if draft.is_break else GapReason.PAUSE
    new = (
        Gap(id=new_id(), started_at=span.start, ended_at=span.end, reason=reason) for span in left
    )
    return replace(block, gaps=tuple(sorted((*block.gaps, *new), key=lambda gap: gap.started_at)))
