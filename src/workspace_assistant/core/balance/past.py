"""A week and the weeks before it, told from the same records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from workspace_assistant.core.balance.during import Seen, look_at
from workspace_assistant.core.balance.duty import on_duty
from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.shelves import Shelf
from workspace_assistant.core.balance.work import stretches
from workspace_assistant.core.breaks.model import BreakRecord
from workspace_assistant.core.days import week_span
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.spans import Span

ONE_WEEK = timedelta(weeks=1)
# What begins on the last evening goes on, and is told, after the week; a check comes before it.
_REACH = timedelta(days=2)


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
    records: Records, days: Sequence[date], settings: WeekSettings
) -> tuple[Seen, ...]:
    """The week around each of *days*, likewise."""
    first_weekday = settings.week_start.weekday
    spans = [week_span(day, records.zone, first_weekday=first_weekday) for day in days]
    planned = on_duty(records)
    work, shelves = stretches(planned), _Shelves(planned)
    return tuple(shelves.narrowed(look_at(span, planned, work, settings)) for span in spans)


class _Shelves:
    """What of records lies near a week: so that twelve weeks do not go through all of it.

    Shifts stay as they are: rows of days and nights reach beyond their week.
    """

    def __init__(self, records: Records) -> None:
        sources, now = records.sources, records.now
        self._blocks = Shelf(records.blocks, lambda one: _of_block(one, now))
        self._checked = Shelf(records.checked, lambda one: (one.at, one.at))
        self._watched = Shelf(sources.line_watched, lambda one: (one, one))
        self._events = Shelf(sources.line_events, lambda one: (one.started_at, one.ended_at))
        self._check_ins = Shelf(sources.check_ins, lambda one: (one.since, one.until))
        self._hard = Shelf(sources.hard_contacts, lambda one: (one.at, one.at))
        self._breaks = Shelf(sources.breaks, _of_break)
        self._activity = Shelf(sources.activity, lambda one: (one.started_at, one.ended_at))

    def narrowed(self, look: Seen) -> Seen:
        """With the records near its week alone."""
        ends = (one.span.end for one in look.stretches)
        near = Span(look.week.start - _REACH, max([look.week.end, *ends]) + _REACH)
        sources = replace(
            look.records.sources,
            blocks=self._blocks.near(near),
            line_watched=self._watched.near(near),
            line_events=self._events.near(near),
            check_ins=self._check_ins.near(near),
            hard_contacts=self._hard.near(near),
            breaks=self._breaks.near(near),
            activity=self._activity.near(near),
        )
        checked = self._checked.near(near)
        return replace(look, records=replace(look.records, sources=sources, checked=checked))


def _of_block(one: Block, now: datetime) -> tuple[datetime, datetime]:
    return one.started_at, max(one.started_at, one.ended_at or now)


def _of_break(one: BreakRecord) -> tuple[datetime, datetime]:
    known = [at for at in (one.due_at, one.began_at, one.ended_at) if at is not None]
    return min(known), max(known)
