from __future__ import annotations

import threading
import time

import pytest

from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress


def outer() -> JobContext:
    return JobContext(lambda _: None)


def test_a_job_inside_another_is_cancelled_with_it() -> None:
    ctx = outer()
    inner = ctx.inner(lambda _: None)
    inner.checkpoint()
    ctx.cancel()
    assert inner.is_cancelled
    with pytest.raises(JobCancelledError):
        inner.checkpoint()
    with pytest.raises(JobCancelledError):
        inner.wait(60)


def test_a_job_inside_another_is_cancelled_alone() -> None:
    ctx = outer()
    inner = ctx.inner(lambda _: None)
    inner.cancel()
    with pytest.raises(JobCancelledError):
        inner.wait(60)
    ctx.checkpoint()


def test_its_wait_ends_in_time() -> None:
    began_s = time.monotonic()
    outer().inner(lambda _: None).wait(0.12)
    assert time.monotonic() - began_s >= 0.12


def test_its_wait_notices_the_end_of_the_job_around_it() -> None:
    ctx = outer()
    inner = ctx.inner(lambda _: None)
    threading.Timer(0.05, ctx.cancel).start()
    with pytest.raises(JobCancelledError):
        inner.wait(60)


def test_it_reports_for_itself_and_under_the_same_name() -> None:
    told: list[Progress] = []
    ctx = JobContext(lambda _: None).part("watch")
    ctx.inner(told.append).report("Looking")
    assert [(one.source, one.stage) for one in told] == [("watch", "Looking")]


def test_what_waits_in_the_system_is_woken_by_whoever_cancels() -> None:
    woken: list[str] = []
    ctx = outer()
    inner = ctx.inner(lambda _: None)
    with ctx.woken(lambda: woken.append("outer")), inner.woken(lambda: woken.append("inner")):
        inner.cancel()
        assert woken == ["inner"]
        ctx.cancel()
    assert woken == ["inner", "outer", "inner"]
    ctx.cancel()
    assert len(woken) == 3


def test_nobody_waits_for_what_was_cancelled_before() -> None:
    ctx = outer()
    ctx.cancel()
    with pytest.raises(JobCancelledError), ctx.woken(lambda: None):
        raise AssertionError
