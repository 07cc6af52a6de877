from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import readiness_reports
from workspace_assistant.core.jobs import Progress
from workspace_assistant.ui.readiness.run_progress import RunProgress, advanced, started_run
from workspace_assistant.ui.readiness.run_time import (
    fraction_done,
    is_late,
    remaining_s,
    shown_at,
)

IDS = ("computer", "microphone", "bandwidth")
WITH_VOICE = (*IDS, "connection", "voice-path")
COMPUTER_DONE = Progress(source="computer", reading=readiness_reports.computer())
MICROPHONE_DONE = Progress(source="microphone", reading=readiness_reports.microphone())
LINE_DONE = Progress(source="bandwidth", reading=readiness_reports.line())


def run() -> RunProgress:
    return started_run(IDS, is_quick=False)


def test_the_bar_is_as_far_as_the_time_left_says() -> None:
    assert fraction_done(run(), 0.0) == 0
    assert fraction_done(run(), 6.0) == 6 / (8 + 16)
    beside = advanced(started_run(WITH_VOICE), Progress(source="voice-path", fraction=0.9), 1.0)
    assert fraction_done(beside, 5.0) == 5 / 25
    assert fraction_done(started_run(()), 0.0) == 0


def test_the_bar_is_full_when_all_is_over_and_no_sooner() -> None:
    assert fraction_done(run(), 500.0) < 1
    moved = run()
    for done in (COMPUTER_DONE, MICROPHONE_DONE, LINE_DONE):
        moved = advanced(moved, done, 9.0)
    assert fraction_done(moved, 9.0) == 1


@given(is_quick=st.booleans(), is_long=st.booleans())
def test_the_bar_never_goes_back_while_nothing_happens(*, is_quick: bool, is_long: bool) -> None:
    waiting = started_run(WITH_VOICE, is_quick=is_quick, is_long=is_long)
    bar = [fraction_done(waiting, quarter_s / 4) for quarter_s in range(400)]
    assert bar == sorted(bar)


def test_checks_that_run_together_are_waited_for_once() -> None:
    assert remaining_s(run(), 0.0) == 8 + 16
    assert remaining_s(run(), 5.0) == 3 + 16


def test_only_the_checks_selected_are_waited_for() -> None:
    assert remaining_s(started_run(("computer",), is_quick=False), 1.0) == 3
    assert remaining_s(started_run(("computer", "bandwidth"), is_quick=False), 0.0) == 4 + 16
    assert remaining_s(started_run(("endpoints",)), 0.0) == 0.6
    assert remaining_s(started_run(("new-kind",)), 0.0) == 5


def test_a_quick_run_is_short() -> None:
    assert remaining_s(started_run(IDS, is_quick=True), 2.0) == 3 + 7


def test_a_check_that_ends_early_brings_the_end_closer() -> None:
    moved = advanced(advanced(run(), COMPUTER_DONE, 1.0), MICROPHONE_DONE, 2.0)
    assert remaining_s(moved, 2.0) == 16
    assert remaining_s(moved, 6.0) == 12
    assert remaining_s(advanced(moved, LINE_DONE, 7.0), 7.0) == 0


def test_a_check_that_ends_late_moves_the_next_one() -> None:
    late = advanced(run(), COMPUTER_DONE, 4.0)
    assert remaining_s(late, 15.0) == 16
    assert remaining_s(advanced(late, MICROPHONE_DONE, 20.0), 20.0) == 16


def test_preparing_the_line_is_not_measuring_it() -> None:
    prepared = advanced(run(), Progress(source="bandwidth", stage="Finding a server"), 0.5)
    done = advanced(advanced(prepared, COMPUTER_DONE, 4.0), MICROPHONE_DONE, 8.0)
    assert remaining_s(done, 8.0) == 16


def test_remaining_time_never_goes_below_zero() -> None:
    moved = advanced(advanced(run(), COMPUTER_DONE, 4.0), MICROPHONE_DONE, 8.0)
    assert remaining_s(moved, 99.0) == 0
    assert remaining_s(started_run((), is_quick=False), 3.0) == 0


def test_the_voice_path_goes_on_beside_all_others_to_the_end() -> None:
    moved = advanced(started_run(WITH_VOICE), Progress(source="voice-path"), 6.0)
    for done in (COMPUTER_DONE, MICROPHONE_DONE, LINE_DONE):
        moved = advanced(moved, done, 11.0)
    assert remaining_s(moved, 11.0) == 17


