"""What the panel of loudness has done off the window's thread. Everything here may block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from workspace_assistant.core.errors import StoreUnavailableError, words_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.feature_services import LoudnessServices
from workspace_assistant.ui.loudness.situation import Seen

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[ResultT]):
    """What became of an act: its result, or why there is none, in the user's words."""

    result: ResultT | None = None
    trouble: str = ""


def act(call: Callable[[], ResultT], _ctx: JobContext, /) -> Done[ResultT]:
    """Do *call*; what cannot be had is a sentence."""
    try:
        return Done(result=call())
    except StoreUnavailableError as error:
        return Done(trouble=words_of(error))


def look(services: LoudnessServices) -> Seen:
    """Read all that the panel shows."""
    return Seen(is_on=services.is_on(), obstacle=services.obstacle(), trend=services.trend())
