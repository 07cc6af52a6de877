"""Worked time of many blocks is that of each of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.core.focus.blocks import at
from workspace_assistant.core.facts.outside import worked_spans
from workspace_assistant.core.facts.worked_time import BlockTimes, worked_time
from workspace_assistant.core.focus.model import Block, Gap, GapReason
from workspace_assistant.core.spans import Span, united, without_all


def a_block(cuts: Sequence[int]) -> Block:
    """From the first minute to the last, away between each two of those in between."""
    start, *inside, end = cuts
    pairs = zip(inside[::2], inside[1::2], strict=False)
    return Block(
        id="1",
        name="Mail",
        started_at=at(start),
        ended_at=at(end),
        time_zone="UTC",
        utc_offset_s=0,
        gaps=tuple(
            Gap(id="1", started_at=at(gone), ended_at=at(back), reason=GapReason.IDLE)
            for gone, back in pairs
        ),
    )


def rows(block: Block) -> list[BlockTimes]:
    assert block.ended_at
    whole = (micros(block.started_at), micros(block.ended_at))
    gaps = [
        (*whole, micros(one.started_at), micros(one.ended_at)) for one in block.gaps if one.ended_at
    ]
    return [*gaps] or [(*whole, None, None)]


def micros(moment: datetime) -> int:
    return round(1_000_000 * moment.timestamp())


CUTS = st.lists(st.integers(0, 60), min_size=2, max_size=8).map(sorted)


@example([], [])
@example([[0, 0, 10, 60], [0, 30]], [5, 20, 70, 80])
@given(st.lists(CUTS, max_size=5), st.lists(st.integers(0, 300), max_size=8).map(sorted))
def test_the_same_time_as_of_each_block(drawn: list[list[int]], cut: list[int]) -> None:
    """No block lies over another one; some of them touch."""
    blocks = [a_block([60 * hour + cut for cut in cuts]) for hour, cuts in enumerate(drawn)]
    apart = [span for one in blocks for span in worked_spans(one, at(999))]
    told = [row for one in blocks for row in rows(one)]
    assert worked_time(told) == united(apart)
    pairs = zip(cut[::2], cut[1::2], strict=False)
    cuts = united(Span(at(start), at(end)) for start, end in pairs if start < end)
    assert worked_time(told, cuts) == without_all(united(apart), cuts)
