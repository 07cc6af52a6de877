"""Calendars that are broken, hostile or too much: told, bounded, and the rest is read."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from tests.quiet_computer import on_time, timed
from tests.unit.adapters.calendar.calendars import (
    WEEKS,
    ZONE,
    calendar,
    event,
    good,
    read,
    read_by_child,
)
from workspace_assistant.adapters.calendar import shift_calendar
from workspace_assistant.adapters.calendar.shift_calendar import MOST_BYTES, ChildShiftCalendar
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarError

START = "DTSTART:20261124T080000Z"


def refusal(content: bytes) -> CalendarError:
    with pytest.raises(CalendarError) as caught:
        read_by_child(content)
    return caught.value


ODD: list[tuple[list[str], str]] = [
    (["SUMMARY:Odd"], "it has no start."),
    (["DTSTART:tomorrow", "SUMMARY:Odd"], "its times cannot be understood (DTSTART)."),
    (["DTSTART 20261124", "SUMMARY:Odd"], "its times cannot be understood (DTSTART)."),
    (["DTSTART:PT8H", "SUMMARY:Odd"], "its times cannot be understood (DTSTART)."),
    ([START, START, "SUMMARY:Odd"], "its times cannot be understood (DTSTART)."),
    ([START, "DURATION:long", "SUMMARY:Odd"], "its times cannot be understood (DURATION)."),
    ([START, "RRULE:FREQ=SOMETIMES", "SUMMARY:Odd"], "its times cannot be understood (RRULE)."),
    (
        [START, "RRULE:FREQ=DAILY", "EXRULE:FREQ=DAILY;BYDAY=MO", "SUMMARY:Odd"],
        "its times cannot be understood (EXRULE).",
    ),
    ([START, "DTEND:20261124T070000Z", "SUMMARY:Odd"], "it ends before it starts."),
    (
        [START, "DTEND:20261124T160000", "SUMMARY:Odd"],
        "its start and its end are written in different ways.",
    ),
    (
        ["DTSTART;TZID=Mars/Olympus:20261124T080000", "DURATION:PT8H", "SUMMARY:Odd"],
        "its time zone “Mars/Olympus” is not known.",
    ),
    (
        ["DTSTART;TZID=Europe:20261124T080000", "DURATION:PT8H", "SUMMARY:Odd"],
        "it cannot be understood.",
    ),
    ([START, "RRULE:FREQ=SECONDLY", "SUMMARY:Odd"], "it repeats too often to be a shift."),
    (
        [START, "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5,6,7,8", "SUMMARY:Odd"],
        "it repeats too often to be a shift.",
    ),
    (
        ["DTSTART:19700101T080000Z", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "SUMMARY:Odd"],
        "it takes too long to work out when it takes place.",
    ),
    (
        ["DTSTART:16000101T080000Z", "RRULE:FREQ=HOURLY", "SUMMARY:Odd"],
        "it takes too long to work out when it takes place.",
    ),
]


@pytest.fixture(scope="module")
def odd() -> CalendarContent:
    """All odd events in one calendar, with a good one behind them."""
    events = [event(f"UID:odd{number}", *lines) for number, (lines, _) in enumerate(ODD)]
    return read_by_child(calendar(*events, good()))


@pytest.mark.parametrize(("number", "reason"), [(n, reason) for n, (_, reason) in enumerate(ODD)])
def test_a_bad_event_is_named(number: int, reason: str, odd: CalendarContent) -> None:
    place = odd.unread.index(f"odd{number}")
    assert odd.faults[place].startswith("“Odd”")
    assert odd.faults[place].endswith(f": {reason}")


def test_the_others_are_read(odd: CalendarContent) -> None:
    assert [one.uid for one in odd.events] == ["good"]
    assert len(odd.faults) == len(ODD)


def test_what_has_no_uid_may_be_any_event_that_is_known() -> None:
    content = read(calendar(event("DTSTART:tomorrow"), good()))
    assert content.faults == ("“(no name)”: its times cannot be understood (DTSTART).",)
    assert content.unread == ("",)


def test_an_event_without_end_costs_itself_only() -> None:
    opened = "\n".join(["BEGIN:VEVENT", "UID:open", START, "SUMMARY:Open"])
    content = read(calendar(good("before"), opened, good("after")))
    assert [one.uid for one in content.events] == ["after", "before"]
    assert content.faults == ("“Open” on 2026-11-24: the event ends in the middle.",)


def test_exceptions_from_nobody_knows_what_are_not_guessed() -> None:
    twins = [event("UID:twin", f"DTSTART:2026112{day}T080000Z", "DURATION:PT8H") for day in (4, 5)]
    other = event("UID:twin", "RECURRENCE-ID:20261124T080000Z", "DTSTART:20261124T090000Z")
    content = read(calendar(*twins, other, good()))
    assert content.unread == ("twin",)
    assert [one.uid for one in content.events] == ["good"]


def test_many_faults_are_counted() -> None:
    bad = [event(f"UID:bad{number}", "DTSTART:never") for number in range(60)]
    content = read(calendar(*bad))
    assert len(content.faults) == 51
    assert content.faults[-1] == "10 more events cannot be understood."
    assert len(content.unread) == 60


def test_too_many_faults_to_know_keep_everything() -> None:
    content = read(calendar(*[event(f"UID:b{number}", "DTSTART:never") for number in range(1001)]))
    assert content.unread == ("",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not-a-calendar"),
        (b"\x00\xff\xfe\x80" * 99, "not-a-calendar"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "not-a-calendar"),
        (calendar(good())[:-5], "cut-short"),
        (calendar(good())[:-40], "cut-short"),
        (calendar(good())[:60], "cut-short"),
        (b"x" * (MOST_BYTES + 1), "too-large"),
    ],
)
def test_what_is_no_whole_calendar_is_refused_whole(content: bytes, code: str) -> None:
    assert refusal(content).code == code


def test_a_page_to_sign_in_is_called_a_page() -> None:
    page = b"\xef\xbb\xbf\n<html lang=en>BEGIN:VCALENDAR</html>"
    assert "web page" in str(refusal(page))


def test_a_hundred_thousand_past_events_cost_seconds_and_coming_ones_are_refused() -> None:
    past = [good(str(number)).replace(":2026", ":2016") for number in range(100_000)]
    content = read_by_child(calendar(*past, good()))
    assert [one.uid for one in content.events] == ["good"]
    error = refusal(calendar(*map(good, map(str, range(10_001)))))
    assert (error.code, error.parts) == ("too-large", {"most": "10,000"})


def test_a_calendar_of_one_endless_line_is_read() -> None:
    line = "X-NOISE:" + "x" * 10_000_000
    assert len(read(calendar(line, good())).events) == 1


def test_an_event_of_endless_dates_costs_itself_only() -> None:
    dates = "RDATE:" + ",".join(["20261124T080000Z"] * 300_000)
    content = read(calendar(event("UID:odd", START, dates, "SUMMARY:Odd"), good()))
    assert [one.uid for one in content.events] == ["good"]
    assert content.unread == ("odd",)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no limit that holds")
def test_memory_has_an_end() -> None:
    module = "workspace_assistant.adapters.calendar.shift_calendar_child"
    more = f"import {module} as child; child.limit_memory(); bytearray(child.MEMORY_BYTES)"
    done = subprocess.run([sys.executable, "-c", more], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == "MemoryError"


def test_a_child_that_never_answers_is_ended_in_time() -> None:
    heavy = [event(f"UID:{n}", "DTSTART:16000101T080000Z", "RRULE:FREQ=HOURLY") for n in range(30)]
    with pytest.raises(CalendarError) as caught:
        read_by_child(calendar(*heavy), limit_s=1.0)
    assert caught.value.code == "too-slow"


@timed
def test_a_cancel_ends_the_child_at_once() -> None:
    ctx = JobContext(lambda _: None)
    heavy = event("UID:odd", "DTSTART:16000101T080000Z", "RRULE:FREQ=HOURLY")
    threading.Timer(0.3, ctx.cancel).start()
    began_s = time.monotonic()
    with pytest.raises(JobCancelledError):
        ChildShiftCalendar()(calendar(*[heavy] * 9), WEEKS, ZONE, ctx)
    with on_time():
        assert time.monotonic() - began_s < 1.0


def test_a_child_that_dies_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shift_calendar, "CHILD_MODULE", "workspace_assistant.no_such_module")
    assert refusal(calendar(good())).code == "unreadable"
