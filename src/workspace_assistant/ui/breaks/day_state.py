"""Today's breaks as they were. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.breaks.counting import tally
from workspace_assistant.core.breaks.model import BreakRecord, Outcome
from workspace_assistant.core.breaks.texts import KIND_WORDS, OUTCOME_WORDS, REASON_WORDS
from workspace_assistant.ui.breaks import looks, texts
from workspace_assistant.ui.breaks.situation import Seen
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.names import listed
from workspace_assistant.ui.wording.wording import Wording

_RESTED = {Outcome.TAKEN, Outcome.SHORTENED, Outcome.NATURAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakRowState:
    """One break: when, which, what became of it, and why."""

    look: Look
    state: str
    when: str
    title: str
    detail: str
    length: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayState:
    """Attributes: `summary` counts them; rows are newest first."""

    summary: str
    rows: tuple[BreakRowState, ...]


def day_state(seen: Seen, wording: Wording) -> DayState:
    return DayState(
        summary=_summary(seen.records, wording),
        rows=tuple(_row(one, wording) for one in reversed(seen.records)),
    )


def _summary(records: tuple[BreakRecord, ...], wording: Wording) -> str:
    say, counted = wording.say, tally(records)
    if not counted.due:
        return say(texts.DAY_EMPTY)
    told = [
        say(texts.COUNTED, count=str(count), outcome=say(OUTCOME_WORDS[outcome]))
        for outcome, count in counted.outcomes.items()
        if count and outcome is not Outcome.BLOCKED
    ]
    blocked = counted.outcomes[Outcome.BLOCKED] - counted.blocked_by_call
    if counted.blocked_by_call:
        told.append(say(texts.BY_CALL, count=str(counted.blocked_by_call)))
    if blocked:
        told.append(
            say(texts.COUNTED, count=str(blocked), outcome=say(OUTCOME_WORDS[Outcome.BLOCKED]))
        )
    if counted.open:
        told.append(say(texts.STILL_OPEN, count=str(counted.open)))
    return say(texts.DAY_SUM, count=str(counted.due), outcomes=listed(tuple(told), wording))


def _row(one: BreakRecord, wording: Wording) -> BreakRowState:
    look = _look(one)
    word = wording.say(look.word)
    return BreakRowState(
        look=look,
        state=word,
        when=wording.clock(one.due_at),
        title=f"{wording.say(KIND_WORDS[one.kind])}: {word[:1].lower()}{word[1:]}",
        detail=_detail(one, wording),
        length=_length(one, wording),
    )


def _look(one: BreakRecord) -> Look:
    if one.outcome is None:
        return looks.OPEN
    return looks.OUTCOMES[one.outcome] if one.is_counted else looks.BROKEN_OFF


def _detail(one: BreakRecord, wording: Wording) -> str:
    if one.is_own:
        is_over = one.outcome is not None and not one.is_counted
        return wording.say(texts.OWN_UNCOUNTED if is_over else texts.OWN)
    told = []
    if one.postponed_count:
        told.append(wording.say(texts.FOLLOWS))
    if one.outcome is Outcome.NATURAL:
        told.append(wording.say(texts.NATURAL_WHY))
    elif one.outcome is Outcome.POSTPONED:
        told.append(wording.say(texts.POSTPONED_WHY))
    elif one.outcome is not None and one.reason in texts.ENDED:
        told.append(wording.say(texts.ENDED[one.reason]))
    elif one.reason:
        told.append(reason_clause(one.reason, wording))
    return " ".join(told)


def reason_clause(reason: str, wording: Wording) -> str:
    """A reason as a sentence; one of a later version as it is spelled."""
    known = REASON_WORDS.get(reason)
    said = wording.say(known) if known else reason.replace("-", " ")
    return f"{said[:1].upper()}{said[1:]}."


def _length(one: BreakRecord, wording: Wording) -> str:
    if one.outcome not in _RESTED or not one.rest_s:
        return ""
    rest, length = spelled(one.rest_s, wording), spelled(one.length_s, wording)
    if not one.length_s or one.rest_s >= one.length_s:
        return wording.say(texts.RESTED_ALL, rest=rest)
    return wording.say(texts.RESTED, rest=rest, length=length)
