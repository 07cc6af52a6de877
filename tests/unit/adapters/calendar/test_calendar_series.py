"""Series, exceptions from them, versions and zones: what the standard means by each."""

from __future__ import annotations

from datetime import date, datetime

from tests.unit.adapters.calendar.calendars import calendar, event, read
from workspace_assistant.core.shifts.ports import CalendarContent


def times(content: CalendarContent) -> list[str]:
    """``24 08:00-16:00 Shift``, in UTC."""
    assert content.faults == ()
    return [
        f"{one.starts:%d %H:%M}-{one.ends:%H:%M} {one.summary}"
        for one in content.events
        if isinstance(one.starts, datetime)
    ]


def daily(*lines: str, count: int = 4) -> str:
    rule = f"RRULE:FREQ=DAILY;COUNT={count}"
    times_of_first = ("DTSTART:20261124T080000Z", "DTEND:20261124T160000Z")
    return event("UID:s", *times_of_first, rule, "SUMMARY:Shift", *lines)


def exception(*lines: str) -> str:
    return event("UID:s", "SUMMARY:Moved", *lines)


def test_a_change_of_this_and_all_that_follow() -> None:
    later = exception(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261126T080000Z",
        "DTSTART:20261126T100000Z",
        "DTEND:20261126T170000Z",
    )
    content = read(calendar(daily(), later))
    assert times(content) == [
        "24 08:00-16:00 Shift",
        "25 08:00-16:00 Shift",
        "26 10:00-17:00 Moved",
        "27 10:00-17:00 Moved",
    ]
    assert len({one.uid for one in content.events}) == 4


def test_an_exception_that_is_canceled_is_said_to_be() -> None:
    off = exception("RECURRENCE-ID:20261125T080000Z", "DTSTART:20261125T080000Z", "DURATION:PT8H")
    content = read(calendar(daily(count=2), off.replace("Moved", "Off\nSTATUS:CANCELLED")))
    assert [one.is_cancelled for one in content.events] == [False, True]


def test_an_exception_moved_here_from_far_away_is_here() -> None:
    rule = "RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"
    yearly = event("UID:s", "DTSTART:20200601T080000Z", "DTEND:20200601T160000Z", rule)
    moved = exception(
        "RECURRENCE-ID:20260601T080000Z", "DTSTART:20261124T080000Z", "DTEND:20261124T160000Z"
    )
    content = read(calendar(yearly, moved))
    assert times(content) == ["24 08:00-16:00 Moved"]
    assert content.events[0].uid == "s/20260601T080000Z"


def test_an_exception_without_its_series_stands_for_itself() -> None:
    alone = exception(
        "RECURRENCE-ID:20261124T080000Z", "DTSTART:20261124T090000Z", "DTEND:20261124T160000Z"
    )
    assert times(read(calendar(alone))) == ["24 09:00-16:00 Moved"]


def test_dates_and_periods_beside_a_rule() -> None:
    extra = "RDATE:20261128T080000Z"
    period = "RDATE;VALUE=PERIOD:20261129T080000Z/PT2H"
    assert times(read(calendar(daily(extra, period, count=1)))) == [
        "24 08:00-16:00 Shift",
        "28 08:00-16:00 Shift",
        "29 08:00-10:00 Shift",
    ]


def test_the_newest_version_of_an_event_counts() -> None:
    def version(number: int, hour: int) -> str:
        start = f"DTSTART:20261124T{hour:02d}0000Z"
        return event("UID:v", f"SEQUENCE:{number}", start, "DURATION:PT8H", "SUMMARY:Shift")

    assert times(read(calendar(version(2, 10), version(1, 8)))) == ["24 10:00-18:00 Shift"]


def test_the_same_event_twice_is_one() -> None:
    assert len(read(calendar(daily(count=1), daily(count=1))).events) == 1


def test_the_zone_of_the_calendar_is_that_of_times_without_one() -> None:
    lines = ("UID:f", "DTSTART:20261124T080000", "DTEND:20261124T160000", "SUMMARY:Shift")
    plain = event(*lines)
    repeated = event(*lines, "RRULE:FREQ=DAILY;COUNT=2").replace("UID:f", "UID:r")
    for zone in ("Asia/Tokyo", "Tokyo Standard Time"):
        content = read(calendar(f"X-WR-TIMEZONE:{zone}", plain, repeated))
        assert times(content) == [
            "23 23:00-07:00 Shift",
            "23 23:00-07:00 Shift",
            "24 23:00-07:00 Shift",
        ]


def test_a_zone_of_the_calendar_that_nobody_knows_leaves_that_of_the_source() -> None:
    plain = event("UID:f", "DTSTART:20261124T080000", "DTEND:20261124T160000", "SUMMARY:Shift")
    content = read(calendar("X-WR-TIMEZONE:Mars/Olympus", plain), zone="Europe/Madrid")
    assert times(content) == ["24 07:00-15:00 Shift"]


def test_times_in_utc_are_planned_in_the_zone_of_the_calendar() -> None:
    assert read(calendar(daily(count=1))).events[0].time_zone == "UTC"
    named = read(calendar("X-WR-TIMEZONE:Europe/Madrid", daily(count=1)))
    assert named.events[0].time_zone == "Europe/Madrid"


def test_whole_days_repeat_as_days() -> None:
    days = event("UID:d", "DTSTART;VALUE=DATE:20261124", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert [(one.starts, one.ends, one.uid) for one in read(calendar(days)).events] == [
        (date(2026, 11, 24), date(2026, 11, 25), "d/20261124"),
        (date(2026, 12, 1), date(2026, 12, 2), "d/20261201"),
    ]


def test_a_shift_that_has_begun_before_the_span_is_in_it() -> None:
    night = event("UID:n", "DTSTART:20261121T220000Z", "DTEND:20261122T060000Z", "SUMMARY:Night")
    over = event("UID:o", "DTSTART:20261121T140000Z", "DTEND:20261122T000000Z", "SUMMARY:Over")
    assert times(read(calendar(night, over))) == ["21 22:00-06:00 Night"]


def test_words_are_cut_to_one_line_and_to_a_length() -> None:
    long = event(
        "UID:" + "u" * 300,
        "DTSTART:20261124T080000Z",
        r"SUMMARY:First\nsecond" + "x" * 300,
        r"CATEGORIES:Work,Two\, words",
        "CATEGORIES:More",
    )
    (found,) = read(calendar(long)).events
    assert found.summary.startswith("First second")
    assert len(found.summary) == 200
    assert found.categories == ("Work", "Two, words", "More")
    assert found.uid.startswith("sha256-")