def test_the_loads_wait_until_the_voice_path_has_watched_the_idle_line() -> None:
    assert remaining_s(started_run(WITH_VOICE), 0.0) == 1 + 8 + 16
    late = advanced(started_run(WITH_VOICE), Progress(source="voice-path"), 3.0)
    assert remaining_s(late, 3.0) == 8 + 16
    without_connection = started_run((*IDS, "voice-path"))
    assert remaining_s(without_connection, 0.0) == 8 + 16


def test_without_loads_the_voice_path_ends_soon_after_the_idle_line() -> None:
    assert remaining_s(started_run(("voice-path",)), 0.0) == 10
    assert remaining_s(started_run(("voice-path",), is_long=True), 0.0) == 32


def test_a_voice_path_that_ended_is_not_waited_for() -> None:
    result = replace(readiness_reports.computer(), id="voice-path")
    ended = advanced(started_run(WITH_VOICE), Progress(source="voice-path", reading=result), 2.0)
    assert remaining_s(ended, 2.0) == 6 + 16


def test_the_long_test_adds_to_the_voice_path_alone() -> None:
    assert remaining_s(started_run(WITH_VOICE, is_long=True), 0.0) == 25 + 22
    assert remaining_s(started_run(IDS, is_long=True), 0.0) == remaining_s(run(), 0.0)


def test_a_quick_run_with_voice_is_shorter() -> None:
    assert remaining_s(started_run(WITH_VOICE, is_quick=True), 0.0) == 0.5 + 13


def test_what_was_read_never_goes_back() -> None:
    shown = shown_at(advanced(run(), COMPUTER_DONE, 4.0), 8.0)
    assert (shown.shown_left_s, shown.shown_fraction) == (16, 8 / 24)
    later = shown_at(shown, 11.0)  # the microphone takes longer than it usually does
    assert remaining_s(later, 11.0) == 16
    assert (later.shown_left_s, later.shown_fraction) == (16, 11 / 27)
    held = shown_at(advanced(later, Progress(source="new-kind"), 11.5), 11.5)
    assert remaining_s(held, 11.5) == 21
    assert (held.shown_left_s, held.shown_fraction) == (16, 11 / 27)


@given(
    is_quick=st.booleans(),
    steps=st.lists(
        st.tuples(
            st.floats(0.0, 9.0),
            st.sampled_from((*WITH_VOICE, "new-kind")),
            st.booleans(),
        ),
        max_size=20,
    ),
)
def test_neither_bar_nor_countdown_goes_back_whatever_happens(
    *, is_quick: bool, steps: list[tuple[float, str, bool]]
) -> None:
    now, elapsed_s = started_run(WITH_VOICE, is_quick=is_quick), 0.0
    for wait_s, check_id, is_over in steps:
        before, elapsed_s = now, elapsed_s + wait_s
        result = replace(readiness_reports.computer(), id=check_id) if is_over else None
        now = advanced(now, Progress(source=check_id, reading=result), elapsed_s)
        now = shown_at(now, elapsed_s)
        assert now.shown_left_s <= before.shown_left_s
        assert before.shown_fraction <= now.shown_fraction <= 1
        is_ended = all(check.result for check in now.checks)
        was_full = before.shown_fraction == 1  # one that nobody foresaw may join after the others
        assert is_ended or was_full or now.shown_fraction < 1


def test_a_time_left_that_was_too_short_is_late_until_it_holds_again() -> None:
    shown = shown_at(run(), 8.0)
    assert not is_late(shown, 8.0)
    joined = advanced(shown, Progress(source="new-kind"), 8.0)
    assert is_late(joined, 8.0)
    over = advanced(
        joined,
        Progress(source="new-kind", reading=replace(readiness_reports.computer(), id="new-kind")),
        9.0,
    )
    assert not is_late(over, 9.0)


def test_what_should_have_ended_is_late_and_what_has_ended_is_not() -> None:
    only = shown_at(started_run(("computer",)), 3.0)
    assert not is_late(only, 3.9)
    assert is_late(only, 4.1)
    assert not is_late(advanced(only, COMPUTER_DONE, 5.0), 5.0)
