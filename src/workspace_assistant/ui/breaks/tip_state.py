"""A tip with what it rests on, or why there is none. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workspace_assistant.core.tips.model import Answer, Choice, Offered, Quote, Tip
from workspace_assistant.core.tips.texts import GRADES, REASONS, TOPICS
from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.breaks.situation import Seen, Situation
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """Where a tip comes from. Attributes: `told` is what a screen reader says of the link."""

    words: str
    told: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TipState:
    """The tip that stands there now.

    Attributes:
        because: the person's own numbers that it rests on.
        grade: how strong the evidence is, or that it is an idea.
        answer: what the person said of it; empty while nothing.
    """

    tip_id: str
    title: str
    text: str
    because: tuple[str, ...]
    grade: str
    source: SourceState | None
    answer: str

    @property
    def spoken(self) -> str:
        return " ".join((f"{self.title}.", self.text, *self.because))


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceState:
    """Why there is no tip."""

    title: str
    lines: tuple[str, ...]


def tip_state(now: Situation, wording: Wording) -> TipState | None:
    """None where none stands there."""
    last = now.seen.last if now.seen else None
    if last is None or not last.is_current or now.trouble:
        return None
    return _tip(last, wording)


def silence_state(seen: Seen, wording: Wording) -> SilenceState:
    choice, lines = seen.choice, [wording.say(texts.TIP_RULES)]
    if choice is not None and choice.tip is None:
        lines.insert(0, silence_told(choice, wording))
    if choice is not None and choice.in_call is None:
        lines.append(wording.say(texts.TIP_CALL_UNKNOWN))
    return SilenceState(title=wording.say(texts.TIP_NONE), lines=tuple(lines))


def silence_told(choice: Choice, wording: Wording) -> str:
    told = [reason_told(choice.reason, wording)]
    if choice.may_come_at is not None:
        told.append(wording.say(texts.TIP_NEXT, time=wording.clock(choice.may_come_at)))
    return " ".join(told)


def reason_told(reason: str, wording: Wording) -> str:
    """A reason of a later version as it is spelled."""
    known = REASONS.get(reason)
    return wording.say(known) if known else f"{reason.replace('-', ' ').capitalize()}."


def grade_told(tip: Tip, wording: Wording) -> str:
    if tip.grade.is_idea:
        return wording.say(texts.IDEA)
    return wording.say(texts.GRADED, grade=tip.grade.value, word=wording.say(GRADES[tip.grade]))


def source_state(tip: Tip, wording: Wording) -> SourceState | None:
    source = tip.source
    if source is None:
        return None
    words = wording.say(texts.SOURCE, by=source.by, year=str(source.year), title=source.title)
    return SourceState(
        words=words, told=wording.say(texts.SOURCE_OPEN, source=words), url=source.url
    )


def quoted(quotes: Sequence[Quote], wording: Wording) -> tuple[str, ...]:
    return tuple(
        wording.say(texts.TIP_BECAUSE, fact=wording.say(one.sentence, **one.parts))
        for one in quotes
    )


def topic_told(tip: Tip, wording: Wording) -> str:
    """A topic of a later version as it is spelled."""
    known = TOPICS.get(tip.topic)
    return wording.say(known) if known else tip.topic.replace("_", " ").capitalize()


def _tip(last: Offered, wording: Wording) -> TipState:
    tip = last.tip
    return TipState(
        tip_id=tip.id,
        title=wording.say(texts.TIP_TITLE, topic=topic_told(tip, wording)),
        text=wording.say(tip.text),
        because=quoted(last.quotes, wording),
        grade=grade_told(tip, wording),
        source=source_state(tip, wording),
        answer=wording.say(texts.SAID_HELPED) if last.answer is Answer.HELPED else "",
    )
