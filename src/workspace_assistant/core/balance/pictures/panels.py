"""Small lines beside and below each other, one for each indicator, over the same weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from workspace_assistant.core.balance.pictures.legend import legend, note
from workspace_assistant.core.balance.pictures.looks import GAP_PX, SMALL_PX, TEXT_PX
from workspace_assistant.core.balance.pictures.panel_looks import (
    dot,
    entries,
    target_line,
    usual_band,
)
from workspace_assistant.core.balance.pictures.panel_model import Naming, Panel
from workspace_assistant.core.drawing import (
    Drawing,
    Label,
    Mark,
    Point,
    Polyline,
    Role,
    Shape,
    wrapped,
)

_NARROWEST_PX = 216.0
_SPACE_PX = 32.0
_VALUE_PX = 17.0
_HEAD_PX = 48.0
_LINE_PX = 44.0
_CAPTION_PX = 16.0
_BETWEEN_PX = 22.0
_EDGE_PX = 7.0
_PAD = 0.12


def panels_drawing(panels: Sequence[Panel], naming: Naming, width_px: float) -> Drawing | None:
    """As many beside each other as there is room for; a mark for each point that is known."""
    if not panels:
        return None
    places = list(_placed(panels, width_px))
    bottom = max(one.top + one.height_px for one in places)
    below, below_px = legend(entries(panels, naming), (0, bottom + GAP_PX), width_px)
    end = bottom + GAP_PX + below_px
    weeks, weeks_px = note(naming.weeks, (0, end), width_px)
    return Drawing(
        width_px=width_px,
        height_px=end + weeks_px,
        title=naming.title,
        description=" ".join(f"{one.name}: {_told(one)}." for one in panels),
        shapes=(*(shape for one in places for shape in one.shapes()), *below, *weeks),
        marks=tuple(mark for one in places for mark in one.marks()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    panel: Panel
    left: float
    top: float
    width_px: float

    @property
    def height_px(self) -> float:
        return _HEAD_PX + _LINE_PX + _CAPTION_PX * len(self._caption())

    def shapes(self) -> Iterator[Shape]:
        yield Label(at=(self.left, self.top + TEXT_PX), text=self.panel.name, size_px=TEXT_PX)
        at = (self.left, self.top + TEXT_PX + _VALUE_PX + 6)
        yield Label(at=at, text=self.panel.value, size_px=_VALUE_PX, is_bold=True)
        yield from self._references()
        yield from self._line()
        yield from self._dots()
        for index, words in enumerate(self._caption()):
            y = self.top + _HEAD_PX + _LINE_PX + _CAPTION_PX * (index + 1) - 2
            yield Label(at=(self.left, y), text=words, role=Role.FAINT, size_px=SMALL_PX)

    def marks(self) -> Iterator[Mark]:
        """Each from half of the way to the point before it to half of that to the next."""
        half = self._step_px / 2
        for index, point in enumerate(self.panel.points):
            if point.value is not None:
                left = max(self.left, self._x(index) - half)
                right = min(self.left + self.width_px, self._x(index) + half)
                yield Mark(
                    corner=(left, self.top + _HEAD_PX - _EDGE_PX),
                    width_px=right - left,
                    height_px=_LINE_PX + 2 * _EDGE_PX,
                    words=point.words,
                )

    def _references(self) -> Iterator[Shape]:
        panel, right = self.panel, self._x(len(self.panel.points) - 1)
        if panel.usual is not None:
            y, first = self._y(panel.usual), max(0, len(panel.points) - panel.usual_over)
            yield usual_band((self._x(first), y), right)
        if panel.target is not None:
            yield target_line((self.left, self._y(panel.target)), self.left + self.width_px)

    def _line(self) -> Iterator[Shape]:
        """It ends where a week knew nothing."""
        numbered = enumerate(self.panel.points)
        for is_known, run in groupby(numbered, key=lambda one: one[1].value is not None):
            if is_known:
                points = tuple(self._at(index, point.value or 0.0) for index, point in run)
                yield Polyline(points=points, stroke=Role.ACCENT, width_px=1.75)

    def _dots(self) -> Iterator[Shape]:
        last = len(self.panel.points) - 1
        for index, point in enumerate(self.panel.points):
            if point.value is None:
                continue
            at = self._at(index, point.value)
            yield dot(at, is_missed=point.is_missed, is_last=index == last)

    def _caption(self) -> tuple[str, ...]:
        caption = self.panel.caption
        return wrapped(caption, self.width_px, SMALL_PX) if caption else ()

    def _at(self, index: int, value: float) -> Point:
        return self._x(index), self._y(value)

    @property
    def _step_px(self) -> float:
        return (self.width_px - 2 * _EDGE_PX) / max(1, len(self.panel.points) - 1)

    def _x(self, index: int) -> float:
        return self.left + _EDGE_PX + index * self._step_px

    def _y(self, value: float) -> float:
        low, high = _range(self.panel)
        return self.top + _HEAD_PX + _LINE_PX * (1 - (value - low) / (high - low))


def _placed(panels: Sequence[Panel], width_px: float) -> Iterator[_Placed]:
    columns = max(1, int((width_px + _SPACE_PX) / (_NARROWEST_PX + _SPACE_PX)))
    columns = min(columns, len(panels))
    wide = (width_px + _SPACE_PX) / columns - _SPACE_PX
    top = 0.0
    for start in range(0, len(panels), columns):
        row = [
            _Placed(panel=one, left=index * (wide + _SPACE_PX), top=top, width_px=wide)
            for index, one in enumerate(panels[start : start + columns])
        ]
        yield from row
        top += max(one.height_px for one in row) + _BETWEEN_PX


def _range(panel: Panel) -> tuple[float, float]:
    """Of all that is drawn, with some room above and below."""
    values = [one.value for one in panel.points if one.value is not None]
    values += [one for one in (panel.target, panel.usual) if one is not None]
    low, high = min(values), max(values)
    room = _PAD * (high - low) or max(abs(high), 1.0)
    return low - room, high + room


def _told(panel: Panel) -> str:
    return f"{panel.value}, {panel.caption}" if panel.caption else panel.value
