"""The whole summary: a week beside the weeks before it, and what could be done."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.balance.model import Indicator, State, Target, Told, Unit, Week
from workspace_assistant.core.balance.settings_model import (
    Goal,
    GoalKind,
    Standing,
    WeekSettings,
)
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a goal is.

    Attributes:
        value: seconds of focus and learning, a count of breaks; of the end of a day the share of
            days with work that ended in time. None where nothing is known yet.
        is_reached: None where that cannot be told: nothing is known, or, of the end of a day,
            no day missed it and the week is not over.
    """

    goal: Goal
    value: float | None
    is_reached: bool | None
    told: Told

    def standing(self, *, is_over: bool) -> Standing:
        """In a week that *is_over*, or still runs: then sums can grow, but no day is undone."""
        if self.is_reached:
            return Standing.REACHED
        if self.value is None:
            return Standing.UNKNOWN
        is_final = is_over or self.goal.kind is GoalKind.END_OF_DAY
        return Standing.MISSED if self.is_reached is False and is_final else Standing.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A value beside those of the weeks before; None where these did not know it.

    Attributes:
        last: of the week before.
        usual: median of those of the four weeks before that knew it; None under two of them.
        usual_of: of how many weeks.
    """

    id: str
    last: float | None
    usual: float | None
    usual_of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """What one week knew of an indicator."""

    week: str
    span: Span
    value: float | None
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """An indicator in twelve weeks, oldest first; the last one is the week of the summary."""

    id: str
    name: str
    unit: Unit
    target: Target | None
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """An hour of the day, on one weekday or of one cause.

    Attributes:
        hour: 0 to 23, by the clock of the place.
        count: interruptions that began in it.
        worked_s: how long blocks were worked in it: without work no interruption can be logged.
    """

    hour: int
    count: int
    worked_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """When interruptions came in the last twelve weeks.

    Attributes:
        by_cause: 24 cells for each cause that came, the most frequent first.
        by_weekday: 24 cells for each weekday from 0, Monday, on; all seven.
        hardest: the hour or weekday that stands out, as a sentence; None where none does.
    """

    span: Span
    by_cause: tuple[tuple[Cause, tuple[HeatCell, ...]], ...]
    by_weekday: tuple[tuple[HeatCell, ...], ...]
    hardest: Told | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyCounts:
    """Shifts of the last twelve weeks by how they began, and how many had technical trouble.

    Counts and nothing more: what came together need not have caused each other.
    """

    ready: int
    ready_with_trouble: int
    unready: int
    unready_with_trouble: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What could be done about one indicator that is not met.

    Attributes:
        indicator: what it is about.
        tip_id: of the catalog of tips.
    """

    indicator: Indicator
    tip_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Everything that the page and the reports show.

    Attributes:
        settings: that it was made with.
        headline: "x of y targets met", as a sentence.
        sentences: at most three, what matters most first.
        comparisons: one for each indicator of the week, in its order.
        trends: likewise, of those with a number in at least two of the twelve weeks.
        suggestions: at most three.
    """

    week: Week
    settings: WeekSettings
    headline: Told
    sentences: tuple[Told, ...]
    goals: tuple[Progress, ...]
    comparisons: tuple[Comparison, ...]
    trends: tuple[Trend, ...]
    heat: HeatMap | None
    ready_counts: ReadyCounts | None
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUpRow:
    """An indicator over the weeks of a month or a quarter.

    Attributes:
        median: of the weeks that knew it; None where none did.
        known, met: in how many weeks it was known, and met its target.
        values: one for each week, in their order.
    """

    id: str
    name: str
    unit: Unit
    target: Target | None
    median: float | None
    known: int
    met: int
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """A month or a quarter: the weeks whose Thursday lies in it.

    Attributes:
        name: such as ``2026-11`` or ``2026-Q4``.
    """

    name: str
    span: Span
    headline: Told
    weeks: tuple[Week, ...]
    rows: tuple[RollUpRow, ...]
