"""Hours of work in a week, and work outside of shifts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.outside import LEAST_DAY_S, outside_shifts, worked_spans
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.shifts.schedule import each_once, planned_s

_MINUTE_S, _HOUR_S = 60, 3600

_AFTER_HOURS = ("work.after_hours_minutes.week", "work.after_hours_days.week")


def work_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    yield _hours(sources, windows)
    yield from _after_hours(sources, windows)


def _hours(sources: Sources, windows: Windows) -> Fact | Unknown:
    """Of shifts as they were planned, up to now; time that two shifts share counts once."""
    inside = [
        replace(one, starts_at=part.start, ends_at=min(part.end, windows.now))
        for one in each_once(sources.shifts)
        if (part := one.span.common(windows.week)) is not None and part.start < windows.now
    ]
    if not inside:
        return unknown("work.hours.week", "no-shift-in-week")
    return known("work.hours.week", planned_s(inside) / _HOUR_S, count=len(inside))


def _after_hours(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    """A block belongs to the day on which it starts, and so does all of its time."""
    logged = [one for one in sources.blocks if windows.week.holds(one.started_at)]
    reason = "no-blocks-in-week" if not logged else "no-shifts-known" if not sources.shifts else ""
    if reason:
        yield from (unknown(name, reason) for name in _AFTER_HOURS)
        return
    shifts = each_once(sources.shifts)
    days: dict[date, float] = defaultdict(float)
    for one in logged:
        outside = outside_shifts(worked_spans(one, sources.worked_until), shifts)
        days[windows.day_of(one.started_at)] += sum(part.length_s for part in outside)
    yield known("work.after_hours_minutes.week", sum(days.values()) / _MINUTE_S, count=len(logged))
    late_days = sum(one >= LEAST_DAY_S for one in days.values())
    yield known("work.after_hours_days.week", late_days, count=len(logged))
