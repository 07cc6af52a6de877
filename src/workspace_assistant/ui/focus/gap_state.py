"""The pauses and absences of a block, each with what it was. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.focus.accounting import gap_s
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.labels import GAP_REASONS
from workspace_assistant.core.focus.model import Block, Gap, GapReason
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.day_state import times_of
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """Time of a block that does not count as work.

    Attributes:
        label: from when to when, and how long.
        standing: what it is, or that it waits for an answer.
        answers: what it may be called instead; none while it lasts.
    """

    id: str
    label: str
    standing: str
    description: str
    answers: tuple[Answer, ...]


def gap_rows(block: Block, at: datetime, wording: Wording) -> tuple[GapRow, ...]:
    """As they stand at the log's instant *at*."""
    return tuple(_row(gap, at, wording) for gap in block.gaps)


def _row(gap: Gap, at: datetime, wording: Wording) -> GapRow:
    reason = wording.say(GAP_REASONS[gap.reason])
    times = times_of(gap.started_at, gap.ended_at, wording)
    length = spelled(gap_s(gap, at), wording)
    standing = wording.say(texts.GAP_ASKED, reason=reason) if gap.is_unanswered else reason
    return GapRow(
        id=gap.id,
        label=wording.say(texts.GAP_TIMES, times=times, length=length),
        standing=standing,
        description=wording.say(texts.GAP_NAMED, times=times, standing=standing),
        answers=() if gap.ended_at is None else _answers(gap),
    )


def _answers(gap: Gap) -> tuple[Answer, ...]:
    """What would change something."""
    if gap.is_unanswered:
        return (Answer.KEEP, Answer.BREAK, Answer.DISCARD)
    return (Answer.KEEP,) if gap.reason is GapReason.BREAK else (Answer.KEEP, Answer.BREAK)
