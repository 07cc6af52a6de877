"""What a person fills in: a shift, an edit of one, a weekly pattern, a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from workspace_assistant.core.shifts.model import (
    Filter,
    Place,
    ShiftBreak,
    SourceKind,
    WeeklyShift,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftDraft:
    """A shift by hand."""

    starts_at: datetime
    ends_at: datetime
    name: str = ""
    place: Place = Place.HOME
    breaks: tuple[ShiftBreak, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftEdit:
    """What is to be different; None leaves it as it is."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    name: str | None = None
    place: Place | None = None
    breaks: tuple[ShiftBreak, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternDraft:
    """A weekly pattern.

    Attributes:
        name: empty for one made of its lines.
        time_zone: IANA name; empty for the user's own.
        from_on: the first day; None for today. Weeks are counted from its week.
    """

    lines: tuple[WeeklyShift, ...]
    name: str = ""
    place: Place = Place.HOME
    time_zone: str = ""
    from_on: date | None = None
    until_on: date | None = None
    every_weeks: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChange:
    """What is to be different in how a subscription is read; None leaves it as it is."""

    filter: Filter | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDraft:
    """A calendar that is to be looked at, and perhaps kept.

    Attributes:
        kind: `FILE` or `SUBSCRIPTION`.
        name: of the source. A file of a name that is known replaces that source's coming shifts.
        time_zone: for times that the calendar leaves floating; empty for the user's own.
    """

    kind: SourceKind
    name: str
    place: Place = Place.HOME
    time_zone: str = ""
    filter: Filter = Filter()
