"""What a person chooses for the weekly summary: whose law, own targets, goals, the way to work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from types import MappingProxyType

from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.days import MONDAY, SUNDAY

_NO_TARGETS: Mapping[str, float | None] = MappingProxyType({})


class WeekStart(StrEnum):
    """The first day of a week. A week is named by the ISO 8601 week that its Thursday is in."""

    MONDAY = "monday"
    SUNDAY = "sunday"

    @property
    def weekday(self) -> int:
        """As `date.weekday` counts."""
        return SUNDAY if self is WeekStart.SUNDAY else MONDAY


class GoalKind(StrEnum):
    """What a person wants to reach in a week; docs/week.md says how each is counted."""

    FOCUS = "focus"  # worked time of blocks, at least
    BREAKS = "breaks"  # breaks had, at least
    LEARNING = "learning"  # time of learning, at least
    END_OF_DAY = "end-of-day"  # every day's work has ended by that time of day


class Standing(StrEnum):
    """How far a goal is, in one word."""

    REACHED = "met"
    MISSED = "not-met"  # nothing can change that any more
    OPEN = "on-the-way"
    UNKNOWN = "not-enough-data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """An own goal for each week.

    Attributes:
        least: seconds of focus and learning, a count of breaks; None of the end of a day.
        ends_by: the time of day, by the clock of the place; only of the end of a day. Before the
            day's boundary (04:00) it is of the night that follows.
    """

    kind: GoalKind
    least: float | None = None
    ends_by: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commute:
    """The way to work that a day at home saves; what was not told is None.

    Attributes:
        one_way_s, one_way_km: of one of the two ways of a day.
        day_fare: what both ways of a day cost, in `currency` (ISO 4217).
    """

    one_way_s: float | None = None
    one_way_km: float | None = None
    day_fare: float | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSettings:
    """The choices; each default is what a person has who chose nothing.

    Attributes:
        own_targets: by the id of an indicator; None means that it is held against nothing. Where
            the indicator has a target by default, the own one takes its place.
        shows_adherence: adherence and conformance are told. Nobody but the person sees them.
        tells_headline: the headline comes as a notification when the last shift of a week ends.
    """

    region: Region = Region.EU
    week_start: WeekStart = WeekStart.MONDAY
    own_targets: Mapping[str, float | None] = field(default_factory=lambda: _NO_TARGETS)
    goals: tuple[Goal, ...] = ()
    commute: Commute = Commute()
    shows_adherence: bool = False
    tells_headline: bool = False


AS_DELIVERED = WeekSettings()
