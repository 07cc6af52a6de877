from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import readiness_reports
from workspace_assistant.core.jobs import Progress
from workspace_assistant.core.readiness.bandwidth.model import Direction, GoodputReading
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.voice_path.model import StreamReading
from workspace_assistant.ui.readiness.run_progress import (
    RunProgress,
    advanced,
    fraction_done,
    remaining_s,
    started_run,
)

IDS = ("computer", "microphone", "bandwidth")
WITH_VOICE = (*IDS, "connection", "voice-path")


def run() -> RunProgress:
    return started_run(IDS, is_quick=False)


def test_a_check_waits_until_its_first_sign_of_life() -> None:
    moved = advanced(run(), Progress(source="computer", stage="Watching", fraction=0.5))
    computer, microphone, _ = moved.checks
    assert computer.is_running
    assert (computer.stage, computer.fraction) == ("Watching", 0.5)
    assert not microphone.is_started


def test_readings_go_to_their_check() -> None:
    level = LevelReading(rms_dbfs=-20, peak_dbfs=-9, phase="speech", remaining_s=3)
    down = GoodputReading(direction=Direction.DOWNLOAD, at_s=0.25, goodput_bps=4e6)
    up = GoodputReading(direction=Direction.UPLOAD, at_s=0.25, goodput_bps=1e6)
    moved = advanced(run(), Progress(source="microphone", reading=level))
    for point in (down, down, up):
        moved = advanced(moved, Progress(source="bandwidth", reading=point))
    assert moved.checks[1].level == level
    assert moved.checks[2].download == (down, down)
    assert moved.checks[2].upload == (up,)


def test_a_sign_of_life_without_stage_and_fraction_keeps_the_last_ones() -> None:
    moved = advanced(run(), Progress(source="computer", stage="Watching", fraction=0.5))
    moved = advanced(moved, Progress(source="computer"))
    assert (moved.checks[0].stage, moved.checks[0].fraction) == ("Watching", 0.5)


def test_a_result_ends_the_check() -> None:
    result = readiness_reports.computer()
    moved = advanced(run(), Progress(source="computer", fraction=1.0, reading=result))
    assert moved.checks[0].result == result
    assert not moved.checks[0].is_running


def test_a_check_nobody_foresaw_joins_at_the_end() -> None:
    moved = advanced(run(), Progress(source="endpoints", stage="Asking"))
    assert [check.id for check in moved.checks] == [*IDS, "endpoints"]


def test_progress_of_the_whole_job_changes_nothing() -> None:
    assert advanced(run(), Progress(stage="Starting")) == run()


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


COMPUTER_DONE = Progress(source="computer", reading=readiness_reports.computer())
MICROPHONE_DONE = Progress(source="microphone", reading=readiness_reports.microphone())
LINE_DONE = Progress(source="bandwidth", reading=readiness_reports.line())


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


def test_readings_of_the_stream_are_kept_in_order() -> None:
    points = [StreamReading(at_s=at, rtt_ms=20 + at, sent=25, lost=0) for at in (0.5, 1.0)]
    moved = started_run(WITH_VOICE)
    for point in points:
        moved = advanced(moved, Progress(source="voice-path", reading=point))
    assert moved.checks[-1].stream == tuple(points)


def test_a_reading_of_a_later_version_changes_nothing_that_is_drawn() -> None:
    moved = advanced(started_run(IDS), Progress(source="computer", reading=object()))
    assert moved.checks[0] == replace(run().checks[0], is_started=True)
