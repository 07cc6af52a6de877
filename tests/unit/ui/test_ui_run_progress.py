from __future__ import annotations

from dataclasses import replace

from tests.fakes import readiness_reports
from workspace_assistant.core.jobs import Progress
from workspace_assistant.core.readiness.bandwidth.model import Direction, GoodputReading
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.voice_path.model import StreamReading
from workspace_assistant.ui.readiness.run_progress import (
    RunProgress,
    advanced,
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


def test_readings_of_the_stream_are_kept_in_order() -> None:
    points = [StreamReading(at_s=at, rtt_ms=20 + at, sent=25, lost=0) for at in (0.5, 1.0)]
    moved = started_run(WITH_VOICE)
    for point in points:
        moved = advanced(moved, Progress(source="voice-path", reading=point))
    assert moved.checks[-1].stream == tuple(points)


def test_a_reading_of_a_later_version_changes_nothing_that_is_drawn() -> None:
    moved = advanced(started_run(IDS), Progress(source="computer", reading=object()))
    assert moved.checks[0] == replace(run().checks[0], is_started=True)
