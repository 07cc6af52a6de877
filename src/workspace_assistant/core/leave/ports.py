"""What days off need from outside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from workspace_assistant.core.leave.model import LeaveDay


class LeaveStore(Protocol):
    """Keeps days off. Every method may raise `StoreUnavailableError`."""

    def put(self, days: Iterable[LeaveDay]) -> None:
        """Each new, or in place of the one of its date; all of them, or nothing."""

    def between(self, first: date, last: date) -> tuple[LeaveDay, ...]:
        """In order; both dates count."""

    def remove(self, first: date, last: date) -> tuple[LeaveDay, ...]:
        """Those that were there, in order; both dates count."""
