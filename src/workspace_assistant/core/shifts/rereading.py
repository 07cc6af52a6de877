"""Reads a source again: what it brings is kept, and when it fails everything stays."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts import texts
from workspace_assistant.core.shifts.calendar_reading import CalendarReading
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.finding import has_source
from workspace_assistant.core.shifts.keeping import extended, kept, lost_all
from workspace_assistant.core.shifts.model import FeedState, Source, SourceKind
from workspace_assistant.core.shifts.ports import CalendarError, Now, ShiftStore
from workspace_assistant.core.shifts.refreshing import (
    BELIEVED_AFTER,
    EMPTY,
    failed,
    is_believed,
    trying,
)
from workspace_assistant.core.shifts.source_answers import Refreshed


@dataclass(frozen=True, slots=True)
class Rereading:
    """Both acts answer None where the source was removed meanwhile. Only the store raises."""

    store: ShiftStore
    now: Now
    reading: CalendarReading

    def refreshed(self, source: Source, ctx: JobContext, *, by_hand: bool) -> Refreshed | None:
        """*by_hand*: a person asks, who was told what was wrong with it the time before."""
        if source.kind is SourceKind.PATTERN:
            return self.extended(source)
        with self.store.writing() as before:
            if not has_source(before, source):
                return None
            state = before.feed_state(source.id)
            before.put_feed_state(trying(state, self.now()))
        try:
            found = self.reading.feed(source, state, ctx)
        except CalendarError as error:
            return self._troubled(source, state, error)
        except ShiftError as error:
            return self._without_zone(source, error)
        with self.store.writing() as shifts:
            if not has_source(shifts, source):
                return None
            if found.choice is None:
                shifts.put_feed_state(found.state)
                return Refreshed(source=source, state=found.state)
            now = self.now()
            is_lost = lost_all(shifts, source, found.choice, now)
            if not is_lost or is_believed(state, now, by_hand=by_hand):
                return kept(shifts, source, found.choice, found.state, now)
        return self._troubled(
            source,
            state,
            CalendarError(
                EMPTY, texts.EMPTY_CALENDAR, retry_after_s=BELIEVED_AFTER.total_seconds()
            ),
        )

    def extended(self, source: Source) -> Refreshed | None:
        try:
            with self.store.writing() as shifts:
                return extended(shifts, source, self.now()) if has_source(shifts, source) else None
        except ShiftError as error:
            return self._without_zone(source, error)

    def _without_zone(self, source: Source, error: ShiftError) -> Refreshed | None:
        """Its zone is not known on this computer, or no longer."""
        with self.store.reading() as shifts:
            state = shifts.feed_state(source.id)
        trouble = CalendarError("no-zone", error.sentence, retry_after_s=None, **error.parts)
        return self._troubled(source, state, trouble)

    def _troubled(self, source: Source, state: FeedState, error: CalendarError) -> Refreshed | None:
        state = failed(state, self.now(), error)
        with self.store.writing() as shifts:
            if not has_source(shifts, source):
                return None
            shifts.put_feed_state(state)
        return Refreshed(source=source, state=state, is_done=False)
