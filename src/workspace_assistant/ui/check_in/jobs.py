"""What the check-in has done off the window's thread. Everything here may block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

from workspace_assistant.core.check_in.asking import Asking
from workspace_assistant.core.check_in.model import HardContact
from workspace_assistant.core.check_in.service import CheckInService
from workspace_assistant.core.errors import (
    RefusedError,
    StoreUnavailableError,
    UserInputError,
    words_of,
)
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.check_in.situation import Seen
from workspace_assistant.ui.wording.wording import Wording

ResultT = TypeVar("ResultT")

_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[ResultT]):
    """What became of an act: its result, or why there is none, in the user's words."""

    result: ResultT | None = None
    trouble: str = ""


def act(call: Callable[[], ResultT], wording: Wording, _ctx: JobContext, /) -> Done[ResultT]:
    """Do *call*; what is refused, or cannot be had, is a sentence."""
    try:
        return Done(result=call())
    except RefusedError as error:
        return Done(trouble=wording.say(error.sentence, **error.parts))
    except (UserInputError, StoreUnavailableError) as error:
        return Done(trouble=wording.say(words_of(error)))


def look(check_ins: CheckInService) -> Seen:
    """Read all that the card shows."""
    asking, is_on = check_ins.asking(), check_ins.is_on()
    return Seen(
        at=check_ins.now(),
        is_on=is_on,
        asking=asking,
        form=check_ins.form(),
        marks=_marks(check_ins, asking),
        help=check_ins.help() if is_on else (),
    )


def _marks(check_ins: CheckInService, asking: Asking) -> tuple[HardContact, ...] | None:
    """None outside of shifts."""
    now, shift = check_ins.now(), asking.shift
    if shift is None or not shift.span.holds(now):
        return None
    return check_ins.marks(Span(shift.span.start, now + _INSTANT))
