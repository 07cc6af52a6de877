"""Days off: told by the person, a day or a range at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from workspace_assistant.core.days import checked_day
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.leave import texts
from workspace_assistant.core.leave.model import LeaveDay, LeaveKind
from workspace_assistant.core.leave.ports import LeaveStore

# A whole year's leave is told at once; a slip of the hand in a year is not.
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class LeaveService:
    """Every method may raise `StoreUnavailableError`; *last* is *first* where it is not given."""

    store: LeaveStore

    def add(
        self, first: date, last: date | None = None, kind: LeaveKind = LeaveKind.LEAVE
    ) -> tuple[LeaveDay, ...]:
        """Raises `RefusedError`, and changes nothing, for a range that cannot be meant."""
        until = checked_end(first, last)
        days = tuple(
            LeaveDay(on=first + timedelta(days=index), kind=kind)
            for index in range((until - first).days + 1)
        )
        self.store.put(days)
        return days

    def remove(self, first: date, last: date | None = None) -> tuple[LeaveDay, ...]:
        """Those that are no days off any more. Raises `RefusedError` as `add` does."""
        return self.store.remove(first, checked_end(first, last))

    def between(self, first: date, last: date) -> tuple[LeaveDay, ...]:
        """In order; both dates count."""
        return self.store.between(first, last)


def checked_end(first: date, last: date | None) -> date:
    """The last day of a range; raises `RefusedError` for one that cannot be meant."""
    until = first if last is None else last
    named = {"first": checked_day(first).isoformat(), "last": checked_day(until).isoformat()}
    if until < first:
        raise RefusedError(texts.REVERSED, **named)
    if (until - first).days >= MOST_DAYS:
        raise RefusedError(texts.TOO_MANY, most=str(MOST_DAYS), **named)
    return until
