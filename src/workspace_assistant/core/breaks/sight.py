"""One look at the person, the computer and the work."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto

from workspace_assistant.core.breaks.ports import Attention, OpenBlock


class Call(Enum):
    """What the call sensor said."""

    NOT_ASKED = auto()
    UNKNOWN = auto()
    NONE = auto()
    GOING_ON = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What is seen at one look.

    Attributes:
        at: on the log's time, which no setting of the clock moves.
        elapsed_s, awake_s: the steady clocks with and without sleep.
        day: the log's day, from 04:00.
        idle_s: since the last input; None where the system cannot tell.
        is_locked: None where the system cannot tell.
        block: the focus block that is open.
        shift_left_s: until the running shift ends; None outside shifts.
        is_quiet: the person asked for quiet.
        is_reading: the person asked to be taken for there though nothing is typed.
    """

    at: datetime
    elapsed_s: float
    awake_s: float | None
    day: date
    idle_s: float | None = None
    is_locked: bool | None = None
    call: Call = Call.NOT_ASKED
    block: OpenBlock | None = None
    shift_left_s: float | None = None
    attention: Attention = field(default_factory=Attention)
    is_quiet: bool = False
    is_reading: bool = False

    @property
    def is_shut(self) -> bool:
        return self.is_locked is True
