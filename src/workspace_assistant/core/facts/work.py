"""Hours of work in a week, and work outside of shifts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from workspace_assistant.core.facts.logged_blocks import blocks_of_week
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.outside import LEAST_DAY_S, outside_shifts, worked_spans
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.shifts.schedule import each_once, planned_s
from workspace_assistant.core.spans import Span

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
    logged = blocks_of_week(sources.blocks, windows)
    reason = "no-blocks-in-week" if not logged else "no-shifts-known" if not sources.shifts else ""
    if reason:
        yield from (unknown(name, reason) for name in _AFTER_HOURS)
        return
    days: Counter[date] = Counter()
    seconds = 0.0
    for part in _worked_outside(logged, sources, windows):
        seconds += part.length_s
        days[windows.day_of(part.start)] += round(part.length_s)
    yield known("work.after_hours_minutes.week", seconds / _MINUTE_S, count=len(logged))
    late_days = sum(one >= LEAST_DAY_S for one in days.values())
    yield known("work.after_hours_days.week", late_days, count=len(logged))


def _worked_outside(
    logged: Sequence[Block], sources: Sources, windows: Windows
) -> tuple[Span, ...]:
    """Of this week."""
    worked = (span for one in logged for span in worked_spans(one, windows.now))
    inside = (part for one in worked if (part := one.common(windows.week)) is not None)
    return outside_shifts(inside, each_once(sources.shifts))
