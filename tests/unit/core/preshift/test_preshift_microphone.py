"""A check that runs by itself never records; it may ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.preshift import NOT_READY, PreshiftDesk
from tests.fakes.shifts import FakeNow, a_shift
from workspace_assistant.core.reminders.model import ReminderKind

SHIFT = a_shift("2026-11-23 09:00", "2026-11-23 17:00")
FIRST = SHIFT.starts_at - timedelta(minutes=15)
WEEK = timedelta(days=7)


@pytest.fixture
def desk() -> PreshiftDesk:
    desk = PreshiftDesk(shifts=[SHIFT], now=FakeNow(FIRST))
    desk.checks.needs = True
    return desk


def test_it_asks_once_where_the_last_good_test_is_long_ago(desk: PreshiftDesk) -> None:
    desk.checks.good_at = FIRST - WEEK
    desk.service().attend(desk.ctx)
    (shown,) = desk.desktop.shown
    assert shown.kind is ReminderKind.MICROPHONE_QUESTION
    assert shown.body == "It was last found ready 7 days ago. A test takes 10 seconds."
    assert [action.key for action in shown.actions] == ["test-microphone"]
    assert desk.reasons == [("held-back", "ready"), ("shown", "microphone-test-due")]


def test_it_asks_where_there_was_no_good_test(desk: PreshiftDesk) -> None:
    desk.service().attend(desk.ctx)
    assert "was not found ready yet" in desk.desktop.shown[0].body


@pytest.mark.parametrize("why", ["tested", "not needed", "never"])
def test_it_does_not_ask_where_there_is_no_need(desk: PreshiftDesk, why: str) -> None:
    if why == "tested":
        desk.checks.good_at = FIRST - WEEK + timedelta(seconds=1)
    elif why == "not needed":
        desk.checks.needs = False
    else:
        desk.settings = replace(desk.settings, microphone_after_days=0)
    desk.service().attend(desk.ctx)
    assert desk.desktop.shown == []


def test_who_does_not_answer_is_asked_again_after_a_week_and_not_before(desk: PreshiftDesk) -> None:
    desk.service().attend(desk.ctx)
    for days in range(1, 8):
        on = timedelta(days=days)
        desk.shifts = [replace(SHIFT, starts_at=SHIFT.starts_at + on, ends_at=SHIFT.ends_at + on)]
        desk.now.at = FIRST + timedelta(days=days)
        desk.service().attend(desk.ctx)
        assert len(desk.desktop.shown) == (2 if days == 7 else 1)
        asked = ("shown", "microphone-test-due") if days == 7 else ("held-back", "asked-lately")
        assert desk.reasons[-1] == asked


def test_trouble_and_question_are_one_notification(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.service().attend(desk.ctx)
    (shown,) = desk.desktop.shown
    assert [action.key for action in shown.actions] == [
        "check-now",
        "later",
        "test-microphone",
        "open",
    ]


def test_the_question_waits_for_the_end_of_a_call(desk: PreshiftDesk) -> None:
    desk.checks.before_run = lambda: setattr(desk.around, "call", True)
    assert desk.service().attend(desk.ctx) == FIRST + timedelta(minutes=1)
    assert desk.reasons == [("held-back", "in-call")]
    desk.around.call = False
    desk.service().attend(desk.ctx)
    assert desk.reasons[1:] == [("held-back", "ready"), ("shown", "microphone-test-due")]
