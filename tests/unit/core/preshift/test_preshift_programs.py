"""Several programs, crashes and unreadable files around a check before a shift."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.preshift import (
    NOT_READY,
    READY,
    PreshiftDesk,
    a_result,
    a_run,
)
from tests.fakes.preshift_start import FIRST, MINUTE, SECOND, SHIFT, START, lost
from tests.fakes.shifts import FakeNow
from workspace_assistant.core.jobs import JobCancelledError
from workspace_assistant.core.preshift.model import (
    AttemptState,
)
from workspace_assistant.core.readiness.profile.faults import ProfileError


@pytest.fixture
def desk() -> PreshiftDesk:
    return PreshiftDesk(shifts=[SHIFT], now=FakeNow(FIRST))


def test_a_profile_that_cannot_be_read_is_told_in_the_log(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.service().attend(desk.ctx)
    results = [a_result(one, READY) for one in desk.checks.ids]
    desk.checks.saved.append(a_run(FIRST + MINUTE, 99, *results))
    desk.checks.profile_error = ProfileError(("profile.toml: line 3: no such key",))
    desk.now.at = SECOND
    desk.service().attend(desk.ctx)
    assert desk.reasons[-2:] == [("held-back", "check-failed"), ("merged", "check-failed")]
    assert "line 3" in desk.why_log.entries[-2].detail


def test_a_result_is_told_although_the_profile_cannot_be_read_any_more(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.service().attend(desk.ctx)
    (attempt,) = desk.attempts.kept.values()
    desk.attempts.put(replace(attempt, told=""))
    desk.checks.profile_error = ProfileError(("profile.toml: gone",))
    desk.service().attend(desk.ctx)
    assert len(desk.desktop.shown) == 2


def test_a_check_whose_program_ends_is_left_to_the_next_one(desk: PreshiftDesk) -> None:
    desk.checks.before_run = desk.ctx.cancel
    with pytest.raises(JobCancelledError):
        desk.service().attend(desk.ctx)
    (attempt,) = desk.attempts.kept.values()
    assert attempt.state is AttemptState.WAITING
    desk.checks.before_run = lambda: None
    desk.ctx = PreshiftDesk().ctx
    desk.service().attend(desk.ctx)
    assert desk.reasons == [("held-back", "ready")]


def test_a_job_with_nothing_to_check_in_silence_says_so(desk: PreshiftDesk) -> None:
    desk.checks.ids = ()
    desk.service().attend(desk.ctx)
    assert desk.reasons == [("held-back", "nothing-to-check")]
    assert desk.checks.runs == []


def test_a_desktop_without_notifications_is_told_in_the_log(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.desktop.trouble = "This desktop shows no notifications."
    desk.service().attend(desk.ctx)
    (entry,) = desk.why_log.entries
    assert (entry.outcome.value, entry.reason) == ("failed", "no-notifications")
    assert entry.detail == "This desktop shows no notifications."
    desk.desktop.trouble = ""
    desk.attend_until(START)
    assert desk.reasons[1:] == [("shown", "confirmed-2-of-3"), ("merged", "told-already")]


def test_what_one_program_cannot_show_another_one_tells_once(desk: PreshiftDesk) -> None:
    """The system's timer may have no desktop, the window has one."""
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.desktop.trouble = "This desktop shows no notifications."
    desk.attend_until(START - MINUTE)
    assert desk.reasons == [("failed", "no-notifications")]
    desk.desktop.trouble = ""
    for _ in range(2):
        desk.service().attend(desk.ctx)
    assert desk.reasons[1:] == [("shown", "confirmed-2-of-3")]
    assert [one.told for one in desk.attempts.kept.values()] == ["merged", "shown"]


def test_two_programs_run_it_once_and_tell_it_once(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    window, timer = desk.service(), desk.service()
    desk.checks.before_run = lambda: timer.attend(desk.ctx) and None
    window.attend(desk.ctx)
    timer.attend(desk.ctx)
    assert len(desk.checks.runs) == 2  # one check and its confirmation
    assert len(desk.desktop.shown) == 1


def test_what_another_program_runs_is_left_to_it(desk: PreshiftDesk) -> None:
    desk.turn.is_taken = True
    assert desk.service().attend(desk.ctx) == FIRST + MINUTE
    assert desk.checks.runs == []
    assert desk.reasons == []


def test_what_cannot_be_claimed_is_tried_again_in_a_minute_not_at_once(desk: PreshiftDesk) -> None:
    lost(desk, "claim")
    assert desk.service().attend(desk.ctx) == FIRST + MINUTE
    assert desk.checks.runs == []


def test_what_another_program_tells_is_left_to_it(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    lost(desk, "claim_telling")
    desk.service().attend(desk.ctx)
    assert desk.reasons == []


def test_what_another_program_notes_as_missed_is_one_line(desk: PreshiftDesk) -> None:
    lost(desk, "claim")
    desk.now.at = START
    desk.service().attend(desk.ctx)
    assert desk.reasons == []


def test_what_another_program_saw_to_be_over_is_one_line(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.service().attend(desk.ctx)
    results = [a_result(one, READY) for one in desk.checks.ids]
    desk.checks.saved.append(a_run(FIRST + MINUTE, 99, *results))
    lost(desk, "claim")
    desk.service().attend(desk.ctx)
    assert desk.desktop.withdrawn == []


def test_what_a_crash_left_behind_runs_again(desk: PreshiftDesk) -> None:
    service = desk.service()
    desk.checks.error = KeyboardInterrupt()  # type: ignore[assignment] # nothing is written any more
    with pytest.raises(KeyboardInterrupt):
        service.attend(desk.ctx)
    desk.checks.error = None
    desk.now.advance(1)
    desk.service().attend(desk.ctx)
    assert desk.reasons == [("held-back", "ready")]


@pytest.mark.parametrize("is_second", [False, True])
def test_what_a_crash_left_behind_until_the_shift_is_one_line(
    desk: PreshiftDesk, *, is_second: bool
) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    if is_second:
        desk.attend_until(SECOND - MINUTE)
        desk.now.at = SECOND
    before = len(desk.reasons)
    desk.checks.error = KeyboardInterrupt()  # type: ignore[assignment] # nothing is written any more
    with pytest.raises(KeyboardInterrupt):
        desk.service().attend(desk.ctx)
    desk.now.at = START
    desk.turn.is_taken = True  # by a program that is just about to end it
    desk.service().attend(desk.ctx)
    assert len(desk.reasons) == before
    desk.turn.is_taken = False
    for _ in range(2):
        desk.service().attend(desk.ctx)
    assert desk.reasons[before:] == [("held-back", "not-ended")]


def test_a_result_that_was_not_told_before_a_crash_is_told_after_it(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.service().attend(desk.ctx)
    desk.desktop.shown.clear()
    (attempt,) = desk.attempts.kept.values()
    desk.attempts.put(replace(attempt, told=""))
    desk.service().attend(desk.ctx)
    assert len(desk.desktop.shown) == 1


def test_a_result_whose_report_is_gone_is_not_told(desk: PreshiftDesk) -> None:
    desk.checks.script = [{"bandwidth": NOT_READY}]
    desk.service().attend(desk.ctx)
    (attempt,) = desk.attempts.kept.values()
    desk.attempts.put(replace(attempt, told="", report_id="gone"))
    desk.service().attend(desk.ctx)
    assert len(desk.desktop.shown) == 1
    assert next(iter(desk.attempts.kept.values())).told == "failed"
