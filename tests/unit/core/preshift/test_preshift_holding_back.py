"""What keeps a check before a shift from running or from being told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.preshift import (
    NOT_READY,
    PreshiftDesk,
)
from tests.fakes.preshift_start import FIRST, MINUTE, SECOND, SHIFT, START
from tests.fakes.shifts import FakeNow, a_shift
from workspace_assistant.core.preshift.model import (
    AttemptState,
    PreshiftSettings,
)
from workspace_assistant.core.shifts.model import Place


@pytest.fixture
def desk() -> PreshiftDesk:
    return PreshiftDesk(shifts=[SHIFT], now=FakeNow(FIRST))


@pytest.mark.parametrize(
    ("left_s", "runs"),
    [
        pytest.param(40, [False], id="usual"),
        pytest.param(39, [True], id="quick"),
        pytest.param(20, [True], id="quick, just"),
        pytest.param(19, [], id="none"),
    ],
)
def test_nothing_is_begun_that_would_run_into_the_shift(
    desk: PreshiftDesk, left_s: float, runs: list[bool]
) -> None:
    desk.now.at = START - timedelta(seconds=left_s)
    desk.attend_until(START + MINUTE)
    assert [is_quick for _, is_quick in desk.checks.runs] == runs
    assert desk.reasons == [("held-back", "ready" if runs else "no-time")]


def test_a_sample_that_takes_too_long_ends_when_the_shift_begins(desk: PreshiftDesk) -> None:
    desk.now.at = START - MINUTE

    def go_on() -> None:
        desk.now.advance(60)
        desk.guard.look()

    desk.checks.before_run = go_on
    desk.attend_until(START + MINUTE)
    assert desk.checks.runs == []
    assert desk.reasons == [("held-back", "no-time")]


def test_trouble_that_there_is_no_time_to_confirm_is_not_told(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.now.at = START - MINUTE
    desk.checks.before_run = lambda: desk.now.advance(45)
    desk.attend_until(START + MINUTE)
    assert len(desk.checks.runs) == 1
    assert desk.desktop.shown == []
    assert desk.reasons == [("held-back", "no-time")]


def test_two_calendars_with_one_start_are_one_check_and_one_notification() -> None:
    other = a_shift("2026-11-23 09:00", "2026-11-23 17:30", key="other", source="p2")
    desk = PreshiftDesk(shifts=[SHIFT, other], now=FakeNow(FIRST))
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.attend_until(START + MINUTE)
    assert len(desk.checks.runs) == 4
    assert desk.reasons == [("shown", "confirmed-2-of-3"), ("merged", "told-already")]


def test_work_at_the_office_keeps_no_check_away() -> None:
    office = a_shift("2026-11-23 06:00", "2026-11-23 09:00", key="o", place=Place.OFFICE)
    desk = PreshiftDesk(shifts=[office, SHIFT], now=FakeNow(FIRST))
    desk.attend_until(START + MINUTE)
    assert desk.reasons == [("held-back", "ready")]


def test_being_on_call_all_day_keeps_no_check_away() -> None:
    on_call = a_shift("2026-11-23 00:00", "2026-11-24 00:00", key="on call")
    desk = PreshiftDesk(shifts=[on_call, SHIFT], now=FakeNow(FIRST))
    desk.attend_until(START + MINUTE)
    assert desk.reasons == [("held-back", "ready")]


def test_a_shift_that_begins_in_another_one_is_one_line() -> None:
    crossing = a_shift("2026-11-23 09:05", "2026-11-23 17:05", key="other", source="p2")
    desk = PreshiftDesk(shifts=[SHIFT, crossing], now=FakeNow(FIRST))
    desk.attend_until(START + 10 * MINUTE)
    assert len(desk.checks.runs) == 1
    assert desk.reasons == [("held-back", "ready"), ("held-back", "in-shift")]


def test_in_a_call_it_waits_a_minute_and_tries_again(desk: PreshiftDesk) -> None:
    desk.around.call = True
    assert desk.service().attend(desk.ctx) == FIRST + MINUTE
    desk.alarm.on_wait = lambda at: setattr(desk.around, "call", at < FIRST + 3 * MINUTE)
    desk.attend_until(START - 2 * MINUTE)
    assert [entry.at for entry in desk.why_log.entries] == [FIRST, FIRST + 3 * MINUTE]
    assert desk.reasons == [("held-back", "in-call"), ("held-back", "ready")]


def test_a_check_that_runs_is_not_disturbed(desk: PreshiftDesk) -> None:
    desk.around.checking = True
    assert desk.service().attend(desk.ctx) == FIRST + MINUTE
    assert desk.reasons == [("held-back", "check-running")]


def test_held_back_until_the_shift_begins_it_is_missed(desk: PreshiftDesk) -> None:
    desk.around.call = True
    desk.attend_until(START + 2 * MINUTE)
    assert desk.reasons == [("held-back", "in-call"), ("held-back", "missed")]
    (attempt,) = desk.attempts.kept.values()
    assert attempt.state is AttemptState.MISSED


def test_an_unknown_call_hinders_nothing(desk: PreshiftDesk) -> None:
    desk.around.call = None
    desk.service().attend(desk.ctx)
    assert desk.reasons == [("held-back", "ready")]


def test_a_call_that_comes_between_two_samples_stops_it(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.checks.before_run = lambda: setattr(desk.around, "call", True)
    assert desk.service().attend(desk.ctx) == FIRST + MINUTE
    assert len(desk.checks.runs) == 1
    desk.around.call, desk.checks.before_run = False, lambda: None
    desk.attend_until(FIRST + 2 * MINUTE)
    assert desk.reasons == [("held-back", "in-call"), ("shown", "confirmed-2-of-3")]


def test_nothing_is_told_in_a_call_but_right_after_it(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    answers = iter([False, False, False, True, False, False])
    desk.around.in_call = lambda: next(answers, False)  # type: ignore[method-assign] # a script
    desk.service().attend(desk.ctx)
    assert desk.desktop.shown == []
    desk.attend_until(FIRST + 2 * MINUTE)
    assert len(desk.checks.runs) == 2
    assert desk.reasons == [("held-back", "in-call"), ("shown", "confirmed-2-of-3")]


def test_a_network_that_counts_every_byte_gets_the_quick_check(desk: PreshiftDesk) -> None:
    desk.around.metered = True
    desk.service().attend(desk.ctx)
    assert desk.checks.runs[0][1] is True


def test_a_shift_at_another_place_is_left_alone(desk: PreshiftDesk) -> None:
    desk.shifts = [replace(SHIFT, place=Place.OFFICE)]
    desk.attend_until(START + MINUTE)
    assert desk.checks.runs == []
    desk.settings = replace(desk.settings, places=("home", "office"))
    desk.now.at = FIRST
    desk.service().attend(desk.ctx)
    assert len(desk.checks.runs) == 1


def test_turned_off_nothing_runs_and_nothing_is_noted(desk: PreshiftDesk) -> None:
    desk.settings = PreshiftSettings(first_s=0.0)
    assert desk.service().attend(desk.ctx) is None
    assert desk.reasons == []


def test_our_own_failure_is_no_verdict_and_the_second_try_still_comes(desk: PreshiftDesk) -> None:
    desk.checks.error = RuntimeError("boom")
    assert desk.service().attend(desk.ctx) == SECOND
    assert desk.desktop.shown == []
    assert desk.reasons == [("held-back", "check-failed")]
    desk.checks.error = None
    desk.attend_until(START)
    assert desk.reasons[-1] == ("held-back", "ready")
