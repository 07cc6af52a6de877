"""Which events are worth a word while a shift goes on, and which wait for the end of a call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from workspace_assistant.core.line_watch.model import LineEvent

# Nobody wants to hear of the same trouble again and again: the log has it all.
SPACING_S = 10 * 60.0


class Telling(StrEnum):
    """What to do with an event. The value is the reason that the why-log shows."""

    ALARM = "m-of-n-bad"
    RECOVERED = "recovered"
    IN_CALL = "in-call"
    TOLD_LATELY = "told-lately"
    CUT_OFF = "watch-ended"
    NOT_TOLD_BEFORE = "trouble-not-told"
    AFTER_CALL = "after-call"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told of the line lately: the event, and when."""

    event_id: str
    at: datetime


def telling(event: LineEvent, told: Told | None, now: datetime, *, in_call: bool | None) -> Telling:
    """An alarm when an event begins, one word when it was seen to end; nothing into a call."""
    if event.is_over:
        is_told = told is not None and told.event_id == event.id
        if not is_told:
            return Telling.NOT_TOLD_BEFORE
        if event.is_cut_off:
            return Telling.CUT_OFF
        return Telling.IN_CALL if in_call else Telling.RECOVERED
    if in_call:
        return Telling.IN_CALL
    if told is not None and now - told.at < timedelta(seconds=SPACING_S):
        return Telling.TOLD_LATELY
    return Telling.ALARM
