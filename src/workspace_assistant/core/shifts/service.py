"""Shifts as they are planned, and those that a person writes down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workspace_assistant.core.shifts.drafts import ShiftDraft, ShiftEdit
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.ports import NewId, Now, ShiftStore
from workspace_assistant.core.shifts.schedule import Outlook
from workspace_assistant.core.shifts.source_service import SourceService
from workspace_assistant.core.spans import Span


@dataclass(frozen=True, slots=True)
class ShiftService:
    """Every method may raise `StoreUnavailableError`; acts raise `ShiftError` and change nothing.

    Attributes:
        zone: IANA name of the user's time zone.
        sources: patterns and calendars.
    """

    store: ShiftStore
    now: Now
    new_id: NewId
    zone: Callable[[], str]
    sources: SourceService

    def between(self, span: Span) -> tuple[Shift, ...]:
        """Shifts that overlap *span*, by their start, without hidden ones and each once."""
        raise NotImplementedError

    def outlook(self) -> Outlook:
        """The shift that runs, and the next one within 60 days."""
        raise NotImplementedError

    def find(self, beginning: str) -> Shift:
        """The one shift whose id begins so."""
        raise NotImplementedError

    def add(self, draft: ShiftDraft) -> Shift:
        """By hand. Refused over another shift by hand."""
        raise NotImplementedError

    def edit(self, shift_id: str, edit: ShiftEdit) -> Shift:
        """One by hand is changed.

        One of a calendar or pattern is taken off and written down by hand as it is to be: later
        refreshes leave it alone.
        """
        raise NotImplementedError

    def remove(self, shift_id: str) -> Shift:
        """One by hand is gone; another one is hidden, so that no refresh brings it back."""
        raise NotImplementedError

    def restore(self, shift_id: str) -> Shift:
        """Shows again what was taken off."""
        raise NotImplementedError
