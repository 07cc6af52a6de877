"""Calendars written line by line."""

from __future__ import annotations

import json
import warnings
from datetime import UTC, datetime

from workspace_assistant.adapters.calendar.calendar_answer import content_of
from workspace_assistant.adapters.calendar.calendar_pieces import MOST_EVENTS
from workspace_assistant.adapters.calendar.shift_calendar import ChildShiftCalendar
from workspace_assistant.adapters.calendar.shift_calendar_child import PROCESSOR_S, document
from workspace_assistant.adapters.calendar.time_budget import TimeBudget
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.ports import CalendarContent
from workspace_assistant.core.spans import Span

WEEKS = Span(datetime(2026, 11, 22, tzinfo=UTC), datetime(2027, 1, 21, tzinfo=UTC))
ZONE = "Europe/Lisbon"


def event(*lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def good(uid: str = "good", day: int = 24) -> str:
    """A shift in UTC that nothing is wrong with."""
    start, end = f"202611{day}T080000Z", f"202611{day}T160000Z"
    return event(f"UID:{uid}", f"DTSTART:{start}", f"DTEND:{end}", "SUMMARY:Good shift")


def calendar(*parts: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", *parts, "END:VCALENDAR", ""]
    return "\n".join(lines).replace("\n", "\r\n").encode()


def read(content: bytes, zone: str = ZONE) -> CalendarContent:
    """As the child reads it, without the cost of starting one; what it says is believed as ever."""
    with warnings.catch_warnings(), TimeBudget(PROCESSOR_S) as budget:
        warnings.simplefilter("ignore")
        answer = document(order(zone), content, budget)
    return content_of(json.loads(json.dumps(answer)), most_events=MOST_EVENTS, limit_s=0.0)


def read_by_child(content: bytes, limit_s: float = 60.0) -> CalendarContent:
    """Patient: on a busy computer the child's own limit counts, which is of processor time."""
    return ChildShiftCalendar(limit_s)(content, WEEKS, ZONE, JobContext(lambda _: None))


def order(zone: str = ZONE) -> bytes:
    """What a child is told before the calendar."""
    span = {"start": WEEKS.start.isoformat(), "end": WEEKS.end.isoformat()}
    return json.dumps({**span, "time_zone": zone}).encode()
