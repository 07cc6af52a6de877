"""Low results over weeks. A week counts by its middle check-in: one bad day does not make it low.

Two check-ins are the least that a week is judged by.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from itertools import takewhile
from statistics import median

from workspace_assistant.core.check_in.model import LOW, CheckIn, Item
from workspace_assistant.core.days import day_of, day_start
from workspace_assistant.core.spans import Span

LEAST_IN_WEEK = 2
MOST_WEEKS = 5
_WEEK_DAYS = 7
_INSTANT = timedelta(microseconds=1)


def is_low(value: float | None) -> bool:
    """Whether it was told, and is 2 or less."""
    return value is not None and value <= LOW


def weeks_up_to(now: datetime, zone: tzinfo) -> tuple[Span, ...]:
    """This week (today and the six days before) and those before it; days begin at 04:00."""
    tomorrow = day_of(now, zone) + timedelta(days=1)
    edges = [
        day_start(tomorrow - timedelta(days=_WEEK_DAYS * number), zone)
        for number in range(1, MOST_WEEKS + 1)
    ]
    return tuple(
        Span(start, end) for start, end in zip(edges, [now + _INSTANT, *edges], strict=False)
    )


def low_weeks(item: Item, check_ins: Sequence[CheckIn], weeks: Sequence[Span]) -> int | None:
    """How many of *weeks*, this one first, are low in a row; None where this one is not known."""
    middles = [_middle(item, check_ins, week) for week in weeks]
    if middles[0] is None:
        return None
    return len(tuple(takewhile(is_low, middles)))


def _middle(item: Item, check_ins: Sequence[CheckIn], week: Span) -> float | None:
    values = [
        value
        for one in check_ins
        if week.holds(one.at) and (value := one.answers.of(item)) is not None
    ]
    return median(values) if len(values) >= LEAST_IN_WEEK else None
