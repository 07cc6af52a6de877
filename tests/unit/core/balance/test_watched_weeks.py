"""Time at the computer, breaks and check-ins of weeks that were computed by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.weeks import a_block, a_break, a_check_in, hours, indicator, records, told
from workspace_assistant.core.balance.model import State
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.breaks.model import Outcome
from workspace_assistant.core.check_in.model import Answers
from workspace_assistant.core.focus.model import Block, Channel

# Nine and a half hours with a break of 35 and one of 20 minutes.
LONG_DAY = [("2026-11-16 08:00", "2026-11-16 17:30")]
THERE = [
    ("2026-11-16 08:00", "2026-11-16 10:00"),
    ("2026-11-16 10:20", "2026-11-16 12:30"),
    ("2026-11-16 13:05", "2026-11-16 14:00"),
    ("2026-11-16 14:04", "2026-11-16 17:30"),
]


def test_the_longest_stretch_at_the_computer() -> None:
    """Four minutes away end no stretch: 13:05 to 17:30."""
    week = told(records(shifts=LONG_DAY, there=THERE), "2026-11-16")
    longest = indicator(week, "longest-screen-stretch")
    assert (longest.value, longest.state) == (hours(4) + 25 * 60, State.NOT_MET)
    assert [term.value / 60 for term in longest.terms] == [120, 130, 265]


@pytest.mark.parametrize(
    ("region", "short"),
    [
        (Region.EU, 0),  # 55 min
        (Region.GERMANY, 0),  # 45 are due after nine hours
        (Region.UNITED_KINGDOM, 0),
        (Region.UNITED_STATES, 0),
    ],
)
def test_a_long_shift_with_its_breaks(region: Region, short: int) -> None:
    week = told(records(shifts=LONG_DAY, there=THERE), "2026-11-16", region)
    assert indicator(week, "long-shifts-without-break").value == short


def test_what_is_due_depends_on_the_law_and_on_the_length() -> None:
    """35 minutes in nine and a half hours, and pieces of 18 minutes in seven."""
    long = [("2026-11-16 08:00", "2026-11-16 12:30"), ("2026-11-16 13:05", "2026-11-16 17:30")]
    pieces = [("2026-11-17 08:00", "2026-11-17 11:00"), ("2026-11-17 11:18", "2026-11-17 15:00")]
    shifts = [*LONG_DAY, ("2026-11-17 08:00", "2026-11-17 15:00")]
    known = records(shifts=shifts, there=[*long, *pieces])
    expected = {
        Region.EU: 0,
        Region.GERMANY: 2,
        Region.UNITED_KINGDOM: 1,
        Region.UNITED_STATES: 0,
    }
    for region, short in expected.items():
        week = told(known, "2026-11-16", region)
        assert indicator(week, "long-shifts-without-break").value == short, region


def test_a_shift_that_nobody_watched_is_not_judged() -> None:
    week = told(records(shifts=LONG_DAY), "2026-11-16")
    assert indicator(week, "long-shifts-without-break").state is State.NOT_ENOUGH_DATA
    assert indicator(week, "longest-screen-stretch").state is State.NOT_ENOUGH_DATA


def test_breaks_that_were_had() -> None:
    outcomes = [
        a_break("2026-11-16 09:00", Outcome.TAKEN),
        a_break("2026-11-16 10:00", Outcome.NATURAL),
        a_break("2026-11-16 11:00", Outcome.SHORTENED),
        a_break("2026-11-16 12:00", Outcome.SKIPPED),
        a_break("2026-11-16 13:00", Outcome.BLOCKED, reason="in-call"),
        a_break("2026-11-16 14:00", None),
        a_break("2026-11-16 16:00", Outcome.TAKEN, kind="daily-limit"),
        a_break("2026-11-09 16:00", Outcome.TAKEN),
    ]
    had = indicator(told(records(breaks=outcomes), "2026-11-16"), "breaks-had")
    assert (had.value, had.state) == (0.6, State.NOT_MET)
    assert had.told.parts == {"met": 3, "count": 5, "blocked": 1}
    assert [term.name for term in had.terms][-1] == "blocked"
    few = indicator(told(records(breaks=outcomes[:4]), "2026-11-16"), "breaks-had")
    assert few.state is State.NOT_ENOUGH_DATA


def test_what_check_ins_tell() -> None:
    known = records(
        check_ins=[
            a_check_in("2026-11-16 09:00", "2026-11-16 17:00", Answers(switch_off=2, contact=1)),
            a_check_in(
                "2026-11-17 09:00",
                "2026-11-17 17:00",
                Answers(switch_off=5, contact=3, hard_contacts=2, learning_minutes=20),
            ),
            a_check_in("2026-11-18 09:00", "2026-11-18 17:00", Answers(switch_off=3)),
            a_check_in(
                "2026-11-11 09:00", "2026-11-11 17:00", Answers(switch_off=1, hard_contacts=9)
            ),
        ]
    )
    week = told(known, "2026-11-16")
    assert indicator(week, "switching-off").value == 3
    assert indicator(week, "contact-with-colleagues").value == 0.5
    assert indicator(week, "hard-contacts").value == 2
    assert indicator(week, "learning").value == hours(1 / 3)


def test_a_week_that_has_just_begun_knows_nothing_of_the_days_before_it() -> None:
    """The seven days up to Tuesday reach into the week before."""
    known = records(
        now="2026-11-24 12:00",
        check_ins=[a_check_in("2026-11-20 09:00", "2026-11-20 17:00", Answers(hard_contacts=9))],
        blocks=[learned("2026-11-20 10:00", "2026-11-20 11:00")],
    )
    week = told(known, "2026-11-24")
    assert indicator(week, "hard-contacts").value is None
    assert indicator(week, "learning").value is None
    assert indicator(told(known, "2026-11-20"), "hard-contacts").value == 9
    assert indicator(told(known, "2026-11-20"), "learning").value == hours(1)


def learned(start: str, end: str) -> Block:
    return replace(a_block(start, end), channel=Channel.LEARNING)


def test_the_shift_of_sunday_night_is_told_with_the_week_it_began_in() -> None:
    night = ("2026-11-22 20:00", "2026-11-23 05:00")
    known = records(
        shifts=[night],
        there=[
            ("2026-11-22 20:00", "2026-11-22 23:59"),
            ("2026-11-23 00:00", "2026-11-23 04:10"),
            ("2026-11-23 04:40", "2026-11-23 05:00"),
        ],
        check_ins=[
            a_check_in(
                *night, Answers(hard_contacts=5, learning_minutes=30, switch_off=1, contact=4)
            )
        ],
    )
    week, next_week = told(known, "2026-11-22"), told(known, "2026-11-23")
    assert indicator(week, "long-shifts-without-break").value == 0
    expected = {
        "hard-contacts": 5,
        "learning": 1800,
        "switching-off": 1,
        "contact-with-colleagues": 1,
    }
    for name, value in expected.items():
        assert indicator(week, name).value == value
        assert indicator(next_week, name).value is None


def test_a_mark_in_the_shift_of_sunday_night_is_counted_once() -> None:
    known = records(
        shifts=[("2026-11-22 20:00", "2026-11-23 06:00")],
        hard=["2026-11-22 21:00", "2026-11-23 05:00", "2026-11-23 09:00"],
    )
    assert indicator(told(known, "2026-11-22"), "hard-contacts").value == 2
    assert indicator(told(known, "2026-11-23"), "hard-contacts").value == 1


def test_learning_in_the_shift_of_sunday_night_is_counted_once() -> None:
    known = records(
        shifts=[("2026-11-22 20:00", "2026-11-23 06:00")],
        blocks=[learned("2026-11-23 05:00", "2026-11-23 05:40")],
    )
    assert indicator(told(known, "2026-11-22"), "learning").value == 40 * 60
    assert indicator(told(known, "2026-11-23"), "learning").value is None


def test_learning_that_nobody_watched_counts_as_long_as_it_is_proven() -> None:
    alone = replace(a_block("2026-11-16 09:00", None), channel=Channel.LEARNING)
    known = records(now="2026-11-16 15:00", proven="2026-11-16 09:20", blocks=[alone])
    assert indicator(told(known, "2026-11-16"), "learning").value == 20 * 60
