"""A week in plain indicators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from workspace_assistant.core.balance import texts
from workspace_assistant.core.balance.adherence_indicators import adherence_indicators
from workspace_assistant.core.balance.block_indicators import block_indicators
from workspace_assistant.core.balance.break_indicators import break_indicators
from workspace_assistant.core.balance.commute_indicators import commute_indicators
from workspace_assistant.core.balance.definitions import AVERAGE_HOURS, Targets
from workspace_assistant.core.balance.during import Seen, seen
from workspace_assistant.core.balance.hour_indicators import hour_indicators
from workspace_assistant.core.balance.model import Day, Indicator, Layer, Records, Told, Week
from workspace_assistant.core.balance.outside_indicators import outside_indicators
from workspace_assistant.core.balance.own_targets import targets_of_settings
from workspace_assistant.core.balance.pieces import pieces_of, rests_had
from workspace_assistant.core.balance.ready_indicators import ready_indicators
from workspace_assistant.core.balance.rest_indicators import rest_indicators
from workspace_assistant.core.balance.row_indicators import row_indicators
from workspace_assistant.core.balance.settings_model import AS_DELIVERED, WeekSettings
from workspace_assistant.core.balance.targets import break_law_of
from workspace_assistant.core.balance.told_indicators import told_indicators
from workspace_assistant.core.days import day_of, week_name
from workspace_assistant.core.leave.model import LeaveDay
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span, total_s, united, without_all

_GROUPS: tuple[Callable[[Seen, Targets], tuple[Indicator, ...]], ...] = (
    rest_indicators,
    hour_indicators,
    row_indicators,
    outside_indicators,
    block_indicators,
    told_indicators,
    ready_indicators,
    commute_indicators,
    adherence_indicators,
)


def week_of(records: Records, around: date, settings: WeekSettings = AS_DELIVERED) -> Week:
    """The week that holds a day. Raises `RefusedError` for a year without a log."""
    return week_seen(seen(records, around, settings))


def week_seen(told: Seen) -> Week:
    """For who has more than one week to tell of the same records."""
    targets = targets_of_settings(told.settings)
    groups = [one(told, targets) for one in _GROUPS]
    groups.insert(3, break_indicators(told, targets, break_law_of(told.settings.region)))
    had = rests_had(told.records.sources.breaks)
    return Week(
        name=week_name(day_of(told.week.start, told.records.zone)),
        span=told.week,
        is_over=told.is_over,
        is_off=told.is_off,
        indicators=tuple(_of_days_off(told, one) for one in chain.from_iterable(groups)),
        days=tuple(
            _day(told, day, had, leave) for day, leave in zip(told.days, told.leave, strict=True)
        ),
        rests=told.rests,
    )


def _of_days_off(told: Seen, one: Indicator) -> Indicator:
    """What is not known of a week off is not known because of that; the mean has other reasons."""
    if one.value is not None or one.id == AVERAGE_HOURS.id or not told.is_off:
        return one
    count = sum(day is not None for day in told.leave)
    return replace(one, told=Told(sentence=texts.OFF, parts={"count": count}))


def _day(told: Seen, day: Span, had: Sequence[Span], leave: LeaveDay | None) -> Day:
    records, work = told.records, told.stretches_in(day)
    planned = [one for one in records.shifts if day.holds(one.starts_at)]
    pieces = pieces_of(work, records.shifts, had)
    interrupted_at = [one.at for block in told.blocks_on(day) for one in block.interruptions]
    outside_s = total_s(one.span for one in pieces if one.layer is Layer.AFTER_HOURS)
    inside_s = total_s(one.span for one in pieces if one.layer is Layer.FOCUS)
    return Day(
        on=day_of(day.start, records.zone),
        planned_s=_planned_s(planned),
        worked_s=sum(one.worked_s for one in work),
        focus_s=inside_s + outside_s,
        after_hours_s=outside_s if records.shifts else None,
        interruptions=len(interrupted_at),
        frames=united(one.span for one in planned),
        pieces=pieces,
        interrupted_at=tuple(sorted(interrupted_at)),
        leave=None if leave is None else leave.kind,
    )


def _planned_s(shifts: Sequence[Shift]) -> float:
    """Without planned breaks, as what was worked is counted; time that two share counts once."""
    breaks = united(x.span for one in shifts for x in one.breaks)
    return total_s(without_all(united(one.span for one in shifts), breaks))
