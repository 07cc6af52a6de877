"""Shifts and their sources as JSON documents, ``workspace-assistant/shifts/1`` and others.

Instants are ISO 8601 in UTC, durations seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from workspace_assistant.core.shifts.feed_trouble import trouble_told
from workspace_assistant.core.shifts.model import Shift, ShiftBreak, ShiftChange, Source
from workspace_assistant.core.shifts.ports import CalendarEvent
from workspace_assistant.core.shifts.schedule import Outlook
from workspace_assistant.core.shifts.source_answers import Preview, Refreshed, SourceView

SHIFTS_SCHEMA = "workspace-assistant/shifts/1"
NEXT_SCHEMA = "workspace-assistant/next-shift/1"
SOURCES_SCHEMA = "workspace-assistant/shift-sources/1"
PREVIEW_SCHEMA = "workspace-assistant/shift-preview/1"
REFRESH_SCHEMA = "workspace-assistant/shift-refresh/1"

Document = dict[str, object]


def shifts_document(shifts: Iterable[Shift], sources: Iterable[Source]) -> Document:
    named = _names(sources)
    return {"schema": SHIFTS_SCHEMA, "shifts": [shift_document(one, named) for one in shifts]}


def outlook_document(outlook: Outlook, sources: Iterable[Source]) -> Document:
    named = _names(sources)
    return {
        "schema": NEXT_SCHEMA,
        "at": instant(outlook.at),
        "current": _maybe(outlook.current, lambda one: shift_document(one, named)),
        "next_break": _maybe(outlook.next_break, _break_document),
        "next": _maybe(outlook.following, lambda one: shift_document(one, named)),
        "starts_in_s": outlook.countdown_s,
    }


def sources_document(views: Iterable[SourceView]) -> Document:
    return {"schema": SOURCES_SCHEMA, "sources": [_view_document(one) for one in views]}


def preview_document(preview: Preview) -> Document:
    named = _names([preview.source])
    return {
        "schema": PREVIEW_SCHEMA,
        "source": preview.source.name,
        "shifts": [shift_document(one, named) for one in preview.choice.shifts],
        "left_out": [
            {**_event_document(one.event), "reason": one.reason.value}
            for one in preview.choice.left_out
        ],
        "faults": list(preview.choice.faults),
        "changes": [_change_document(one, named) for one in preview.changes],
    }


def refresh_document(refreshed: Iterable[Refreshed]) -> Document:
    return {"schema": REFRESH_SCHEMA, "sources": [_refreshed_document(one) for one in refreshed]}


def shift_document(shift: Shift, named: Callable[[str], str]) -> Document:
    """*named* gives the name of a source by its id."""
    return {
        "id": shift.id,
        "name": shift.name,
        "starts_at": instant(shift.starts_at),
        "ends_at": instant(shift.ends_at),
        "planned_s": shift.span.length_s,
        "time_zone": shift.time_zone,
        "utc_offset_s": shift.utc_offset_s,
        "place": shift.place.value,
        "source": named(shift.source_id),
        "breaks": [_break_document(one) for one in shift.breaks],
    }


def instant(at: datetime) -> str:
    """Such as ``2026-11-23T07:00:00Z``."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _break_document(one: ShiftBreak) -> Document:
    return {
        "starts_at": instant(one.starts_at),
        "ends_at": instant(one.ends_at),
        "name": one.name,
    }


def _view_document(view: SourceView) -> Document:
    state = view.state
    return {
        "id": view.source.id,
        "name": view.source.name,
        "kind": view.source.kind.value,
        "place": view.source.place.value,
        "time_zone": view.source.time_zone,
        "coming": view.coming,
        "is_stale": view.is_stale,
        "age_s": view.age_s,
        "succeeded_at": _maybe(state.succeeded_at, instant),
        "tried_at": _maybe(state.tried_at, instant),
        "failures": state.failures,
        "trouble_code": state.trouble_code,
        "trouble": trouble_told(state),
        "next_try_at": _maybe(state.next_try_at, instant),
    }


def _refreshed_document(one: Refreshed) -> Document:
    named = _names([one.source])
    return {
        "id": one.source.id,
        "name": one.source.name,
        "is_done": one.is_done,
        "trouble_code": one.state.trouble_code,
        "trouble": trouble_told(one.state),
        "changes": [_change_document(change, named) for change in one.changes],
        "faults": list(one.faults),
    }


def _change_document(change: ShiftChange, named: Callable[[str], str]) -> Document:
    return {
        "kind": change.kind.value,
        "before": _maybe(change.before, lambda one: shift_document(one, named)),
        "after": _maybe(change.after, lambda one: shift_document(one, named)),
    }


def _event_document(event: CalendarEvent) -> Document:
    return {
        "uid": event.uid,
        "summary": event.summary,
        "starts": _moment(event.starts),
        "ends": _moment(event.ends),
    }


def _moment(at: object) -> str:
    return instant(at) if isinstance(at, datetime) else str(at)


def _names(sources: Iterable[Source]) -> Callable[[str], str]:
    names = {one.id: one.name for one in sources}
    return lambda source_id: names.get(source_id, source_id)


def _maybe(value: object, make: Callable[..., object]) -> object:
    return None if value is None else make(value)
