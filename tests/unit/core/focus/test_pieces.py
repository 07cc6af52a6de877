from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.fakes.focus import CountingId
from tests.unit.core.focus.blocks import NINE, at, block, blocks, gap, interruption
from workspace_assistant.core.focus.accounting import gap_s, remaining_s, span_s, worked_s
from workspace_assistant.core.focus.corrections import span_of
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Anchor, Block, ClockChange, GapReason
from workspace_assistant.core.focus.pieces import merged, split_block

NOW = at(48 * 60)
ANCHOR = Anchor(at=NINE, elapsed_s=1, boot_id="one")


@st.composite
def splits(draw: st.DrawFn) -> tuple[Block, Block, Block]:
    """A block and its two pieces."""
    one = draw(blocks())
    last_s = int(span_s(one, NOW)) - 1
    assume(last_s >= 1)
    cut = NINE + timedelta(seconds=draw(st.integers(1, last_s)))
    return (one, *split_block(one, cut, CountingId()))


@given(splits())
def test_pieces_are_sound_and_meet(split: tuple[Block, Block, Block]) -> None:
    one, first, second = split

    assert faults(first) == faults(second) == ()
    assert (first.started_at, second.ended_at) == (one.started_at, one.ended_at)
    assert first.ended_at == second.started_at
    assert {first.id, second.id} > {one.id}


@given(splits())
def test_pieces_share_out_what_the_block_had(split: tuple[Block, Block, Block]) -> None:
    one, *pieces = split
    plans = [piece.planned_s for piece in pieces if piece.planned_s is not None]

    assert sum(worked_s(piece, NOW) for piece in pieces) == pytest.approx(worked_s(one, NOW))
    assert sum(len(piece.interruptions) for piece in pieces) == len(one.interruptions)
    assert (sum(plans) if plans else None) == (
        None if one.planned_s is None else pytest.approx(one.planned_s)
    )


@given(splits())
def test_a_part_has_one_id_in_each_piece(split: tuple[Block, Block, Block]) -> None:
    _, first, second = split

    assert not {part.id for part in first.gaps} & {part.id for part in second.gaps}


@given(splits())
def test_merging_what_was_split_gives_the_same_block(split: tuple[Block, Block, Block]) -> None:
    one, first, second = split
    again = merged(first, second, "unused")

    assert faults(again) == ()
    assert worked_s(again, NOW) == pytest.approx(worked_s(one, NOW))
    assert (again.id, again.started_at, again.ended_at) == (one.id, one.started_at, one.ended_at)
    assert again.anchor == one.anchor
    assert sum(gap_s(each, NOW) for each in again.gaps) == sum(
        gap_s(each, NOW) for each in one.gaps
    )
    if not any(each.ended_at is None for each in one.gaps):
        assert again.gaps == one.gaps


def test_a_plan_is_shared_out_by_length() -> None:
    first, second = split_block(block(0, 60, planned_s=3000.0), at(20), CountingId())

    assert (first.planned_s, second.planned_s) == (1000, 2000)


def test_what_remains_of_the_plan_stays_so_in_a_block_that_runs() -> None:
    running = block(0, None, planned_s=3000.0, anchor=ANCHOR, gaps=(gap(5, 10),))
    first, second = split_block(running, at(20), CountingId())

    assert (first.planned_s, second.planned_s) == (900, 2100)
    assert remaining_s(second, at(30)) == remaining_s(running, at(30))


def test_a_plan_that_is_used_up_leaves_nothing_to_the_rest() -> None:
    first, second = split_block(block(0, None, planned_s=600.0), at(20), CountingId())

    assert (first.planned_s, second.planned_s) == (600, None)


def test_a_piece_in_which_nothing_was_worked_takes_no_plan() -> None:
    paused = block(0, None, planned_s=600.0, gaps=(gap(0, None),))
    first, second = split_block(paused, at(20), CountingId())

    assert (first.planned_s, second.planned_s) == (None, 600)


