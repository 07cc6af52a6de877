"""What the self-check has done off the window's thread. Everything here may block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from workspace_assistant.core.ergonomics.evaluating import evaluated
from workspace_assistant.core.ergonomics.model import Assessment, Sheet
from workspace_assistant.core.ergonomics.service import ErgonomicsService
from workspace_assistant.core.errors import RefusedError, StoreUnavailableError, words_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.ergonomics.situation import Seen, Shown
from workspace_assistant.ui.ergonomics.walk import Walk
from workspace_assistant.ui.wording.wording import Wording

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[ResultT]):
    """What became of an act: its result, or why there is none.

    Attributes:
        trouble: in the user's words.
        is_refused: it makes no sense as it was asked; anything else cannot be had.
    """

    result: ResultT | None = None
    trouble: str = ""
    is_refused: bool = False


def act(call: Callable[[], ResultT], wording: Wording, _ctx: JobContext, /) -> Done[ResultT]:
    """Do *call*; what is refused, or cannot be had, is a sentence."""
    try:
        return Done(result=call())
    except RefusedError as error:
        return Done(trouble=wording.say(error.sentence, **error.parts), is_refused=True)
    except StoreUnavailableError as error:
        return Done(trouble=wording.say(words_of(error)))


def look(checks: ErgonomicsService) -> Seen:
    """Every workplace that is known."""
    return Seen(at=checks.now(), standings=checks.standings())


def begun(checks: ErgonomicsService, workplace: str) -> Walk:
    """A self-check of *workplace* at its first step; raises `WorkplaceError` for a name."""
    standing = checks.standing(workplace)
    return Walk(
        workplace=standing.workplace,
        logged=checks.durations(workplace),
        earlier=standing.latest,
    )


def kept(checks: ErgonomicsService, workplace: str, sheet: Sheet) -> Shown:
    """Keep a self-check, and tell all that follows from it."""
    assessment = checks.assess(workplace, sheet)
    checks.keep(assessment)
    return shown(checks, assessment)


def shown(checks: ErgonomicsService, assessment: Assessment) -> Shown:
    """A self-check with those before it."""
    history = checks.history(assessment.workplace)
    ids = [one.id for one in history]
    start = ids.index(assessment.id) if assessment.id in ids else 0
    return Shown(
        assessment=assessment, evaluation=evaluated(assessment.sheet), history=history[start:]
    )
