"""Weekly patterns: as people write them, and true on nights on which clocks are set."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.shifts import MADRID, local
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.local_times import said, zone_of
from workspace_assistant.core.shifts.model import (
    Pattern,
    Place,
    Shift,
    Source,
    SourceKind,
    WeeklyBreak,
    WeeklyShift,
)
from workspace_assistant.core.shifts.pattern_words import lines_text, parse_lines, parse_times
from workspace_assistant.core.shifts.patterns import break_fits, overlap, pattern_shifts
from workspace_assistant.core.spans import Span

YEAR = Span(local("2026-01-01 00:00"), local("2027-01-01 00:00"))
AUTUMN, SPRING = date(2026, 10, 25), date(2026, 3, 29)  # nights on which Madrid's clocks are set


def planned(
    text: str, span: Span = YEAR, *, zone: str = MADRID, **more: object
) -> tuple[Shift, ...]:
    fields = {"from_on": date(2026, 1, 1), **more}
    breaks = fields.pop("breaks", ())
    lines = parse_lines(text, breaks=breaks)  # type: ignore[arg-type] # the test gives breaks
    pattern = Pattern(time_zone=zone, lines=lines, **fields)  # type: ignore[arg-type] # likewise
    source = Source(id="p", kind=SourceKind.PATTERN, name="Week", time_zone=zone, pattern=pattern)
    return pattern_shifts(source, pattern, span)


def on(shifts: tuple[Shift, ...], day: date) -> Shift:
    (found,) = (one for one in shifts if one.starts_at.astimezone(ZoneInfo(MADRID)).date() == day)
    return found


def hours(shift: Shift) -> float:
    return shift.span.length_s / 3600


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Mon-Fri 08:00-16:00", "Mon-Fri 08:00-16:00"),
        ("monday - friday 8-16", "Mon-Fri 08:00-16:00"),
        ("Sat,Sun 22:00\u201306:00", "Sat,Sun 22:00-06:00"),
        ("Mo, We and Fr. 8:30-12", "Mon,Wed,Fri 08:30-12:00"),
        ("Sat-Mon 10-14", "Mon,Sat,Sun 10:00-14:00"),
        ("Tue 16:00-24:00", "Tue 16:00-00:00"),
        ("Mon-Wed 8-12; Mon-Wed 13-17;", "Mon-Wed 08:00-12:00; Mon-Wed 13:00-17:00"),
        ("Mon,Mon 8-12", "Mon 08:00-12:00"),
        ("Mon-Fri 8-16 Sat 10-14", "Mon-Fri 08:00-16:00; Sat 10:00-14:00"),
        ("weekdays 8-16 and weekends 10-14", "Mon-Fri 08:00-16:00; Sat,Sun 10:00-14:00"),
        ("daily 22:00-06:00", "Mon-Sun 22:00-06:00"),
        ("Every day 20:00-12:00", "Mon-Sun 20:00-12:00"),
    ],
)
def test_patterns_are_read_as_people_write_them(text: str, read: str) -> None:
    assert lines_text(parse_lines(text)) == read
    assert sorted(parse_lines(read), key=repr) == sorted(parse_lines(text), key=repr)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ; "),
        *("Mon", "08:00-16:00", "Mon 08:00", "Mon-Fri 8-25", "Mon 24:00-08:00", "Mon 8:60-9"),
        *("M 8-16", "T 8-16", "Xyz 8-16", "Mon- 8-16", "Mon-Fri-Sun 8-16", "Mon 08:00-08:00"),
        *("Mon 9-5", "Mon 20:00-12:01"),  # nobody works that long
    ],
)
def test_what_is_no_pattern_is_refused(text: str) -> None:
    with pytest.raises(ShiftError):
        parse_lines(text)


def test_times_of_a_break_are_read() -> None:
    assert parse_times(" 12:00-12:30") == (time(12), time(12, 30))
    assert parse_times("23:30 - 24:00") == (time(23, 30), time(0))
    for wrong in ("12", "12:00-", "25-26", "noon-1"):
        with pytest.raises(ShiftError):
            parse_times(wrong)


def test_a_week_has_its_shifts_at_the_clock_on_the_wall() -> None:
    week = Span(local("2026-11-23 00:00"), local("2026-11-30 00:00"))
    shifts = planned("Mon-Fri 08:00-16:00; Sat 10:00-14:00", week)
    assert [said(one.starts_at, MADRID) for one in shifts] == [
        *(f"2026-11-{day} 08:00" for day in range(23, 28)),
        "2026-11-28 10:00",
    ]
    assert {one.utc_offset_s for one in shifts} == {3600}
    assert {hours(one) for one in shifts[:5]} == {8.0}
    assert shifts[0].uid == "2026-11-23T08:00"
    assert shifts[0].name == "Week"


def test_a_night_shift_has_its_true_length_when_clocks_are_set() -> None:
    shifts = planned("Mon-Sun 22:00-06:00")
    assert hours(on(shifts, AUTUMN - timedelta(days=1))) == 9.0
    assert hours(on(shifts, SPRING - timedelta(days=1))) == 7.0
    assert hours(on(shifts, AUTUMN)) == 8.0


@pytest.mark.parametrize(
    ("text", "day", "starts", "ends"),
    [
        # 02:30 comes twice: the first one is meant (RFC 5545, 3.3.5).
        ("Sun 02:30-10:00", AUTUMN, "2026-10-25T00:30", "2026-10-25T09:00"),
        ("Sat 22:00-02:30", AUTUMN - timedelta(days=1), "2026-10-24T20:00", "2026-10-25T00:30"),
        # 02:30 is skipped: it counts from before, and is 03:30 on the clock.
        ("Sun 02:30-10:00", SPRING, "2026-03-29T01:30", "2026-03-29T08:00"),
        ("Sat 22:00-02:30", SPRING - timedelta(days=1), "2026-03-28T21:00", "2026-03-29T01:30"),
    ],
)
def test_times_at_which_clocks_are_set_follow_the_rules_of_calendars(
    text: str, day: date, starts: str, ends: str
) -> None:
    shift = on(planned(text), day)
    assert shift.starts_at.isoformat()[:16] == starts
    assert shift.ends_at.isoformat()[:16] == ends


def test_a_shift_that_the_clock_jumps_over_is_left_out() -> None:
    assert all(
        one.starts_at.astimezone(ZoneInfo(MADRID)).date() != SPRING
        for one in planned("Sun 02:10-03:05")
    )


def test_every_other_week_is_counted_from_the_first_day() -> None:
    span = Span(local("2026-11-01 00:00"), local("2026-12-31 00:00"))
    thursday = date(2026, 11, 5)
    shifts = planned("Mon 08:00-16:00; Fri 08:00-16:00", span, from_on=thursday, every_weeks=2)
    days = [one.starts_at.date() for one in shifts]
    first_friday, next_monday = date(2026, 11, 6), date(2026, 11, 16)
    assert days[:4] == [
        first_friday,
        next_monday,
        next_monday + timedelta(days=4),
        next_monday + timedelta(days=14),
    ]


def test_a_pattern_begins_and_ends_on_its_days() -> None:
    shifts = planned("Mon-Sun 22:00-06:00", from_on=date(2026, 11, 23), until_on=date(2026, 11, 25))
    assert [one.starts_at.date().day for one in shifts] == [23, 24, 25]


def test_a_shift_that_reaches_into_the_span_is_told() -> None:
    span = Span(local("2026-11-24 05:00"), local("2026-11-24 05:30"))
    (shift,) = planned("Mon-Sun 22:00-06:00", span)
    assert said(shift.starts_at, MADRID) == "2026-11-23 22:00"
    assert planned("Mon-Sun 22:00-05:00", span) == ()


def test_breaks_lie_on_the_day_after_midnight_and_inside_the_shift() -> None:
    tea = WeeklyBreak(starts=time(2, 30), ends=time(3), name="tea")
    evening = WeeklyBreak(starts=time(23), ends=time(23, 15))
    noon = WeeklyBreak(starts=time(12), ends=time(12, 30))
    shifts = planned("Mon-Sun 22:00-06:00", breaks=(tea, evening, noon))
    shift = on(shifts, date(2026, 11, 23))
    assert [(said(one.starts_at, MADRID), one.name) for one in shift.breaks] == [
        ("2026-11-23 23:00", ""),
        ("2026-11-24 02:30", "tea"),
    ]
    in_spring = on(shifts, SPRING - timedelta(days=1))  # 02:30 to 03:00 is no time that night
    assert len(in_spring.breaks) == 1


@pytest.mark.parametrize(
    ("starts", "ends", "fits"),
    [
        ("22:00", "22:15", True),
        ("05:45", "06:00", True),
        ("23:45", "00:15", True),
        ("23:30", "00:00", True),
        ("22:00", "06:00", False),
        ("21:30", "22:15", False),
        ("05:45", "06:15", False),
        ("12:00", "12:30", False),
        ("02:00", "02:00", False),
        ("03:00", "02:00", False),
    ],
)
def test_a_break_fits_where_it_lies_inside(starts: str, ends: str, *, fits: bool) -> None:
    (line,) = parse_lines("Mon 22:00-06:00")
    one = WeeklyBreak(starts=time.fromisoformat(starts), ends=time.fromisoformat(ends))
    assert break_fits(line, one) is fits


def test_shifts_that_share_time_are_seen() -> None:
    week = Span(local("2026-11-23 00:00"), local("2026-11-30 00:00"))
    assert not overlap(planned("Mon-Sun 22:00-06:00; Mon-Sun 06:00-10:00", week))
    assert overlap(planned("Mon-Sun 22:00-06:00; Mon-Sun 05:59-06:30", week))
    assert overlap(planned("Mon 08:00-20:00; Mon 09:00-10:00; Mon 19:00-21:00", week))
    assert not overlap(())


def test_an_unnamed_pattern_gives_its_shifts_no_name() -> None:
    lines = parse_lines("Mon 08:00-16:00", Place.OFFICE)
    pattern = Pattern(time_zone=MADRID, lines=lines, from_on=date(2026, 11, 1))
    source = Source(
        id="p", kind=SourceKind.PATTERN, name=lines_text(lines), time_zone=MADRID, pattern=pattern
    )
    shifts = pattern_shifts(source, pattern, YEAR)
    assert {(one.name, one.place) for one in shifts} == {("", Place.OFFICE)}


def test_an_unknown_zone_is_refused_and_times_are_said_in_utc() -> None:
    with pytest.raises(ShiftError, match="no time zone"):
        planned("Mon 08:00-16:00", zone="Mars/Olympus")
    with pytest.raises(ShiftError):
        zone_of("../etc/passwd")
    assert said(local("2026-11-23 08:00"), "Mars/Olympus") == "2026-11-23 07:00"


ZONES = ["Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Asia/Manila"]
MINUTES = st.integers(0, 24 * 60 - 1)


@given(
    zone=st.sampled_from(ZONES),
    weekday=st.integers(0, 6),
    start=MINUTES,
    length=st.integers(1, 24 * 60 - 1),
    first=st.dates(date(2026, 1, 1), date(2026, 12, 1)),
)
def test_lengths_are_those_of_the_clock_but_where_it_is_set(
    zone: str, weekday: int, start: int, length: int, first: date
) -> None:
    midnight = datetime(2026, 1, 1)
    starts, ends = ((midnight + timedelta(minutes=one)).time() for one in (start, start + length))
    pattern = Pattern(
        time_zone=zone,
        lines=(WeeklyShift(weekday=weekday, starts=starts, ends=ends),),
        from_on=first,
    )
    source = Source(id="p", kind=SourceKind.PATTERN, name="Week", time_zone=zone, pattern=pattern)
    begin = local(f"{first} 00:00", zone)
    shifts = pattern_shifts(source, pattern, Span(begin, begin + timedelta(weeks=3)))
    assert len(shifts) in {2, 3, 4}
    for one in shifts:
        local_start, local_end = (
            at.astimezone(ZoneInfo(zone)) for at in (one.starts_at, one.ends_at)
        )
        if (local_start.time(), local_end.time()) != (starts, ends):
            continue  # a time that the clock jumped over
        offsets = [at.utcoffset() or timedelta() for at in (local_start, local_end)]
        assert one.ends_at - one.starts_at == timedelta(minutes=length) - (offsets[1] - offsets[0])
        assert local_start.weekday() == weekday
