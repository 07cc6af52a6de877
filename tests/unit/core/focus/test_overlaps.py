from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.focus import CountingId
from tests.unit.core.focus.blocks import NINE, at, block, gap, interruption
from workspace_assistant.core.focus.corrections import span_of
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Anchor, Block
from workspace_assistant.core.focus.overlaps import (
    Fitted,
    OverlapChoice,
    OverlapError,
    fitted,
    overlapping,
)

NEW = block(20, 40, id="new", name="New")
ANCHOR = Anchor(at=NINE, elapsed_s=1, boot_id="one")


def old(start: float, end: float | None, name: str = "old") -> Block:
    return block(start, end, id=name, name=name)


def fit(new: Block, *others: Block, choice: OverlapChoice = OverlapChoice.TRIM_OLD) -> Fitted:
    return fitted(new, others, choice, CountingId())


def minutes(one: Block) -> tuple[float, float | None]:
    def of(instant: timedelta) -> float:
        return instant.total_seconds() / 60

    return of(one.started_at - NINE), None if one.ended_at is None else of(one.ended_at - NINE)


def test_neighbors_do_not_overlap_nor_does_a_block_itself() -> None:
    assert overlapping(NEW, [old(0, 20), old(40, None), NEW]) == ()
    assert fit(NEW, old(0, 20), choice=OverlapChoice.REFUSE) == Fitted(new=(NEW,))


def test_refusing_names_whose_time_it_is() -> None:
    others = [old(35, 50, "late"), old(0, 25, "early")]

    with pytest.raises(OverlapError, match="taken by “early”, “late”") as refused:
        fitted(NEW, others, OverlapChoice.REFUSE, CountingId())
    assert [one.name for one in refused.value.blocks] == ["early", "late"]


@pytest.mark.parametrize(
    ("other", "left"),
    [
        (old(0, 30), [(0, 20)]),
        (old(30, 60), [(40, 60)]),
        (old(0, 60), [(0, 20), (40, 60)]),
        (old(25, 30), []),
        (old(20, 40), []),
        (old(30, None), [(40, None)]),
        (old(0, None), [(0, 20), (40, None)]),
    ],
)
def test_the_old_ones_give_way(other: Block, left: list[tuple[float, float | None]]) -> None:
    ((before, pieces),) = fit(NEW, other).old

    assert before == other
    assert [minutes(piece) for piece in pieces] == left
    assert [piece.id for piece in pieces].count("old") == min(len(left), 1)


def test_a_running_block_that_gives_way_keeps_its_id_where_it_runs_on() -> None:
    ((_, pieces),) = fit(NEW, block(0, None, anchor=ANCHOR)).old

    assert [piece.id == "b" * 32 for piece in pieces] == [False, True]
    assert [piece.anchor for piece in pieces] == [None, ANCHOR]


def test_the_new_one_gives_way_in_pieces() -> None:
    new = block(0, 60, id="new", gaps=(gap(5, 55),), interruptions=(interruption(15),))
    among = fit(new, old(10, 20, "a"), old(30, 40, "b"), choice=OverlapChoice.TRIM_NEW)

    assert [minutes(piece) for piece in among.new] == [(0, 10), (20, 30), (40, 60)]
    assert among.old == ()
    assert among.new[0].id == "new"
    assert len({one.id for piece in among.new for one in piece.gaps}) == 3
    assert not any(piece.interruptions for piece in among.new)


def test_a_new_one_of_which_nothing_is_left_is_refused() -> None:
    others = [old(0, 30, "a"), old(30, 50, "b")]

    with pytest.raises(OverlapError, match="All of this time is taken by “a”, “b”"):
        fitted(NEW, others, OverlapChoice.TRIM_NEW, CountingId())


@st.composite
def days(draw: st.DrawFn) -> tuple[Block, list[Block]]:
    """A new block, and others that are apart; the last may be open."""
    bounds = sorted(draw(st.sets(st.integers(0, 60), max_size=8)))
    others = [
        old(start, end, f"old{start}")
        for start, end in zip(bounds[::2], bounds[1::2], strict=False)
    ]
    if len(bounds) % 2:
        others.append(old(bounds[-1], None, "open"))
    start, end = sorted(draw(st.sets(st.integers(0, 60), min_size=2, max_size=2)))
    return block(start, end, id="new"), others


def minutes_held(*some: Block) -> list[int]:
    return [minute for minute in range(61) for one in some if span_of(one).holds(at(minute))]


@given(days(), st.sampled_from([OverlapChoice.TRIM_OLD, OverlapChoice.TRIM_NEW]))
def test_whoever_gives_way_no_time_is_shared_or_lost(
    day: tuple[Block, list[Block]], choice: OverlapChoice
) -> None:
    new, others = day
    try:
        among = fit(new, *others, choice=choice)
    except OverlapError:
        assert choice is OverlapChoice.TRIM_NEW
        assert set(minutes_held(new)) <= set(minutes_held(*others))
        return
    changed = [before.id for before, _ in among.old]
    left = [piece for _, pieces in among.old for piece in pieces]
    after = [*among.new, *left, *(one for one in others if one.id not in changed)]

    assert sorted(minutes_held(*after)) == sorted(set(minutes_held(new, *others)))
    assert not any(faults(one) for one in after)
    assert len({one.id for one in after}) == len(after)
