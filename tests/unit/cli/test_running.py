from __future__ import annotations

import io
import sys
import threading

import pytest

from workspace_assistant.cli.progress import ProgressLine, level_bar
from workspace_assistant.cli.running import run_job
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.model import CheckResult, Verdict


def test_the_result_comes_back_from_another_thread() -> None:
    assert run_job(lambda ctx: threading.current_thread().name) == "job"


def test_an_error_of_the_job_is_raised_here() -> None:
    def job(ctx: JobContext) -> None:
        raise LookupError("no such thing")

    with pytest.raises(LookupError, match="no such thing"):
        run_job(job)


def test_a_job_that_was_cancelled_counts_as_interrupted() -> None:
    def job(ctx: JobContext) -> None:
        raise JobCancelledError

    with pytest.raises(KeyboardInterrupt):
        run_job(job)


def test_a_waiting_job_ends_at_once_when_cancelled() -> None:
    ctx = JobContext(lambda _: None)
    threading.Timer(0.05, ctx.cancel).start()
    with pytest.raises(JobCancelledError):
        ctx.wait(30)
    assert ctx.part("line").is_cancelled


def test_without_a_terminal_each_stage_is_one_plain_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    line = ProgressLine()
    for fraction in (0.1, 0.2, 0.3):
        line.show(Progress(source="bandwidth", stage="Downloading", fraction=fraction))
    result = CheckResult(id="bandwidth", required=True, verdict=Verdict.READY, duration_s=8.12)
    line.show(Progress(source="bandwidth", fraction=1.0, reading=result))
    line.end()
    captured = capsys.readouterr()
    assert captured.err == "bandwidth: Downloading\nbandwidth: ready (8.1 s)\n"
    assert captured.out == ""


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_a_sentence_to_read_aloud_stays_whole_on_a_narrow_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("COLUMNS", "60")
    line = ProgressLine()
    stage = "Read this aloud: “Good morning, shall we check which orders ship on Thursday?”"
    level = LevelReading(rms_dbfs=-30, peak_dbfs=-30, phase="speech", remaining_s=3.2)
    for reading in (None, level):
        line._shown_at_s = 0.0
        line.show(Progress(source="microphone", stage=stage, reading=reading))
    above, below = terminal.getvalue().split("\n")
    assert above.endswith(f"microphone: {stage}")
    assert below.endswith("microphone: [######      ] 3 s")
    assert terminal.getvalue().count(stage) == 1


@pytest.mark.parametrize(
    ("peak_dbfs", "bar"),
    [
        (0.0, "[############] 3 s"),
        (-30.0, "[######      ] 3 s"),
        (-60.0, "[            ] 3 s"),
        (-120.0, "[            ] 3 s"),
    ],
)
def test_the_level_is_drawn_between_60_below_and_full_scale(peak_dbfs: float, bar: str) -> None:
    reading = LevelReading(rms_dbfs=-70, peak_dbfs=peak_dbfs, phase="speech", remaining_s=3.2)
    assert level_bar(reading) == bar
