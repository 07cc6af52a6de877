"""Hatching: strokes that fill an area and stay inside of it."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest

from workspace_assistant.core.drawing import Line, Rect, Role, hatching


def strokes(width_px: float, height_px: float) -> tuple[Line, ...]:
    area = Rect(corner=(10, 20), width_px=width_px, height_px=height_px)
    return hatching(area, Role.ACCENT, step_px=5, width_px=1)


@pytest.mark.parametrize("size", [(100, 16), (16, 100), (7, 7), (2, 16), (1, 1), (0, 16)])
def test_no_stroke_leaves_the_area(size: tuple[float, float]) -> None:
    width, height = size
    for one in strokes(width, height):
        for x, y in (one.start, one.end):
            assert 10 <= x <= 10 + max(1, width)
            assert 20 <= y <= 20 + max(1, height)


def test_strokes_rise_to_the_right_from_edge_to_edge() -> None:
    whole = [one for one in strokes(101, 17) if hypot(*_way(one)) > 22]
    assert len(whole) == 17  # of 23: those that both short edges let through
    assert all(_way(one) == (16, -16) for one in whole)


def test_they_are_evenly_apart() -> None:
    sums = [sum(one.start) for one in strokes(41, 17)]
    assert {round(after - before, 6) for before, after in pairwise(sums)} == {5}


def test_the_smallest_area_has_one_or_none() -> None:
    assert len(strokes(4, 4)) == 1
    assert strokes(1, 1) == ()


def _way(one: Line) -> tuple[float, float]:
    return one.end[0] - one.start[0], one.end[1] - one.start[1]
