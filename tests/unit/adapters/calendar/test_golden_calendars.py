"""Calendars as programs write them: what becomes of every event in them, instant by instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from workspace_assistant.adapters.calendar.shift_calendar import ChildShiftCalendar
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarEvent
from workspace_assistant.core.spans import Span

CALENDARS = Path(__file__).parents[3] / "calendars"
NOVEMBER = Span(datetime(2026, 11, 22, tzinfo=UTC), datetime(2027, 1, 21, tzinfo=UTC))


@cache
def read(name: str, span: Span = NOVEMBER, zone: str = "Europe/Lisbon") -> CalendarContent:
    content = (CALENDARS / f"{name}.ics").read_bytes()
    return ChildShiftCalendar(limit_s=60.0)(content, span, zone, JobContext(lambda _: None))


def line(event: CalendarEvent) -> str:
    """``2026-11-23 07:00 15:00 Europe/Madrid Early shift``, in UTC."""
    assert isinstance(event.starts, datetime)
    assert isinstance(event.ends, datetime)
    zone = event.time_zone or "floating"
    return f"{event.starts:%Y-%m-%d %H:%M} {event.ends:%H:%M} {zone} {event.summary}"


def test_google_with_a_series_an_exception_and_what_is_cancelled() -> None:
    content = read("google")
    timed = [event for event in content.events if isinstance(event.starts, datetime)]
    assert list(map(line, timed)) == [
        "2026-11-23 07:00 15:00 Europe/Madrid Early shift",
        "2026-11-27 13:00 21:00 Europe/Madrid Late shift",
        "2026-11-28 13:00 21:00 Europe/Madrid Late shift",
        "2026-11-30 09:00 17:00 Europe/Madrid Early shift (moved)",
        "2026-12-02 07:00 15:00 Europe/Madrid Early shift",
    ]
    assert [event.summary for event in timed if event.is_cancelled] == ["Late shift"]
    assert timed[3].location == "Office"
    assert (content.name, content.faults, content.unread) == ("Café Ana", (), ())


def test_uids_stay_when_an_occurrence_is_moved() -> None:
    uids = {event.uid for event in read("google").events}
    assert "single0001@google.com" in uids
    assert "series0001@google.com/20261130T070000Z" in uids  # where the rule put it


def test_days_are_days_and_not_midnights() -> None:
    (holiday,) = (event for event in read("google").events if event.summary == "Holiday")
    assert (holiday.starts, holiday.ends) == (date(2026, 12, 7), date(2026, 12, 9))


def test_outlook_with_names_of_windows_and_a_zone_of_its_own() -> None:
    content = read("outlook")
    assert list(map(line, content.events)) == [
        "2026-11-24 12:30 20:30 Europe/Lisbon Overseas queue",
        "2026-11-26 12:00 20:30 Europe/Berlin Chat desk",
        "2026-11-27 12:00 20:30 Europe/Berlin Chat desk",
        "2026-12-10 12:00 20:30 Europe/Berlin Chat desk",
        "2026-12-11 12:00 20:30 Europe/Berlin Chat desk",
    ]
    assert content.events[0].categories == ("Shift", "Remote")


def test_a_zone_that_nobody_knows_is_said_and_not_guessed() -> None:
    content = read("outlook")
    (fault,) = content.faults
    assert fault.startswith("“Phone desk” on 2026-11-25: its time zone “(UTC+01:00) Amsterdam")
    assert content.unread == ("display-name-zone",)


def test_an_export_that_gives_one_uid_to_everything_loses_nothing() -> None:
    content = read("workforce")
    assert list(map(line, content.events)) == [
        "2026-11-23 08:00 16:30 floating Shift - Billing Früh",
        "2026-11-23 10:15 10:30 floating Break",
        "2026-11-23 12:30 13:00 floating Lunch",
        "2026-11-24 22:00 06:00 floating Shift - Billing Nacht",
        "2026-11-26 09:00 10:00 floating Team meeting",
    ]
    assert len({event.uid for event in content.events}) == 5
    assert content.faults == ()


def test_floating_times_are_those_of_the_source() -> None:
    first = read("workforce", zone="Asia/Kolkata").events[0]
    assert first.starts == datetime(2026, 11, 23, 2, 30, tzinfo=UTC)


def lengths(content: CalendarContent, summary: str) -> list[timedelta]:
    return [
        event.ends - event.starts
        for event in content.events
        if event.summary == summary
        and isinstance(event.starts, datetime)
        and isinstance(event.ends, datetime)
    ]


def test_a_night_shift_has_its_true_length_in_the_nights_that_are_not_24_hours() -> None:
    eve = datetime(2026, 10, 23, 12, tzinfo=UTC)
    autumn = read("nights", Span(eve, eve + timedelta(days=3)))
    hour = timedelta(hours=1)
    assert lengths(autumn, "Night shift") == [8 * hour, 9 * hour, 8 * hour]
    eve = datetime(2027, 3, 26, 12, tzinfo=UTC)
    spring = read("nights", Span(eve, eve + timedelta(days=3)))
    assert lengths(spring, "Night shift") == [8 * hour, 7 * hour, 8 * hour]


def test_a_duration_is_kept_to_the_minute_in_those_nights() -> None:
    for eve in (datetime(2026, 10, 23, 12, tzinfo=UTC), datetime(2027, 3, 26, 12, tzinfo=UTC)):
        content = read("nights", Span(eve, eve + timedelta(days=3)))
        assert lengths(content, "Eight hours by a stopwatch") == [timedelta(hours=8)] * 3
