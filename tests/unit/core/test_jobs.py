"""What a job may rely on while it runs."""

from __future__ import annotations

import pytest

from workspace_assistant.core.jobs import JobCancelledError, JobContext


def a_job() -> JobContext:
    return JobContext(lambda _: None)


def test_what_waits_outside_is_woken_by_a_cancel_of_any_part() -> None:
    woken: list[str] = []
    job = a_job()
    with job.part("line").woken(lambda: woken.append("line")):
        job.cancel()
    assert woken == ["line"]


def test_what_waits_no_longer_is_not_woken() -> None:
    woken: list[str] = []
    job = a_job()
    with job.woken(lambda: woken.append("line")):
        pass
    job.cancel()
    assert woken == []


def test_a_cancelled_job_does_not_begin_to_wait() -> None:
    job = a_job()
    job.cancel()
    with pytest.raises(JobCancelledError), job.woken(lambda: None):
        pytest.fail("it began")
    assert job._wakers == []
