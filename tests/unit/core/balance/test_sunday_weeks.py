"""Weeks that begin on Sunday."""

from __future__ import annotations

from datetime import date, timedelta

from tests.fakes.weeks import at, hours, indicator, records, told_as
from workspace_assistant.core.balance.settings_model import WeekSettings, WeekStart

SUNDAYS = WeekSettings(week_start=WeekStart.SUNDAY)


def test_sunday_belongs_to_the_days_that_follow_it() -> None:
    known = records(
        shifts=[
            ("2026-11-14 09:00", "2026-11-14 12:00"),  # Saturday
            ("2026-11-15 22:00", "2026-11-16 02:00"),  # the night of Sunday
            ("2026-11-21 22:00", "2026-11-22 03:00"),  # up to Sunday
            ("2026-11-22 09:00", "2026-11-22 16:00"),
        ]
    )
    week = told_as(known, "2026-11-18", SUNDAYS)
    assert (week.name, week.span.start) == ("2026-W47", at("2026-11-15 04:00"))
    assert week.span.end == at("2026-11-22 04:00")
    assert [one.on for one in week.days] == [
        date(2026, 11, 15) + timedelta(days=index) for index in range(7)
    ]
    assert indicator(week, "hours").value == hours(9)
    assert indicator(week, "days-in-a-row").value == 2  # Saturday and Sunday, and two at its end


def test_a_mean_is_one_of_weeks_that_begin_on_sunday() -> None:
    sundays = ["2026-10-25", "2026-11-01", "2026-11-08", "2026-11-15"]
    known = records(
        shifts=[
            shift
            for day, monday in zip(sundays, [26, 2, 9, 16], strict=True)
            for shift in (
                (f"{day} 09:00", f"{day} 12:00"),
                (
                    f"2026-{'10' if monday == 26 else '11'}-{monday:02} 09:00",
                    f"2026-{'10' if monday == 26 else '11'}-{monday:02} 14:00",
                ),
            )
        ]
    )
    mean = indicator(told_as(known, "2026-11-18", SUNDAYS), "average-hours")
    assert [one.value for one in mean.terms] == [hours(8)] * 4
    assert [one.span.start for one in mean.terms] == [
        at(f"{day} 04:00") for day in reversed(sundays)
    ]
    by_monday = indicator(told_as(known, "2026-11-18", WeekSettings()), "average-hours")
    assert [one.value / 3600 for one in by_monday.terms] == [5, 8, 8, 8, 3]
