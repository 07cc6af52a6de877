"""What the page of one's own data has done off the window's thread. Everything here may block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from workspace_assistant.core.errors import (
    DamagedStoreError,
    LockedStoreError,
    SaidError,
    StoreUnavailableError,
)
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.data.situation import Seen
from workspace_assistant.ui.feature_services import DataServices
from workspace_assistant.ui.wording.wording import Wording

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[ResultT]):
    """What became of it: its result, or why there is none, in the user's words."""

    result: ResultT | None = None
    trouble: str = ""


def look(services: DataServices, wording: Wording, _ctx: JobContext, /) -> Done[Seen]:
    return told(lambda: _seen(services, wording), wording)


def act(
    call: Callable[[JobContext], ResultT], wording: Wording, ctx: JobContext, /
) -> Done[ResultT]:
    """Do *call*; what is refused, or cannot be had, is a sentence."""
    return told(lambda: call(ctx), wording)


def told(call: Callable[[], ResultT], wording: Wording) -> Done[ResultT]:
    try:
        return Done(result=call())
    except SaidError as error:
        return Done(trouble=said(error, wording))
    except OSError as error:
        return Done(trouble=str(error))


def said(error: SaidError, wording: Wording) -> str:
    """What *error* says, in the user's language."""
    return wording.say(error.sentence, **error.parts)


def _seen(services: DataServices, wording: Wording) -> Seen:
    """Of a damaged database all that can still be known."""
    known = Seen(place=services.place(), backups=services.backups(), ages=services.ages())
    try:
        return replace(known, contents=services.contents())
    except DamagedStoreError as error:
        newest = services.newest_good()
        return replace(known, trouble=said(error, wording), is_damaged=True, newest_good=newest)
    except LockedStoreError as error:
        return replace(known, trouble=said(error, wording), is_locked=True)
    except StoreUnavailableError as error:
        return replace(known, trouble=said(error, wording))
