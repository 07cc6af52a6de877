"""Why an event of a calendar could not be understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Stable words between the process that reads and the one that tells."""

    NOT_WHOLE = "not-whole"
    NO_START = "no-start"
    UNREADABLE_TIME = "unreadable-time"
    UNKNOWN_ZONE = "unknown-zone"
    MIXED_TIMES = "mixed-times"
    ENDS_BEFORE_START = "ends-before-start"
    REPEATS_TOO_OFTEN = "repeats-too-often"
    ENDLESS_WORK = "endless-work"
    SAME_IDENTITY = "same-identity"
    WITHHELD = "withheld"
    UNREADABLE = "unreadable"


class FaultError(Exception):
    """An event is not understood; `detail` is the calendar's own word for what is wrong."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(why.value)
        self.why = why
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One event that is left out.

    Attributes:
        uid: how the uids of what it would have become begin; empty when unknown.
        name, on: the event's summary and first day, as far as they are known.
    """

    uid: str
    name: str
    on: str
    why: Why
    detail: str = ""
