"""What the self-check needs from outside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from workspace_assistant.core.ergonomics.model import Assessment, Durations, WorkplaceChange

Now = Callable[[], datetime]
NewId = Callable[[], str]


class LoggedDurations(Protocol):
    """How long chair, screen, telephone, mouse and keyboard are used, from what was logged."""

    def __call__(self, workplace: str, /) -> Durations:
        """Each `Timed` with its band and the sentence of its basis, or with the reason why not.

        May raise `StoreUnavailableError`.
        """


class AssessmentStore(Protocol):
    """Keeps self-checks. Names of workplaces are the same in capitals and small letters.

    Every method may raise `StoreUnavailableError`.
    """

    def add(self, assessment: Assessment) -> None:
        """One with a known id is kept as it was."""

    def assessments(self, workplace: str | None = None) -> tuple[Assessment, ...]:
        """Newest first, of all workplaces or of one."""

    def add_change(self, change: WorkplaceChange) -> None: ...

    def changes(self) -> tuple[WorkplaceChange, ...]:
        """Newest first."""
