from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.focus.blocks import FEW, NINE, at, block, blocks, gap, interruption
from workspace_assistant.core.focus.accounting import away_s, span_s, worked_s
from workspace_assistant.core.focus.corrections import (
    BlockEdit,
    edited,
    moved,
    span_of,
    trimmed,
)
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import (
    Anchor,
    Block,
    Channel,
    ClockChange,
    GapReason,
)
from workspace_assistant.core.spans import FOREVER, Span

NOW = at(48 * 60)
ANCHOR = Anchor(at=NINE, elapsed_s=1, boot_id="one")


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, end = sorted(draw(st.sets(st.integers(-600, 2000), min_size=2, max_size=2)))
    return Span(at(start), draw(st.sampled_from([at(end), FOREVER])))


@FEW
@given(blocks(), spans())
def test_trimming_leaves_a_sound_block_in_that_span(one: Block, span: Span) -> None:
    left = trimmed(one, span)

    assert faults(left.block) == ()
    assert span_of(left.block) == span
    assert left.dropped == len(one.interruptions) - len(left.block.interruptions)
    assert worked_s(left.block, NOW) + away_s(left.block, NOW) == pytest.approx(
        span_s(left.block, NOW)
    )


@FEW
@given(blocks(), spans())
def test_trimming_never_adds_time_away(one: Block, span: Span) -> None:
    assert away_s(trimmed(one, span).block, NOW) <= away_s(one, NOW)


@FEW
@given(blocks())
def test_a_block_in_its_own_span_is_the_same_but_for_repeated_notes(one: Block) -> None:
    left = trimmed(one, span_of(one))

    assert replace(left.block, clock_changes=one.clock_changes) == one
    assert left.dropped == 0


def test_parts_are_clipped_and_dropped() -> None:
    one = block(
        gaps=(gap(5, 15, "a"), gap(20, 25, "b"), gap(35, 50, "c")),
        interruptions=(interruption(9), interruption(12, 45, "j"), interruption(41, name="k")),
    )
    left = trimmed(one, Span(at(10), at(40)))

    assert left.block.gaps == (gap(10, 15, "a"), gap(20, 25, "b"), gap(35, 40, "c"))
    assert left.block.interruptions == (interruption(12, 40, "j"),)
    assert left.dropped == 2


def test_an_open_block_that_is_ended_closes_what_is_open_in_it() -> None:
    away = gap(10, None, reason=GapReason.LOCK)
    over = trimmed(block(0, None, anchor=ANCHOR, gaps=(away,)), Span(at(0), at(30))).block

    assert over.anchor is None
    assert over.gaps == (gap(10, 30, reason=GapReason.LOCK, is_unanswered=True),)


def test_an_open_block_may_begin_later_and_runs_on() -> None:
    one = block(0, None, anchor=ANCHOR, gaps=(gap(10, None),))
    later = trimmed(one, Span(at(20), FOREVER)).block

    assert (later.started_at, later.anchor, later.gaps) == (at(20), ANCHOR, (gap(20, None),))


def test_how_far_the_clock_stood_ahead_stays_known() -> None:
    noted = (ClockChange(at=at(5), by_s=60), ClockChange(at=at(20), by_s=0))
    one = block(clock_changes=noted)

    assert trimmed(one, Span(at(10), at(60))).block.clock_changes == (
        ClockChange(at=at(10), by_s=60),
        noted[1],
    )
    assert trimmed(one, Span(at(0), at(10))).block.clock_changes == noted[:1]


@FEW
@given(blocks(is_open=False), st.integers(-10_000, 10_000))
def test_a_block_that_moves_keeps_its_parts(one: Block, seconds: int) -> None:
    by = timedelta(seconds=seconds)
    there = moved(one, by)

    assert faults(there) == ()
    assert worked_s(there, NOW) == worked_s(one, NOW)
    assert moved(there, -by) == one


def test_nothing_is_changed_unless_it_is_named() -> None:
    one = block(planned_s=3000.0, tags=("a",), gaps=(gap(1, 2),))

    assert edited(one, BlockEdit()) == one
    assert edited(block(5, 5), BlockEdit()) == block(5, 5)  # even one without length


def test_every_fact_can_be_changed() -> None:
    edit = BlockEdit(
        name=" Letters ",
        channel=Channel.EMAIL,
        tags=("x", " x", "y "),
        planned_s=600.0,
        time_zone="Europe/Lisbon",
    )
    assert edited(block(), edit) == block(
        name="Letters",
        channel=Channel.EMAIL,
        tags=("x", "y"),
        planned_s=600.0,
        time_zone="Europe/Lisbon",
    )


def test_a_plan_can_be_dropped() -> None:
    edit = BlockEdit(drops_plan=True, planned_s=60.0)

    assert edited(block(planned_s=3000.0), edit).planned_s is None


def test_another_end_leaves_the_parts_where_they_happened() -> None:
    one = block(gaps=(gap(20, 30),))

    assert edited(one, BlockEdit(ended_at=at(90))) == block(0, 90, gaps=(gap(20, 30),))
    assert edited(one, BlockEdit(ended_at=at(25))) == block(0, 25, gaps=(gap(20, 25),))
    assert edited(one, BlockEdit(started_at=at(-5))) == block(-5, 60, gaps=(gap(20, 30),))


def test_another_start_and_end_of_the_same_length_take_the_parts_along() -> None:
    one = block(gaps=(gap(20, 30),), interruptions=(interruption(5, 6),))
    there = edited(one, BlockEdit(started_at=at(100), ended_at=at(160)))

    assert there == block(100, 160, gaps=(gap(120, 130),), interruptions=(interruption(105, 106),))


def test_an_end_ends_an_open_block() -> None:
    assert edited(block(0, None, anchor=ANCHOR), BlockEdit(ended_at=at(30))) == block(0, 30)
    assert edited(block(0, None), BlockEdit(started_at=at(5))) == block(5, None)


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (BlockEdit(name=" "), "needs a name"),
        (BlockEdit(planned_s=0.0), "no planned time"),
        (BlockEdit(ended_at=at(0)), "end after it starts"),
        (BlockEdit(started_at=at(61)), "end after it starts"),
    ],
)
def test_a_block_that_cannot_be_is_refused(edit: BlockEdit, sentence: str) -> None:
    with pytest.raises(FocusError, match=sentence):
        edited(block(), edit)
