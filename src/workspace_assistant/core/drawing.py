"""A drawing as data: a few shapes in pixels, colored by what they mean, and the same in words.

Core decides what a picture shows; an HTML report writes it as SVG and the window paints it, so
both show the same. A painter needs to know only four shapes; caps and joins of strokes are round.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

Point = tuple[float, float]


class Role(StrEnum):
    """What a color means; each medium has its own color for it."""

    INK = "ink"
    FAINT = "faint"
    ACCENT = "accent"
    GOOD = "good"
    CAUTION = "caution"
    BAD = "bad"
    UNKNOWN = "unknown"
    SURFACE = "surface"
    GRID = "grid"  # lines that guide the eye and say nothing


class Anchor(StrEnum):
    """Which point of a label its x is."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight stroke; `is_dashed` is four pixels drawn, four left out."""

    start: Point
    end: Point
    role: Role
    width_px: float = 1.0
    is_dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle from its top left corner; a circle where `radius_px` is half its sides.

    `opacity` is that of the filling; the outline is always solid.
    """

    corner: Point
    width_px: float
    height_px: float
    fill: Role | None = None
    stroke: Role | None = None
    stroke_px: float = 1.0
    radius_px: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Polyline:
    """Strokes from point to point; with `fill` the area between the first and the last as well."""

    points: tuple[Point, ...]
    stroke: Role | None = None
    width_px: float = 1.0
    fill: Role | None = None
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One line of text; y is its baseline."""

    at: Point
    text: str
    role: Role = Role.INK
    size_px: float = 12.0
    anchor: Anchor = Anchor.START
    is_bold: bool = False


Shape = Line | Rect | Polyline | Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A part that a pointer or the keyboard can rest on; `words` say what it shows."""

    corner: Point
    width_px: float
    height_px: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes from back to front. `description` says in sentences all that the picture shows.

    `marks` are in the order in which the keyboard goes through them.
    """

    width_px: float
    height_px: float
    title: str
    description: str
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...] = ()


def hatching(
    area: Rect, role: Role, step_px: float = 5.0, width_px: float = 1.5
) -> tuple[Line, ...]:
    """Slanting strokes that fill *area* up to its edges: a look that needs no color."""
    inset = width_px / 2
    left, top = area.corner[0] + inset, area.corner[1] + inset
    wide, high = max(0.0, area.width_px - width_px), max(0.0, area.height_px - width_px)
    # Along each stroke the ways from the left and from the top have the same sum.
    sums = [step_px * (index + 0.5) for index in range(ceil((wide + high) / step_px))]
    return tuple(
        Line(
            start=(left + max(0.0, one - high), top + min(one, high)),
            end=(left + min(one, wide), top + max(0.0, one - wide)),
            role=role,
            width_px=width_px,
        )
        for one in sums
        if one < wide + high
    )


def text_width_px(text: str, size_px: float) -> float:
    """How wide *text* is about: 0.56 em a character, as sans-serif letters and digits are."""
    return 0.56 * size_px * len(text)


def wrapped(text: str, width_px: float, size_px: float) -> tuple[str, ...]:
    """*text* in lines of at most *width_px*; a word that is wider has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width_px(longer, size_px) <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
