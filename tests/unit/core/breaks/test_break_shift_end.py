"""What becomes of a break when the shift ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.break_acts import (
    HOUR_S,
    desk_in_shift,
    micro,
    only,
)
from workspace_assistant.core.breaks.model import (
    Act,
    BreakKind,
    Outcome,
)


def test_the_end_of_the_shift_is_a_better_break() -> None:
    desk = desk_in_shift(hours=1.1, micro=micro())
    desk.choices.chosen = replace(desk.choices.chosen, micro=micro())
    desk.work(HOUR_S)
    desk.work(300)
    assert [one.kind for one in desk.records()] == [BreakKind.MICRO, BreakKind.MICRO]


def test_what_the_end_of_the_shift_forestalls_is_not_promised() -> None:
    desk = desk_in_shift(hours=1.1)
    assert not desk.standing.next
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(seconds=HOUR_S + 600)
    desk.look()
    assert [one.kind for one in desk.standing.next] == [BreakKind.REST]


@pytest.mark.parametrize(
    ("before_s", "outcome", "reason"),
    [(60.0, Outcome.BLOCKED, "shift-over"), (200.0, Outcome.SHORTENED, "")],
)
def test_a_break_that_runs_when_the_shift_ends(
    before_s: float, outcome: Outcome, reason: str
) -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    desk.quiet(before_s - 5)
    desk.work_at.shift_ends_at = None
    desk.quiet(5)
    assert (only(desk).outcome, only(desk).reason) == (outcome, reason)


def test_an_offer_that_nobody_answered_when_the_shift_ended_is_nobodys_fault() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.work_at.shift_ends_at = None
    desk.work(5)
    assert (only(desk).outcome, only(desk).reason) == (Outcome.BLOCKED, "shift-over")


def test_who_had_left_when_the_shift_ended_has_had_the_break() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.quiet(295)
    desk.work_at.shift_ends_at = None
    desk.quiet(5)
    assert only(desk).outcome is Outcome.TAKEN


def test_time_away_up_to_the_end_of_the_shift_is_a_break() -> None:
    desk = desk_in_shift()
    desk.work(1800)
    desk.quiet(295)
    desk.work_at.shift_ends_at = None
    desk.quiet(5)
    assert only(desk).outcome is Outcome.NATURAL
