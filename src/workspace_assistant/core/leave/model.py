"""Days on which nobody is expected to work. They are told by the person, for themselves alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LeaveKind(StrEnum):
    """Why a day is off; no number depends on which it is."""

    LEAVE = "leave"
    SICK = "sick"
    HOLIDAY = "holiday"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveDay:
    """One day off, from 04:00 to 04:00; there is at most one for each date."""

    on: date
    kind: LeaveKind
