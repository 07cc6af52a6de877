from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.focus.blocks import NINE, at, block
from workspace_assistant.core.focus.clock import (
    Reading,
    anchored,
    log_time,
    moved_by,
    put_off_s,
    set_clock,
)
from workspace_assistant.core.focus.model import ClockChange


def reading(wall: float = 0, elapsed_s: float = 500, boot_id: str = "one") -> Reading:
    return Reading(wall_at=at(wall), elapsed_s=elapsed_s, awake_s=None, boot_id=boot_id)


ANCHOR = anchored(NINE, reading())
RUNNING = block(0, None, anchor=ANCHOR)


@given(st.floats(-1e5, 1e5), st.floats(0, 1e5))
def test_setting_the_clock_moves_no_time_of_a_block(wall: float, gone_s: float) -> None:
    now = log_time(RUNNING, reading(wall, 500 + gone_s), not_before=NINE)

    assert now == NINE + timedelta(seconds=gone_s)


def test_the_wall_clock_is_all_there_is_after_a_restart_or_without_an_anchor() -> None:
    other = reading(30, 5, boot_id="two")

    assert log_time(RUNNING, other, not_before=NINE) == at(30)
    assert log_time(block(0, None), reading(30), not_before=NINE) == at(30)


def test_time_never_goes_back() -> None:
    assert log_time(RUNNING, reading(-90, 5, boot_id="two"), not_before=at(10)) == at(10)
    assert log_time(RUNNING, reading(0, 400), not_before=at(10)) == at(10)


@pytest.mark.parametrize(
    ("by_min", "wall", "expected"),
    [
        (60, 75, 15),  # an hour ahead, and still so
        (-60, -45, 15),
        (60, 15, 15),  # set right meanwhile: an hour less would lie before what is proven
        (-60, -90, 10),  # set back once more: nothing is known but what was proven
    ],
)
def test_after_a_restart_the_clock_is_as_wrong_as_it_was_unless_that_cannot_be(
    by_min: float, wall: float, expected: float
) -> None:
    noted = replace(RUNNING, clock_changes=(ClockChange(at=at(5), by_s=60 * by_min),))

    assert log_time(noted, reading(wall, 5, "two"), not_before=at(10)) == at(expected)


def test_a_step_of_the_clock_is_noted_once() -> None:
    step = set_clock(ANCHOR, reading(60 + 10, 500 + 600), known_s=0)

    assert step == ClockChange(at=at(10), by_s=3600)
    assert set_clock(ANCHOR, reading(60 + 20, 500 + 1200), known_s=3600) is None


def test_a_clock_that_is_set_right_again_is_noted_too() -> None:
    assert set_clock(ANCHOR, reading(20, 500 + 1200), known_s=3600) == ClockChange(
        at=at(20), by_s=0
    )


def test_slewing_is_no_step() -> None:
    assert set_clock(ANCHOR, reading(10, 500 + 599.6), known_s=0) is None


def test_no_step_can_be_told_across_a_restart() -> None:
    assert set_clock(ANCHOR, reading(99, 5, boot_id="two"), known_s=0) is None


def test_a_block_that_begins_by_the_clock_is_not_put_off() -> None:
    later = replace(RUNNING, clock_changes=(ClockChange(at=at(5), by_s=-3600),))

    assert put_off_s(RUNNING) == put_off_s(later) == 0


def test_a_block_that_begins_ahead_of_the_clock_is_put_off() -> None:
    noted = replace(RUNNING, clock_changes=(ClockChange(at=NINE, by_s=-3600),))

    assert put_off_s(noted) == 3600


def test_the_logs_time_is_moved_where_one_moment_is_another_instant() -> None:
    assert moved_by(ANCHOR, replace(ANCHOR, at=at(5))) == timedelta(minutes=5)
    assert moved_by(ANCHOR, anchored(at(5), reading(5, 800))) == timedelta()
    assert moved_by(ANCHOR, None) == moved_by(None, ANCHOR) == timedelta()
