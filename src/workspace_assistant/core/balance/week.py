"""A week in plain indicators."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import chain

from workspace_assistant.core.balance.block_indicators import block_indicators
from workspace_assistant.core.balance.break_indicators import break_indicators
from workspace_assistant.core.balance.definitions import Targets
from workspace_assistant.core.balance.during import Seen, outside_by_day, seen
from workspace_assistant.core.balance.hour_indicators import hour_indicators
from workspace_assistant.core.balance.model import Day, Indicator, Records, Term, Week
from workspace_assistant.core.balance.outside_indicators import outside_indicators
from workspace_assistant.core.balance.own_targets import targets_of_settings
from workspace_assistant.core.balance.rest_indicators import rest_indicators
from workspace_assistant.core.balance.row_indicators import row_indicators
from workspace_assistant.core.balance.settings_model import AS_DELIVERED, WeekSettings
from workspace_assistant.core.balance.targets import break_law_of
from workspace_assistant.core.balance.told_indicators import told_indicators
from workspace_assistant.core.days import day_of, week_name
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.shifts.schedule import planned_s

_GROUPS: tuple[Callable[[Seen, Targets], tuple[Indicator, ...]], ...] = (
    rest_indicators,
    hour_indicators,
    row_indicators,
    outside_indicators,
    block_indicators,
    told_indicators,
)


def week_of(records: Records, around: date, settings: WeekSettings = AS_DELIVERED) -> Week:
    """The week that holds a day. Raises `RefusedError` for a year without a log."""
    return week_seen(seen(records, around, settings))


def week_seen(told: Seen) -> Week:
    """For who has more than one week to tell of the same records."""
    targets = targets_of_settings(told.settings)
    groups = [one(told, targets) for one in _GROUPS]
    groups.insert(3, break_indicators(told, targets, break_law_of(told.settings.region)))
    return Week(
        name=week_name(day_of(told.week.start, told.records.zone)),
        span=told.week,
        is_over=told.is_over,
        indicators=tuple(chain.from_iterable(groups)),
        days=tuple(_day(told, outside) for outside in outside_by_day(told)),
    )


def _day(told: Seen, outside: Term) -> Day:
    records, span = told.records, outside.span
    blocks = [one for one in told.blocks if span.holds(one.started_at)]
    return Day(
        on=day_of(span.start, records.zone),
        planned_s=planned_s(one for one in records.shifts if span.holds(one.starts_at)),
        worked_s=sum(one.worked_s for one in told.stretches if span.holds(one.span.start)),
        focus_s=sum(worked_s(one, records.proven_at) for one in blocks),
        after_hours_s=outside.value if records.shifts else None,
        interruptions=sum(len(one.interruptions) for one in blocks),
    )
