"""A job that goes on for as long as the program runs: what it tells, and what it takes back."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.fakes.wording import EnglishWording
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.text import QT_TRANSLATE_NOOP
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.standing_job import StandingJob

BROKE = QT_TRANSLATE_NOOP("window", "Nobody looks any more.")


class Told:
    def __init__(self, job: StandingJob) -> None:
        self.sentences: list[str] = []
        job.warned.connect(lambda one: self.sentences.append(f"+{one}"))
        job.untold.connect(lambda one: self.sentences.append(f"-{one}"))


@pytest.fixture
def standing(qtbot: QtBot) -> Iterator[StandingJob]:
    parent = QObject()
    yield StandingJob(BROKE, EnglishWording(), parent)
    parent.deleteLater()


def test_each_trouble_is_told_once_and_taken_back(standing: StandingJob) -> None:
    told = Told(standing)
    for trouble in ("", "The disk is full.", "The disk is full.", "No profile.", "", ""):
        standing.tell(trouble)
    assert told.sentences == ["+The disk is full.", "+No profile.", "-No profile."]


def test_a_fault_nobody_foresaw_is_told_and_logged(
    standing: StandingJob, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def job(_ctx: JobContext) -> None:
        raise ValueError("row 3")

    told = Told(standing)
    runner = JobRunner(workers=1)
    standing.begin(job, runner, lambda _progress: None)
    qtbot.waitUntil(lambda: told.sentences == ["+Nobody looks any more."])
    assert "StandingJob broke" in caplog.text
    runner.shutdown()


def test_what_it_reports_comes_to_the_window(standing: StandingJob, qtbot: QtBot) -> None:
    seen: list[object] = []
    over = Event()

    def job(ctx: JobContext) -> None:
        ctx.report(reading="news")
        over.wait(30)

    runner = JobRunner(workers=1)
    standing.begin(job, runner, lambda progress: seen.append(progress.reading))
    qtbot.waitUntil(lambda: seen == ["news"])
    over.set()
    runner.shutdown()
