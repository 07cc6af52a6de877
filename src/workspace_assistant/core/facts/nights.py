"""Work at night, by the clock of the wall."""

from __future__ import annotations

from datetime import date, time, timedelta, tzinfo

from workspace_assistant.core.days import day_start
from workspace_assistant.core.spans import Span

Hours = tuple[time, time]

# Directive 2003/88/EC, article 2: a night worker has three hours of the working time at night.
NIGHT: Hours = (time(23), time(6))
NIGHT_S = 3 * 3600.0


def is_night(span: Span, zone: tzinfo) -> bool:
    """Whether three hours of it or more are night."""
    return between_s(span, NIGHT, zone) >= NIGHT_S


def between_s(span: Span, hours: Hours, zone: tzinfo) -> float:
    """How much of *span* lies between two times of the day, over midnight."""
    first = span.start.astimezone(zone).date() - timedelta(days=1)
    last = span.end.astimezone(zone).date()
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    parts = [span.common(_night(one, hours, zone)) for one in days]
    return sum(one.length_s for one in parts if one is not None)


def _night(on: date, hours: Hours, zone: tzinfo) -> Span:
    begin, end = hours
    return Span(day_start(on, zone, begin), day_start(on + timedelta(days=1), zone, end))
