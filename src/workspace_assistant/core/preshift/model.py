"""When the check before a shift runs, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.reminders.model import ReminderKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PreshiftSettings:
    """The person's choices.

    Attributes:
        first_s: how long before a shift the check runs; 0 turns it off.
        second_s: how long before it is tried again where the first did not end well; 0 for never.
        places: shifts at other places are left alone.
        microphone_after_days: ask to test the microphone as well when its last good test is
            older; 0 for never.
    """

    first_s: float = 15 * 60
    second_s: float = 5 * 60
    places: tuple[str, ...] = ("home",)
    microphone_after_days: int = 7


class AttemptState(StrEnum):
    """How one attempt stands."""

    WAITING = "waiting"  # asked for later, by hand, or put off
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"  # our own failure, or the computer went down
    MISSED = "missed"  # held back until the shift began
    AHEAD = "ahead"  # by a clock that was ahead: counts for nothing but what was told


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One of the checks before one shift; a program that runs it has claimed it first.

    It belongs to the instant at which the shift starts: of several that start together one check
    is enough, whichever calendar tells of them.

    Attributes:
        shift_id: the shift that it was planned for.
        number: 1 for the first, 2 for the second; higher ones were asked for by "Later".
        due_at: when it was to run; a shift that is moved has new attempts.
        verdict: `ready`, `caution`, `not-ready`, `not-tested` of the part that ran; empty before.
        top_finding: code of the finding that decides, empty where there is none.
        told: what became of telling it, an `Outcome` of reminders; empty as long as nothing has.
    """

    shift_id: str
    shift_starts_at: datetime
    number: int
    due_at: datetime
    state: AttemptState
    began_at: datetime
    report_id: str = ""
    verdict: str = ""
    top_finding: str = ""
    detail: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActChosen:
    """A button of a reminder was pressed: a reading that the attending job reports.

    Attributes:
        key: one of the `KEY_…` below, ``default`` for a click on the notification itself.
    """

    kind: ReminderKind
    about: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The check before a shift ran, or ran again: a reading that the attending job reports."""

    report: ReadinessReport


@dataclass(frozen=True, slots=True, kw_only=True)
class NotChecked:
    """The check before a shift could not be run: a reading that the attending job reports.

    Whatever an earlier check found, how things are now is not known.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshing:
    """Calendars were fetched, or tried: a reading that the attending job reports.

    Attributes:
        sources: their ids.
    """

    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """One look at all that may be due: a reading that the attending job reports.

    Attributes:
        next_at: when the next one is.
        fault: what could not be done, a sentence; empty where all went well.
        is_damaged: it is the database, damaged or locked: the person can do something about it.
    """

    at: datetime
    next_at: datetime
    fault: str = ""
    is_damaged: bool = False


KEY_CHECK = "check-now"
KEY_LATER = "later"
KEY_OPEN = "open"
KEY_MICROPHONE = "test-microphone"
KEY_DEFAULT = "default"
