"""Hours of shifts in a week, and work outside of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.facts.world import NOW, at, block, reason, shift, value, world
from workspace_assistant.core.focus.model import Block, Channel

HOURS = "work.hours.week"
MINUTES, DAYS = "work.after_hours_minutes.week", "work.after_hours_days.week"
RUNNING = shift(at(0, 9), 8)


def test_hours_are_those_of_the_week_up_to_now() -> None:
    coming, old = shift(at(-1, 9), 8), shift(at(8, 9), 8)
    over_the_boundary = shift(at(6, 2), 4)
    sources = world(shifts=(RUNNING, coming, old, over_the_boundary))
    assert value(HOURS, sources) == 6 + 2
    assert reason(HOURS, world(shifts=(coming, old))) == "no-shift-in-week"


def test_time_that_two_shifts_share_counts_once() -> None:
    assert value(HOURS, world(shifts=(RUNNING, shift(at(0, 8), 2)))) == 7


def test_work_outside_of_shifts_has_five_minutes_of_grace() -> None:
    early = block(at(0, 8, 30), 60)
    late = block(at(1, 20), 60, pause=(at(1, 20, 10), 20))
    inside = block(at(0, 11), 60)
    sources = world(shifts=(RUNNING,), blocks=(early, late, inside))
    assert value(MINUTES, sources) == 25 + 40
    assert value(DAYS, sources) == 2


def test_a_moment_makes_no_day() -> None:
    short = block(at(1, 20), 0.5)
    sources = world(shifts=(RUNNING,), blocks=(short,))
    assert (value(MINUTES, sources), value(DAYS, sources)) == (0.5, 0)


def test_a_block_that_runs_counts_until_now() -> None:
    running = block(NOW - timedelta(minutes=30), 0, is_open=True)
    assert value(MINUTES, world(shifts=(shift(at(0, 9), 4),), blocks=(running,))) == 30


@pytest.mark.parametrize("name", [MINUTES, "learning.minutes.week", "learning.massed_minutes.week"])
def test_a_block_that_was_left_alone_counts_until_it_was_last_seen(name: str) -> None:
    """Whatever came after a crash may have been no work."""
    begun = NOW - timedelta(hours=6)
    left = block(begun, 0, channel=Channel.LEARNING, is_open=True)
    sources = world(shifts=(shift(at(1, 9), 8),), blocks=(left,))
    assert value(name, sources) == 360
    assert value(name, replace(sources, proven_at=begun + timedelta(minutes=10))) == 10


def test_a_block_belongs_whole_to_the_day_on_which_it_starts() -> None:
    """As in the week: one from 03:30 to 05:30 is that of the day before."""
    night = shift(at(1, 20), 8)
    blocks = (block(at(0, 3, 30), 120), block(at(1, 19), 30), block(at(6, 3, 30), 120))
    sources = world(shifts=(night,), blocks=blocks)
    assert value(MINUTES, sources) == 85 + 30
    assert value(DAYS, sources) == 1


def test_without_shifts_nobody_knows_what_lies_outside_of_them() -> None:
    assert reason(MINUTES, world(blocks=(block(at(1, 20), 60),))) == "no-shifts-known"
    assert reason(DAYS, world(shifts=(RUNNING,))) == "no-blocks-in-week"
    old = world(shifts=(RUNNING,), blocks=(block(at(9, 20), 60),))
    assert reason(MINUTES, old) == "no-blocks-in-week"


_starts = st.integers(0, 60 * 24 * 8)
_lengths = st.integers(1, 600)


@given(
    blocks=st.lists(st.tuples(_starts, _lengths), max_size=6), shifts=st.lists(_starts, max_size=6)
)
def test_what_is_outside_is_never_more_than_what_was_worked(
    blocks: list[tuple[int, int]], shifts: list[int]
) -> None:
    logged = [_ago(start, length) for start, length in blocks]
    planned = tuple(shift(NOW - timedelta(minutes=start), 4) for start in shifts)
    week = at(6, 4)
    inside = [one for one in logged if one.started_at >= week]
    if not inside or not planned:
        return
    outside = value(MINUTES, world(blocks=tuple(logged), shifts=planned))
    worked = sum(((one.ended_at or NOW) - one.started_at).total_seconds() / 60 for one in inside)
    assert 0 <= outside <= worked + 1e-6
    assert value(DAYS, world(blocks=tuple(logged), shifts=planned)) <= 7


def _ago(start: int, length: int) -> Block:
    begun = NOW - timedelta(minutes=start)
    return block(begun, min(length, start))


def test_the_week_of_an_instant_in_utc_is_that_of_the_zone() -> None:
    assert at(0, 4) == datetime(2026, 11, 25, 3, tzinfo=UTC)
