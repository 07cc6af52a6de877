"""A piece of a page: shapes from its own top left corner, and how high it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workspace_assistant.core.balance.report_pages.setting import (
    Measure,
    Style,
    label,
    lines_of,
)
from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Line,
    Point,
    Polyline,
    Rect,
    Shape,
)


@dataclass(frozen=True, slots=True)
class Piece:
    height_px: float
    shapes: tuple[Shape, ...] = ()

    def lowered(self, by_px: float) -> Piece:
        """With empty space above it."""
        return Piece(self.height_px + by_px, tuple(moved(self.shapes, 0, by_px)))


def stacked(pieces: Iterable[Piece], gap_px: float = 0.0) -> Piece:
    """One below the other."""
    top, shapes = 0.0, list[Shape]()
    for index, piece in enumerate(pieces):
        top += gap_px if index else 0.0
        shapes.extend(moved(piece.shapes, 0, top))
        top += piece.height_px
    return Piece(top, tuple(shapes))


def side_by_side(left: Piece, right: Piece, right_x: float) -> Piece:
    shapes = (*left.shapes, *moved(right.shapes, right_x, 0))
    return Piece(max(left.height_px, right.height_px), shapes)


def paragraph(
    text: str,
    x: float,
    width_px: float,
    style: Style,
    measure: Measure,
    anchor: Anchor = Anchor.START,
) -> Piece:
    """*text* in as many lines as it takes; x is that of the anchor."""
    lines = lines_of(text, width_px, style, measure)
    # The baseline lies where the middle of small letters is the middle of the line.
    first = (style.leading_px + 0.72 * style.size_px) / 2
    shapes = (
        label(line, x, first + index * style.leading_px, style, anchor)
        for index, line in enumerate(lines)
    )
    return Piece(len(lines) * style.leading_px, tuple(shapes))


def drawn(drawing: Drawing, width_px: float) -> Piece:
    """A drawing, enlarged to *width_px*."""
    scale = width_px / drawing.width_px
    return Piece(
        drawing.height_px * scale, tuple(_placed(shape, 0, 0, scale) for shape in drawing.shapes)
    )


def moved(shapes: Iterable[Shape], x: float, y: float) -> Iterable[Shape]:
    return (_placed(shape, x, y, 1.0) for shape in shapes)


def _placed(shape: Shape, x: float, y: float, scale: float) -> Shape:
    def at(point: Point) -> Point:
        return point[0] * scale + x, point[1] * scale + y

    match shape:
        case Line():
            return replace(
                shape, start=at(shape.start), end=at(shape.end), width_px=shape.width_px * scale
            )
        case Rect():
            return replace(
                shape,
                corner=at(shape.corner),
                width_px=shape.width_px * scale,
                height_px=shape.height_px * scale,
                stroke_px=shape.stroke_px * scale,
                radius_px=shape.radius_px * scale,
            )
        case Polyline():
            points = tuple(map(at, shape.points))
            return replace(shape, points=points, width_px=shape.width_px * scale)
    return replace(shape, at=at(shape.at), size_px=shape.size_px * scale)
