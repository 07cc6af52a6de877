"""Later, checks by hand, second tries."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.preshift import (
    CAUTION,
    NOT_READY,
    READY,
    PreshiftDesk,
    a_result,
    a_run,
)
from tests.fakes.preshift_start import FIRST, MINUTE, SECOND, SHIFT, START
from tests.fakes.shifts import FakeNow, a_shift, local
from workspace_assistant.core.jobs import JobCancelledError
from workspace_assistant.core.preshift.model import (
    ActChosen,
    PreshiftSettings,
)
from workspace_assistant.core.preshift.planning import about
from workspace_assistant.core.reminders.model import Entry, ReminderKind


@pytest.fixture
def desk() -> PreshiftDesk:
    return PreshiftDesk(shifts=[SHIFT], now=FakeNow(FIRST))


def test_later_asks_again_after_five_minutes(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    service = desk.service()
    service.attend(desk.ctx)
    desk.now.advance(60)
    desk.desktop.press(ReminderKind.READINESS, "later")
    assert desk.alarm.rings == 1
    chosen = [one for one in desk.readings if isinstance(one, ActChosen)]
    assert chosen == [ActChosen(kind=ReminderKind.READINESS, about=about(SHIFT), key="later")]
    assert service.attend(desk.ctx) == FIRST + 6 * MINUTE
    desk.now.at = FIRST + 6 * MINUTE
    service.attend(desk.ctx)
    assert [reason for _, reason in desk.reasons] == [
        "confirmed-2-of-3",
        "asked-later",
        "asked-later",
    ]
    assert len(desk.desktop.shown) == 2


def test_later_is_of_no_use_when_the_shift_begins_before(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    service = desk.service()
    desk.now.at = START - 4 * MINUTE
    service.attend(desk.ctx)
    desk.desktop.press(ReminderKind.READINESS, "later")
    service.attend(desk.ctx)
    assert desk.reasons[-1] == ("held-back", "shift-begins-first")


def test_later_of_a_shift_that_is_gone_does_nothing(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    service = desk.service()
    service.attend(desk.ctx)
    desk.desktop.press(ReminderKind.READINESS, "later")
    desk.shifts.clear()
    service.attend(desk.ctx)
    assert len(desk.reasons) == 1


def test_a_button_that_is_pressed_after_the_end_harms_nothing(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.service().attend(desk.ctx)
    desk.ctx.cancel()
    desk.desktop.press(ReminderKind.READINESS, "open")
    assert not any(isinstance(one, ActChosen) for one in desk.readings)


def test_a_check_by_hand_that_is_ready_ends_the_trouble_in_silence(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    service = desk.service()
    service.attend(desk.ctx)
    by_hand = a_run(FIRST + MINUTE, 99, *(a_result(one, READY) for one in desk.checks.ids))
    desk.checks.saved.append(by_hand)
    desk.attend_until(START + MINUTE)
    assert desk.desktop.withdrawn == [ReminderKind.READINESS]
    assert desk.reasons[-1] == ("held-back", "seen-in-window")
    assert len(desk.checks.runs) == 2


@pytest.mark.parametrize(
    "by_hand",
    [
        pytest.param(
            {"bandwidth": CAUTION, "computer": READY, "voice-path": READY}, id="not-ready"
        ),
        pytest.param({"computer": READY}, id="in-part"),
    ],
)
def test_a_check_by_hand_that_says_less_ends_nothing(
    desk: PreshiftDesk, by_hand: dict[str, object]
) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    service = desk.service()
    service.attend(desk.ctx)
    results = [a_result(key, verdict) for key, verdict in by_hand.items()]  # type: ignore[arg-type]
    desk.checks.saved.append(a_run(FIRST + MINUTE, 99, *results))
    assert service.attend(desk.ctx) == SECOND


def test_a_check_by_hand_in_its_time_stands_for_the_first(desk: PreshiftDesk) -> None:
    desk.now.at = FIRST + MINUTE
    by_hand = a_run(FIRST, 99, *(a_result(one, READY) for one in desk.checks.ids))
    desk.checks.saved.append(by_hand)
    desk.attend_until(START + MINUTE)
    assert desk.checks.runs == []
    assert desk.reasons == [("held-back", "seen-in-window")]


def test_a_check_by_hand_before_its_time_does_not(desk: PreshiftDesk) -> None:
    results = (a_result(one, READY) for one in desk.checks.ids)
    desk.checks.saved.append(a_run(FIRST - timedelta(seconds=1), 99, *results))
    desk.service().attend(desk.ctx)
    assert len(desk.checks.runs) == 1


def test_it_gives_way_to_a_check_by_hand_and_comes_back(desk: PreshiftDesk) -> None:
    desk.checks.error = JobCancelledError()
    assert desk.service().attend(desk.ctx) == FIRST + MINUTE
    desk.checks.error = None
    desk.attend_until(START)
    assert desk.reasons == [("held-back", "check-running"), ("held-back", "ready")]


def test_late_on_the_way_it_still_runs_before_the_shift_and_only_once(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.now.at = START - 3 * MINUTE
    desk.attend_until(START + MINUTE)
    assert len(desk.desktop.shown) == 1
    assert len(desk.checks.runs) == 2


def test_without_a_second_try_there_is_one_check(desk: PreshiftDesk) -> None:
    desk.settings = PreshiftSettings(second_s=0.0)
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.attend_until(START + MINUTE)
    assert len(desk.checks.runs) == 2


def test_each_line_of_the_why_log_is_reported(desk: PreshiftDesk) -> None:
    desk.service().attend(desk.ctx)
    assert [one for one in desk.readings if isinstance(one, Entry)] == desk.why_log.entries


def test_a_shift_on_the_other_side_of_the_world_is_checked_at_its_instant() -> None:
    shift = a_shift("2026-11-24 09:00", "2026-11-24 17:00", zone="Asia/Tokyo")
    desk = PreshiftDesk(shifts=[shift], now=FakeNow(local("2026-11-24 00:00", "UTC")))
    desk.now.at = shift.starts_at - timedelta(hours=1)
    assert desk.service().attend(desk.ctx) == shift.starts_at - timedelta(minutes=15)
