from __future__ import annotations

import pytest
from hypothesis import given

from tests.unit.core.focus.blocks import FEW, NINE, at, block, blocks, gap, interruption
from workspace_assistant.core.focus.accounting import (
    away_s,
    gap_s,
    last_act_at,
    open_gap,
    remaining_s,
    span_s,
    state,
    worked_s,
)
from workspace_assistant.core.focus.model import Block, BlockState, GapReason


@FEW
@given(blocks())
def test_work_and_gaps_make_up_the_span(one: Block) -> None:
    now = at(24 * 60)

    assert worked_s(one, now) + away_s(one, now) == pytest.approx(span_s(one, now))
    assert worked_s(one, now) >= 0
    assert all(gap_s(each, now) > 0 for each in one.gaps)


def test_an_open_block_lasts_until_now() -> None:
    one = block(0, None, gaps=(gap(10, 15),))

    assert (span_s(one, at(20)), worked_s(one, at(20))) == (1200, 900)
    assert span_s(one, at(-5)) == 0  # asked for a moment before it began


def test_what_remains_of_the_plan_goes_below_nothing() -> None:
    assert remaining_s(block(0, 60, planned_s=3000), NINE) == -600
    assert remaining_s(block(0, 60), NINE) is None


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (block(0, None), BlockState.RUNNING),
        (block(0, None, gaps=(gap(1, 2),)), BlockState.RUNNING),
        (block(0, None, gaps=(gap(1, None),)), BlockState.PAUSED),
        (block(0, None, gaps=(gap(1, None, reason=GapReason.BREAK),)), BlockState.PAUSED),
        (block(0, None, gaps=(gap(1, None, reason=GapReason.LOCK),)), BlockState.AWAY),
        (block(0, 60), BlockState.ENDED),
        (block(0, 40, planned_s=3000), BlockState.COMPLETED),  # exactly four fifths
        (block(0, 39.99, planned_s=3000), BlockState.UNCOMPLETED),
        (block(0, 60, planned_s=3000, gaps=(gap(10, 35),)), BlockState.UNCOMPLETED),
    ],
)
def test_how_a_block_stands(one: Block, expected: BlockState) -> None:
    assert state(one, at(50)) is expected


def test_only_the_last_gap_may_be_open() -> None:
    assert open_gap(block()) is None
    assert open_gap(block(gaps=(gap(1, 2),))) is None
    assert open_gap(block(0, None, gaps=(gap(1, None),))) == gap(1, None)


@pytest.mark.parametrize(
    ("one", "minute"),
    [
        (block(0, None), 0),
        (block(0, None, gaps=(gap(5, 9),)), 9),
        (block(0, None, gaps=(gap(5, None),)), 5),
        (block(0, None, interruptions=(interruption(4),)), 4),
        (block(0, None, gaps=(gap(5, 9),), interruptions=(interruption(4, 11),)), 11),
    ],
)
def test_the_latest_sign_in_the_block_itself(one: Block, minute: float) -> None:
    assert last_act_at(one) == at(minute)
