"""Which automatic backup is due, and which may go: seven days and four weeks before are kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime, timedelta

EVERY = timedelta(days=1)
DAYS_KEPT = 7
WEEKS_KEPT = 5  # this one and four before it


def is_due(made_at: Iterable[datetime], now: datetime) -> bool:
    """Whether no backup was made within a day.

    One from the future was made while the clock was wrong: it holds back none.
    """
    return not any(now - EVERY < one <= now for one in made_at)


def superseded(made_at: Iterable[datetime]) -> tuple[datetime, ...]:
    """Those that may go, oldest first.

    Of the newest seven days (UTC) on which there is any the last stays, and that of the newest
    five weeks (ISO 8601): days and weeks without a backup use up no place.
    """
    newest_first = sorted(set(made_at), reverse=True)
    kept = _last_of_each(newest_first, _day, DAYS_KEPT)
    kept |= _last_of_each(newest_first, _week, WEEKS_KEPT)
    return tuple(one for one in reversed(newest_first) if one not in kept)


def _last_of_each(
    newest_first: Iterable[datetime], period: Callable[[datetime], Hashable], count: int
) -> set[datetime]:
    found: dict[Hashable, datetime] = {}
    for one in newest_first:
        found.setdefault(period(one), one)
    return set(list(found.values())[:count])


def _day(at: datetime) -> Hashable:
    return at.astimezone(UTC).date()


def _week(at: datetime) -> Hashable:
    return at.astimezone(UTC).isocalendar()[:2]
