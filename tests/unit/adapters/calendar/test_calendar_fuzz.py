"""Calendars broken at random: whatever they hold is read or refused, never a crash or a lie."""

from __future__ import annotations

import json
import warnings
from datetime import date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.adapters.calendar.calendars import WEEKS, order
from workspace_assistant.adapters.calendar.calendar_answer import content_of
from workspace_assistant.adapters.calendar.shift_calendar_child import document
from workspace_assistant.adapters.calendar.time_budget import TimeBudget
from workspace_assistant.core.shifts.ports import CalendarContent

FOLDER = Path(__file__).parents[3] / "calendars"
WHOLE = st.sampled_from([path.read_bytes() for path in sorted(FOLDER.glob("*.ics"))])
WORDS = st.sampled_from(
    [
        b"",
        b"\r\n",
        b"\r\n ",
        b":",
        b";",
        b'"',
        b"\x00",
        b"\xff",
        b"BEGIN:VEVENT\r\n",
        b"END:VEVENT\r\n",
        b"BEGIN:VCALENDAR\r\n",
        b"BEGIN:VALARM\r\n",
        b"RRULE:FREQ=SECONDLY\r\n",
        b"RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2\r\n",
        b"RDATE;VALUE=PERIOD:20261201T080000Z/PT8H\r\n",
        b"RECURRENCE-ID;RANGE=THISANDFUTURE:20261130T080000\r\n",
        b"EXDATE;VALUE=DATE:20261202\r\n",
        b"DTSTART:20261123T080000\r\n",
        b"DTSTART;VALUE=DATE:20261123\r\n",
        b"DTEND:99991231T235959Z\r\n",
        b"DTSTART:00010101T000000Z\r\n",
        b"DURATION:-P1D\r\n",
        b"DURATION:P99999999999W\r\n",
        b"X-WR-TIMEZONE:../../etc/passwd\r\n",
        b"TZID:Europe/Madrid\r\n",
        b"CALSCALE:HEBREW\r\n",
        b"SEQUENCE:99999999999999999999\r\n",
        b"SEQUENCE:many\r\n",
        b"STATUS:CANCELLED\r\n",
        b"UID:schedule\r\n",
    ]
)


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A calendar with a few places cut out, overwritten, or written twice."""
    content = draw(WHOLE)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        length = draw(st.integers(0, 60))
        word = draw(st.one_of(WORDS, st.binary(max_size=8)))
        content = content[:start] + word + content[start + length :]
    return content


def check(content: CalendarContent) -> None:
    assert len({event.uid for event in content.events}) == len(content.events)
    assert bool(content.faults) == bool(content.unread)
    for event in content.events:
        assert event.starts <= event.ends
        if isinstance(event.starts, datetime):
            assert isinstance(event.ends, datetime)
            assert event.starts.utcoffset() == event.ends.utcoffset()
            assert event.starts < WEEKS.end
            assert event.ends >= WEEKS.start
        else:
            assert type(event.ends) is date


@given(broken())
@settings(max_examples=80, deadline=None)
def test_a_broken_calendar_is_read_as_far_as_it_goes_or_refused(content: bytes) -> None:
    with warnings.catch_warnings(), TimeBudget(8.0) as budget:
        warnings.simplefilter("ignore")
        answer = document(order(), content, budget)
    if "error" in answer:
        assert answer["error"] in {"not-a-calendar", "cut-short", "too-slow"}
    else:
        check(content_of(json.loads(json.dumps(answer)), most_events=10_000, limit_s=10.0))
