"""Calls run at the same time, and none outlives the call."""

from __future__ import annotations

import threading

import pytest

from workspace_assistant.adapters.system.together import run_together


def test_results_keep_their_order() -> None:
    first_may_end = threading.Event()

    def first() -> str:
        assert first_may_end.wait(10)
        return "first"

    def second() -> str:
        first_may_end.set()  # only reached if both run at once
        return "second"

    assert run_together([first, second]) == ["first", "second"]


def test_the_first_error_is_raised_after_all_have_ended() -> None:
    ended: list[str] = []
    may_end = threading.Event()

    def fail() -> None:
        may_end.set()
        raise ValueError("first")

    def fail_too() -> None:
        raise KeyError("second")

    def slow() -> None:
        assert may_end.wait(10)
        ended.append("slow")

    with pytest.raises(ValueError, match="first"):
        run_together([fail, fail_too, slow])
    assert ended == ["slow"]


def test_nothing_to_do() -> None:
    assert run_together([]) == []
