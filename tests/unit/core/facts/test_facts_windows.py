"""Today, the week and the usual weeks, over clock changes and the 04:00 boundary."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.check_in.lows import MOST_WEEKS, weeks_up_to
from workspace_assistant.core.facts.windows import USUAL_DAYS, WEEK_DAYS, Windows

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)
_zones = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Africa/Cairo",
            "UTC",
        )
    ]
)
_instants = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


def _at(text: str, zone: tzinfo = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "today"),
    [
        ("2026-11-25T03:59", "2026-11-24T04:00"),
        ("2026-11-25T04:00", "2026-11-25T04:00"),
        ("2026-11-25T23:59", "2026-11-25T04:00"),
        ("2026-11-26T00:30", "2026-11-25T04:00"),
    ],
)
def test_a_day_begins_at_four(now: str, today: str) -> None:
    windows = Windows(now=_at(now), zone=BERLIN)
    assert windows.today.start == _at(today)
    assert windows.today.holds(_at(now))


def test_a_week_over_the_autumn_night_has_an_hour_more() -> None:
    windows = Windows(now=_at("2026-10-28T15:00"), zone=BERLIN)
    assert windows.week.start == _at("2026-10-22T04:00")
    whole = _at("2026-10-29T04:00") - windows.week.start
    assert whole == WEEK_DAYS * 24 * HOUR + HOUR


def test_a_week_over_the_spring_night_has_an_hour_less() -> None:
    windows = Windows(now=_at("2026-03-31T15:00"), zone=BERLIN)
    assert windows.week.start == _at("2026-03-25T04:00")
    assert _at("2026-04-01T04:00") - windows.week.start == WEEK_DAYS * 24 * HOUR - HOUR


@given(now=_instants, zone=_zones)
def test_windows_join_without_a_gap(now: datetime, zone: tzinfo) -> None:
    windows = Windows(now=now, zone=zone)
    assert windows.today.holds(now)
    assert windows.week.holds(now)
    assert windows.usual.end == windows.week.start
    assert windows.week.start <= windows.today.start
    assert windows.today.end == windows.week.end
    for days, span in ((WEEK_DAYS, windows.week), (1, windows.today)):
        assert abs(now + timedelta(days=1) - span.start - timedelta(days=days)) <= 26 * HOUR
    assert abs(windows.usual.end - windows.usual.start - timedelta(days=USUAL_DAYS)) <= HOUR


@given(now=_instants, zone=_zones, back=st.integers(0, 60 * 24 * 40))
def test_what_happened_is_in_one_week_at_most(now: datetime, zone: tzinfo, back: int) -> None:
    weeks = weeks_up_to(now, zone)
    assert len(weeks) == MOST_WEEKS
    assert weeks[0] == Windows(now=now, zone=zone).week
    when = now - timedelta(minutes=back)
    holding = [week for week in weeks if week.holds(when)]
    assert len(holding) == (1 if when >= weeks[-1].start else 0)
    for later, earlier in pairwise(weeks):
        assert earlier.end == later.start


@given(now=_instants, zone=_zones)
def test_a_day_of_the_week_is_one_of_seven(now: datetime, zone: tzinfo) -> None:
    windows = Windows(now=now, zone=zone)
    hours = int((windows.week.end - windows.week.start) / HOUR)
    days = {windows.day_of(windows.week.start + number * HOUR) for number in range(hours + 1)}
    assert len(days | {windows.on}) == WEEK_DAYS
