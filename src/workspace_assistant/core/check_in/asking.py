"""When the check-in is due: at the end of a shift, once, and never into a call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from workspace_assistant.core.check_in.model import PlannedShift
from workspace_assistant.core.spans import Span

FROM_BEFORE_END = timedelta(minutes=10)
UNTIL_AFTER_END = timedelta(hours=2)


class Standing(StrEnum):
    """Whether it is time to ask, and why not."""

    DUE = "due"
    OFF = "off"
    NO_SHIFT = "no-shift"
    NOT_YET = "not-yet"
    TOLD = "told-already"
    IN_CALL = "in-call"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Whether the check-in is due now.

    Attributes:
        shift: the one it is about; None where there is none near.
        window: when it may be asked.
    """

    standing: Standing
    shift: PlannedShift | None = None
    window: Span | None = None

    @property
    def is_due(self) -> bool:
        return self.standing is Standing.DUE


def asking_window(shift: PlannedShift) -> Span:
    """From ten minutes before the end (not before the start) until two hours after."""
    start = max(shift.span.start, shift.span.end - FROM_BEFORE_END)
    return Span(start, shift.span.end + UNTIL_AFTER_END)


def shift_to_ask(shifts: Iterable[PlannedShift], now: datetime) -> PlannedShift | None:
    """The shift whose end is nearest of those that may be asked about, else the one that runs."""
    near = [one for one in shifts if asking_window(one).holds(now)]
    running = [one for one in shifts if one.span.holds(now)]
    found = near or running
    return max(found, key=lambda one: (one.span.end, one.span.start), default=None)
