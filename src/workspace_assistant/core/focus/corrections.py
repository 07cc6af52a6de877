"""Corrections of one block afterwards: other facts, another span, two blocks out of one or back.

Parts of a block never vanish unasked: a gap is clipped to what is left of the block, and
interruptions go only with the time in which they happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.acts import gap_ended, named, tidy_tags
from workspace_assistant.core.focus.clock import NOTICEABLE_STEP_S, put_off_s
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import (
    Block,
    Channel,
    ClockChange,
    Gap,
    Interruption,
)
from workspace_assistant.core.spans import FOREVER, Span

_TYPED_TO = timedelta(minutes=1)  # people give a time to the minute


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockDraft:
    """A block that somebody writes down afterwards.

    Attributes:
        time_zone: IANA name; empty for the user's own.
    """

    name: str
    started_at: datetime
    ended_at: datetime
    channel: Channel = Channel.OTHER
    tags: tuple[str, ...] = ()
    planned_s: float | None = None
    time_zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockEdit:
    """What is to become of a block; None leaves a fact as it is.

    Attributes:
        drops_plan: the block shall have no planned length.
        ended_at: ends a block that is still open.
    """

    name: str | None = None
    channel: Channel | None = None
    tags: tuple[str, ...] | None = None
    planned_s: float | None = None
    drops_plan: bool = False
    started_at: datetime | None = None
    ended_at: datetime | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trimmed:
    """A block in another span.

    Attributes:
        dropped: interruptions that happened outside of it.
    """

    block: Block
    dropped: int


def span_of(block: Block) -> Span:
    """An open block lasts for ever as far as overlaps go."""
    return Span(block.started_at, block.ended_at or FOREVER)


def trimmed(block: Block, span: Span) -> Trimmed:
    """The block with that span, shorter or longer; open when the span ends with `FOREVER`."""
    ended_at = None if span.end == FOREVER else span.end
    inside = [one for one in block.interruptions if span.start <= one.at <= span.end]
    fitted = replace(
        block,
        started_at=span.start,
        ended_at=ended_at,
        gaps=tuple(gap for one in block.gaps for gap in _clipped(one, span)),
        interruptions=tuple(_until(one, span.end) for one in inside),
        clock_changes=_clock_changes_in(block, span),
        anchor=block.anchor if ended_at is None else None,
    )
    return Trimmed(block=fitted, dropped=len(block.interruptions) - len(inside))


def moved(block: Block, by: timedelta) -> Block:
    """The block with all its parts at another time."""
    return replace(
        block,
        started_at=block.started_at + by,
        ended_at=_later(block.ended_at, by),
        gaps=tuple(
            replace(gap, started_at=gap.started_at + by, ended_at=_later(gap.ended_at, by))
            for gap in block.gaps
        ),
        interruptions=tuple(
            replace(one, at=one.at + by, ended_at=_later(one.ended_at, by))
            for one in block.interruptions
        ),
        clock_changes=tuple(replace(one, at=one.at + by) for one in block.clock_changes),
    )


def shifted(block: Block, by: timedelta) -> Block:
    """The open block at another time with all that it holds, its steady clock too: no longer."""
    there = moved(block, by)
    began = ClockChange(at=there.started_at, by_s=0.0)
    known = there.clock_changes
    changes = known if known and known[0].at == began.at else (began, *known)
    changes = tuple(replace(one, by_s=one.by_s - by.total_seconds()) for one in changes)
    anchor = there.anchor
    return replace(
        there,
        clock_changes=changes if abs(changes[0].by_s) > NOTICEABLE_STEP_S else changes[1:],
        anchor=None if anchor is None else replace(anchor, at=anchor.at + by),
    )


def edited(block: Block, edit: BlockEdit) -> Block:
    """The block with what *edit* names; raises `FocusError` for a block that cannot be.

    A start and an end that leave the length as it was move the block with its gaps and
    interruptions; otherwise these stay where they happened. A running block whose start was put off
    is moved back when its start is: see `_put_back`.
    """
    here = _placed(block, edit)
    if not edit.drops_plan and edit.planned_s is not None and not edit.planned_s > 0:
        raise FocusError(texts.PLAN_TOO_SHORT, name=block.name)
    planned_s = here.planned_s if edit.planned_s is None else edit.planned_s
    return replace(
        here,
        name=named(block.name if edit.name is None else edit.name),
        channel=edit.channel or here.channel,
        tags=here.tags if edit.tags is None else tidy_tags(edit.tags),
        planned_s=None if edit.drops_plan else planned_s,
        time_zone=edit.time_zone or here.time_zone,
    )


def _put_back(block: Block, started_at: datetime) -> Block:
    """The running block where the computer's clock had it begin, if it shall begin there or before.

    It was put off because another block had the time, and did not get longer by that.
    """
    by = timedelta(seconds=put_off_s(block))
    is_back = block.is_open and by and started_at < block.started_at - by + _TYPED_TO
    return shifted(block, -by) if is_back else block


def _placed(block: Block, edit: BlockEdit) -> Block:
    if edit.started_at is not None:
        block = _put_back(block, edit.started_at)
    whole = span_of(block)
    start, end = edit.started_at or whole.start, edit.ended_at or whole.end
    if not start < end and (start, end) != (whole.start, whole.end):
        raise FocusError(texts.ENDS_BEFORE_START)
    if end - start == whole.end - whole.start:
        return moved(block, start - whole.start)
    return trimmed(block, Span(start, end)).block


def _clipped(gap: Gap, span: Span) -> tuple[Gap, ...]:
    left = Span(gap.started_at, gap.ended_at or FOREVER).common(span)
    if left is None:
        return ()
    here = replace(gap, started_at=left.start)
    if gap.ended_at is not None:
        return (replace(here, ended_at=left.end),)
    return (here if left.end == FOREVER else gap_ended(here, left.end),)


def _until(one: Interruption, end: datetime) -> Interruption:
    return one if one.ended_at is None else replace(one, ended_at=min(one.ended_at, end))


def _clock_changes_in(block: Block, span: Span) -> tuple[ClockChange, ...]:
    """Those inside, and how far the clock stood ahead when the span begins."""
    earlier = [one for one in block.clock_changes if one.at < span.start]
    carried = (replace(earlier[-1], at=span.start),) if earlier else ()
    inside = (one for one in block.clock_changes if span.start <= one.at <= span.end)
    return without_repeats((*carried, *inside))


def without_repeats(changes: Sequence[ClockChange]) -> tuple[ClockChange, ...]:
    made: list[ClockChange] = []
    for change in changes:
        if not made or made[-1].by_s != change.by_s:
            made.append(change)
    return tuple(made)


def _later(at: datetime | None, by: timedelta) -> datetime | None:
    return None if at is None else at + by
