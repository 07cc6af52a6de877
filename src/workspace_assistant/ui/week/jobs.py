"""What the Week page has done off the window's thread. Everything here may block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from workspace_assistant.core.balance.summary_model import Suggestion
from workspace_assistant.core.days import day_of
from workspace_assistant.core.errors import (
    RefusedError,
    StoreUnavailableError,
    UserInputError,
    words_of,
)
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.tips.model import Tip
from workspace_assistant.ui.feature_services import WeekServices
from workspace_assistant.ui.week.situation import Seen
from workspace_assistant.ui.wording.wording import Wording

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[ResultT]):
    """What became of it: its result, or why there is none, in the user's words."""

    result: ResultT | None = None
    trouble: str = ""


def look_at_week(
    services: WeekServices, around: date | None, wording: Wording, _ctx: JobContext, /
) -> Done[Seen]:
    """The week alone: soon there, however much was ever logged."""
    return _told(lambda: _seen(services, around, is_whole=False), wording)


def look_at_summary(
    services: WeekServices, around: date | None, wording: Wording, _ctx: JobContext, /
) -> Done[Seen]:
    """The week beside those before it."""
    return _told(lambda: _seen(services, around, is_whole=True), wording)


def look_again(
    services: WeekServices, shown: Seen, around: date | None, wording: Wording, _ctx: JobContext, /
) -> Done[Seen]:
    """As time goes by: the weeks before the one that is shown are read only where it changed."""

    def seen() -> Seen:
        alone = _seen(services, around, is_whole=False)
        if (alone.week, alone.settings) != (shown.week, shown.settings):
            return _seen(services, around, is_whole=True)
        return replace(shown, at=alone.at, today=alone.today)

    return _told(seen, wording)


def act(call: Callable[[], ResultT], wording: Wording, _ctx: JobContext, /) -> Done[ResultT]:
    """Do *call*; what is refused, or cannot be had, is a sentence."""
    return _told(call, wording)


def _told(call: Callable[[], ResultT], wording: Wording) -> Done[ResultT]:
    try:
        return Done(result=call())
    except RefusedError as error:
        return Done(trouble=wording.say(error.sentence, **error.parts))
    except (OSError, UserInputError, StoreUnavailableError) as error:
        return Done(trouble=wording.say(words_of(error)))


def _seen(services: WeekServices, around: date | None, *, is_whole: bool) -> Seen:
    at, zone, settings = services.now(), services.zone(), services.settings()
    today = day_of(at, zone)
    tell = services.summary if is_whole else services.alone
    summary = tell(around or today, settings)
    return Seen(
        at=at,
        zone=zone,
        today=today,
        settings=settings,
        summary=summary,
        is_whole=is_whole,
        tips=_tips(services, summary.suggestions),
    )


def _tips(services: WeekServices, suggestions: tuple[Suggestion, ...]) -> dict[str, Tip]:
    if not suggestions:
        return {}
    wanted = {one.tip_id for one in suggestions}
    return {one.tip.id: one.tip for one in services.tips.listed() if one.tip.id in wanted}
