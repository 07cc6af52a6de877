"""Why an event of a calendar is no shift."""

from __future__ import annotations

from enum import StrEnum


class LeftOutReason(StrEnum):
    """Sentences are in `texts.LEFT_OUT`."""

    NOT_IN_FILTER = "not-in-filter"
    ALL_DAY = "all-day"
    PLACE_OF_DAY = "place-of-day"  # all day, and says where the shifts of that day are worked
    CANCELLED = "cancelled"
    BREAK_ALONE = "break-alone"  # a break that lies in no shift
    NO_LENGTH = "no-length"
    TOO_LONG = "too-long"
