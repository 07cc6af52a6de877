"""Hours from left to right: which of them a picture shows, and where each lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from workspace_assistant.core.balance.pictures.looks import SMALL_PX
from workspace_assistant.core.drawing import Anchor, Label, Line, Role, Shape, text_width_px

_STEPS_H = (1, 2, 3, 4, 6, 12, 24)
_LABEL_GAP_PX = 14.0
LABELS_PX = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursAxis:
    """From the hour `first` at `left` to the hour `last` at `right`."""

    left: float
    right: float
    first: float
    last: float

    @property
    def width_px(self) -> float:
        return self.right - self.left

    def x(self, hour: float) -> float:
        """What lies outside is put on the edge."""
        share = (hour - self.first) / (self.last - self.first)
        return self.left + min(max(share, 0.0), 1.0) * self.width_px

    def ticks(self, widest: str) -> Iterator[int]:
        """Whole hours so far apart that labels as wide as *widest* do not touch."""
        wide = text_width_px(widest, SMALL_PX) + _LABEL_GAP_PX
        an_hour_px = self.width_px / (self.last - self.first)
        step = next((one for one in _STEPS_H if one * an_hour_px >= wide), _STEPS_H[-1])
        start = -(-floor(self.first) // step) * step
        return iter(range(start, floor(self.last) + 1, step))


def hour_lines(
    axis: HoursAxis, labels: dict[int, str], top: float, bottom: float
) -> Iterator[Shape]:
    """A faint line for each hour of *labels*, and its words under it."""
    for hour, words in labels.items():
        x = axis.x(hour)
        yield Line(start=(x, top), end=(x, bottom), role=Role.GRID)
        yield Label(
            at=(x, bottom + LABELS_PX - 5),
            text=words,
            role=Role.FAINT,
            size_px=SMALL_PX,
            anchor=Anchor.MIDDLE,
        )
