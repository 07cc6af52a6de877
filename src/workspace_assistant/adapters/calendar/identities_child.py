"""Which events of a calendar are one: versions of the same, exceptions from a series, or neither.

Some exports give one UID to everything. What starts at different times in the same version is not
one event then, and none of it may be lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from icalendar import Event

from workspace_assistant.adapters.calendar.event_faults import FaultError, Why
from workspace_assistant.adapters.calendar.parsed_event_child import sequence_of, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """An event, or a series with its exceptions, under a uid of its own."""

    uid: str
    events: tuple[Event, ...]

    @property
    def repeats(self) -> bool:
        names = ("RRULE", "RDATE", "RECURRENCE-ID")
        return any(name in event for event in self.events for name in names)


def families(uid: str, events: Sequence[Event]) -> tuple[Family, ...]:
    """What *events*, all of the same UID, are. Raises `FaultError` where that is not to be told."""
    exceptions = tuple(event for event in events if "RECURRENCE-ID" in event)
    whole = [event for event in events if "RECURRENCE-ID" not in event]
    newest = max(map(sequence_of, whole), default=0)
    # Of the same start in the same version, the last one written counts.
    cores = {_start(event): event for event in whole if sequence_of(event) == newest}
    if len(cores) <= 1:
        return (Family(uid=uid, events=(*cores.values(), *exceptions)),)
    if exceptions:
        raise FaultError(Why.SAME_IDENTITY)
    return tuple(
        Family(uid=f"{uid}/{start}", events=(event,)) for start, event in sorted(cores.items())
    )


def _start(event: Event) -> str:
    start = value(event, "DTSTART")
    return f"{start.to_ical().decode()}{start.params.get('TZID', '')}"
