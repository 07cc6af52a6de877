"""When interruptions come: by the hour, for each cause and each weekday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workspace_assistant.core.balance.pictures import texts
from workspace_assistant.core.balance.pictures.heat_words import (
    HeatRow,
    HeatRows,
    by_cause,
    by_weekday,
    cell_sentence,
    heat_table,
    row_sentence,
)
from workspace_assistant.core.balance.pictures.legend import note
from workspace_assistant.core.balance.pictures.looks import GAP_PX, SMALL_PX, TEXT_PX, widest_px
from workspace_assistant.core.balance.summary_model import HeatCell, HeatMap
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.days import MONDAY
from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Label,
    Mark,
    Point,
    Rect,
    Role,
    Shape,
)
from workspace_assistant.core.table import Table

_ROW_PX = 28.0
_GUTTER_PX = 2.0
_BOLD = 1.25  # digits, which are wider than letters, and bold
_HOURS_PX = 20.0
_WIDEST_CELL_PX = 76.0
# Words must be legible on the fullest cell, in light and in dark.
_EMPTY, _LEAST, _FULL = 0.12, 0.16, 0.5


def cause_map(heat: HeatMap, writing: Writing, width_px: float = 760.0) -> Drawing | None:
    """None where no interruption came."""
    return _map(by_cause(heat, writing), writing, width_px)


def cause_height_px(heat: HeatMap, writing: Writing, width_px: float) -> float:
    """How high `cause_map` is, for a fraction of what it costs."""
    return _height_px(len(heat.by_cause), writing, width_px)


def cause_table(heat: HeatMap, writing: Writing) -> Table:
    """What `cause_map` shows."""
    return heat_table(by_cause(heat, writing), writing)


def weekday_map(
    heat: HeatMap, writing: Writing, width_px: float = 760.0, *, first_weekday: int = MONDAY
) -> Drawing | None:
    """None where nobody worked in a block."""
    return _map(by_weekday(heat, writing, first_weekday), writing, width_px)


def weekday_height_px(heat: HeatMap, writing: Writing, width_px: float) -> float:
    """How high `weekday_map` is, likewise."""
    return _height_px(len(heat.by_weekday), writing, width_px)


def weekday_table(heat: HeatMap, writing: Writing, first_weekday: int = MONDAY) -> Table:
    """What `weekday_map` shows."""
    return heat_table(by_weekday(heat, writing, first_weekday), writing)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """Where the cells lie, and how many interruptions the fullest of them has."""

    left: float
    cell_px: float
    most: int
    writing: Writing

    def shapes(self, row: HeatRow, top: float) -> Iterator[Shape]:
        yield _label(row.name, (0, top), Anchor.START)
        for index, cell in enumerate(row.cells):
            yield from self._cell(cell, (self.left + index * self.cell_px, top))
        end = self.left + len(row.cells) * self.cell_px
        yield _label(str(row.count), (end + GAP_PX, top), Anchor.START, is_bold=True)

    def marks(self, row: HeatRow, top: float) -> Iterator[Mark]:
        """Hours without work have none: there is nothing to tell."""
        for index, cell in enumerate(row.cells):
            if cell.count or cell.worked_s:
                yield Mark(
                    corner=(self.left + index * self.cell_px, top),
                    width_px=self.cell_px - _GUTTER_PX,
                    height_px=_ROW_PX - _GUTTER_PX,
                    words=cell_sentence(row, cell, self.writing),
                )

    def hours(self, rows: HeatRows) -> Iterator[Shape]:
        """Over the cells, at the edge where each hour begins."""
        cells = rows.rows[0].cells
        wide = widest_px(self.writing.hour(one.hour) for one in cells)
        step = next((one for one in (1, 2, 3, 4, 6) if one * self.cell_px > wide + GAP_PX / 2), 12)
        for index, cell in enumerate(cells):
            if cell.hour % step == 0:
                yield Label(
                    at=(self.left + index * self.cell_px, _HOURS_PX - 7),
                    text=self.writing.hour(cell.hour),
                    role=Role.FAINT,
                    size_px=SMALL_PX,
                )

    def _cell(self, cell: HeatCell, corner: Point) -> Iterator[Shape]:
        """Nothing at all where nobody worked; else the fuller, the deeper."""
        if not cell.count and not cell.worked_s:
            return
        share = cell.count / self.most if self.most else 0.0
        yield Rect(
            corner=corner,
            width_px=self.cell_px - _GUTTER_PX,
            height_px=_ROW_PX - _GUTTER_PX,
            fill=Role.ACCENT if cell.count else Role.UNKNOWN,
            radius_px=3,
            opacity=_LEAST + (_FULL - _LEAST) * share if cell.count else _EMPTY,
        )
        if cell.count:
            at = (corner[0] + (self.cell_px - _GUTTER_PX) / 2, corner[1])
            yield _label(str(cell.count), at, Anchor.MIDDLE)


def _map(rows: HeatRows, writing: Writing, width_px: float) -> Drawing | None:
    if not rows.rows or not rows.rows[0].cells:
        return None
    grid = _grid(rows, writing, width_px)
    tops = [(row, _HOURS_PX + index * _ROW_PX) for index, row in enumerate(rows.rows)]
    start, (below, below_px) = _note(len(tops), writing, width_px)
    return Drawing(
        width_px=width_px,
        height_px=start + below_px,
        title=rows.title,
        description=" ".join(row_sentence(row, writing) for row in rows.rows),
        shapes=(
            *grid.hours(rows),
            *(shape for row, top in tops for shape in grid.shapes(row, top)),
            *below,
        ),
        marks=tuple(mark for row, top in tops for mark in grid.marks(row, top)),
    )


def _height_px(rows: int, writing: Writing, width_px: float) -> float:
    start, (_, note_px) = _note(rows, writing, width_px)
    return start + note_px


def _note(
    rows: int, writing: Writing, width_px: float
) -> tuple[float, tuple[tuple[Shape, ...], float]]:
    """Below so many rows: where it begins, what it is, and how high."""
    start = _HOURS_PX + rows * _ROW_PX + GAP_PX / 2
    return start, note(writing.say(texts.HEAT_NOTE), (0, start), width_px)


def _grid(rows: HeatRows, writing: Writing, width_px: float) -> _Grid:
    left = widest_px(row.name for row in rows.rows) + GAP_PX
    right = width_px - _BOLD * widest_px(str(row.count) for row in rows.rows) - GAP_PX
    return _Grid(
        left=left,
        cell_px=min(_WIDEST_CELL_PX, (right - left) / len(rows.rows[0].cells)),
        most=max(cell.count for row in rows.rows for cell in row.cells),
        writing=writing,
    )


def _label(words: str, corner: Point, anchor: Anchor, *, is_bold: bool = False) -> Label:
    at = (corner[0], corner[1] + (_ROW_PX - _GUTTER_PX) / 2 + TEXT_PX * 0.36)
    return Label(at=at, text=words, size_px=TEXT_PX, anchor=anchor, is_bold=is_bold)
