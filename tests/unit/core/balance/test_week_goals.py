"""How far own goals are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

import pytest

from tests.fakes.weeks import a_block, a_break, at, hours, records
from workspace_assistant.core.balance import goal_texts
from workspace_assistant.core.balance.during import seen
from workspace_assistant.core.balance.goals import progress_of
from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.balance.settings_model import Goal, GoalKind, WeekSettings
from workspace_assistant.core.balance.summary_model import Progress
from workspace_assistant.core.balance.week import week_seen
from workspace_assistant.core.balance.writing import EnglishWriting, told_text
from workspace_assistant.core.breaks.model import Outcome
from workspace_assistant.core.focus.model import Channel

FOCUS = Goal(kind=GoalKind.FOCUS, least=hours(2))
BREAKS = Goal(kind=GoalKind.BREAKS, least=3.0)
LEARNING = Goal(kind=GoalKind.LEARNING, least=hours(1))
BY_SIX = Goal(kind=GoalKind.END_OF_DAY, ends_by=time(18))


def progress(known: Records, *goals: Goal) -> tuple[Progress, ...]:
    told = seen(known, date(2026, 11, 18), WeekSettings(goals=goals))
    return progress_of(told, week_seen(told))


def shifts(*ends: str) -> list[tuple[str, str]]:
    """From nine on, from Monday 16 November 2026 on."""
    return [
        (f"2026-11-{day} 09:00", f"2026-11-{day} {end}") for day, end in enumerate(ends, start=16)
    ]


def said(one: Progress, known: Records) -> str:
    return told_text(one.told, EnglishWriting(known.zone))


def test_without_goals_nothing_is_told() -> None:
    assert progress(records(shifts=shifts("17:00"))) == ()


@pytest.mark.parametrize(("ends", "is_reached"), [("10:59", False), ("11:00", True)])
def test_focus_is_all_that_was_worked_in_blocks(ends: str, *, is_reached: bool) -> None:
    blocks = [
        a_block("2026-11-15 09:00", "2026-11-15 12:00"),  # of the week before
        a_block("2026-11-16 09:00", "2026-11-16 10:00"),
        a_block(
            "2026-11-17 09:30",
            f"2026-11-17 {ends}",
            paused=[("2026-11-17 10:00", "2026-11-17 10:30")],
        ),
    ]
    known = records(blocks=blocks)
    (one,) = progress(known, FOCUS)
    assert (one.value, one.is_reached) == (hours(2) - (0 if is_reached else 60), is_reached)
    assert said(one, known) == f"{'2h' if is_reached else '1h59m'} of 2h in blocks."


def test_a_goal_of_which_nothing_was_logged_is_not_known() -> None:
    found = progress(records(), FOCUS, LEARNING, BREAKS, BY_SIX)
    assert [(one.value, one.is_reached) for one in found] == [(None, None)] * 4


def test_learning_is_what_its_indicator_tells() -> None:
    learned = replace(a_block("2026-11-16 09:00", "2026-11-16 10:00"), channel=Channel.LEARNING)
    (one,) = progress(records(blocks=[learned]), LEARNING)
    assert (one.value, one.is_reached) == (3600, True)


def test_breaks_are_those_that_were_had() -> None:
    outcomes: list[Outcome | None] = [
        Outcome.TAKEN,
        Outcome.NATURAL,
        Outcome.SHORTENED,
        Outcome.SKIPPED,
        Outcome.BLOCKED,
        None,
    ]
    breaks = [
        a_break(f"2026-11-16 {hour:02}:00", outcome) for hour, outcome in enumerate(outcomes, 9)
    ]
    enough = a_break("2026-11-16 16:00", Outcome.TAKEN, kind="daily-limit")
    before = a_break("2026-11-15 16:00", Outcome.TAKEN)
    known = records(breaks=[*breaks, enough, before])
    (one,) = progress(known, BREAKS)
    assert (one.value, one.is_reached) == (3, True)
    assert said(one, known) == "3 of 3 breaks."
    (one,) = progress(known, replace(BREAKS, least=4.0))
    assert (one.value, one.is_reached) == (3, False)


def test_no_break_was_had_where_somebody_watched() -> None:
    (one,) = progress(records(there=[("2026-11-16 09:00", "2026-11-16 12:00")]), BREAKS)
    assert (one.value, one.is_reached) == (0, False)
    (one,) = progress(records(there=[("2026-11-09 09:00", "2026-11-09 12:00")]), BREAKS)
    assert one.told.sentence == goal_texts.NO_BREAKS


def test_every_day_ended_in_time() -> None:
    known = records(shifts=shifts("17:00", "18:00"))
    (one,) = progress(known, BY_SIX)
    assert (one.value, one.is_reached) == (1, True)
    assert said(one, known) == "2 of 2 days with work ended by 18:00."


def test_work_after_a_shift_makes_its_day_longer() -> None:
    late = a_block("2026-11-17 20:00", "2026-11-17 20:10")
    known = records(shifts=shifts("17:00", "17:00", "17:00"), blocks=[late])
    (one,) = progress(known, BY_SIX)
    assert (one.value, one.is_reached) == (2 / 3, False)


@pytest.mark.parametrize(
    ("now", "ends", "value", "is_reached"),
    [
        ("2026-11-17 12:00", ["17:00", "17:00"], 1, None),  # the second day goes on
        ("2026-11-16 12:00", ["17:00"], None, None),
        ("2026-11-17 18:30", ["17:00", "19:00"], 0.5, False),  # and lasts too long already
        ("2026-11-18 12:00", ["17:00", "17:00"], 1, None),
        ("2026-11-23 04:00", ["17:00", "17:00"], 1, True),
    ],
)
def test_a_day_is_judged_when_it_is_over_or_has_lasted_too_long(
    now: str, ends: Iterable[str], value: float | None, *, is_reached: bool | None
) -> None:
    (one,) = progress(records(now=now, shifts=shifts(*ends)), BY_SIX)
    assert (one.value, one.is_reached) == (value, is_reached)


@pytest.mark.parametrize(("ends", "is_reached"), [("00:30", True), ("01:00", False)])
def test_an_end_before_four_is_of_the_night_that_follows(ends: str, *, is_reached: bool) -> None:
    known = records(shifts=[("2026-11-16 16:00", f"2026-11-17 {ends}")])
    (one,) = progress(known, Goal(kind=GoalKind.END_OF_DAY, ends_by=time(0, 30)))
    assert one.is_reached is is_reached


def test_a_time_of_day_is_that_of_the_clock_on_the_wall() -> None:
    """In the week in which the clock is set forward, Sunday's six o'clock comes an hour earlier."""
    known = records(shifts=[("2027-03-28 09:00", "2027-03-28 18:00")], now="2027-04-30 12:00")
    told = seen(known, date(2027, 3, 28), WeekSettings(goals=(BY_SIX,)))
    (one,) = progress_of(told, week_seen(told))
    assert (one.is_reached, told.week.end) == (True, at("2027-03-29 04:00"))
