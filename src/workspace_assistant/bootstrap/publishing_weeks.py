"""Weeks that are over, as they are told without tips, goals and the weeks beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.bootstrap.present_zone import present_zone
from workspace_assistant.core.days import day_of, week_name, week_span
from workspace_assistant.core.spans import Span

if TYPE_CHECKING:
    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.core.balance.model import Week
    from workspace_assistant.core.balance.settings_model import WeekSettings

# Who was offline for longer has weeks that nobody waits for.
_MOST_WEEKS = 26


@dataclass(frozen=True, slots=True)
class ToldWeeks:
    """Implements the port `Weeks`."""

    data_dir: Path
    database: Database

    def names_since(self, since: datetime, until: datetime) -> tuple[str, ...]:
        over = [name for name, span in self._over(until) if span.start >= since]
        return tuple(reversed(over))

    def last_name(self, until: datetime) -> str:
        return next(name for name, _ in self._over(until))

    def week(self, name: str) -> Week:
        from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
        from workspace_assistant.bootstrap.week_records import records_of, weeks_span
        from workspace_assistant.core.balance.summary import alone_of

        zone, settings = present_zone(), self._settings()
        first = day_of(self._span(name).start, zone)
        shown = weeks_span(first, zone, settings)
        records = records_of(self.database, SystemFocusClock().read(), zone, shown)
        return alone_of(records, first, settings).week

    def _over(self, until: datetime) -> Iterator[tuple[str, Span]]:
        """The last first."""
        zone, weekday = present_zone(), self._settings().week_start.weekday
        around = day_of(until, zone)
        for weeks in range(1, _MOST_WEEKS + 1):
            span = week_span(around - timedelta(weeks=weeks), zone, first_weekday=weekday)
            yield week_name(day_of(span.start, zone)), span

    def _span(self, name: str) -> Span:
        return week_span(name, present_zone(), first_weekday=self._settings().week_start.weekday)

    def _settings(self) -> WeekSettings:
        from workspace_assistant.adapters.files.week_choices import WeekChoices

        return WeekChoices(self.data_dir).settings()
