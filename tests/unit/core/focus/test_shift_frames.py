"""Which shift a block belongs to."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.focus.blocks import at, block
from workspace_assistant.core.focus.log_document import log_document, status_document
from workspace_assistant.core.focus.shift_frames import (
    ShiftFrame,
    frame_at,
    frame_of,
    frames_around,
    left_of,
    no_frames,
)
from workspace_assistant.core.spans import Span


def frame(start: float, end: float, name: str = "early") -> ShiftFrame:
    return ShiftFrame(id=name, name=name, starts_at=at(start), ends_at=at(end))


EARLY, LATE = frame(0, 240), frame(300, 540, "late")
FRAMES = (EARLY, LATE)


@pytest.mark.parametrize(
    ("start", "end", "belongs_to"),
    [
        (10, 60, EARLY),
        (-20, 30, EARLY),  # began before it
        (220, 310, EARLY),  # 20 minutes of the first, 10 of the second
        (230, 340, LATE),
        (230, 310, EARLY),  # as much of both: the one that began first
        (-60, 0, None),  # an hour before it
        (240, 300, None),  # between both, touching them
        (540, 600, None),  # an hour after it
        (240, 240, None),  # no length, at the end of a shift that is over
        (0, 0, EARLY),  # no length, at its start
    ],
)
def test_a_block_belongs_to_the_shift_it_has_most_time_in_common_with(
    start: float, end: float, belongs_to: ShiftFrame | None
) -> None:
    assert frame_of(block(start, end), FRAMES, at(1000)) == belongs_to


def test_an_open_block_counts_until_now() -> None:
    running = block(230, None)

    assert frame_of(running, FRAMES, at(235)) == EARLY
    assert frame_of(running, FRAMES, at(400)) == LATE
    # A clock that stands before its start makes it no shorter than nothing.
    assert frame_of(running, FRAMES, at(200)) == EARLY


def test_of_overlapping_shifts_the_one_that_began_last_goes_on() -> None:
    second = frame(120, 400, "second")

    assert frame_at((EARLY, second), at(130)) == second
    assert frame_at((EARLY, second), at(60)) == EARLY
    assert frame_at((EARLY, second), at(400)) is None


def test_nothing_is_left_of_a_shift_that_is_over() -> None:
    assert left_of(EARLY, at(200)) == timedelta(minutes=40)
    assert left_of(EARLY, at(250)) == timedelta()


def test_the_shifts_of_many_blocks_are_asked_for_in_one_question() -> None:
    asked: list[Span] = []

    def between(span: Span) -> tuple[ShiftFrame, ...]:
        asked.append(span)
        return tuple(one for one in FRAMES if one.span.overlaps(span))

    blocks = (block(10, 20), block(300, None))

    assert frames_around(blocks, at(300), between) == FRAMES
    assert [one.start for one in asked] == [at(10)]
    assert frames_around((), at(0), between) == ()
    assert len(asked) == 1


def test_without_shifts_a_block_belongs_to_none() -> None:
    assert frame_of(block(), frames_around([block()], at(60), no_frames), at(60)) is None


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 200)), max_size=5))
def test_a_block_belongs_to_no_shift_that_it_has_nothing_in_common_with(
    spans: list[tuple[int, int]],
) -> None:
    frames = [frame(start, start + length, str(start)) for start, length in spans]
    one = block(100, 160)
    found = frame_of(one, frames, at(160))
    shared = [common.length_s for f in frames if (common := f.span.common(Span(at(100), at(160))))]

    if found is None:
        assert not shared
    else:
        common = found.span.common(Span(at(100), at(160)))
        assert common is not None
        assert common.length_s == max(shared)


def test_a_list_says_to_which_shift_each_block_belongs() -> None:
    document = log_document([block(10, 20), block(250, 260)], at(300), FRAMES)

    inside, outside = document["blocks"]
    assert (inside["shift"]["id"], outside["shift"]) == ("early", None)
    assert inside["shift"]["starts_at"] == "2026-11-23T09:00:00.000000Z"
    # What is exported tells of the log alone.
    assert "shift" not in log_document([block()], at(90))["blocks"][0]


def test_the_status_tells_what_is_left_of_the_shift() -> None:
    document = status_document(at(200), None, None, None, (), frame=EARLY)

    assert document["shift"]["name"] == "early"
    assert document["shift"]["remaining_s"] == 40 * 60
