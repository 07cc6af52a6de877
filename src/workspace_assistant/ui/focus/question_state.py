"""What the log has to ask: about time away, and about a block that was left alone. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.focus.accounting import gap_s
from workspace_assistant.core.focus.answers import Question
from workspace_assistant.core.focus.recovery import Evidence
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.situation import Situation
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionState:
    """A gap that waits for an answer.

    Attributes:
        more: how many others wait; empty for none.
        middle: where a split would lie first.
    """

    block_id: str
    gap_id: str
    headline: str
    sentence: str
    more: str
    start: datetime
    end: datetime
    middle: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryState:
    """A block that nobody watched: what is known of it, and the ways on."""

    headline: str
    evidence: tuple[str, ...]
    end_label: str


def question_state(now: Situation, wording: Wording) -> QuestionState | None:
    """The newest absence; one at a time is calm enough."""
    if not now.questions:
        return None
    asked = now.questions[0]
    gap, others = asked.gap, len(now.questions) - 1
    end = gap.ended_at or gap.started_at
    return QuestionState(
        block_id=asked.block.id,
        gap_id=gap.id,
        headline=wording.say(
            texts.WHAT_WAS_IT, start=wording.clock(gap.started_at), end=wording.clock(end)
        ),
        sentence=f"{_why(asked, end, wording)} {wording.say(texts.UNTIL_ANSWERED)}",
        more=wording.say(texts.MORE_QUESTIONS, count=str(others)) if others else "",
        start=gap.started_at,
        end=end,
        middle=gap.started_at + (end - gap.started_at) / 2,
    )


def recovery_state(now: Situation, wording: Wording) -> RecoveryState | None:
    if now.now is None or now.now.block is None or now.now.left_alone is None:
        return None
    found, block = now.now.left_alone, now.now.block
    seen = wording.clock(found.last_seen_at)
    return RecoveryState(
        headline=wording.say(texts.LEFT_ALONE, name=block.name),
        evidence=_evidence(found, seen, wording),
        end_label=wording.say(texts.RECOVER_END, time=seen),
    )


def _why(asked: Question, end: datetime, wording: Wording) -> str:
    return wording.say(
        texts.WHY_ASKED[asked.gap.reason],
        name=asked.block.name,
        length=spelled(gap_s(asked.gap, end), wording),
    )


def _evidence(found: Evidence, seen: str, wording: Wording) -> tuple[str, ...]:
    """What is proven, what happened since, and how much nobody knows of."""
    unknown_s = (found.now - found.last_seen_at).total_seconds()
    return (
        wording.say(texts.LAST_SEEN if found.was_watched else texts.LAST_ACT, time=seen),
        wording.say(texts.RESTARTED if found.is_restarted else texts.STILL_ON),
        wording.say(texts.UNKNOWN_FOR, length=spelled(unknown_s, wording)),
    )
