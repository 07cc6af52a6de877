"""How the parts of a day look: apart from each other by shape alone, without any color."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.balance.model import Layer
from workspace_assistant.core.drawing import Line, Point, Rect, Role, Shape, hatching, text_width_px

BAR_PX = 16.0
FRAME_PX = 24.0
SMALL_PX = 11.5
TEXT_PX = 12.5
GAP_PX = 12.0
_BREAK_PX = 4.0
RADIUS_PX = 2.5
TINT = 0.22
_FRAME_TINT = 0.12
_TICK_PX = 6.0
# Thinner ones could neither be seen nor pointed at.
THINNEST_PX = 2.0


def widest_px(words: Iterable[str]) -> float:
    """How much room the longest of some labels takes; 0 for none."""
    return max((text_width_px(one, TEXT_PX) for one in words), default=0.0)


def layer_shapes(layer: Layer, corner: Point, width_px: float) -> tuple[Shape, ...]:
    """A bar: solid in blocks, tinted other work, a thin line for breaks, hatched after hours."""
    if layer is Layer.BREAK:
        return (_bar(_lower(corner), width_px, _BREAK_PX, Role.UNKNOWN),)
    if layer is Layer.FOCUS:
        return (_bar(corner, width_px, BAR_PX, Role.ACCENT),)
    if layer is Layer.OTHER_WORK:
        return (_outlined(corner, width_px, Role.ACCENT, TINT),)
    outline = _outlined(corner, width_px, Role.SURFACE, 1.0)
    return (outline, *hatching(outline, Role.ACCENT))


def frame_shape(corner: Point, width_px: float, height_px: float = FRAME_PX) -> Rect:
    """A planned shift, which lies behind what was worked in it."""
    return Rect(
        corner=corner,
        width_px=width_px,
        height_px=height_px,
        fill=Role.UNKNOWN,
        stroke=Role.UNKNOWN,
        stroke_px=0.75,
        radius_px=4,
        opacity=_FRAME_TINT,
    )


def off_shape(corner: Point, width_px: float) -> Rect:
    """A day on which nobody is expected to work."""
    return Rect(
        corner=corner,
        width_px=width_px,
        height_px=FRAME_PX,
        fill=Role.UNKNOWN,
        radius_px=4,
        opacity=_FRAME_TINT,
    )


def tick_shape(x: float, top: float) -> Line:
    """An interruption, on the upper edge of the bar."""
    return Line(start=(x, top), end=(x, top + _TICK_PX), role=Role.INK, width_px=1.75)


def _bar(corner: Point, width_px: float, height_px: float, role: Role) -> Rect:
    radius = min(RADIUS_PX, width_px / 2, height_px / 2)
    return Rect(corner=corner, width_px=width_px, height_px=height_px, fill=role, radius_px=radius)


def _outlined(corner: Point, width_px: float, fill: Role, opacity: float) -> Rect:
    """Its stroke lies inside, so that bars beside each other do not overlap."""
    return Rect(
        corner=(corner[0] + 0.5, corner[1] + 0.5),
        width_px=max(THINNEST_PX - 1, width_px - 1),
        height_px=BAR_PX - 1,
        fill=fill,
        stroke=Role.ACCENT,
        radius_px=min(RADIUS_PX, width_px / 2),
        opacity=opacity,
    )


def _lower(corner: Point) -> Point:
    return corner[0], corner[1] + (BAR_PX - _BREAK_PX) / 2
