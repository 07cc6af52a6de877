"""Days and nights of work one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo

from workspace_assistant.core.balance import texts
from workspace_assistant.core.balance.definitions import DAYS_IN_A_ROW, NIGHTS_IN_A_ROW, Targets
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Indicator, Term
from workspace_assistant.core.days import day_of, day_span
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span

_ONE_DAY = timedelta(days=1)
# HSE's good practice counts work that takes three hours or more of the night.
NIGHT = time(23), time(6)
NIGHT_WORK_S = 3 * 3600.0

Row = tuple[date, ...]


def row_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    return _days(seen, targets), _nights(seen, targets)


def is_night(shift: Shift, zone: tzinfo) -> bool:
    """Three hours or more of it lie between 23:00 and 06:00 by the clock of *zone*."""
    evening = shift.starts_at.astimezone(zone).date() - _ONE_DAY
    nights = (_night(evening + index * _ONE_DAY, zone) for index in range(3))
    common = (night.common(shift.span) for night in nights)
    return sum(one.length_s for one in common if one) >= NIGHT_WORK_S


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
    begun = (one for one in seen.records.shifts if one.starts_at < now and is_night(one, zone))
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


def _night(evening: date, zone: tzinfo) -> Span:
    start, end = NIGHT
    return Span(
        datetime.combine(evening, start, zone), datetime.combine(evening + _ONE_DAY, end, zone)
    )
