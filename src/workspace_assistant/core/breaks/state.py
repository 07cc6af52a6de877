"""What is known of the breaks between two looks, and what one look brings about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workspace_assistant.core.breaks.attendance import Attended
from workspace_assistant.core.breaks.model import (
    ActivityStretch,
    BreakKind,
    BreakRecord,
    KindSettings,
    Settings,
    Stage,
)
from workspace_assistant.core.breaks.ports import Silence

# Who asks to stop for today is asked again so much later.
_STOP_LATER_S = 1200.0
# Away for so long after being asked to stop, the person has stopped.
_STOPPED_S = 1800.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """The break that is open.

    Attributes:
        ignored_s: work since it was offered.
        used_from: when input began that has not paused for long since; None for none. Of a running
            one.
        still_s: seen without input since the last input. Of a running one.
    """

    record: BreakRecord
    stage: Stage
    ignored_s: float = 0.0
    used_from: datetime | None = None
    still_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A break that was postponed.

    Attributes:
        count: times in a row by now.
        limit_s: of a daily limit: how much work it was.
    """

    kind: BreakKind
    at: datetime
    count: int
    limit_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Everything that the next look needs to know.

    Attributes:
        rest_work_s, micro_work_s: work since the last break of that kind, or a longer one.
        day_s: at the computer or in calls on this day of the log.
        settled_limit_s: the daily limit that was answered today, the highest one; 0 for none.
        free_from: when the last break was over; None for never. None that comes by itself reaches
            back beyond it.
        stretch: of activity, that goes on.
        shift_left_s: at the last look; None outside of shifts, or where nobody looked.
        silent_about: the break that would come if another one were not just over; None for none.
    """

    attended: Attended
    day: date
    rest_work_s: float = 0.0
    micro_work_s: float = 0.0
    day_s: float = 0.0
    settled_limit_s: float = 0.0
    free_from: datetime | None = None
    going: Going | None = None
    later: Later | None = None
    stretch: ActivityStretch | None = None
    shift_left_s: float | None = None
    silent_about: BreakKind | None = None


class Happening(StrEnum):
    DUE = "due"
    HELD = "held"
    OFFERED = "offered"
    WITHDRAWN = "withdrawn"  # from the screen, for something holds it back now
    BEGUN = "begun"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something happened to a break, which is as `record` says from now on."""

    happening: Happening
    record: BreakRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """After a look or an answer.

    Attributes:
        stretches: of activity, that began or grew.
        silence: begins, and is to be told.
    """

    state: State
    events: tuple[Event, ...] = ()
    stretches: tuple[ActivityStretch, ...] = ()
    silence: Silence | None = None


def of_kind(settings: Settings, kind: BreakKind) -> KindSettings:
    """A daily limit has no length: it asks to stop."""
    if kind is BreakKind.MICRO:
        return settings.micro
    if kind is BreakKind.REST:
        return settings.rest
    limit_s = settings.daily_limit_s
    return KindSettings(is_on=limit_s is not None, work_s=limit_s or 0.0, length_s=0.0)


def enough_s(record: BreakRecord) -> float:
    """Time away that is this whole break."""
    return _STOPPED_S if record.kind is BreakKind.DAILY_LIMIT else record.length_s


def postpone_s(settings: Settings, kind: BreakKind) -> float:
    if kind is BreakKind.DAILY_LIMIT:
        return max(settings.postpone_s, _STOP_LATER_S)
    return settings.postpone_s
