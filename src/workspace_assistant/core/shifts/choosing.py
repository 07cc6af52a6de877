"""Which events of a calendar are shifts, which are breaks inside them, and why others are not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workspace_assistant.core.shifts.model import Shift, Source
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarEvent


class LeftOutReason(StrEnum):
    """Why an event is no shift; sentences are in `texts.LEFT_OUT`."""

    NOT_IN_FILTER = "not-in-filter"
    ALL_DAY = "all-day"
    PLACE_OF_DAY = "place-of-day"  # all day, and says where the shifts of that day are worked
    CANCELLED = "cancelled"
    BREAK_ALONE = "break-alone"  # a break that lies in no shift
    NO_LENGTH = "no-length"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An event that is no shift."""

    event: CalendarEvent
    reason: LeftOutReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What becomes of a calendar's events.

    Attributes:
        shifts: by their start; their ids are made of source and uid.
        left_out: in the calendar's order.
        faults: events that could not be understood, in sentences.
        unread: what the uids of such events begin with.
    """

    shifts: tuple[Shift, ...]
    left_out: tuple[LeftOut, ...] = ()
    faults: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def choose(content: CalendarContent, source: Source) -> Choice:
    """Shifts of *source*, with their breaks and places."""
    raise NotImplementedError
