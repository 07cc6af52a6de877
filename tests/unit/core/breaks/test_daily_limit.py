"""Enough for today: the limit of a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.break_acts import (
    HOUR_S,
    desk_in_shift,
    limit,
    only,
    restart,
)
from workspace_assistant.core.breaks.model import (
    Act,
    BreakKind,
    Outcome,
)


def test_enough_for_today() -> None:
    desk = desk_in_shift(daily_limit_s=5400.0)
    desk.work(HOUR_S)
    desk.act(Act.SKIP)
    desk.work(1800)
    assert desk.records()[-1].kind is BreakKind.DAILY_LIMIT
    desk.act(Act.POSTPONE)
    assert desk.standing.next[-1].in_s == 1800.0
    desk.work(1200)
    assert desk.standing.open is not None
    desk.act(Act.BEGIN)
    assert desk.outcomes() == [Outcome.SKIPPED, Outcome.POSTPONED, Outcome.TAKEN]
    desk.work(600)
    assert desk.records()[-1].kind is BreakKind.REST


def test_who_leaves_for_half_an_hour_beside_the_limit_has_stopped() -> None:
    desk = desk_in_shift(daily_limit_s=HOUR_S)
    desk.work(HOUR_S)
    desk.quiet(1795)
    assert only(desk).outcome is None
    desk.quiet(5)
    assert only(desk).outcome is Outcome.TAKEN


def test_who_reads_for_a_minute_beside_the_limit_has_not_stopped() -> None:
    desk = desk_in_shift(daily_limit_s=HOUR_S)
    desk.work(HOUR_S)
    desk.quiet(65)
    desk.work(10)
    assert only(desk).outcome is None
    assert desk.offers.on_screen is not None


@pytest.mark.parametrize(
    ("has_asked", "outcome"), [(True, Outcome.TAKEN), (False, Outcome.NATURAL)]
)
def test_the_end_of_the_shift_is_what_the_limit_asks_for(has_asked: bool, outcome: Outcome) -> None:
    desk = desk_in_shift(daily_limit_s=HOUR_S)
    desk.calls.answer = not has_asked
    desk.work(HOUR_S)
    desk.work_at.shift_ends_at = None
    desk.work(5)
    assert only(desk).outcome is outcome


def test_the_limit_is_one_of_the_day() -> None:
    desk = desk_in_shift(hours=30, daily_limit_s=HOUR_S)
    desk.clock.wall_at = desk.clock.wall_at.replace(hour=1, minute=55)  # 02:55 in Madrid
    desk.new_program()
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=9)
    desk.look()
    desk.work(HOUR_S)
    desk.act(Act.POSTPONE)
    desk.work(600)
    assert desk.standing.day_s < 600.0  # it is past 04:00
    desk.work(1200)
    assert desk.records()[0].outcome is Outcome.POSTPONED
    assert [one.kind for one in desk.records()[1:]] == [BreakKind.REST]


def test_a_limit_that_is_open_at_four_in_the_morning_is_of_yesterday() -> None:
    desk = desk_in_shift(is_strict=True, daily_limit_s=HOUR_S)
    desk.clock.wall_at = desk.clock.wall_at.replace(hour=1, minute=55)
    desk.new_program()
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=9)
    desk.look()
    desk.work(HOUR_S + 600)
    first = desk.records()[0]
    assert (first.outcome, first.reason) == (Outcome.BLOCKED, "day-over")


def test_a_limit_that_was_raised_is_asked_about_again() -> None:
    desk = desk_in_shift(daily_limit_s=1800.0)
    desk.work(1800)
    desk.act(Act.SKIP)
    limit(desk, 2700.0)
    desk.work(5)
    assert desk.standing.next[0].kind is BreakKind.DAILY_LIMIT
    restart(desk)
    desk.work(900)
    assert [one.limit_s for one in desk.records()] == [1800.0, 2700.0]
    desk.act(Act.SKIP)
    limit(desk, 2000.0)
    desk.work(5)
    assert BreakKind.DAILY_LIMIT not in {one.kind for one in desk.standing.next}


@pytest.mark.parametrize("act", [None, Act.POSTPONE])
def test_a_limit_that_is_raised_while_it_waits_goes_away(act: Act | None) -> None:
    desk = desk_in_shift(daily_limit_s=1800.0)
    desk.work(1800)
    if act is not None:
        desk.act(act)
    limit(desk, 7200.0)
    desk.work(1500)
    assert desk.standing.open is None
    assert desk.outcomes() == [Outcome.BLOCKED if act is None else Outcome.POSTPONED]
