"""No undo decides unasked what time was.

Whoever takes back a pause after lunch does not say that lunch was work; whoever takes back the end
of a pause an hour later does not say that the hour was none. Such time becomes a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from workspace_assistant.core.focus.accounting import is_wanted, open_gap
from workspace_assistant.core.focus.acts import gap_ended
from workspace_assistant.core.focus.model import Block, Gap, GapReason
from workspace_assistant.core.focus.ports import NewId
from workspace_assistant.core.focus.recovery import OVERDUE_AFTER_S
from workspace_assistant.core.spans import Span


def asked(before: Block, after: Block, now: datetime, new_id: NewId) -> Block:
    """*after*, with a question for what an undo would else turn from a gap into work, or back.

    Nobody is asked about less than an absence that goes unnoticed (`OVERDUE_AFTER_S`). *now* is the
    log's time where the block is open.
    """
    found = [_question(one, new_id()) for one in _turned_into_work(before, after, now)]
    gaps = sorted((*after.gaps, *found), key=lambda gap: gap.started_at)
    return _with_work_asked(before, replace(after, gaps=tuple(gaps)), now, new_id)


def _turned_into_work(before: Block, after: Block, now: datetime) -> Iterator[Span]:
    whole = Span(after.started_at, after.ended_at or max(now, after.started_at))
    still = {gap.id: _span(gap, now) for gap in after.gaps}
    for gap in before.gaps:
        span, kept = _span(gap, now), still.get(gap.id)
        if kept is not None and kept.length_s >= span.length_s:
            continue  # all there, be it at another time
        inside = span.common(whole)
        pieces: tuple[Span, ...] = () if inside is None else (inside,)
        for other in still.values():
            pieces = tuple(left for piece in pieces for left in piece.without(other))
        yield from (piece for piece in pieces if piece.length_s > OVERDUE_AFTER_S)


def _with_work_asked(before: Block, after: Block, now: datetime, new_id: NewId) -> Block:
    """The gap that is open again ends where it had ended; a pause goes on from now."""
    gap = open_gap(after)
    if gap is None or not before.is_open or open_gap(before) is not None:
        return after
    ends = (one.ended_at for one in before.gaps if one.ended_at is not None)
    worked_since = max([gap.started_at, *ends])
    if (now - worked_since).total_seconds() <= OVERDUE_AFTER_S:
        return after
    gaps = [*after.gaps[:-1]]
    gaps += [gap_ended(gap, worked_since)] if worked_since > gap.started_at else []
    gaps.append(_question(Span(worked_since, now), new_id()))
    gaps += [replace(gap, id=new_id(), started_at=now)] if is_wanted(gap) else []
    return replace(after, gaps=tuple(gaps))


def _question(span: Span, gap_id: str) -> Gap:
    return Gap(
        id=gap_id,
        started_at=span.start,
        ended_at=span.end,
        reason=GapReason.UNDONE,
        is_unanswered=True,
    )


def _span(gap: Gap, now: datetime) -> Span:
    return Span(gap.started_at, max(gap.ended_at or now, gap.started_at))
