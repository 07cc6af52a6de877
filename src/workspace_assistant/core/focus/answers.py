"""What a person says about time that nobody saw: it was work after all, it was not, or a break."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block, Gap, GapReason


class Answer(StrEnum):
    KEEP = "keep"  # it was work
    DISCARD = "discard"  # it was not
    BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A gap that is over and waits for an answer."""

    block: Block
    gap: Gap


def questions_of(block: Block) -> tuple[Question, ...]:
    """Newest first."""
    return tuple(
        Question(block=block, gap=gap)
        for gap in reversed(block.gaps)
        if gap.is_unanswered and gap.ended_at is not None
    )


def answered(block: Block, gap_id: str, answer: Answer) -> Block:
    """The block with that answer; an earlier one may be changed, that of a pause as well.

    Time that was kept is work: its gap is gone, and only the change log remembers it.
    """
    gap = _ended_gap(block, gap_id)
    return _with(block, gap, _after(gap, answer))


def answered_in_two(
    block: Block,
    gap_id: str,
    at: datetime,
    answers: tuple[Answer, Answer],
    new_id: Callable[[], str],
) -> Block:
    """One answer for the gap until *at*, another from then on."""
    gap = _ended_gap(block, gap_id)
    if gap.ended_at is None or not gap.started_at < at < gap.ended_at:
        raise FocusError(texts.SPLIT_OUTSIDE_GAP)
    first = replace(gap, ended_at=at)
    second = replace(gap, id=new_id(), started_at=at)
    return _with(block, gap, _after(first, answers[0]) + _after(second, answers[1]))


def _ended_gap(block: Block, gap_id: str) -> Gap:
    for gap in block.gaps:
        if gap.id == gap_id:
            if gap.ended_at is None:
                raise FocusError(texts.GAP_GOES_ON, name=block.name)
            return gap
    raise FocusError(texts.NO_SUCH_GAP, name=block.name)


def _after(gap: Gap, answer: Answer) -> tuple[Gap, ...]:
    if answer is Answer.KEEP:
        return ()
    reason = GapReason.BREAK if answer is Answer.BREAK else gap.reason
    return (replace(gap, reason=reason, is_unanswered=False),)


def _with(block: Block, gap: Gap, instead: tuple[Gap, ...]) -> Block:
    at = block.gaps.index(gap)
    return replace(block, gaps=block.gaps[:at] + instead + block.gaps[at + 1 :])
