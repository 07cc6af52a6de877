"""The loudness of calls as the window has it, on a data directory of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.loudness_store import SqliteLoudnessStore
from workspace_assistant.bootstrap import loudness
from workspace_assistant.bootstrap.break_parts import OverheardCalls
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.loudness import loudness_job
from workspace_assistant.bootstrap.loudness_page import WindowLoudness
from workspace_assistant.core.facts.model import Unknown
from workspace_assistant.core.jobs import JobCancelledError, JobContext


class Calls:
    def __init__(self, *answers: bool | None) -> None:
        self._answers = iter(answers)

    def in_call(self) -> bool | None:
        return next(self._answers)


def test_what_the_watch_over_breaks_asks_is_told_once_to_others() -> None:
    heard: list[bool | None] = []
    sensor = OverheardCalls(Calls(True, False, None), heard.append)
    assert [sensor.in_call() for _ in range(3)] == heard == [True, False, None]


def test_the_switch_and_the_trend_of_a_new_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loudness, "is_shared", lambda: True)
    services = WindowLoudness(tmp_path).services()
    assert not services.is_on()
    services.turn(True)
    assert services.is_on()
    assert services.obstacle() == ""
    trend = services.trend()
    assert isinstance(trend, Unknown)
    assert trend.reason == "loudness-not-measured-in-week"


def test_the_watch_ends_when_the_window_does_and_hears_nothing_before_it_began(
    tmp_path: Path,
) -> None:
    window = WindowLoudness(tmp_path)
    window.hear(True)
    ctx = JobContext(lambda _progress: None)
    ctx.cancel()
    with pytest.raises(JobCancelledError):
        window.watch(ctx)
    window.hear(False)
    assert not (tmp_path / DATABASE_NAME).exists()


def test_the_job_takes_levels_by_the_choice_that_is_kept(tmp_path: Path) -> None:
    job = loudness_job(Database(tmp_path / DATABASE_NAME), tmp_path)
    assert isinstance(job.store, SqliteLoudnessStore)
    assert not job.is_on()
    WindowLoudness(tmp_path).services().turn(True)
    assert job.is_on()
