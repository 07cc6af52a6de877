"""What the page of breaks and tips has done off the window's thread. Everything here may block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from workspace_assistant.core.days import day_of, day_span
from workspace_assistant.core.errors import (
    RefusedError,
    StoreUnavailableError,
    UserInputError,
    words_of,
)
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.tips.model import Choice
from workspace_assistant.ui.breaks.situation import Seen
from workspace_assistant.ui.feature_services import BreakServices
from workspace_assistant.ui.wording.wording import Wording

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[ResultT]):
    """What became of an act: its result, or why there is none.

    Attributes:
        trouble: in the user's words.
    """

    result: ResultT | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a look is for.

    Attributes:
        why_limit: so many lines of the why-log.
        offers_tip: somebody looks: a tip may be shown now.
        choice: of an earlier look, where none is offered.
    """

    why_limit: int
    offers_tip: bool
    choice: Choice | None


def look(services: BreakServices, wanted: Wanted, _ctx: JobContext, /) -> Done[Seen]:
    """Read all that the page shows; where a tip may be shown, one is chosen and claimed."""
    try:
        return Done(result=_seen(services, wanted))
    except (StoreUnavailableError, UserInputError) as error:
        return Done(trouble=words_of(error))


def act(call: Callable[[], ResultT], wording: Wording, _ctx: JobContext, /) -> Done[ResultT]:
    """Do *call*; what is refused, or cannot be had, is a sentence."""
    try:
        return Done(result=call())
    except RefusedError as error:
        return Done(trouble=wording.say(error.sentence, **error.parts))
    except (OSError, UserInputError, StoreUnavailableError) as error:
        return Done(trouble=wording.say(words_of(error)))


def _seen(services: BreakServices, wanted: Wanted) -> Seen:
    at, zone, tips = services.now(), services.zone(), services.tips
    choice = tips.offer() if wanted.offers_tip else wanted.choice
    why = services.why_log(wanted.why_limit + 1)
    return Seen(
        at=at,
        zone=zone,
        settings=services.settings(),
        records=services.records(day_span(day_of(at, zone), zone)),
        last=tips.last(),
        choice=choice,
        listed=tips.listed(),
        why=why[: wanted.why_limit],
        has_more_why=len(why) > wanted.why_limit,
    )
