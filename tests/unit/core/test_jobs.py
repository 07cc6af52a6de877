"""What a job may rely on while it runs."""

from __future__ import annotations

import threading
import time

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


def test_an_inner_job_waits_as_long_as_it_was_told() -> None:
    began_s = time.monotonic()
    a_job().inner(lambda _: None).wait(0.06)  # more than one look outside
    assert time.monotonic() - began_s >= 0.06


@pytest.mark.parametrize("is_outer", [True, False])
def test_an_inner_job_ends_with_either(is_outer: bool) -> None:
    job = a_job()
    inner = job.inner(lambda _: None)
    threading.Timer(0.02, (job if is_outer else inner).cancel).start()
    with pytest.raises(JobCancelledError):
        inner.wait(60)
    assert job.is_cancelled == is_outer
