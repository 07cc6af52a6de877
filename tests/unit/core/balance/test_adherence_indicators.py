"""Planned hours against hours seen at work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from tests.fakes.weeks import a_block, a_break, at, hours, indicator, records, told, told_as
from workspace_assistant.core.balance.model import Indicator, Records, Week
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.breaks.model import (
    ActivityKind,
    ActivityStretch,
    BreakRecord,
    Outcome,
)

ACTIVE, AWAY, CALL, UNKNOWN = ActivityKind

SHIFT = [("2026-11-16 09:00", "2026-11-16 17:00")]
LUNCH = [("2026-11-16 12:00", "2026-11-16 12:30")]

Course = Iterable[tuple[str, ActivityKind]]


def seen_as(course: Course, end: str = "17:00", **more: Any) -> Records:
    """Monday by the clock: each kind from its time on until the next one's."""
    known = records(shifts=SHIFT, lunch=LUNCH, **more)
    times = [(clock(start), kind) for start, kind in course]
    ends = [*(start for start, _ in times[1:]), clock(end)]
    activity = tuple(
        ActivityStretch(id=str(start), kind=kind, started_at=start, ended_at=until)
        for (start, kind), until in zip(times, ends, strict=True)
    )
    return replace(known, sources=replace(known.sources, activity=activity))


def clock(text: str) -> datetime:
    return at(f"2026-11-16 {text}")


def week_of(known: Records) -> Week:
    return told_as(known, "2026-11-16", WeekSettings(shows_adherence=True))


def told_of(known: Records) -> tuple[Indicator, Indicator]:
    week = week_of(known)
    return indicator(week, "adherence"), indicator(week, "conformance")


def test_nobody_is_told_who_did_not_ask() -> None:
    ids = {one.id for one in told(seen_as([("09:00", ACTIVE)]), "2026-11-16").indicators}
    assert not ids & {"adherence", "conformance"}


def test_a_late_start_that_was_made_up_for_at_lunch() -> None:
    course = [("09:00", AWAY), ("09:10", ACTIVE), ("12:00", AWAY), ("12:20", ACTIVE)]
    adherence, conformance = told_of(seen_as(course))
    assert adherence.value == 440 / 450
    assert conformance.value == 1
    assert adherence.told.parts == {
        "length": 440 * 60,
        "planned_length": hours(7.5),
        "held_length": 0,
        "count": 1,
    }
    assert [term.value for term in conformance.terms] == [1]


def test_customers_held_a_break() -> None:
    course = [("09:00", ACTIVE), ("11:50", CALL), ("12:10", AWAY), ("12:40", ACTIVE)]
    adherence, conformance = told_of(seen_as(course))
    assert adherence.value == 440 / 450
    assert conformance.value == 1
    assert adherence.told.parts["held_length"] == 600
    assert "Customers held you" in adherence.told.sentence


def test_blocks_outside_of_the_shift_conform_and_do_not_adhere() -> None:
    blocks = [
        a_block("2026-11-16 16:45", "2026-11-16 17:15"),
        a_block("2026-11-16 20:00", "2026-11-16 20:15"),
        a_block("2026-11-17 20:00", "2026-11-17 21:00"),  # of a day without a shift
    ]
    course = [("09:00", ACTIVE), ("12:00", AWAY), ("13:00", ACTIVE)]
    adherence, conformance = told_of(seen_as(course, blocks=blocks))
    assert adherence.value == 420 / 450
    assert conformance.value == 1


def test_a_block_is_work_that_somebody_saw() -> None:
    """Reading on paper: the computer saw nobody."""
    reading = a_block("2026-11-16 09:00", "2026-11-16 12:00")
    course = [("09:00", AWAY), ("12:30", ACTIVE)]
    assert told_of(seen_as(course, blocks=[reading]))[0].value == 1


def test_what_nobody_looked_at_is_left_out() -> None:
    course = [("09:00", ACTIVE), ("10:00", UNKNOWN), ("11:00", ACTIVE), ("12:00", AWAY)]
    adherence, _ = told_of(seen_as([*course, ("12:30", ACTIVE), ("16:45", AWAY)]))
    assert adherence.value == (390 - 15) / 390


@pytest.mark.parametrize(
    ("one", "adherence"),
    [
        # Five minutes were asked for, and ten were had.
        (a_break("2026-11-16 10:00", Outcome.TAKEN), 440 / 445),
        (a_break("2026-11-16 10:00", Outcome.NATURAL), 440 / 450),
        (a_break("2026-11-16 10:00", Outcome.TAKEN, kind="micro"), 440 / 450),
    ],
)
def test_rest_breaks_that_the_program_asked_for_are_left_out(
    one: BreakRecord, adherence: float
) -> None:
    began = replace(one, began_at=one.due_at, ended_at=clock("10:10"), length_s=300)
    away = [("09:00", ACTIVE), ("10:00", AWAY), ("10:10", ACTIVE), ("12:00", AWAY)]
    known = seen_as([*away, ("12:30", ACTIVE)], breaks=[began])
    assert told_of(known)[0].value == adherence


@pytest.mark.parametrize("change", [{"is_own": True}, {"began_at": None}, {"length_s": 0}])
def test_others_are_not(change: dict[str, Any]) -> None:
    own = replace(a_break("2026-11-16 10:00", Outcome.TAKEN), began_at=clock("10:00"), length_s=300)
    away = [("09:00", ACTIVE), ("10:00", AWAY), ("10:10", ACTIVE), ("12:00", AWAY)]
    known = seen_as([*away, ("12:30", ACTIVE)], breaks=[replace(own, **change)])
    assert told_of(known)[0].value == 440 / 450


@pytest.mark.parametrize(
    "known",
    [
        records(shifts=SHIFT),
        seen_as([("09:00", ACTIVE), ("15:00", UNKNOWN)]),
        seen_as([("09:00", ACTIVE)], now="2026-11-16 16:59"),
        records(blocks=[a_block("2026-11-16 09:00", "2026-11-16 17:00")]),
        replace(seen_as([("09:00", ACTIVE)]), leave=records(off=["2026-11-16"]).leave),
    ],
)
def test_shifts_that_nobody_watched_are_not_judged(known: Records) -> None:
    assert [one.value for one in told_of(known)] == [None, None]


def test_a_shift_that_was_all_break_has_no_share() -> None:
    known = records(shifts=[LUNCH[0]], lunch=LUNCH)
    activity = seen_as([("12:00", ACTIVE)], end="12:30").sources.activity
    known = replace(known, sources=replace(known.sources, activity=activity))
    assert [one.value for one in told_of(known)] == [None, None]


def test_shifts_without_a_rest_between_them_are_judged_together() -> None:
    seen = seen_as([("09:00", ACTIVE), ("12:00", AWAY), ("13:00", ACTIVE)], end="19:00")
    more = records(shifts=[*SHIFT, ("2026-11-16 17:00", "2026-11-16 19:00")], lunch=LUNCH)
    both = replace(more, sources=replace(more.sources, activity=seen.sources.activity))
    adherence, _ = told_of(both)
    assert adherence.value == 540 / 570
    assert len(adherence.terms) == 1
    assert adherence.told.parts["count"] == 2
