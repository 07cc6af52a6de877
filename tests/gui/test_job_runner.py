from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.ui.job_runner import JobRunner


class Answers(QObject):
    """Notes what comes home, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[object] = []
        self.failed: list[Exception] = []
        self.progress: list[Progress] = []
        self.cancelled = 0
        self.threads: set[int] = set()

    def on_done(self, value: object) -> None:
        self.threads.add(threading.get_ident())
        self.done.append(value)

    def on_failed(self, error: Exception) -> None:
        self.threads.add(threading.get_ident())
        self.failed.append(error)

    def on_progress(self, progress: Progress) -> None:
        self.threads.add(threading.get_ident())
        self.progress.append(progress)

    def on_cancelled(self) -> None:
        self.cancelled += 1

    def start(self, runner: JobRunner, job: Callable[[JobContext], object]) -> JobContext:
        return runner.start(
            job,
            owner=self,
            done=self.on_done,
            failed=self.on_failed,
            progressed=self.on_progress,
            cancelled=self.on_cancelled,
        )


def waits(ctx: JobContext) -> None:
    for _ in range(500):
        ctx.wait(0.01)


def test_result_and_progress_come_home_in_order(qtbot: QtBot, runner: JobRunner) -> None:
    answers = Answers()

    def job(ctx: JobContext) -> str:
        for step in range(3):
            ctx.report(f"step {step}", step / 3)
        return "result"

    answers.start(runner, job)
    qtbot.waitUntil(lambda: answers.done == ["result"])
    assert [progress.stage for progress in answers.progress] == ["step 0", "step 1", "step 2"]
    assert answers.threads == {threading.get_ident()}


def test_no_answer_comes_before_start_returns(qtbot: QtBot, runner: JobRunner) -> None:
    answers = Answers()
    for _ in range(50):
        answers.start(runner, lambda ctx: None)
        assert answers.done == []
        time.sleep(0.001)
    qtbot.waitUntil(lambda: len(answers.done) == 50)


def test_a_fault_comes_home_as_failure(qtbot: QtBot, runner: JobRunner) -> None:
    answers = Answers()

    def job(ctx: JobContext) -> None:
        raise ValueError("broken")

    answers.start(runner, job)
    qtbot.waitUntil(lambda: bool(answers.failed))
    assert isinstance(answers.failed[0], ValueError)
    assert answers.done == []


def test_a_cancelled_job_stops_at_once_and_says_so(qtbot: QtBot, runner: JobRunner) -> None:
    answers = Answers()
    context = answers.start(runner, waits)
    began = time.monotonic()
    context.cancel()
    qtbot.waitUntil(lambda: answers.cancelled == 1)
    assert time.monotonic() - began < 2
    assert (answers.done, answers.failed) == ([], [])


def test_nothing_is_called_after_the_owner_is_gone(qtbot: QtBot, runner: JobRunner) -> None:
    heard: list[object] = []
    gate = threading.Event()

    def job(ctx: JobContext) -> str:
        gate.wait(5)
        ctx.report("late")
        return "late"

    for _ in range(20):
        owner = QObject()
        runner.start(
            job, owner=owner, done=heard.append, failed=heard.append, progressed=heard.append
        )
        shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: runner.running_count == 0)
    assert heard == []


def test_many_jobs_all_come_home(qtbot: QtBot, runner: JobRunner) -> None:
    answers = Answers()
    for number in range(1000):
        answers.start(runner, lambda ctx, number=number: number)  # type: ignore[misc] # a default
    qtbot.waitUntil(lambda: len(answers.done) == 1000, timeout=20_000)
    assert sorted(answers.done) == list(range(1000))  # type: ignore[type-var] # all are int
    assert answers.threads == {threading.get_ident()}


@pytest.mark.usefixtures("qapp")
def test_shutdown_stops_waiting_jobs_and_lets_no_answer_through(qtbot: QtBot) -> None:
    runner = JobRunner(workers=5)
    answers = Answers()
    for _ in range(8):  # more than there are workers
        answers.start(runner, waits)
    began = time.monotonic()
    assert runner.shutdown(5)
    assert time.monotonic() - began < 2
    with qtbot.waitSignal(answers.destroyed):
        answers.deleteLater()
    assert (answers.done, answers.failed, answers.cancelled) == ([], [], 0)


@pytest.mark.usefixtures("qapp")
def test_shutdown_tells_of_a_job_that_does_not_listen(caplog: pytest.LogCaptureFixture) -> None:
    runner = JobRunner()
    gate = threading.Event()
    Answers().start(runner, lambda ctx: gate.wait(5))
    assert not runner.shutdown(0.1)
    assert "still run at exit" in caplog.text
    gate.set()
    assert runner.shutdown(3.0)
