"""Repeating events, put on the calendar one by one within bounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import recurring_ical_events
from icalendar import Calendar, Event

from workspace_assistant.adapters.calendar.event_faults import FaultError, Why
from workspace_assistant.adapters.calendar.parsed_event_child import (
    Moment,
    Zones,
    aware,
    exactly_after,
    value,
)
from workspace_assistant.core.spans import Span

_MOST_OCCURRENCES = 2000
_TOO_OFTEN = {"SECONDLY", "MINUTELY"}
# Events are looked up by the day, whatever zone they are in.
_AROUND = timedelta(days=1)
# Travels with the copies that the library makes of an event.
_DURATION = "X-WORKSPACE-ASSISTANT-DURATION"


def occurrences(events: Sequence[Event], span: Span, zones: Zones) -> list[Event]:
    """Of one series, with its exceptions, around *span*. Raises `FaultError`.

    May take for ever, as rules can be made that end nowhere: to be called within a time budget.
    """
    calendar = Calendar()
    if zones.is_calendars:
        calendar.add("X-WR-TIMEZONE", zones.name)
    for event in events:
        _check_rules(event)
        if "DTEND" not in event and "DURATION" in event:
            event[_DURATION] = str(value(event, "DURATION").dt.total_seconds())
        calendar.add_component(event)
    query = recurring_ical_events.of(calendar)
    found = query.between(span.start - _AROUND, span.end + _AROUND)
    if len(found) > _MOST_OCCURRENCES:
        raise FaultError(Why.REPEATS_TOO_OFTEN)
    return [one for one in found if isinstance(one, Event)]


def occurrence_times(event: Event, zones: Zones) -> tuple[Moment, Moment]:
    """Aware, in its own zone, or dates."""
    start = aware(value(event, "DTSTART").dt, zones)
    end = aware(value(event, "DTEND").dt, zones)
    if _DURATION in event and isinstance(start, datetime) and isinstance(end, datetime):
        duration = timedelta(seconds=float(value(event, _DURATION)))
        if start + duration == end:  # and not the length of a period of its own
            return start, exactly_after(start, duration)
    return start, end


def recurrence_word(event: Event) -> str:
    """Which occurrence of its series it is: the instant the rule gave it, moved or not."""
    identity = value(event, "RECURRENCE-ID")
    moves_all = identity.params.get("RANGE") == "THISANDFUTURE"
    at = value(event, "DTSTART").dt if moves_all else identity.dt
    if not isinstance(at, datetime):
        return f"{at:%Y%m%d}"
    if at.tzinfo is None:
        return f"{at:%Y%m%dT%H%M%S}"
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _check_rules(event: Event) -> None:
    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        if any(str(word).upper() in _TOO_OFTEN for word in rule.get("FREQ", ())):
            raise FaultError(Why.REPEATS_TOO_OFTEN)
