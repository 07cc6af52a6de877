"""An alarm ends its wait at the instant, when it is rung, and when its job is cancelled."""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workspace_assistant.adapters.system import alarm
from workspace_assistant.adapters.system.step_alarm import StepAlarm
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.preshift.ports import Alarm

if sys.platform == "linux":
    from workspace_assistant.adapters.system import timer_alarm
    from workspace_assistant.adapters.system.timer_alarm import TimerAlarm

LONG = timedelta(hours=1)
# From the instant until a thread runs again; a busy computer needs some of it.
LATE_S = 5.0


def kernel() -> Iterator[Alarm]:
    if sys.platform != "linux":
        pytest.skip("timers of this kind are Linux's")
    made = TimerAlarm()
    yield made
    made.close()


@pytest.fixture(params=["kernel", "steps"])
def made(request: pytest.FixtureRequest) -> Iterator[Alarm]:
    if request.param == "kernel":
        yield from kernel()
    else:
        yield StepAlarm()


@pytest.fixture
def job() -> JobContext:
    return JobContext(lambda _: None)


def now() -> datetime:
    return datetime.now(UTC)


def soon(act: Callable[[], None]) -> None:
    threading.Timer(0.05, act).start()


def test_it_waits_until_the_instant(made: Alarm, job: JobContext) -> None:
    until = now() + timedelta(seconds=0.1)
    made.wait(until, job)
    assert timedelta() <= now() - until < timedelta(seconds=LATE_S)


@pytest.mark.parametrize("ago", [timedelta(), timedelta(days=1), timedelta(days=365 * 60)])
def test_an_instant_that_is_over_is_not_waited_for(
    made: Alarm, job: JobContext, ago: timedelta
) -> None:
    began_s = time.monotonic()
    made.wait(now() - ago, job)
    assert time.monotonic() - began_s < LATE_S


def test_ringing_ends_a_wait(made: Alarm, job: JobContext) -> None:
    soon(made.ring)
    began_s = time.monotonic()
    made.wait(now() + LONG, job)
    assert time.monotonic() - began_s < LATE_S


def test_a_ring_before_the_wait_is_not_lost_and_counts_once(made: Alarm, job: JobContext) -> None:
    for _ in range(3):
        made.ring()
    made.wait(now() + LONG, job)
    until = now() + timedelta(seconds=0.05)
    made.wait(until, job)
    assert now() >= until


def test_a_cancel_ends_a_wait(made: Alarm, job: JobContext) -> None:
    soon(job.cancel)
    began_s = time.monotonic()
    with pytest.raises(JobCancelledError):
        made.wait(now() + LONG, job)
    assert time.monotonic() - began_s < LATE_S


def test_a_cancelled_job_does_not_wait_at_all(made: Alarm, job: JobContext) -> None:
    job.cancel()
    with pytest.raises(JobCancelledError):
        made.wait(now() + LONG, job)


class Clocks:
    """A wall clock that is set in the midst of a wait, and one that nobody sets."""

    def __init__(self, jump_s: float) -> None:
        self.at, self.elapsed_s, self.jump_s = datetime(2026, 11, 23, tzinfo=UTC), 0.0, jump_s

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        self.elapsed_s += 1.0
        if self.elapsed_s == 10:
            self.at += timedelta(seconds=self.jump_s)
        return self.at

    def monotonic_s(self) -> float:
        return self.elapsed_s


@pytest.mark.parametrize("jump_s", [-3600.0, 7200.0])
def test_a_clock_that_is_set_ends_the_steps(job: JobContext, jump_s: float) -> None:
    clocks = Clocks(jump_s)
    StepAlarm(clocks.now, clocks.monotonic_s, step_s=0.0).wait(clocks.at + LONG, job)
    assert clocks.elapsed_s < 20


def test_a_clock_that_is_only_kept_right_does_not(job: JobContext) -> None:
    clocks = Clocks(0.5)
    until = clocks.at + timedelta(seconds=60)
    StepAlarm(clocks.now, clocks.monotonic_s, step_s=0.0).wait(until, job)
    assert clocks.at >= until


if sys.platform == "linux":

    def test_a_clock_that_is_set_ends_the_kernel_s_wait(
        job: JobContext, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What the kernel answers then: setting a clock here would set it for all programs."""
        made = TimerAlarm()
        read = os.read

        def canceled(descriptor: int, size: int) -> bytes:
            if descriptor == made._timer:
                raise OSError(errno.ECANCELED, "the clock was set")
            return read(descriptor, size)

        monkeypatch.setattr(timer_alarm.os, "read", canceled)
        made.ring()
        made.wait(now() + LONG, job)
        monkeypatch.undo()
        made.close()

    def test_an_alarm_that_nobody_holds_leaves_no_descriptor(job: JobContext) -> None:
        before = len(list(Path("/proc/self/fd").iterdir()))
        for _ in range(5):
            made = TimerAlarm()
            made.ring()
            made.wait(now() + LONG, job)
        assert len(list(Path("/proc/self/fd").iterdir())) == before + 2  # of the last one
        made.close()
        made.close()
        assert len(list(Path("/proc/self/fd").iterdir())) == before

    def test_no_descriptor_is_left_where_the_kernel_gives_no_timer(
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def refuse() -> int:
            raise OSError(errno.EMFILE, "too many open files")

        before = len(list(Path("/proc/self/fd").iterdir()))
        monkeypatch.setattr(timer_alarm, "_made_timer", refuse)
        assert isinstance(alarm.system_alarm(), StepAlarm)
        assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_this_system_has_an_alarm(job: JobContext) -> None:
    one = alarm.system_alarm()
    one.ring()
    one.wait(now() + LONG, job)
    assert isinstance(one, StepAlarm) is (sys.platform != "linux")
    if sys.platform == "linux":
        assert isinstance(one, TimerAlarm)
        one.close()
