"""A part of a job ends as soon as something says that it must, and asks no longer than it lasts."""

from __future__ import annotations

import threading

import pytest

from workspace_assistant.adapters.system.guarded_job import guarded
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress


def test_it_is_ended_by_the_look_that_says_so() -> None:
    job, answers = JobContext(lambda _: None), iter([0.0, 0.001, None])
    with (
        guarded(job, lambda: next(answers)) as inner,
        pytest.raises(JobCancelledError),
    ):
        inner.wait(30)
    assert not job.is_cancelled


def test_nobody_is_asked_after_its_end() -> None:
    looks: list[float] = []
    begun = threading.Event()

    def look() -> float:
        looks.append(0)
        begun.set()
        return 30

    with guarded(JobContext(lambda _: None), look) as inner:
        assert begun.wait(10)
    assert not inner.is_cancelled
    assert looks == [0]
    assert all(one.name != "guard" for one in threading.enumerate())


def test_it_ends_with_its_job_and_reports_like_it() -> None:
    heard: list[Progress] = []
    job = JobContext(heard.append, source="part")
    with guarded(job, lambda: 30) as inner:
        inner.report(reading=1)
        job.cancel()
        assert inner.is_cancelled
    assert [(one.source, one.reading) for one in heard] == [("part", 1)]
