"""The stretches of time that facts are of: today, the week, the usual weeks before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property

from workspace_assistant.core.days import day_of, day_start
from workspace_assistant.core.spans import Span

WEEK_DAYS = 7
USUAL_DAYS = 28
# What happens at this very instant has happened.
_INSTANT = timedelta(microseconds=1)


# Without slots, so that what is asked of every block is reckoned once.
@dataclass(frozen=True, kw_only=True)
class Windows:
    """Attributes: `now` as the person's clock in `zone` tells it; `today` begins at 04:00."""

    now: datetime
    zone: tzinfo

    @cached_property
    def on(self) -> date:
        """The date of the log's day."""
        return day_of(self.now, self.zone)

    @property
    def end(self) -> datetime:
        return self.now + _INSTANT

    @cached_property
    def today(self) -> Span:
        return self.last_days(1)

    @cached_property
    def week(self) -> Span:
        """Today and the six days before."""
        return self.last_days(WEEK_DAYS)

    @cached_property
    def usual(self) -> Span:
        """The four weeks before this one."""
        return Span(self._start(WEEK_DAYS + USUAL_DAYS), self.week.start)

    def last_days(self, count: int) -> Span:
        """So many days up to now, the last of which is today."""
        return Span(self._start(count), self.end)

    def day_of(self, at: datetime) -> date:
        return day_of(at, self.zone)

    def hour_of(self, at: datetime) -> int:
        """The clock hour that *at* lies in."""
        return at.astimezone(self.zone).hour

    def _start(self, days: int) -> datetime:
        """Where the first of the last *days* days begins."""
        return day_start(self.on - timedelta(days=days - 1), self.zone)
