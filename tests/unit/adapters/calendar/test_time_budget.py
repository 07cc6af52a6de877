from __future__ import annotations

import signal
import time

import pytest

from workspace_assistant.adapters.calendar.time_budget import OutOfTimeError, TimeBudget


def busy(seconds: float) -> None:
    """Of the processor's time; a library's own handlers do not stop what ends it."""
    ends_s = time.process_time() + seconds
    while time.process_time() < ends_s:
        try:
            sum(range(1000))
        except Exception:
            continue


def test_work_within_its_share_is_left_alone() -> None:
    with TimeBudget(5.0) as budget, budget.share(5.0):
        busy(0.05)
    assert not budget.is_spent


def test_work_beyond_its_share_is_ended_and_the_next_begins_anew() -> None:
    with TimeBudget(5.0) as budget:
        began_s = time.process_time()
        with pytest.raises(OutOfTimeError), budget.share(0.1):
            busy(4.0)
        assert time.process_time() - began_s < 2
        with budget.share(1.0):
            busy(0.01)


def test_nothing_begins_when_all_is_spent() -> None:
    with TimeBudget(0.05) as budget:
        with pytest.raises(OutOfTimeError), budget.share(9.0):
            busy(4.0)
        assert budget.is_spent
        with pytest.raises(OutOfTimeError), budget.share(9.0):
            pytest.fail("there was no time for this")


def test_waiting_costs_nothing() -> None:
    with TimeBudget(0.2) as budget, budget.share(0.2):
        time.sleep(0.3)
    assert not budget.is_spent


def test_ctrl_c_is_given_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with TimeBudget(1.0):
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before
