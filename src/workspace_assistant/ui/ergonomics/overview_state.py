"""All workplaces, and the way into a self-check. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.ergonomics.model import Due, Result
from workspace_assistant.core.ergonomics.rosa import result_of
from workspace_assistant.core.ergonomics.service import Standing
from workspace_assistant.core.ergonomics.texts import NOTES
from workspace_assistant.core.ergonomics.workplaces import HOME, OFFICE
from workspace_assistant.core.joining import facts
from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.ergonomics.looks import AGAIN, CHANGE, FINE, NEVER, OPEN
from workspace_assistant.ui.ergonomics.names import workplace_name
from workspace_assistant.ui.ergonomics.situation import Situation
from workspace_assistant.ui.ergonomics.walk import STEPS, Walk
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkplaceState:
    """One workplace in a line.

    Attributes:
        workplace: as it is kept.
        detail: score, what it means, and when it was checked.
        due: why it is to be checked again; empty while it is not.
        can_show: there is a result.
        spoken: the whole line.
    """

    workplace: str
    name: str
    look: Look
    word: str
    detail: str
    due: str
    can_show: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewState:
    """What there is to begin with.

    Attributes:
        intro: what a self-check is and takes; before the first one alone.
        under_way: the one that was begun; empty where none was.
        discarded: the one that was thrown away last.
        names: of workplaces to choose from: as they are kept, and as they are shown.
        small_print: what always holds.
    """

    intro: str
    under_way: str
    discarded: str
    workplaces: tuple[WorkplaceState, ...]
    names: tuple[tuple[str, str], ...]
    small_print: tuple[str, ...]
    name_trouble: str
    is_first_time: bool


def overview_state(now: Situation, wording: Wording) -> OverviewState:
    standings = now.seen.standings if now.seen else ()
    known = tuple(one.workplace for one in standings)
    is_first = not any(one.latest for one in standings)
    return OverviewState(
        intro=_intro(wording) if is_first else "",
        under_way=_under_way(now.walk, wording),
        discarded=_discarded(now, wording),
        workplaces=tuple(_workplace(one, wording) for one in standings),
        names=tuple(
            (one, workplace_name(one, wording)) for one in (HOME, OFFICE) if one not in known
        ),
        small_print=small_print(wording),
        name_trouble=now.name_trouble,
        is_first_time=is_first,
    )


def small_print(wording: Wording) -> tuple[str, ...]:
    """What is said wherever a score is, or will be."""
    return tuple(wording.say(one) for one in (*NOTES, texts.STAYS_HERE))


def result_look(result: Result) -> Look:
    """The action level is reached, it is not, or nobody knows yet."""
    if result.needs_change is None:
        return OPEN
    return CHANGE if result.needs_change else FINE


def score_told(result: Result, wording: Wording) -> str:
    """Such as “4 of 10” or “at least 3 of 10”."""
    if result.final is not None:
        return wording.say(texts.OUT_OF, score=str(result.final))
    return wording.say(texts.AT_LEAST, score=str(result.at_least))


def _intro(wording: Wording) -> str:
    return wording.say(texts.FIRST, steps=str(len(STEPS)))


def _under_way(walk: Walk | None, wording: Wording) -> str:
    if walk is None:
        return ""
    return wording.say(
        texts.UNDER_WAY,
        workplace=workplace_name(walk.workplace, wording),
        done=str(walk.at),
        steps=str(len(STEPS)),
    )


def _discarded(now: Situation, wording: Wording) -> str:
    if now.dropped is None:
        return ""
    name = workplace_name(now.dropped.workplace, wording)
    return wording.say(texts.DISCARDED, workplace=name)


def _workplace(standing: Standing, wording: Wording) -> WorkplaceState:
    name = workplace_name(standing.workplace, wording)
    latest = standing.latest
    if latest is None:
        look, score = NEVER, ""
        checked = wording.say(texts.NEVER_CHECKED)
    else:
        result = result_of(latest.sheet)
        look, score = result_look(result), score_told(result, wording)
        checked = wording.say(texts.CHECKED_ON, date=wording.short_date(latest.done_at))
    due = _due(standing.due, wording)
    told = (score, wording.say(look.word) if score else "", checked)
    shown = AGAIN if due else look
    return WorkplaceState(
        workplace=standing.workplace,
        name=name,
        look=shown,
        word=wording.say(shown.word),
        detail=facts(told, wording.say),
        due=due,
        can_show=latest is not None,
        spoken=". ".join(filter(None, (name, *told, due))),
    )


def _due(due: Due | None, wording: Wording) -> str:
    if due is None:
        return ""
    return wording.say(texts.DUE[due.reason], date=wording.short_date(due.since))
