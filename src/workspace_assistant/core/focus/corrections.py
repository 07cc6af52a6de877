"""Corrections of one block afterwards: other facts, another span, two blocks out of one or back.

Parts of a block never vanish unasked: a gap is clipped to what is left of the block, and
interruptions go only with the time in which they happened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.acts import gap_ended, named, tidy_tags
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import (
    Block,
    Channel,
    ClockChange,
    Gap,
    GapReason,
    Interruption,
)
from workspace_assistant.core.focus.spans import FOREVER, Span


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
    """The block with all its parts at another time; it is over."""
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


def edited(block: Block, edit: BlockEdit) -> Block:
    """The block with what *edit* names; raises `FocusError` for a block that cannot be.

    A start and an end that leave the length as it was move the block with its gaps and
    interruptions; otherwise these stay where they happened.
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


def split_block(block: Block, at: datetime, new_id: Callable[[], str]) -> tuple[Block, Block]:
    """Two blocks that meet at an instant inside; raises `FocusError` for one outside.

    The plan is shared out. The part that runs on keeps the id, else the first.
    """
    whole = span_of(block)
    if not whole.start < at < whole.end:
        raise FocusError(texts.SPLIT_OUTSIDE_BLOCK, name=block.name)
    first, second = cut_into(block, (Span(whole.start, at), Span(at, whole.end)), new_id)
    # What happened at that very instant belongs to the second only.
    before = tuple(one for one in first.interruptions if one.at < at)
    return replace(first, interruptions=before), second


def cut_into(block: Block, spans: Sequence[Span], new_id: Callable[[], str]) -> tuple[Block, ...]:
    """A block for each of these stretches of *block*, in order and apart; one keeps its id."""
    pieces = [trimmed(block, span).block for span in spans]
    keeper = next((piece for piece in pieces if piece.is_open), pieces[0])
    seen: set[str] = set()
    made = []
    for piece, planned_s in zip(pieces, _plans(block, pieces), strict=True):
        gaps = tuple(replace(gap, id=new_id()) if gap.id in seen else gap for gap in piece.gaps)
        seen.update(gap.id for gap in gaps)
        block_id = block.id if piece is keeper else new_id()
        made.append(replace(piece, id=block_id, gaps=gaps, planned_s=planned_s))
    return tuple(made)


def merged(first: Block, second: Block, gap_id: str) -> Block:
    """One block out of two that do not overlap; what lay between them is a pause.

    It has the name and channel of the first, the tags and the plan of both together. Raises
    ValueError unless *first* is over before *second* begins.
    """
    if first.ended_at is None:
        raise ValueError("nothing comes after an open block")
    between = Span(first.ended_at, second.started_at)
    pause = Gap(id=gap_id, started_at=between.start, ended_at=between.end, reason=GapReason.PAUSE)
    plans = [one.planned_s for one in (first, second) if one.planned_s is not None]
    return replace(
        first,
        id=second.id if second.is_open else first.id,
        ended_at=second.ended_at,
        tags=tidy_tags((*first.tags, *second.tags)),
        planned_s=sum(plans) if plans else None,
        gaps=_joined(first.gaps, (pause,) if between.length_s else (), second.gaps),
        interruptions=first.interruptions + second.interruptions,
        clock_changes=_without_repeats((*first.clock_changes, *second.clock_changes)),
        source=first.source or second.source,
        anchor=second.anchor,
    )


def _placed(block: Block, edit: BlockEdit) -> Block:
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
    return (here if left.end == (gap.ended_at or FOREVER) else gap_ended(here, left.end),)


def _until(one: Interruption, end: datetime) -> Interruption:
    return one if one.ended_at is None else replace(one, ended_at=min(one.ended_at, end))


def _clock_changes_in(block: Block, span: Span) -> tuple[ClockChange, ...]:
    """Those inside, and how far the clock stood ahead when the span begins."""
    earlier = [one for one in block.clock_changes if one.at < span.start]
    carried = (replace(earlier[-1], at=span.start),) if earlier else ()
    inside = (one for one in block.clock_changes if span.start <= one.at <= span.end)
    return _without_repeats((*carried, *inside))


def _without_repeats(changes: Sequence[ClockChange]) -> tuple[ClockChange, ...]:
    made: list[ClockChange] = []
    for change in changes:
        if not made or made[-1].by_s != change.by_s:
            made.append(change)
    return tuple(made)


def _plans(block: Block, pieces: Sequence[Block]) -> list[float | None]:
    """The plan of *block*, shared out: together the pieces have what it had."""
    left_s = block.planned_s
    if left_s is None:
        return [None] * len(pieces)
    weights = _weights_s(left_s, pieces)
    shares = []
    for piece_s in weights[:-1]:
        share_s = min(round(piece_s, 6), left_s)
        shares.append(share_s)
        left_s -= share_s
    return [share_s if share_s > 0 else None for share_s in (*shares, left_s)]


def _weights_s(planned_s: float, pieces: Sequence[Block]) -> list[float]:
    """By length; of a block that runs on, its earlier pieces take only what was worked in them.

    So the time that remains of the plan stays the same.
    """
    if pieces[-1].is_open:
        return [worked_s(piece, piece.ended_at or piece.started_at) for piece in pieces]
    lengths_s = [span_of(piece).length_s for piece in pieces]
    return [planned_s * length_s / sum(lengths_s) for length_s in lengths_s]


def _joined(*runs: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """All gaps in order; where two runs meet in the same kind of gap, one."""
    made: list[Gap] = []
    for run in runs:
        rest = run
        if made and run and _are_one(made[-1], run[0]):
            made[-1] = replace(made[-1], ended_at=run[0].ended_at)
            rest = run[1:]
        made.extend(rest)
    return tuple(made)


def _are_one(gap: Gap, after: Gap) -> bool:
    is_same_kind = (gap.reason, gap.is_unanswered) == (after.reason, after.is_unanswered)
    return is_same_kind and gap.ended_at == after.started_at


def _later(at: datetime | None, by: timedelta) -> datetime | None:
    return None if at is None else at + by
