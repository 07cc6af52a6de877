"""Days and nights of work one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from workspace_assistant.core.balance import texts
from workspace_assistant.core.balance.definitions import DAYS_IN_A_ROW, NIGHTS_IN_A_ROW, Targets
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Indicator, Term
from workspace_assistant.core.days import day_of, day_span
from workspace_assistant.core.facts.nights import is_night

_ONE_DAY = timedelta(days=1)

Row = tuple[date, ...]


def row_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    return _days(seen, targets), _nights(seen, targets)


def longest_row(days: Iterable[date], within: Row) -> Row:
    """Of the rows of days that follow each other, the longest one that holds one of *within*."""
    rows: list[list[date]] = []
    for day in sorted(set(days)):
        if rows and rows[-1][-1] + _ONE_DAY == day:
            rows[-1].append(day)
        else:
            rows.append([day])
    reaching = [tuple(row) for row in rows if set(row) & set(within)]
    return max(reaching, key=len, default=())


def _days(seen: Seen, targets: Targets) -> Indicator:
    row = longest_row((seen.day_of(one) for one in seen.work), _week_days(seen))
    if not row:
        return DAYS_IN_A_ROW.unknown(targets, texts.NO_WORK)
    return DAYS_IN_A_ROW.known(
        len(row), targets, texts.DAYS, _terms(row, seen), count=len(row), day=row[-1]
    )


def _nights(seen: Seen, targets: Targets) -> Indicator:
    zone, now = seen.records.zone, seen.records.now
    if not seen.shifts:
        return NIGHTS_IN_A_ROW.unknown(targets, texts.NO_SHIFT)
    begun = (one for one in seen.records.shifts if one.starts_at < now and is_night(one.span, zone))
    row = longest_row((day_of(one.starts_at, zone) for one in begun), _week_days(seen))
    if not row:
        return NIGHTS_IN_A_ROW.known(0, targets, texts.NO_NIGHTS)
    return NIGHTS_IN_A_ROW.known(
        len(row), targets, texts.NIGHTS, _terms(row, seen), count=len(row), day=row[-1]
    )


def _week_days(seen: Seen) -> Row:
    first = day_of(seen.week.start, seen.records.zone)
    return tuple(first + index * _ONE_DAY for index in range(7))


def _terms(row: Row, seen: Seen) -> list[Term]:
    return [Term(span=day_span(day, seen.records.zone), value=1) for day in row]