def test_what_runs_on_keeps_the_id_and_the_tie_to_the_clock() -> None:
    first, second = split_block(block(0, None, anchor=ANCHOR), at(20), CountingId())

    assert (first.id != "b" * 32, second.id) == (True, "b" * 32)
    assert (first.anchor, second.anchor) == (None, ANCHOR)


def test_a_gap_over_the_cut_is_cut() -> None:
    first, second = split_block(block(gaps=(gap(10, 30),)), at(20), CountingId())

    assert first.gaps == (gap(10, 20),)
    assert second.gaps == (gap(20, 30, second.gaps[0].id),)


def test_an_open_gap_over_the_cut_waits_for_an_answer_in_the_first_piece() -> None:
    away = block(0, None, gaps=(gap(10, None, reason=GapReason.IDLE),))
    first, second = split_block(away, at(20), CountingId())

    assert first.gaps == (gap(10, 20, reason=GapReason.IDLE, is_unanswered=True),)
    assert second.gaps == (gap(20, None, second.gaps[0].id, reason=GapReason.IDLE),)


def test_what_happened_at_the_cut_is_in_the_second_piece() -> None:
    one = block(interruptions=(interruption(10, 30), interruption(20, name="j")))
    first, second = split_block(one, at(20), CountingId())

    assert first.interruptions == (interruption(10, 20),)
    assert second.interruptions == (interruption(20, name="j"),)


@pytest.mark.parametrize("minute", [-1, 0, 60, 61])
def test_a_block_is_split_inside(minute: float) -> None:
    with pytest.raises(FocusError, match="lies outside"):
        split_block(block(), at(minute), CountingId())


def test_what_lay_between_two_blocks_is_a_pause() -> None:
    first = block(0, 20, tags=("a", "b"), planned_s=600.0, interruptions=(interruption(1),))
    second = block(30, 60, id="c" * 32, name="Other", tags=("b", "c"), source="toggl:1")

    assert merged(first, second, "new") == replace(
        first,
        ended_at=at(60),
        tags=("a", "b", "c"),
        gaps=(gap(20, 30, "new"),),
        source="toggl:1",
    )


def test_plans_add_up() -> None:
    first, second = block(0, 20, planned_s=600.0), block(20, 30, planned_s=60.0)

    assert merged(first, second, "new").planned_s == 660
    assert merged(block(0, 20), block(20, 30), "new").planned_s is None


def test_pauses_at_the_seam_become_one() -> None:
    first = block(0, 20, gaps=(gap(15, 20, "a"),))
    second = block(30, 60, gaps=(gap(30, 32, "b"), gap(40, 41, "c")))

    assert merged(first, second, "new").gaps == (gap(15, 32, "a"), gap(40, 41, "c"))


def test_gaps_of_another_kind_stay_apart_at_the_seam() -> None:
    first = block(0, 20, gaps=(gap(15, 20, "a", reason=GapReason.IDLE, is_unanswered=True),))
    second = block(20, 60, gaps=(gap(20, 32, "b", reason=GapReason.IDLE),))

    assert [one.id for one in merged(first, second, "new").gaps] == ["a", "b"]


def test_a_note_of_the_clock_is_not_repeated_at_the_seam() -> None:
    noted = (ClockChange(at=at(5), by_s=60),)
    one = block(clock_changes=noted)

    assert merged(*split_block(one, at(20), CountingId()), "new").clock_changes == noted


def test_merging_with_the_running_block_runs_on() -> None:
    whole = merged(block(0, 20), block(30, None, id="c" * 32, anchor=ANCHOR), "new")

    assert (whole.id, whole.ended_at, whole.anchor) == ("c" * 32, None, ANCHOR)
    assert span_of(whole).start == at(0)


def test_blocks_are_merged_in_order() -> None:
    for first, second in ((block(0, None), block(30, 60)), (block(0, 40), block(30, 60))):
        with pytest.raises(ValueError, match=r"open block|cannot end"):
            merged(first, second, "new")
