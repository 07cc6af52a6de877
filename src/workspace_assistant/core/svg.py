"""A drawing as SVG inside an HTML report: shapes and words only, nothing that runs or loads."""

from __future__ import annotations

from functools import singledispatch

from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Label,
    Line,
    Mark,
    Point,
    Polyline,
    Rect,
    Role,
    Shape,
)
from workspace_assistant.core.markup import Markup, joined, tag, text
from workspace_assistant.core.reading_side import begins_right

# For white paper; every color of what says something has a contrast of 4.5 to 1 or more on it.
PAPER_COLORS = {
    Role.INK: "#1c1c1e",
    Role.FAINT: "#5f6168",
    Role.ACCENT: "#2459b8",
    Role.GOOD: "#1a7a4f",
    Role.CAUTION: "#8f5a00",
    Role.BAD: "#b42d24",
    Role.UNKNOWN: "#6b7683",
    Role.SURFACE: "#ffffff",
    Role.GRID: "#dcdfe4",
}
# Where a text begins at its right, so does what it is anchored by.
_TURNED = {Anchor.START: Anchor.END, Anchor.END: Anchor.START}
_FONT = "Segoe UI, Helvetica Neue, Noto Sans, Arial, sans-serif"


def svg(drawing: Drawing) -> Markup:
    """*drawing* as an element that is as wide as it says, or narrower where the page is."""
    size = f"{_number(drawing.width_px)} {_number(drawing.height_px)}"
    attributes = (
        f'viewBox="0 0 {size}" width="{_number(drawing.width_px)}" role="img" '
        f'font-family="{_FONT}" stroke-linecap="round" stroke-linejoin="round" direction="ltr"'
    )
    return tag(
        "svg",
        tag("title", text(drawing.title)),
        tag("desc", text(drawing.description)),
        joined(_element(shape) for shape in drawing.shapes),
        joined(map(_mark, drawing.marks)),
        look="drawing",
        attributes=attributes,
    )


@singledispatch
def _element(shape: Shape) -> Markup:
    raise TypeError(f"no SVG for {shape!r}")


@_element.register
def _line(line: Line) -> Markup:
    (x1, y1), (x2, y2) = line.start, line.end
    dashes = ' stroke-dasharray="4 4"' if line.is_dashed else ""
    return Markup(
        f'<line x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}"'
        f"{_stroke(line.role, line.width_px)}{dashes}/>"
    )


@_element.register
def _rect(rect: Rect) -> Markup:
    x, y = rect.corner
    return Markup(
        f'<rect x="{_number(x)}" y="{_number(y)}" width="{_number(rect.width_px)}" '
        f'height="{_number(rect.height_px)}" rx="{_number(rect.radius_px)}"'
        f"{_fill(rect.fill, rect.opacity)}{_stroke(rect.stroke, rect.stroke_px)}/>"
    )


@_element.register
def _polyline(line: Polyline) -> Markup:
    points = " ".join(map(_point, line.points))
    return Markup(
        f'<polyline points="{points}"{_fill(line.fill, line.opacity)}'
        f"{_stroke(line.stroke, line.width_px)}/>"
    )


@_element.register
def _label(label: Label) -> Markup:
    x, y = label.at
    is_turned = begins_right(label.text)
    seen = _TURNED.get(label.anchor, label.anchor) if is_turned else label.anchor
    anchor = "" if seen is Anchor.START else f' text-anchor="{seen.value}"'
    side = ' direction="rtl"' if is_turned else ""
    weight = ' font-weight="600"' if label.is_bold else ""
    return tag(
        "text",
        text(label.text),
        attributes=f'x="{_number(x)}" y="{_number(y)}" font-size="{_number(label.size_px)}" '
        f'fill="{PAPER_COLORS[label.role]}"{anchor}{side}{weight}',
    )


def _mark(mark: Mark) -> Markup:
    """An area that nobody sees; browsers show its words beside the pointer."""
    x, y = mark.corner
    return tag(
        "rect",
        tag("title", text(mark.words)),
        attributes=f'x="{_number(x)}" y="{_number(y)}" width="{_number(mark.width_px)}" '
        f'height="{_number(mark.height_px)}" fill="none" pointer-events="all"',
    )


def _fill(role: Role | None, opacity: float) -> str:
    if role is None:
        return ' fill="none"'
    faint = "" if opacity == 1 else f' fill-opacity="{_number(opacity)}"'
    return f' fill="{PAPER_COLORS[role]}"{faint}'


def _stroke(role: Role | None, width_px: float) -> str:
    if role is None:
        return ""
    return f' stroke="{PAPER_COLORS[role]}" stroke-width="{_number(width_px)}"'


def _point(point: Point) -> str:
    return f"{_number(point[0])},{_number(point[1])}"


def _number(value: float) -> str:
    """Two decimals: a hundredth of a pixel."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
