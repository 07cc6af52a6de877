"""What belongs to a week and to its days: stretches of work by the instant at which they begin.

A shift is in a stretch, and so are the blocks that begin in it: a block after 04:00 in a shift of
the night belongs to the day and the week of that shift.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from workspace_assistant.core.balance.duty import days_off, on_duty
from workspace_assistant.core.balance.model import Records, Term
from workspace_assistant.core.balance.pieces import after_hours
from workspace_assistant.core.balance.rests import daily_rests
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.work import Stretch, stretches
from workspace_assistant.core.days import day_of, day_span, week_span
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.leave.model import LeaveDay
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span, total_s

# Of a week the same is looked at however much else is known, so that it is the same week beside
# eleven others: one week more than the mean of weeks is of, and as far as rests are followed.
BEFORE, AFTER = timedelta(weeks=18), timedelta(weeks=9)
_WHOLE_WEEK = 5


# Without slots, so that what every indicator asks for is reckoned once.
@dataclass(frozen=True, kw_only=True)
class Seen:
    """A week and what is known around it, from `BEFORE` it to `AFTER` it.

    Attributes:
        records: without the shifts of days off.
        work: the stretches of work, also before and after the week.
        all_rests: the daily rests between them.
    """

    week: Span
    records: Records
    work: tuple[Stretch, ...]
    all_rests: tuple[Span, ...]
    settings: WeekSettings

    @property
    def is_over(self) -> bool:
        return self.week.end <= self.records.now

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        return self.stretches_in(self.week)

    @property
    def rests(self) -> tuple[Span, ...]:
        """Those that ended in the week, whole."""
        return tuple(one for one in self.all_rests if self.week.holds(one.end))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        held = (one for one in self.records.blocks if self.week.holds(self.counted_at(one)))
        return tuple(sorted(held, key=lambda one: (one.started_at, one.id)))

    @cached_property
    def days(self) -> tuple[Span, ...]:
        """The seven, each from 04:00 to 04:00."""
        first = day_of(self.week.start, self.records.zone)
        return tuple(
            day_span(first + timedelta(days=index), self.records.zone) for index in range(7)
        )

    @cached_property
    def shifts(self) -> tuple[Shift, ...]:
        """Those that have begun."""
        held = (one for one in self.records.shifts if self.week.holds(one.starts_at))
        begun = (one for one in held if one.starts_at < self.records.now)
        return tuple(sorted(begun, key=lambda one: (one.starts_at, one.ends_at)))

    @cached_property
    def leave(self) -> tuple[LeaveDay | None, ...]:
        """Of each of its days, why it is off; None where it is not."""
        return days_off(self.records, self.days)

    @property
    def is_off(self) -> bool:
        """It has days off, and on no other was there, or will there be, work."""
        off = sum(one is not None for one in self.leave)
        # One day off tells little of the days that are still to come.
        is_told = off >= _WHOLE_WEEK or (off > 0 and self.is_over)
        is_planned = any(self.week.holds(one.starts_at) for one in self.records.shifts)
        return is_told and not self.stretches and not is_planned

    def day_of(self, stretch: Stretch) -> date:
        return day_of(stretch.began_at, self.records.zone)

    def stretches_in(self, span: Span) -> tuple[Stretch, ...]:
        first = bisect_left(self.work, span.start, key=_began_at)
        return self.work[first : bisect_left(self.work, span.end, key=_began_at)]

    def blocks_on(self, day: Span) -> tuple[Block, ...]:
        """Of the blocks of the week."""
        return tuple(one for one in self.blocks if day.holds(self.counted_at(one)))

    def counted_at(self, block: Block) -> datetime:
        """Where its stretch of work begins; its own start where that was no work."""
        index = bisect_right(self.work, block.started_at, key=_start) - 1
        if index >= 0 and self.work[index].span.holds(block.started_at):
            return self.work[index].began_at
        return block.started_at


def seen(records: Records, around: date, settings: WeekSettings) -> Seen:
    """The week around a day. Raises `RefusedError` for a year without a log."""
    week = week_span(around, records.zone, first_weekday=settings.week_start.weekday)
    planned = on_duty(records)
    return look_at(week, planned, stretches(planned), settings)


def look_at(week: Span, planned: Records, work: Sequence[Stretch], settings: WeekSettings) -> Seen:
    """For who looks at more than one week: *planned* is `on_duty`, and *work* its stretches."""
    reach = Span(week.start - BEFORE, week.end + AFTER)
    first = bisect_left(work, reach.start, key=_start)
    near = tuple(work[first : bisect_left(work, reach.end, key=_start)])
    shifts = tuple(one for one in planned.shifts if reach.holds(one.starts_at))
    records = replace(
        planned,
        known_until=min(planned.known_until, reach.end),
        sources=replace(planned.sources, shifts=shifts),
    )
    return Seen(
        week=week, records=records, work=near, all_rests=daily_rests(near), settings=settings
    )


def _start(one: Stretch) -> datetime:
    return one.span.start


def outside_by_day(told: Seen) -> tuple[Term, ...]:
    """Of each day, the worked time of blocks in its stretches that lies outside of shifts."""
    return tuple(Term(span=day, value=_outside_s(told, day)) for day in told.days)


def _outside_s(told: Seen, day: Span) -> float:
    shifts = told.records.shifts
    return sum(total_s(after_hours(one, shifts)) for one in told.stretches_in(day))


def _began_at(one: Stretch) -> datetime:
    return one.began_at
