"""What belongs to a week: shifts, blocks and stretches by the instant at which they begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from workspace_assistant.core.balance.model import Records, Term
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.work import Stretch, stretches
from workspace_assistant.core.days import day_of, day_span, week_span
from workspace_assistant.core.facts.outside import outside_shifts, worked_spans
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A week and all that is known around it.

    Attributes:
        work: all stretches of work that are known, also before and after the week.
    """

    week: Span
    records: Records
    work: tuple[Stretch, ...]
    settings: WeekSettings

    @property
    def is_over(self) -> bool:
        return self.week.end <= self.records.now

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        return tuple(one for one in self.work if self.week.holds(one.span.start))

    @property
    def blocks(self) -> tuple[Block, ...]:
        held = (one for one in self.records.blocks if self.week.holds(one.started_at))
        return tuple(sorted(held, key=lambda one: one.started_at))

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """Those that have begun."""
        held = (one for one in self.records.shifts if self.week.holds(one.starts_at))
        begun = (one for one in held if one.starts_at < self.records.now)
        return tuple(sorted(begun, key=lambda one: (one.starts_at, one.ends_at)))

    def day_of(self, stretch: Stretch) -> date:
        return day_of(stretch.span.start, self.records.zone)


def seen(records: Records, around: date, settings: WeekSettings) -> Seen:
    """The week around a day. Raises `RefusedError` for a year without a log."""
    week = week_span(around, records.zone, first_weekday=settings.week_start.weekday)
    return Seen(week=week, records=records, work=stretches(records), settings=settings)


def days_of(week: Span, records: Records) -> tuple[Span, ...]:
    """Its seven days, each from 04:00 to 04:00."""
    first = day_of(week.start, records.zone)
    return tuple(day_span(first + timedelta(days=index), records.zone) for index in range(7))


def outside_by_day(told: Seen) -> tuple[Term, ...]:
    """Of each day, the worked time of its blocks that lies outside of shifts.

    A block belongs to the day on which it starts, and so does all of its time.
    """
    return tuple(
        Term(span=day, value=_outside_s(told, day)) for day in days_of(told.week, told.records)
    )


def _outside_s(told: Seen, day: Span) -> float:
    blocks = (one for one in told.blocks if day.holds(one.started_at))
    worked = (span for one in blocks for span in worked_spans(one, told.records.proven_at))
    return sum(one.length_s for one in outside_shifts(worked, told.records.shifts))
