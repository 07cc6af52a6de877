"""What the tests of pictures ask of a drawing."""

from __future__ import annotations

from collections.abc import Iterator

from tests.fakes.summary_days import ZONE
from workspace_assistant.core.balance.writing import EnglishWriting
from workspace_assistant.core.drawing import (
    Drawing,
    Label,
    Line,
    Mark,
    Polyline,
    Rect,
    Role,
    Shape,
    text_width_px,
)
from workspace_assistant.ui.overriding import override

WIDTHS = (520.0, 760.0, 1064.0)


class LongWriting(EnglishWriting):
    """Every sentence 40 % longer, as German is."""

    @override
    def say(self, sentence: str, /, **parts: str) -> str:
        said = super().say(sentence, **parts)
        return said + "n" * round(0.4 * len(said))


LONG = LongWriting(ZONE)


def words(drawing: Drawing) -> list[str]:
    return [one.text for one in drawing.shapes if isinstance(one, Label)]


def label(drawing: Drawing, text: str) -> Label:
    return next(one for one in drawing.shapes if isinstance(one, Label) and one.text == text)


def rects(drawing: Drawing, fill: Role, opacity: float | None = None) -> list[Rect]:
    return [
        one
        for one in drawing.shapes
        if isinstance(one, Rect) and one.fill is fill and opacity in {None, one.opacity}
    ]


def said(drawing: Drawing, part: str) -> list[Mark]:
    return [one for one in drawing.marks if part in one.words]


def outside(drawing: Drawing) -> list[Shape | Mark]:
    """What reaches over an edge of the drawing by more than its stroke."""
    marks = [
        one
        for one in drawing.marks
        if one.corner[0] < -1
        or one.corner[0] + one.width_px > drawing.width_px + 1
        or one.corner[1] + one.height_px > drawing.height_px + 1
    ]
    return [*_shapes_outside(drawing), *marks]


def _shapes_outside(drawing: Drawing) -> Iterator[Shape]:
    for shape in drawing.shapes:
        left, right, bottom = _edges(shape)
        if left < -1 or right > drawing.width_px + 1 or bottom > drawing.height_px + 1:
            yield shape


def _edges(shape: Shape) -> tuple[float, float, float]:
    """Left, right and lower one."""
    match shape:
        case Rect():
            x, y = shape.corner
            return x, x + shape.width_px, y + shape.height_px
        case Line():
            xs, ys = (shape.start[0], shape.end[0]), (shape.start[1], shape.end[1])
            return min(xs), max(xs), max(ys)
        case Polyline():
            return (
                min(x for x, _ in shape.points),
                max(x for x, _ in shape.points),
                max(y for _, y in shape.points),
            )
        case Label():
            wide = text_width_px(shape.text, shape.size_px)
            left = shape.at[0] - wide * {"start": 0, "middle": 0.5, "end": 1}[shape.anchor]
            return left, left + wide, shape.at[1]
