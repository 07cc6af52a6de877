"""Which mark of a drawing lies under the pointer, and to which one an arrow key leads."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from workspace_assistant.core.drawing import Mark


class Step(Enum):
    """Where a key leads; back and forth follow the order of the marks."""

    BACK = "back"
    FORTH = "forth"
    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LAST = "last"


def mark_at(marks: Sequence[Mark], x: float, y: float) -> int | None:
    """The smallest one that holds the place: a part lies upon the whole."""
    held = [index for index, mark in enumerate(marks) if _holds(mark, x, y)]
    return min(held, key=lambda index: _size(marks[index]), default=None)


def stepped(marks: Sequence[Mark], at: int, step: Step) -> int:
    """The mark that *step* leads to from that at *at*, which stays where there is no other."""
    match step:
        case Step.FIRST:
            return 0
        case Step.LAST:
            return len(marks) - 1
        case Step.BACK:
            return max(0, at - 1)
        case Step.FORTH:
            return min(len(marks) - 1, at + 1)
        case Step.UP | Step.DOWN:
            return _in_next_row(marks, at, is_down=step is Step.DOWN)


def _in_next_row(marks: Sequence[Mark], at: int, *, is_down: bool) -> int:
    """Of the nearest row of marks, the one that is nearest sideways and most alike in size."""
    here = marks[at]
    beyond = [index for index, one in enumerate(marks) if _is_beyond(one, here, is_down=is_down)]
    if not beyond:
        return at
    nearest = min(abs(_middle_y(marks[index]) - _middle_y(here)) for index in beyond)
    row = [
        index
        for index in beyond
        if abs(_middle_y(marks[index]) - _middle_y(here)) <= nearest + here.height_px / 2
    ]
    return min(row, key=lambda index: _unlike(marks[index], here))


def _is_beyond(one: Mark, here: Mark, *, is_down: bool) -> bool:
    """Whether its middle lies outside of *here*, on that side."""
    if is_down:
        return _middle_y(one) > here.corner[1] + here.height_px
    return _middle_y(one) < here.corner[1]


def _unlike(one: Mark, here: Mark) -> float:
    """How far their edges are apart sideways, both ends together."""
    left = abs(one.corner[0] - here.corner[0])
    right = abs(one.corner[0] + one.width_px - here.corner[0] - here.width_px)
    return left + right


def _middle_y(mark: Mark) -> float:
    return mark.corner[1] + mark.height_px / 2


def _holds(mark: Mark, x: float, y: float) -> bool:
    left, top = mark.corner
    return left <= x < left + mark.width_px and top <= y < top + mark.height_px


def _size(mark: Mark) -> float:
    return mark.width_px * mark.height_px
