"""Reads the shifts of a calendar, from a file or from its server."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts import texts
from workspace_assistant.core.shifts.choosing import Choice, choose
from workspace_assistant.core.shifts.model import FeedState, Source
from workspace_assistant.core.shifts.ports import CalendarError, FetchCalendar, Now, ReadCalendar
from workspace_assistant.core.shifts.refreshing import (
    HORIZON,
    succeeded,
    unconditional,
    wants_whole,
)
from workspace_assistant.core.spans import Span

# A file is read once, so more of it is wanted: also what is history for the weekly balance.
FILE_BACK, FILE_AHEAD = timedelta(days=92), timedelta(days=366)
# Parts of a shift that is cut by the edge of what is known are read, so that it is whole.
_EDGE = timedelta(hours=24)


def feed_span(now: datetime) -> Span:
    """What of a subscription is looked at."""
    return Span(now - _EDGE, now + HORIZON + _EDGE)


@dataclass(frozen=True, slots=True)
class CalendarFound:
    """What was read, and the state to be kept with it; no choice where nothing changed since."""

    choice: Choice | None
    state: FeedState


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """Both methods raise `CalendarError`, and `ShiftError` for a source of an unknown zone."""

    read_calendar: ReadCalendar
    fetch: FetchCalendar
    now: Now

    def file(self, source: Source, content: bytes, ctx: JobContext) -> tuple[Choice, FeedState]:
        now = self.now()
        span = Span(now - FILE_BACK, now + FILE_AHEAD)
        choice = choose(self.read_calendar(content, span, source.time_zone, ctx), source)
        state = succeeded(FeedState(source_id=source.id), now)
        return choice, replace(state, known_until=span.end)

    def feed(self, source: Source, state: FeedState, ctx: JobContext) -> CalendarFound:
        now = self.now()
        asked = unconditional(state) if wants_whole(state, now) else state
        fetched = self.fetch(source.id, asked, ctx)
        done = succeeded(state, self.now())
        if fetched.content is None and not (asked.etag or asked.last_modified):
            raise CalendarError("no-answer", texts.NO_ANSWER)
        if fetched.content is None:
            return CalendarFound(None, done)
        until = now + HORIZON
        span = feed_span(now)
        choice = choose(self.read_calendar(fetched.content, span, source.time_zone, ctx), source)
        in_time = tuple(one for one in choice.shifts if one.starts_at < until)
        state = replace(
            done, etag=fetched.etag, last_modified=fetched.last_modified, known_until=until
        )
        return CalendarFound(replace(choice, shifts=in_time), state)
