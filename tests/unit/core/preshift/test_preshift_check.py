"""What runs before a shift, and what becomes of it, from 15 minutes before to its start."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

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
from tests.fakes.shifts import FakeNow, a_shift, local
from workspace_assistant.core.jobs import JobCancelledError
from workspace_assistant.core.preshift.model import (
    ActChosen,
    AttemptState,
    Checked,
    NotChecked,
    PreshiftSettings,
)
from workspace_assistant.core.preshift.planning import about
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.reminders.model import Entry, ReminderKind
from workspace_assistant.core.shifts.model import Place

SHIFT = a_shift("2026-11-23 09:00", "2026-11-23 17:00", key="morning")
START = SHIFT.starts_at
FIRST, SECOND = START - timedelta(minutes=15), START - timedelta(minutes=5)
MINUTE = timedelta(minutes=1)


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


def begin_call(desk: PreshiftDesk) -> None:
    desk.guard.look()
    desk.around.call = True
    desk.guard.look()


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


def lost(desk: PreshiftDesk, claim: str) -> None:
    """Another program is a moment faster from now on."""
    setattr(desk.attempts, claim, lambda *_, **__: False)


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
