"""What runs before a shift, and what becomes of it, from 15 minutes before to its start."""

from __future__ import annotations

import pytest

from tests.fakes.preshift import (
    CAUTION,
    NOT_READY,
    NOT_TESTED,
    READY,
    PreshiftDesk,
    a_result,
    a_run,
)
from tests.fakes.preshift_start import FIRST, MINUTE, SHIFT, START, begin_call
from tests.fakes.shifts import FakeNow
from workspace_assistant.core.preshift.model import (
    AttemptState,
    Checked,
    NotChecked,
    PreshiftSettings,
)
from workspace_assistant.core.reminders.model import ReminderKind


@pytest.fixture
def desk() -> PreshiftDesk:
    return PreshiftDesk(shifts=[SHIFT], now=FakeNow(FIRST))


def test_nothing_runs_before_its_time(desk: PreshiftDesk) -> None:
    desk.now.at = FIRST - MINUTE
    assert desk.service().attend(desk.ctx) == FIRST
    assert desk.checks.runs == []


def test_a_ready_workplace_is_silent(desk: PreshiftDesk) -> None:
    desk.attend_until(START + MINUTE)
    assert desk.checks.runs == [(frozenset(desk.checks.ids), False)]
    assert desk.desktop.shown == []
    assert desk.reasons == [("held-back", "ready")]
    assert [one.report for one in desk.readings if isinstance(one, Checked)] == desk.checks.saved


def test_confirmed_trouble_is_told_once_with_its_finding_and_action(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.attend_until(START + MINUTE)
    (shown,) = desk.desktop.shown
    assert shown.title == "Not ready for the shift at 08:00"
    assert shown.body == "The bandwidth is bad.\nDo something about it."
    assert [action.key for action in shown.actions] == ["check-now", "later", "open"]
    assert desk.reasons == [("shown", "confirmed-2-of-3"), ("merged", "told-already")]


def test_what_was_not_ready_runs_again_before_anybody_is_told(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"computer": CAUTION}]
    desk.service().attend(desk.ctx)
    assert [only for only, _ in desk.checks.runs] == [
        frozenset(desk.checks.ids),
        frozenset({"computer"}),
    ]


def test_a_single_bad_sample_is_not_told(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}, {}]
    desk.attend_until(START + MINUTE)
    assert len(desk.checks.runs) == 3
    assert desk.desktop.shown == []
    assert desk.reasons == [("held-back", "single-bad-sample")]


def test_a_caution_is_worded_as_one(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": CAUTION}]
    desk.service().attend(desk.ctx)
    assert desk.titles == ["Something may disturb the shift at 08:00"]


def test_what_could_not_be_tested_is_told_in_grey_words(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"voice-path": NOT_TESTED}]
    desk.service().attend(desk.ctx)
    (shown,) = desk.desktop.shown
    assert shown.title == "A part could not be tested before the shift at 08:00"
    assert shown.body == "Voice path could not be tested. The server gave no answer."


def test_a_connection_that_is_down_tells_why_nothing_could_be_tested(desk: PreshiftDesk) -> None:
    desk.checks.ids = ("computer", "connection", "bandwidth")
    down = a_result("connection", NOT_READY, required=False)
    desk.checks.script = [{"bandwidth": NOT_TESTED, "connection": down}]
    desk.service().attend(desk.ctx)
    assert desk.desktop.shown[0].body.splitlines() == [
        "Line could not be tested. The server gave no answer.",
        "The connection is bad.",
        "Do something about it.",
    ]
    assert desk.checks.runs[1][0] == {"bandwidth", "connection"}


def test_an_optional_check_never_speaks(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"computer": a_result("computer", NOT_READY, required=False)}]
    desk.service().attend(desk.ctx)
    assert desk.reasons == [("held-back", "ready")]


def test_recovery_is_told_once_and_takes_the_trouble_away(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}, {"bandwidth": NOT_READY}, {}]
    desk.attend_until(START + MINUTE)
    assert desk.titles == [
        "Not ready for the shift at 08:00",
        "Ready again for the shift at 08:00",
    ]
    assert desk.desktop.withdrawn == [ReminderKind.READINESS]
    assert desk.reasons[-1] == ("shown", "recovered")


def test_another_trouble_replaces_the_first(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": CAUTION}, {"bandwidth": CAUTION}, {"computer": CAUTION}]
    desk.attend_until(START + MINUTE)
    assert [shown.body.split(".")[0] for shown in desk.desktop.shown] == [
        "The bandwidth is bad",
        "The computer is bad",
    ]
    assert desk.reasons[-1] == ("shown", "other-trouble")


def test_the_same_trouble_grown_worse_replaces_the_first(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": CAUTION}, {"bandwidth": CAUTION}, {"bandwidth": NOT_READY}]
    desk.attend_until(START + MINUTE)
    assert desk.titles[-1] == "Not ready for the shift at 08:00"


def test_the_same_trouble_grown_less_is_merged(desk: PreshiftDesk) -> None:
    desk.checks.script = [
        {"bandwidth": NOT_READY},
        {"bandwidth": NOT_READY},
        {"bandwidth": CAUTION},
    ]
    desk.attend_until(START + MINUTE)
    assert desk.reasons[-1] == ("merged", "told-already")


def test_a_check_that_breaks_both_times_is_told_once_in_grey_words(desk: PreshiftDesk) -> None:
    desk.checks.error = RuntimeError("boom")
    desk.attend_until(START + MINUTE)
    (shown,) = desk.desktop.shown
    assert shown.title == "The check before the shift at 08:00 could not be run"
    assert [action.key for action in shown.actions] == ["check-now", "open"]
    assert desk.reasons == [("held-back", "check-failed"), ("shown", "check-failed")]
    assert [one for one in desk.readings if isinstance(one, NotChecked)] == [NotChecked()] * 2


def test_where_no_second_check_comes_the_first_failure_is_told(desk: PreshiftDesk) -> None:
    desk.settings = PreshiftSettings(second_s=0)
    desk.checks.error = RuntimeError("boom")
    desk.around.in_call = iter([False, False, True, False]).__next__  # type: ignore[method-assign] # a script
    desk.service().attend(desk.ctx)
    assert desk.reasons == [("held-back", "check-failed"), ("held-back", "in-call")]
    desk.service().attend(desk.ctx)
    assert desk.reasons[2:] == [("shown", "check-failed")]


def test_a_check_by_hand_takes_the_grey_words_away(desk: PreshiftDesk) -> None:
    desk.checks.error = RuntimeError("boom")
    desk.attend_until(START - 2 * MINUTE)
    by_hand = a_run(desk.now(), 99, *(a_result(one, READY) for one in desk.checks.ids))
    desk.checks.saved.append(by_hand)
    desk.service().attend(desk.ctx)
    assert desk.desktop.withdrawn == [ReminderKind.READINESS]
    assert desk.reasons[-1] == ("held-back", "seen-in-window")


def test_a_call_that_begins_in_the_midst_of_a_sample_ends_it(desk: PreshiftDesk) -> None:
    desk.checks.before_run = lambda: begin_call(desk)
    assert desk.service().attend(desk.ctx) == FIRST + MINUTE
    assert desk.checks.runs == []
    assert desk.reasons == [("held-back", "in-call")]
    (attempt,) = desk.attempts.kept.values()
    assert attempt.state is AttemptState.WAITING
