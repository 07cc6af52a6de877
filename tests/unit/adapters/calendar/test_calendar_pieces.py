from __future__ import annotations

import pytest

from tests.unit.adapters.calendar.calendars import WEEKS, calendar, event, good
from workspace_assistant.adapters.calendar.calendar_pieces import (
    NotACalendarError,
    cut,
    described,
    essential,
    may_matter,
)


@pytest.mark.parametrize("line_end", [b"\r\n", b"\n", b"\r"])
def test_lines_end_as_programs_end_them(line_end: bytes) -> None:
    pieces = cut(calendar(good("one"), good("two")).replace(b"\r\n", line_end))
    assert [described(piece).uid for piece in pieces.events] == ["one", "two"]


def test_a_line_may_be_folded_inside_a_character() -> None:
    folded = calendar(event("SUMMARY:Früh")).replace("ü".encode(), b"\xc3\r\n \xbc")
    assert described(cut(folded).events[0]).name == "Früh"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_calendars_come_in_the_encodings_of_their_programs(encoding: str) -> None:
    content = calendar(event("SUMMARY:Früh")).decode().encode(encoding)
    assert described(cut(content).events[0]).name == "Früh"


def test_what_is_said_of_the_calendar_stands_before_its_components() -> None:
    inside = event("X-WR-CALNAME:not the calendar's")
    assert cut(calendar("X-WR-CALNAME:Work", inside)).head == ("X-WR-CALNAME:Work",)


def test_calendars_joined_in_one_file_are_read_together() -> None:
    assert len(cut(calendar(good("one")) + calendar(good("two"))).events) == 2


def test_a_calendar_within_a_line_is_none() -> None:
    with pytest.raises(NotACalendarError):
        cut(b"SUMMARY:BEGIN:VCALENDAR END:VCALENDAR")


@pytest.mark.parametrize(
    ("lines", "matters"),
    [
        (["DTSTART:20261124T080000Z"], True),
        (["DTSTART:20261030T080000Z"], True),  # what lasts for weeks may reach us
        (["DTSTART:20250101T080000Z"], False),
        (["DTSTART:20280101T080000Z"], False),
        (["DTSTART;VALUE=DATE:20250101"], False),
        (['DTSTART;TZID="(UTC+01:00) Rome":20250101T080000'], False),
        (["DTSTART:99999999T080000Z"], True),  # to be told, not to be skipped
        (["DTSTART:soon"], True),
        (["DTSTART:20250101T080000Z", "RRULE:FREQ=DAILY"], True),
        (["DTSTART:20250101T080000Z", "RDATE:20261124T080000Z"], True),
        (["DTSTART:20250101T080000Z", "RECURRENCE-ID:20250102T080000Z"], False),
        (["DTSTART:20250101T080000Z", "RECURRENCE-ID:20261124T080000Z"], True),
        (["DTSTART:20250101T080000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20250102T080000Z"], True),
        (["DTSTART:20250101T080000Z", "RECURRENCE-ID:then"], True),
    ],
)
def test_only_what_its_dates_rule_out_is_skipped(lines: list[str], matters: bool) -> None:
    assert may_matter(event(*lines), WEEKS) is matters


def test_an_alarm_says_nothing_about_its_event() -> None:
    alarm = ["BEGIN:VALARM", "DURATION:PT5M", "SUMMARY:Wake up", "END:VALARM"]
    guests = ["ATTENDEE:mailto:someone@example.org"] * 2
    whole = event("UID:one", *alarm, *guests, "SUMMARY:Shift", "DTSTART:20261124T080000Z")
    assert essential(whole) == event("UID:one", "SUMMARY:Shift", "DTSTART:20261124T080000Z")
