"""A week and the weeks before it, told from the same records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from workspace_assistant.core.balance.during import Seen, seen
from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.days import week_span

ONE_WEEK = timedelta(weeks=1)


def weeks_until(
    records: Records, around: date, settings: WeekSettings, count: int
) -> tuple[Seen, ...]:
    """The week around a day and those before it, *count* together, oldest first.

    What was worked is put together once for all of them. Raises `RefusedError` for a year without
    a log.
    """
    days = (around - index * ONE_WEEK for index in reversed(range(count)))
    return weeks_around(records, tuple(days), settings)


def weeks_around(
    records: Records, days: tuple[date, ...], settings: WeekSettings
) -> tuple[Seen, ...]:
    """The week around each of *days*, likewise."""
    if not days:
        return ()
    last, first_weekday = seen(records, days[-1], settings), settings.week_start.weekday
    spans = (week_span(day, records.zone, first_weekday=first_weekday) for day in days)
    return tuple(replace(last, week=span) for span in spans)
