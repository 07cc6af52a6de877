"""What check-ins need from outside."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, tzinfo
from typing import Protocol

from workspace_assistant.core.check_in.model import CheckIn, HardContact, PlannedShift
from workspace_assistant.core.spans import Span


class CheckInStore(Protocol):
    """Keeps check-ins and marks. Every method may raise `StoreUnavailableError`."""

    def writing(self) -> AbstractContextManager[CheckInStore]:
        """The same, while no other program writes; all of it is kept, or nothing."""

    def put(self, check_in: CheckIn) -> None:
        """New, or in place of the one with its id."""

    def between(self, span: Span) -> tuple[CheckIn, ...]:
        """Those first told in *span*, oldest first."""

    def of_shift(self, shift_id: str) -> CheckIn | None: ...

    def find(self, beginning: str) -> tuple[CheckIn, ...]:
        """Those whose id begins so, three at most."""

    def remove(self, check_in_id: str) -> None: ...

    def mark(self, contact: HardContact) -> None: ...

    def marks(self, span: Span) -> tuple[HardContact, ...]:
        """Hard contacts marked in *span*, oldest first."""

    def unmark(self, contact_id: str) -> None: ...


class Switches(Protocol):
    """Choices that are kept as words by name."""

    def recall(self, name: str) -> str:
        """Empty for what was never chosen."""

    def remember(self, name: str, value: str) -> None:
        """Raises OSError when the place cannot be written."""


ShiftsBetween = Callable[[Span], tuple[PlannedShift, ...]]
"""Shifts that have time in common with a span, by their start, each once."""

NewId = Callable[[], str]
Now = Callable[[], datetime]
Zone = Callable[[], tzinfo]
InCall = Callable[[], bool | None]
"""Whether a call goes on now; None where the system cannot tell."""
