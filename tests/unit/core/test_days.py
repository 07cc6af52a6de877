from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.days import (
    DAY_BOUNDARY,
    SUNDAY,
    checked_day,
    checked_year,
    day_of,
    day_span,
    thursday,
    week_name,
    week_span,
)
from workspace_assistant.core.errors import RefusedError

MADRID = ZoneInfo("Europe/Madrid")

# Half-hour rules, rules at midnight, a skipped date, double summer time, none at all.
ZONES = [
    "Africa/Casablanca",
    "America/Havana",
    "America/New_York",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Europe/Madrid",
    "Pacific/Apia",
    "Pacific/Kwajalein",
    "UTC",
]
INSTANTS = st.datetimes(datetime(1970, 1, 8), datetime(2037, 12, 1), timezones=st.just(UTC))
BOUNDARIES = st.sampled_from([time(0), time(0, 30), time(2, 30), DAY_BOUNDARY, time(12)])


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@given(INSTANTS, st.sampled_from(ZONES), BOUNDARIES)
def test_every_instant_lies_in_its_day_and_in_no_neighbor(
    at: datetime, zone_name: str, boundary: time
) -> None:
    zone = ZoneInfo(zone_name)
    day = day_of(at, zone, boundary)

    assert day_span(day, zone, boundary).holds(at)
    for other in (day - timedelta(days=1), day + timedelta(days=1)):
        assert not day_span(other, zone, boundary).holds(at)


@given(INSTANTS, st.sampled_from(ZONES), BOUNDARIES)
def test_days_follow_each_other_without_a_hole(
    at: datetime, zone_name: str, boundary: time
) -> None:
    zone = ZoneInfo(zone_name)
    day = day_of(at, zone, boundary)

    assert (
        day_span(day, zone, boundary).end == day_span(day + timedelta(days=1), zone, boundary).start
    )


@given(INSTANTS, st.sampled_from(ZONES))
def test_a_week_is_seven_days_that_hold_its_date(at: datetime, zone_name: str) -> None:
    zone = ZoneInfo(zone_name)
    day = day_of(at, zone)
    week = week_span(day, zone)
    monday = day - timedelta(days=day.weekday())
    days = [day_span(monday + timedelta(days=n), zone) for n in range(7)]

    assert (week.start, week.end) == (days[0].start, days[-1].end)
    assert week.holds(at)
    year, number, _ = day.isocalendar()
    assert week_span(f"{year}-W{number:02d}", zone) == week


@pytest.mark.parametrize(
    ("day", "first", "name"),
    [
        (date(2026, 11, 21), date(2026, 11, 15), "2026-W47"),  # a Saturday
        (date(2026, 11, 22), date(2026, 11, 22), "2026-W48"),
        (date(2027, 1, 2), date(2026, 12, 27), "2026-W53"),
        (date(2027, 1, 3), date(2027, 1, 3), "2027-W01"),
    ],
)
def test_a_week_that_begins_on_sunday_has_the_name_of_its_thursday(
    day: date, first: date, name: str
) -> None:
    week = week_span(day, MADRID, first_weekday=SUNDAY)
    assert (week.start, week.end) == (
        day_span(first, MADRID).start,
        day_span(first + timedelta(days=6), MADRID).end,
    )
    assert week_name(first) == name
    assert week_span(name, MADRID, first_weekday=SUNDAY) == week
    assert week_span(name, MADRID).start == week.start + timedelta(days=1)
    assert thursday(first).weekday() == 3


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 28), 23), (date(2026, 10, 24), 25), (date(2026, 11, 22), 24)]
)
def test_a_night_that_moves_the_clock_makes_its_day_shorter_or_longer(
    day: date, hours: int
) -> None:
    assert day_span(day, MADRID).length_s == hours * 3600


def test_a_day_lasts_until_four_in_the_morning() -> None:
    assert day_of(utc("2026-11-23T02:59:59"), MADRID) == date(2026, 11, 22)
    assert day_of(utc("2026-11-23T03:00:00"), MADRID) == date(2026, 11, 23)


def test_a_boundary_that_the_clock_jumps_over_is_the_jump() -> None:
    span = day_span(date(2026, 3, 29), MADRID, time(2, 30))

    assert span.start == utc("2026-03-29T01:00:00")  # when 02:00 became 03:00


def test_a_boundary_that_comes_twice_is_the_first() -> None:
    span = day_span(date(2026, 10, 25), MADRID, time(2, 30))

    assert span.start == utc("2026-10-25T00:30:00")
    assert day_of(utc("2026-10-25T01:10:00"), MADRID, time(2, 30)) == date(2026, 10, 25)


def test_a_date_that_a_calendar_skipped_is_a_few_hours_of_the_next_morning() -> None:
    samoa = ZoneInfo("Pacific/Apia")  # went from December 29 to 31 in 2011

    assert day_span(date(2011, 12, 30), samoa).length_s == 4 * 3600
    assert day_span(date(2011, 12, 30), samoa, time(0)).length_s == 0


@pytest.mark.parametrize("text", ["2026-w47", " 2026W47 "])
def test_weeks_are_written_as_iso_8601_does(text: str) -> None:
    assert week_span(text, MADRID).start == utc("2026-11-16T03:00:00")


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-W54", "2026-W00", "0000-W01", "last", "2026-47"]
)
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="no week"):
        week_span(text, MADRID)


@pytest.mark.parametrize("year", [1, 1969, 2201, 9999])
def test_a_year_at_the_edge_of_the_calendar_is_refused(year: int) -> None:
    with pytest.raises(RefusedError, match="1970 to 2200"):
        day_span(date(year, 12, 28), MADRID)
    with pytest.raises(RefusedError, match="1970 to 2200"):
        week_span(date(year, 12, 28), MADRID)
    with pytest.raises(RefusedError, match="1970 to 2200"):
        checked_year(datetime(year, 6, 1, tzinfo=UTC))
    with pytest.raises(RefusedError, match="1970 to 2200"):
        checked_day(date(year, 6, 1))


@pytest.mark.parametrize("year", [1970, 2200])
def test_the_first_and_the_last_year_have_days(year: int) -> None:
    assert day_span(date(year, 12, 31), MADRID).length_s == 24 * 3600
    week = week_span(date(year, 1, 1), MADRID)
    assert day_span(day_of(week.start, MADRID), MADRID).start == week.start
    assert checked_year(datetime(year, 6, 1, tzinfo=UTC)).year == year
