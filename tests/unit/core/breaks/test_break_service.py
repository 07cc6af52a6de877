"""Breaks as pages and commands see them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.break_desk import BreakDesk
from workspace_assistant.core.breaks.errors import BreakError
from workspace_assistant.core.breaks.model import Act, Outcome, Stage, WatchRole
from workspace_assistant.core.spans import Span

HOUR_S = 3600.0


def desk_in_shift(hours: float = 8) -> BreakDesk:
    desk = BreakDesk()
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=hours)
    desk.look()
    return desk


def test_the_status_is_what_the_watch_knows() -> None:
    desk = desk_in_shift()
    desk.work(600)
    status = desk.service.status()
    assert status.role is WatchRole.WATCHING
    assert status.worked_s == 600.0
    assert status.next == desk.standing.next


def test_the_status_foretells_no_break_that_the_end_of_the_shift_forestalls() -> None:
    desk = desk_in_shift(hours=1.1)
    desk.work(600)
    assert desk.service.status().next == ()


def test_an_offer_is_on_the_screen_for_others_too() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    status = desk.service.status()
    assert status.open is not None
    assert status.open.stage is Stage.OFFERED


def test_what_is_held_back_and_what_runs_is_told() -> None:
    desk = desk_in_shift()
    desk.service.quiet(2 * HOUR_S)
    desk.work(HOUR_S)
    held = desk.service.status().open
    assert held is not None
    assert (held.stage, held.held_by) == (Stage.HELD, "quiet-mode")
    desk.act(Act.BEGIN)
    running = desk.service.status().open
    assert running is not None
    assert running.stage is Stage.RUNNING


def test_of_a_desk_without_a_watch_the_log_is_told() -> None:
    desk = BreakDesk()
    status = desk.service.status()
    assert (status.role, status.open) == (WatchRole.RESTING, None)


def test_records_and_activity_of_today() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.SKIP)
    today = desk.service.today()
    assert [one.outcome for one in desk.service.records(today)] == [Outcome.SKIPPED]
    assert desk.service.activity(today)
    assert desk.service.records(Span(today.end, today.end + timedelta(days=1))) == ()


def test_modes_are_on_for_as_long_as_was_asked() -> None:
    desk = BreakDesk()
    desk.service.quiet(HOUR_S)
    modes = desk.service.reading(600)
    assert modes.quiet_until == desk.clock.wall_at + timedelta(hours=1)
    assert modes.reading_until == desk.clock.wall_at + timedelta(minutes=10)
    desk.clock.advance(600)
    assert desk.service.modes().reading_until is None
    assert desk.service.modes().quiet_until is not None
    assert desk.service.quiet(None).quiet_until is None


def test_a_clock_that_was_set_back_for_a_day_leaves_no_mode_on() -> None:
    desk = BreakDesk()
    desk.service.quiet(HOUR_S)
    desk.clock.step_wall(-86_400)
    assert desk.service.modes().quiet_until is None


@pytest.mark.parametrize("length_s", [30.0, 13 * HOUR_S])
def test_modes_of_odd_lengths_are_refused(length_s: float) -> None:
    with pytest.raises(BreakError, match="1m to 12h"):
        BreakDesk().service.quiet(length_s)


def test_where_nobody_watches_nobody_can_answer() -> None:
    with pytest.raises(BreakError, match="No window"):
        BreakDesk().service.act(Act.SKIP)


def refusal(desk: BreakDesk, act: Act) -> str:
    with pytest.raises(BreakError) as refused:
        desk.service.act(act)
    return str(refused.value)


def test_answers_that_are_not_open_are_refused() -> None:
    desk = desk_in_shift()
    assert "No break" in refusal(desk, Act.SKIP)
    desk.work(HOUR_S)
    assert "No break" in refusal(desk, Act.DONE)
    desk.act(Act.BEGIN)
    assert "runs already" in refusal(desk, Act.BEGIN)
    assert "runs already" in refusal(desk, Act.POSTPONE)


def test_in_a_call_no_break_begins() -> None:
    desk = desk_in_shift()
    desk.call(HOUR_S + 60)
    assert "after it" in refusal(desk, Act.BEGIN)


def test_what_was_postponed_often_enough_is_not_postponed_again() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    for _ in range(2):
        desk.act(Act.POSTPONE)
        desk.work(300)
    assert "so far: 2," in refusal(desk, Act.POSTPONE)


@pytest.mark.parametrize("set_by_s", [90.0, 600.0, -HOUR_S])
def test_a_clock_that_is_set_moves_nothing_for_others(set_by_s: float) -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S / 2)
    desk.clock.step_wall(set_by_s)
    desk.work(HOUR_S / 2)
    status = desk.service.status()
    assert status.open is not None
    assert status.open.stage is Stage.OFFERED
    assert status.worked_s == HOUR_S
    desk.service.act(Act.SKIP)
    desk.work(5)
    assert desk.outcomes() == [Outcome.SKIPPED]


def test_strict_breaks_are_neither_postponed_nor_skipped() -> None:
    desk = desk_in_shift()
    desk.service.change_settings(replace(desk.service.settings(), is_strict=True))
    desk.work(HOUR_S)
    assert "strict" in refusal(desk, Act.SKIP)
