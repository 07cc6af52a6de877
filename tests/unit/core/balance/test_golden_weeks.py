"""Weeks that were computed by hand, to the second."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.fakes.weeks import a_block, at, hours, indicator, records, told, told_as
from workspace_assistant.core.balance.model import Records, State, Week
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.summary import summary_of
from workspace_assistant.core.focus.model import Cause

OFFICE = [(f"2026-11-{day} 09:00", f"2026-11-{day} 17:00") for day in range(16, 21)]
LUNCH = [(f"2026-11-{day} 12:00", f"2026-11-{day} 12:30") for day in range(16, 21)]


WATCHED = {"longest-screen-stretch", "long-shifts-without-break", "breaks-had"}
OF_SETTINGS = {"commute-time-saved", "commute-distance-saved", "commute-money-saved"}
MEASURED = {"began-ready", "technical-time"} | OF_SETTINGS
TOLD = {"learning", "hard-contacts", "switching-off", "contact-with-colleagues"}


def values(week: Week) -> dict[str, float | None]:
    return {one.id: one.value for one in week.indicators}


def five_office_days() -> Records:
    return records(
        shifts=OFFICE,
        lunch=LUNCH,
        blocks=[
            a_block(
                "2026-11-16 09:10",
                "2026-11-16 10:00",
                planned_min=50,
                interrupted=[("2026-11-16 09:30", Cause.PET), ("2026-11-16 09:50", Cause.DOOR)],
            ),
            a_block("2026-11-17 10:00", "2026-11-17 10:20", planned_min=50),
            a_block(
                "2026-11-18 19:00",
                "2026-11-18 20:00",
                paused=[("2026-11-18 19:15", "2026-11-18 19:30")],
            ),
        ],
    )


def test_an_ordinary_week() -> None:
    week = told(five_office_days(), "2026-11-18")
    assert week.name == "2026-W47"
    assert week.is_over
    logged = {
        one: value for one, value in values(week).items() if one not in WATCHED | TOLD | MEASURED
    }
    assert logged == {
        "shortest-daily-rest": hours(13),  # Wednesday 20:00 to Thursday 09:00
        "quick-returns": 0,
        # Nothing follows: free from Friday 17:00 up to now, 31 December at noon.
        "longest-weekly-rest": hours(40 * 24 + 19),
        "hours": hours(5 * 7.5 + 0.75),
        "average-hours": None,
        "longest-working-stretch": hours(8),
        "overtime": hours(0.75),
        "start-regularity": 0,
        "days-in-a-row": 5,
        "nights-in-a-row": 0,
        "after-hours": hours(0.75),
        "quiet-days": 6,
        "focus-time": hours(50 / 60),
        "completed-blocks": 0.5,
        # 20, 20, 10 / 20 / 15, 30 minutes
        "uninterrupted-stretch": hours(20 / 60),
        "interruptions-per-hour": 2 / (50 / 60 + 20 / 60 + 45 / 60),
    }
    assert (week.met_count, len(week.with_target)) == (7, 8)


def test_a_day_that_went_by_its_plan_has_as_much_work_as_was_planned() -> None:
    """The planned break is in neither of both, also where two shifts share their time."""
    shifts = [("2026-11-18 08:00", "2026-11-18 16:30"), ("2026-11-18 15:00", "2026-11-18 17:00")]
    lunch = [("2026-11-18 12:00", "2026-11-18 12:30")]
    day = told(records(shifts=shifts, lunch=lunch), "2026-11-18").days[2]
    assert (day.worked_s, day.planned_s) == (hours(8.5), hours(8.5))
    assert sum(one.length_s for one in day.frames) == hours(9)


def test_its_days() -> None:
    days = told(five_office_days(), "2026-11-18").days
    assert [day.on.day for day in days] == [16, 17, 18, 19, 20, 21, 22]
    wednesday = days[2]
    assert wednesday.planned_s == hours(7.5)
    assert wednesday.worked_s == hours(7.5 + 0.75)
    assert wednesday.focus_s == wednesday.after_hours_s == hours(0.75)
    assert [day.interruptions for day in days] == [2, 0, 0, 0, 0, 0, 0]


def test_a_quick_return_is_told_with_its_days() -> None:
    week = told(
        records(
            shifts=[
                ("2026-11-16 14:00", "2026-11-16 22:00"),
                ("2026-11-17 07:20", "2026-11-17 15:20"),
                ("2026-11-18 07:20", "2026-11-18 15:20"),
            ]
        ),
        "2026-11-16",
    )
    rest = indicator(week, "shortest-daily-rest")
    assert (rest.value, rest.state) == (hours(9) + 20 * 60, State.NOT_MET)
    assert [term.value for term in rest.terms] == [hours(9) + 20 * 60, hours(16)]
    assert indicator(week, "quick-returns").value == 1


@pytest.mark.parametrize(
    ("shifts", "night_h", "rest_h"),
    [
        # The clock goes back on 25 October: 22:00 to 06:00 is nine hours, the day's rest 16.
        (
            [
                ("2026-10-24 22:00", "2026-10-25 06:00"),
                ("2026-10-25 22:00", "2026-10-26 06:00"),
            ],
            9,
            16,
        ),
        # And forward on 29 March: seven hours.
        (
            [
                ("2026-03-28 22:00", "2026-03-29 06:00"),
                ("2026-03-29 22:00", "2026-03-30 06:00"),
            ],
            7,
            16,
        ),
    ],
)
def test_nights_in_which_the_clock_is_set(
    shifts: list[tuple[str, str]], night_h: float, rest_h: float
) -> None:
    week = told(records(shifts=shifts), shifts[0][0][:10])
    assert indicator(week, "hours").value == hours(night_h + 8)
    assert indicator(week, "shortest-daily-rest").value == hours(rest_h)
    assert indicator(week, "nights-in-a-row").value == 2


def test_a_rest_over_the_night_in_which_the_clock_is_set() -> None:
    week = told(
        records(
            shifts=[
                ("2026-10-24 10:00", "2026-10-24 22:00"),
                ("2026-10-25 08:00", "2026-10-25 12:00"),
            ]
        ),
        "2026-10-25",
    )
    assert indicator(week, "shortest-daily-rest").value == hours(11)  # not ten


def test_two_shifts_a_day() -> None:
    split = [
        ("2026-11-16 08:00", "2026-11-16 12:00"),
        ("2026-11-16 18:00", "2026-11-16 22:00"),
        ("2026-11-17 08:00", "2026-11-17 12:00"),
        ("2026-11-17 18:00", "2026-11-17 22:00"),
    ]
    week = told(records(shifts=split), "2026-11-16")
    rest = indicator(week, "shortest-daily-rest")
    assert [term.value for term in rest.terms] == [hours(10)]
    assert indicator(week, "days-in-a-row").value == 2
    assert indicator(week, "hours").value == hours(16)
    assert indicator(week, "start-regularity").value == hours(10)


def test_a_shift_after_midnight_follows_one_of_the_evening_before() -> None:
    late_and_early = [
        ("2026-11-16 08:00", "2026-11-16 16:00"),
        ("2026-11-17 00:00", "2026-11-17 08:00"),
    ]
    week = told(records(shifts=late_and_early), "2026-11-16")
    assert indicator(week, "shortest-daily-rest").value == hours(8)


def test_a_week_without_anything_fails_nothing() -> None:
    week = told(records(), "2026-11-16")
    assert {one.state for one in week.indicators} == {State.NOT_ENOUGH_DATA}
    assert week.with_target == ()


def test_a_week_that_goes_on_is_not_judged_by_what_is_still_to_come() -> None:
    week = told(records(now="2026-11-18 10:00", shifts=OFFICE, lunch=LUNCH), "2026-11-18")
    assert not week.is_over
    assert indicator(week, "hours").value == hours(2 * 7.5 + 1)
    for unknown in ("longest-weekly-rest", "quiet-days", "overtime"):
        assert indicator(week, unknown).state is State.NOT_ENOUGH_DATA
    assert week.days[3].planned_s == hours(7.5)
    assert week.days[3].worked_s == 0


def test_three_evenings_of_work_are_too_many_whatever_comes() -> None:
    evenings = [a_block(f"2026-11-{day} 20:00", f"2026-11-{day} 20:30") for day in (16, 17, 18)]
    week = told(records(now="2026-11-19 08:00", shifts=OFFICE, blocks=evenings), "2026-11-18")
    quiet = indicator(week, "quiet-days")
    assert (quiet.value, quiet.state) == (4, State.NOT_MET)
    assert quiet.told.sentence.startswith("At most")


def test_the_average_is_of_weeks_with_work() -> None:
    weeks = [("2026-10-26", 8), ("2026-11-02", 8), ("2026-11-09", 8), ("2026-11-16", 12)]
    known = records(
        now="2026-11-23 05:00",
        shifts=[(f"{day} 08:00", f"{day} {8 + length:02d}:00") for day, length in weeks],
    )
    assert indicator(told(known, "2026-11-16"), "average-hours").value == hours(9)
    assert indicator(told(known, "2026-11-23"), "average-hours").value == hours(9)
    assert indicator(told(known, "2026-11-09"), "average-hours").value is None


def test_a_block_that_nobody_watched_counts_as_long_as_it_is_proven() -> None:
    known = records(
        now="2026-11-17 09:00",
        proven="2026-11-16 10:00",
        blocks=[a_block("2026-11-16 09:00", None)],
    )
    assert indicator(told(known, "2026-11-16"), "hours").value == hours(1)


def test_a_shift_of_the_evening_ends_after_more_than_a_day_of_work() -> None:
    whole_day = [
        ("2026-11-16 08:00", "2026-11-17 09:00"),
        ("2026-11-17 20:00", "2026-11-17 22:00"),
    ]
    week = told(records(shifts=whole_day), "2026-11-16")
    assert indicator(week, "shortest-daily-rest").value == hours(11)
    assert indicator(week, "longest-working-stretch").state is State.NOT_MET


def test_planned_blocks_alone_are_completed_or_not() -> None:
    week = told(records(blocks=[a_block("2026-11-16 09:00", "2026-11-16 10:00")]), "2026-11-16")
    assert indicator(week, "completed-blocks").value is None
    assert indicator(week, "overtime").value is None
    assert indicator(week, "nights-in-a-row").value is None


def test_a_block_without_worked_time_has_no_rate() -> None:
    paused = a_block(
        "2026-11-16 09:00", "2026-11-16 10:00", paused=[("2026-11-16 09:00", "2026-11-16 10:00")]
    )
    week = told(records(shifts=OFFICE, blocks=[paused]), "2026-11-16")
    assert indicator(week, "interruptions-per-hour").value is None
    assert indicator(week, "uninterrupted-stretch").value is None


def test_less_work_than_planned_is_told_as_less() -> None:
    week = told(records(shifts=OFFICE[:1]), "2026-11-16")
    assert indicator(week, "overtime").value == 0


def test_breaks_that_overlap_are_one_break_and_two_interruptions_may_come_at_once() -> None:
    doubled = ("2026-11-16 09:30", Cause.PET), ("2026-11-16 09:30", Cause.FAMILY)
    week = told(
        records(
            shifts=OFFICE[:1],
            lunch=[
                ("2026-11-16 12:00", "2026-11-16 12:30"),
                ("2026-11-16 12:15", "2026-11-16 13:00"),
            ],
            blocks=[a_block("2026-11-16 09:00", "2026-11-16 10:00", interrupted=doubled)],
        ),
        "2026-11-16",
    )
    assert indicator(week, "hours").value == hours(7)
    assert indicator(week, "uninterrupted-stretch").value == hours(0.5)
    assert [(one.name, one.value) for one in indicator(week, "interruptions-per-hour").terms] == [
        ("family", 1),
        ("pet", 1),
    ]


def test_a_holiday_after_the_week_ends_with_the_work_after_it() -> None:
    work = [*OFFICE, ("2026-12-07 08:00", "2026-12-07 16:00")]
    rest = indicator(told(records(shifts=work), "2026-11-16"), "longest-weekly-rest")
    assert rest.value == hours(16 * 24 + 15)  # Friday 20 November 17:00 to Monday 7 December 08:00


def test_what_comes_after_all_that_was_asked_for_is_not_known() -> None:
    known = records(now="2028-01-01 00:00", until="2027-01-23 04:00", shifts=OFFICE)
    rest = indicator(told(known, "2026-11-16"), "longest-weekly-rest")
    assert rest.value == hours(63 * 24 + 11)


def test_without_any_shift_no_work_is_outside_of_shifts() -> None:
    week = told(records(blocks=[a_block("2026-11-16 09:00", "2026-11-16 12:00")]), "2026-11-16")
    assert indicator(week, "after-hours").state is State.NOT_ENOUGH_DATA
    assert indicator(week, "quiet-days").state is State.NOT_ENOUGH_DATA


def test_a_double_shift_over_the_end_of_the_week_is_no_overtime() -> None:
    known = records(
        shifts=[
            ("2026-11-22 20:00", "2026-11-23 04:00"),
            ("2026-11-23 04:00", "2026-11-23 12:00"),
            ("2026-11-24 08:00", "2026-11-24 16:00"),
        ]
    )
    for day in ("2026-11-22", "2026-11-24"):
        assert indicator(told(known, day), "overtime").value == 0


def test_a_shift_that_goes_on_after_its_week_has_no_undertime_yet() -> None:
    known = records(now="2026-11-23 04:30", shifts=[("2026-11-22 22:00", "2026-11-23 06:00")])
    week = told(known, "2026-11-22")
    assert week.is_over
    assert indicator(week, "overtime").value == 0


def test_what_lies_too_far_from_a_week_changes_nothing() -> None:
    """As it is told beside eleven other weeks, of which more is known."""
    block = a_block("2026-11-16 09:00", "2026-11-16 12:00")
    alone = told(records(blocks=[block]), "2026-11-16")
    far = [("2026-07-10 09:00", "2026-07-10 17:00"), ("2027-02-01 09:00", "2027-02-01 17:00")]
    beside = records(now="2027-03-01 12:00", until="2027-03-01 12:00", shifts=far, blocks=[block])
    of_twelve = summary_of(beside, date(2026, 11, 18)).week
    assert of_twelve == told(beside, "2026-11-16")
    names = {"after-hours", "shortest-daily-rest", "days-in-a-row"}
    assert {one: values(of_twelve)[one] for one in names} == {
        one: values(alone)[one] for one in names
    }
    assert indicator(of_twelve, "longest-weekly-rest").value == hours(69 * 24 + 16)


def test_starts_around_four_in_the_morning_are_near_each_other() -> None:
    early = [
        ("2026-11-17 03:30", "2026-11-17 11:00"),
        ("2026-11-18 04:00", "2026-11-18 11:00"),
        ("2026-11-19 04:10", "2026-11-19 11:00"),
    ]
    spread = indicator(told(records(shifts=early), "2026-11-17"), "start-regularity").value
    assert spread == 40 * 60
    late = [("2026-11-17 23:30", "2026-11-18 05:00"), ("2026-11-19 00:30", "2026-11-19 06:00")]
    assert indicator(told(records(shifts=late), "2026-11-17"), "start-regularity").value == hours(1)


def test_half_a_minute_after_hours_is_told_and_makes_no_day_busy() -> None:
    tail = replace(
        a_block("2026-11-16 16:00", "2026-11-16 17:05"), ended_at=at("2026-11-16 17:05:30")
    )
    week = told(records(shifts=OFFICE, blocks=[tail]), "2026-11-16")
    assert indicator(week, "after-hours").value == 30
    assert indicator(week, "after-hours").told.sentence.startswith("{length} of blocks")
    assert indicator(week, "quiet-days").value == 7


def test_blocks_without_a_plan_have_no_focus_time() -> None:
    week = told(records(blocks=[a_block("2026-11-16 09:00", "2026-11-16 12:00")]), "2026-11-16")
    assert indicator(week, "focus-time").value is None


NIGHT = ("2026-11-16 21:00", "2026-11-17 06:00")
DAY = ("2026-11-18 08:00", "2026-11-18 18:00")


def test_a_stretch_at_night_may_be_eight_hours_long() -> None:
    both = indicator(told(records(shifts=[NIGHT, DAY]), "2026-11-16"), "longest-working-stretch")
    assert (both.value, both.target and both.target.value) == (hours(9), hours(8))
    assert (both.state, both.told.parts["target"]) == (State.NOT_MET, hours(8))
    assert [(term.value, term.name) for term in both.terms] == [
        (hours(9), "night"),
        (hours(10), ""),
    ]
    short = ("2026-11-16 22:00", "2026-11-17 06:00")
    met = indicator(told(records(shifts=[short, DAY]), "2026-11-16"), "longest-working-stretch")
    assert (met.value, met.target and met.target.value) == (hours(10), hours(12))
    longer = ("2026-11-18 08:00", "2026-11-18 21:00")
    worse = indicator(
        told(records(shifts=[NIGHT, longer]), "2026-11-16"), "longest-working-stretch"
    )
    assert (worse.value, worse.target and worse.target.value) == (hours(13), hours(12))


def test_whoever_chooses_a_longest_stretch_has_one_for_days_and_nights() -> None:
    for own, expected in ((hours(9.5), State.MET), (None, State.INFORMATION)):
        chosen = WeekSettings(own_targets={"longest-working-stretch": own})
        week = told_as(records(shifts=[NIGHT]), "2026-11-16", chosen)
        assert indicator(week, "longest-working-stretch").state is expected
