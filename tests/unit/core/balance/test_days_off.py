"""Weeks with days off: what was planned on them counts as not planned."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.fakes.weeks import a_block, hours, indicator, records, told, told_as
from workspace_assistant.core.balance import texts
from workspace_assistant.core.balance.model import Records, State
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.leave.model import LeaveKind

# Monday 16 to Friday 20 November 2026, nine to five.
PLANNED = [(f"2026-11-{day} 09:00", f"2026-11-{day} 17:00") for day in range(16, 21)]
TUESDAY, WEDNESDAY = "2026-11-17", "2026-11-18"


def known(
    off: Iterable[str], blocks: Iterable[Block] = (), now: str = "2026-12-31 12:00"
) -> Records:
    return records(shifts=PLANNED, blocks=blocks, off=off, now=now)


def test_a_shift_on_a_day_off_was_neither_planned_nor_worked() -> None:
    week = told(known([TUESDAY]), WEDNESDAY)
    assert indicator(week, "hours").value == hours(32)
    assert indicator(week, "overtime").value == 0
    assert indicator(week, "days-in-a-row").value == 3
    tuesday = week.days[1]
    assert (tuesday.leave, tuesday.planned_s, tuesday.worked_s) == (LeaveKind.LEAVE, 0, 0)
    assert (tuesday.frames, tuesday.pieces) == ((), ())
    assert [one.leave for one in week.days].count(None) == 6
    assert not week.is_off


def test_what_was_worked_on_a_day_off_counts_all_of_it_outside_of_the_plan() -> None:
    worked = a_block("2026-11-17 10:00", "2026-11-17 12:00")
    week = told(known([TUESDAY], [worked]), WEDNESDAY)
    assert indicator(week, "hours").value == hours(34)
    assert indicator(week, "overtime").value == hours(2)
    assert indicator(week, "after-hours").value == hours(2)
    quiet = indicator(week, "quiet-days")
    assert (quiet.value, quiet.target and quiet.target.value) == (6, 5)
    assert indicator(week, "days-in-a-row").value == 5


def test_days_off_are_no_days_to_be_judged() -> None:
    late = [
        a_block(f"2026-11-{day} 20:00", f"2026-11-{day} 21:00", planned_min=60) for day in (18, 19)
    ]
    quiet = indicator(told(known(["2026-11-16", TUESDAY], late), WEDNESDAY), "quiet-days")
    # Of five days two were busy, as many as in a week without a day off may be.
    assert (quiet.value, quiet.target and quiet.target.value, quiet.state) == (3, 3, State.MET)
    assert quiet.told.parts["whole"] == 5
    one_more = [*late, a_block("2026-11-20 20:00", "2026-11-20 21:00")]
    quiet = indicator(told(known(["2026-11-16", TUESDAY], one_more), WEDNESDAY), "quiet-days")
    assert (quiet.value, quiet.state) == (2, State.NOT_MET)


def test_a_target_of_quiet_days_cannot_fall_under_none() -> None:
    settings = WeekSettings(own_targets={"quiet-days": 1.0})
    working = [a_block("2026-11-20 09:00", "2026-11-20 10:00")]
    days = ["2026-11-16", TUESDAY, WEDNESDAY]
    quiet = indicator(told_as(known(days, working), WEDNESDAY, settings), "quiet-days")
    assert (quiet.value, quiet.target and quiet.target.value) == (4, 0)
    nothing = WeekSettings(own_targets={"quiet-days": None})
    assert indicator(told_as(known(days, working), WEDNESDAY, nothing), "quiet-days").value == 4


def test_a_week_that_is_off_says_so_and_fails_nothing() -> None:
    week = told(known(f"2026-11-{day}" for day in range(16, 21)), WEDNESDAY)
    assert week.is_off
    assert not week.with_target
    reasons = {one.told.sentence for one in week.indicators if one.id != "average-hours"}
    assert reasons == {texts.OFF}
    assert indicator(week, "hours").told.parts == {"count": 5}
    assert "four weeks" in indicator(week, "average-hours").told.sentence


@pytest.mark.parametrize(
    ("now", "off", "is_off"),
    [
        ("2026-11-17 12:00", [16], False),  # nobody knows what is still to come
        ("2026-11-17 12:00", range(16, 21), True),
        ("2026-12-01 12:00", [16], True),
        ("2026-12-01 12:00", [], False),
    ],
)
def test_a_running_week_is_off_when_its_working_days_are(
    now: str, off: Iterable[int], *, is_off: bool
) -> None:
    given = records(now=now, off=[f"2026-11-{day}" for day in off])
    assert told(given, WEDNESDAY).is_off is is_off


def test_a_week_with_a_shift_on_another_day_is_not_off() -> None:
    days = [f"2026-11-{day}" for day in range(16, 20)]
    before = told(known([*days, "2026-11-21"], now="2026-11-19 12:00"), WEDNESDAY)
    assert not before.is_off
    assert indicator(before, "hours").told.sentence == texts.NO_WORK


def test_the_night_before_a_day_off_is_worked() -> None:
    night = [("2026-11-16 22:00", "2026-11-17 06:00"), ("2026-11-17 22:00", "2026-11-18 06:00")]
    week = told(records(shifts=night, off=[TUESDAY]), WEDNESDAY)
    assert indicator(week, "hours").value == hours(8)
    assert week.days[0].worked_s == hours(8)


def test_weeks_with_a_day_off_are_not_in_the_mean() -> None:
    mondays = ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"]
    lengths = [17, 16, 15, 14, 13]  # until then, from nine on
    worked = [
        (f"{day} 09:00", f"{day} {until}:00") for day, until in zip(mondays, lengths, strict=True)
    ]
    everything = indicator(told(records(shifts=worked), WEDNESDAY), "average-hours")
    assert everything.value == hours(6)
    off = records(shifts=worked, off=["2026-11-03"])
    assert indicator(told(off, WEDNESDAY), "average-hours").value == hours((8 + 7 + 5 + 4) / 4)
    more = records(shifts=worked, off=["2026-11-03", "2026-11-15"])
    unknown = indicator(told(more, WEDNESDAY), "average-hours")
    assert (unknown.value, unknown.told.parts) == (None, {"count": 3})
