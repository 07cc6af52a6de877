"""Lengths from left to right: how long a bar is, and the ticks under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workspace_assistant.core.balance.pictures.hours_axis import LABELS_PX
from workspace_assistant.core.balance.pictures.looks import SMALL_PX
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Anchor, Label, Line, Role, Shape, text_width_px

_HOUR_S = 3600.0
_SPACE_PX = 28.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthsAxis:
    """From nothing at `left` to `longest_s` at `right`."""

    left: float
    right: float
    longest_s: float

    def x(self, length_s: float) -> float:
        """What is longer is put on the edge."""
        share = min(max(length_s / self.longest_s, 0.0), 1.0)
        return self.left + share * (self.right - self.left)


def length_lines(
    axis: LengthsAxis, writing: Writing, top: float, bottom: float, steps_h: Sequence[int]
) -> Iterator[Shape]:
    """Faint lines at round lengths, by the smallest of *steps_h* that leaves room for words."""
    step_s = _HOUR_S * _step_h(axis, writing, steps_h)
    for index in range(int(axis.longest_s // step_s) + 1):
        x = axis.x(index * step_s)
        yield Line(start=(x, top), end=(x, bottom), role=Role.GRID)
        yield Label(
            at=(x, bottom + LABELS_PX - 5),
            text=writing.length(index * step_s) if index else "0",
            role=Role.FAINT,
            size_px=SMALL_PX,
            anchor=Anchor.MIDDLE,
        )


def _step_h(axis: LengthsAxis, writing: Writing, steps_h: Sequence[int]) -> int:
    longest = writing.length(axis.longest_s // _HOUR_S * _HOUR_S)
    an_hour_px = (axis.right - axis.left) * _HOUR_S / axis.longest_s
    wide = text_width_px(longest, SMALL_PX) + _SPACE_PX
    return next((one for one in steps_h if one * an_hour_px >= wide), steps_h[-1])
