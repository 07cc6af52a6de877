"""How a source stands now, and when it is due."""

from __future__ import annotations

from datetime import datetime

from workspace_assistant.core.shifts.model import Source
from workspace_assistant.core.shifts.ports import ShiftReader
from workspace_assistant.core.shifts.refreshing import (
    BEFORE_SHIFT,
    REFRESH_EVERY,
    age_s,
    due_at,
    is_stale,
)
from workspace_assistant.core.shifts.source_answers import SourceView
from workspace_assistant.core.spans import FOREVER, Span


def view_of(source: Source, shifts: ShiftReader, now: datetime) -> SourceView:
    state = shifts.feed_state(source.id)
    coming = shifts.of_source(source.id, Span(now, FOREVER))
    return SourceView(
        source=source,
        state=state,
        coming=sum(not one.is_hidden for one in coming),
        age_s=age_s(source.kind, state, now),
        is_stale=is_stale(source.kind, state, now),
    )


def source_due_at(source: Source, shifts: ShiftReader, now: datetime) -> datetime | None:
    """When it is to be read again; it may be over. None for what is never read again."""
    soon = shifts.between(Span(now, now + REFRESH_EVERY + BEFORE_SHIFT))
    next_start = min((one.starts_at for one in soon if one.starts_at > now), default=None)
    return due_at(source.kind, shifts.feed_state(source.id), next_start, now)


def is_source_due(source: Source, shifts: ShiftReader, now: datetime) -> bool:
    at = source_due_at(source, shifts, now)
    return at is not None and at <= now
