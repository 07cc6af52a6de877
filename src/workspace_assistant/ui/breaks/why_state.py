"""What of breaks and tips was told or held back, and the reason for both. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.reminders.model import Entry
from workspace_assistant.core.reminders.texts import REASON_WORDS
from workspace_assistant.core.tips.texts import REASONS
from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.breaks.day_state import reason_clause
from workspace_assistant.ui.breaks.looks import TOLD
from workspace_assistant.ui.breaks.moments import moment_told
from workspace_assistant.ui.breaks.situation import Seen
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyRowState:
    look: Look
    state: str
    when: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyState:
    """Attributes: `empty` is said where there is no line."""

    rows: tuple[WhyRowState, ...]
    empty: str
    has_more: bool


def why_state(seen: Seen, wording: Wording) -> WhyState:
    return WhyState(
        rows=tuple(_row(entry, seen, wording) for entry in seen.why),
        empty="" if seen.why else wording.say(texts.WHY_EMPTY),
        has_more=seen.has_more_why,
    )


def _row(entry: Entry, seen: Seen, wording: Wording) -> WhyRowState:
    look = TOLD[entry.outcome]
    word = wording.say(look.word)
    return WhyRowState(
        look=look,
        state=word,
        when=moment_told(entry.at, seen.at, wording),
        title=wording.say(texts.ENTRY, outcome=word, title=entry.title),
        reason=_reason(entry, wording),
    )


def _reason(entry: Entry, wording: Wording) -> str:
    """The reason in words, and the facts."""
    known = REASON_WORDS.get(entry.reason) or REASONS.get(entry.reason)
    said = wording.say(known) if known else reason_clause(entry.reason, wording)
    return " ".join(filter(None, (said, entry.detail)))
