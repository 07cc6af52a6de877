"""Two blocks out of one, and one out of two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.acts import tidy_tags
from workspace_assistant.core.focus.corrections import span_of, trimmed, without_repeats
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block, Gap, GapReason
from workspace_assistant.core.spans import Span


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
        clock_changes=without_repeats((*first.clock_changes, *second.clock_changes)),
        source=first.source or second.source,
        anchor=second.anchor,
    )


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
