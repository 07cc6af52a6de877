"""Which mark is pointed at, and where the arrow keys lead."""

from __future__ import annotations

from workspace_assistant.core.drawing import Mark
from workspace_assistant.ui.widgets.mark_walk import Step, mark_at, stepped


def mark(left: float, top: float, width: float, words: str, height: float = 10) -> Mark:
    return Mark(corner=(left, top), width_px=width, height_px=height, words=words)


# Two days with pieces, and one without.
MARKS = (
    mark(0, 0, 100, "Mon", 20),
    mark(20, 5, 30, "Mon early"),
    mark(50, 5, 30, "Mon late"),
    mark(0, 20, 100, "Tue", 20),
    mark(25, 25, 50, "Tue all day"),
    mark(0, 40, 100, "Wed", 20),
)


def led(words: str, step: Step) -> str:
    at = next(index for index, one in enumerate(MARKS) if one.words == words)
    return MARKS[stepped(MARKS, at, step)].words


def test_the_smallest_mark_under_the_pointer_is_meant() -> None:
    assert mark_at(MARKS, 30, 10) == 1
    assert mark_at(MARKS, 5, 10) == 0
    assert mark_at(MARKS, 200, 10) is None
    assert mark_at((), 0, 0) is None


def test_an_edge_belongs_to_the_mark_that_begins_there() -> None:
    assert mark_at(MARKS, 50, 10) == 2
    assert mark_at(MARKS, 50, 20) == 3


def test_back_and_forth_follow_the_order_and_stop_at_its_ends() -> None:
    assert led("Mon early", Step.FORTH) == "Mon late"
    assert led("Mon late", Step.FORTH) == "Tue"
    assert led("Tue", Step.BACK) == "Mon late"
    assert led("Mon", Step.BACK) == "Mon"
    assert led("Wed", Step.FORTH) == "Wed"
    assert led("Tue", Step.FIRST) == "Mon"
    assert led("Tue", Step.LAST) == "Wed"


def test_up_and_down_keep_to_what_is_alike() -> None:
    assert led("Mon", Step.DOWN) == "Tue"
    assert led("Tue", Step.DOWN) == "Wed"
    assert led("Wed", Step.UP) == "Tue"
    assert led("Mon early", Step.DOWN) == "Tue all day"
    assert led("Tue all day", Step.UP) == "Mon early"
    assert led("Tue all day", Step.DOWN) == "Wed"
    assert led("Mon late", Step.UP) == "Mon late"
    assert led("Wed", Step.DOWN) == "Wed"


def test_cells_of_a_grid_lead_to_those_above_and_below() -> None:
    grid = [mark(x * 20, y * 20, 18, f"{x} {y}", 18) for y in range(3) for x in range(4)]
    assert grid[stepped(grid, 2, Step.DOWN)].words == "2 1"
    assert grid[stepped(grid, 6, Step.UP)].words == "2 0"
