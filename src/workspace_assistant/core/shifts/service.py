"""Shifts as they are planned, and those that a person writes down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from workspace_assistant.core.shifts.drafts import ShiftDraft, ShiftEdit
from workspace_assistant.core.shifts.finding import found_shift
from workspace_assistant.core.shifts.model import HAND_ID, Shift
from workspace_assistant.core.shifts.ports import NewId, Now, ShiftStore, ShiftWriter
from workspace_assistant.core.shifts.refreshing import HORIZON
from workspace_assistant.core.shifts.schedule import Outlook, each_once, outlook
from workspace_assistant.core.shifts.source_service import SourceService
from workspace_assistant.core.shifts.writing_down import (
    by_hand,
    edited,
    hand_source,
    refuse_taken,
)
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
        with self.store.reading() as shifts:
            return each_once(shifts.between(span))

    def hidden(self, span: Span) -> tuple[Shift, ...]:
        """Those that were taken off, by their start."""
        with self.store.reading() as shifts:
            return tuple(one for one in shifts.between(span, with_hidden=True) if one.is_hidden)

    def outlook(self) -> Outlook:
        """The shift that runs, and the next one within 60 days."""
        now = self.now()
        return outlook(self.between(Span(now, now + HORIZON)), now)

    def find(self, beginning: str) -> Shift:
        """The one shift whose id begins so."""
        with self.store.reading() as shifts:
            return found_shift(shifts, beginning)

    def add(self, draft: ShiftDraft) -> Shift:
        """By hand. Refused where another shift has the time."""
        with self.store.writing() as shifts:
            return self._put_by_hand(shifts, by_hand(draft, self.new_id(), self.zone()))

    def edit(self, shift_id: str, edit: ShiftEdit) -> Shift:
        """One by hand is changed.

        One of a calendar or pattern is taken off and written down by hand as it is to be: later
        refreshes leave it alone.
        """
        with self.store.writing() as shifts:
            shift = found_shift(shifts, shift_id)
            draft = edited(shift, edit)
            _take_off(shifts, shift)
            if shift.source_id == HAND_ID:
                again = by_hand(draft, shift.id, shift.time_zone)
                return self._put_by_hand(shifts, replace(again, uid=shift.uid))
            return self._put_by_hand(shifts, by_hand(draft, self.new_id(), shift.time_zone))

    def remove(self, shift_id: str) -> Shift:
        """One by hand is gone; another one is hidden, so that no refresh brings it back.

        Where several sources tell it, it is taken off in all of them.
        """
        with self.store.writing() as shifts:
            shift = found_shift(shifts, shift_id)
            _take_off(shifts, shift)
        return shift

    def restore(self, shift_id: str) -> Shift:
        """Shows again what was taken off."""
        with self.store.writing() as shifts:
            shift = replace(found_shift(shifts, shift_id), is_hidden=False)
            refuse_taken(shift, shifts.between(shift.span))
            shifts.put(shift)
        return shift

    def _put_by_hand(self, shifts: ShiftWriter, shift: Shift) -> Shift:
        refuse_taken(shift, shifts.between(shift.span))
        if all(one.id != HAND_ID for one in shifts.sources()):
            shifts.put_source(hand_source(self.zone()))
        shifts.put(shift)
        return shift


def _take_off(shifts: ShiftWriter, shift: Shift) -> None:
    for one in (shift, *shifts.between(shift.span)):
        if one.span != shift.span:
            continue
        if one.source_id == HAND_ID:
            shifts.remove(one.id)
        else:
            shifts.put(replace(one, is_hidden=True))
