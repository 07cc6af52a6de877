"""Icons and marks of the path picture, around a center point; each has a shape of its own."""

from __future__ import annotations

from workspace_assistant.core.drawing import Line, Point, Polyline, Rect, Role, Shape
from workspace_assistant.core.readiness.path.model import LinkState, Stop

_STROKE_PX = 2.0
_MARK_PX = 9.0  # half of a mark's size


def computer_icon(center: Point) -> tuple[Shape, ...]:
    return (
        _box(center, (-17, -14), (34, 23), radius_px=3),
        _stroke(center, (0, 9), (0, 15)),
        _stroke(center, (-9, 15), (9, 15)),
    )


def stop_icon(stop: Stop, center: Point) -> tuple[Shape, ...]:
    return _ICONS[stop](center)


def link_mark(state: LinkState, center: Point) -> tuple[Shape, ...]:
    """What stands on a link: a tick, a triangle, a cross, or a question of three dots."""
    return _MARKS[state](center)


def _router(center: Point) -> tuple[Shape, ...]:
    return (
        _box(center, (-17, 1), (34, 14), radius_px=3),
        _stroke(center, (-11, 1), (-14, -14)),
        _stroke(center, (11, 1), (14, -14)),
        _stroke(center, (-10, 8), (-9, 8)),
        _stroke(center, (-4, 8), (-3, 8)),
        _stroke(center, (3, 8), (11, 8)),
    )


def _provider(center: Point) -> tuple[Shape, ...]:
    return (
        _line(center, (-10, 15), (0, -8), (10, 15)),
        _stroke(center, (-6, 6), (6, 6)),
        _line(center, (-9, -15), (-12, -9), (-9, -3)),
        _line(center, (9, -15), (12, -9), (9, -3)),
        _disc(center, (0, -9), 3, Role.INK),
    )


def _edge(center: Point) -> tuple[Shape, ...]:
    return (
        _box(center, (-15, -15), (30, 30), radius_px=15),
        _stroke(center, (-15, 0), (15, 0)),
        _line(center, (0, -15), (-6, -8), (-7, 0), (-6, 8), (0, 15)),
        _line(center, (0, -15), (6, -8), (7, 0), (6, 8), (0, 15)),
    )


def _employer(center: Point) -> tuple[Shape, ...]:
    windows = [_box(center, (x, y), (4, 4), fill=Role.INK) for y in (-10, -2) for x in (-8, 4)]
    return (_box(center, (-14, -16), (28, 31)), *windows, _box(center, (-3, 7), (6, 8)))


def _tick(center: Point) -> tuple[Shape, ...]:
    return (
        _disc(center, (0, 0), _MARK_PX, Role.GOOD),
        _line(center, (-4, 0), (-1, 3.5), (4.5, -3.5), role=Role.SURFACE),
    )


def _triangle(center: Point) -> tuple[Shape, ...]:
    corners = tuple(_at(center, corner) for corner in ((0, -14), (15, 12), (-15, 12), (0, -14)))
    return (
        Polyline(points=corners, fill=Role.CAUTION, stroke=Role.CAUTION, width_px=_STROKE_PX),
        _stroke(center, (0, -5), (0, 3), role=Role.SURFACE, width_px=3),
        _disc(center, (0, 8), 1.8, Role.SURFACE),
    )


def _cross(center: Point) -> tuple[Shape, ...]:
    return (
        _disc(center, (0, 0), 14, Role.BAD),
        _stroke(center, (-5, -5), (5, 5), role=Role.SURFACE, width_px=3),
        _stroke(center, (-5, 5), (5, -5), role=Role.SURFACE, width_px=3),
    )


def _dots(center: Point) -> tuple[Shape, ...]:
    dots = [_disc(center, (x, 0), 1.6, Role.UNKNOWN) for x in (-5, 0, 5)]
    back = Rect(
        corner=_at(center, (-11, -7)),
        width_px=22,
        height_px=14,
        radius_px=7,
        fill=Role.SURFACE,
        stroke=Role.UNKNOWN,
    )
    return (back, *dots)


_ICONS = {
    Stop.ROUTER: _router,
    Stop.PROVIDER: _provider,
    Stop.EDGE: _edge,
    Stop.EMPLOYER: _employer,
}
_MARKS = {
    LinkState.FINE: _tick,
    LinkState.WEAK: _triangle,
    LinkState.BROKEN: _cross,
    LinkState.UNKNOWN: _dots,
}


def _at(center: Point, offset: Point) -> Point:
    return center[0] + offset[0], center[1] + offset[1]


def _box(
    center: Point, corner: Point, size: Point, *, radius_px: float = 1, fill: Role = Role.SURFACE
) -> Rect:
    return Rect(
        corner=_at(center, corner),
        width_px=size[0],
        height_px=size[1],
        radius_px=radius_px,
        fill=fill,
        stroke=Role.INK,
        stroke_px=_STROKE_PX if fill is Role.SURFACE else 0.5,
    )


def _disc(center: Point, middle: Point, radius_px: float, role: Role) -> Rect:
    return Rect(
        corner=_at(center, (middle[0] - radius_px, middle[1] - radius_px)),
        width_px=2 * radius_px,
        height_px=2 * radius_px,
        radius_px=radius_px,
        fill=role,
    )


def _stroke(
    center: Point, start: Point, end: Point, *, role: Role = Role.INK, width_px: float = _STROKE_PX
) -> Line:
    return Line(start=_at(center, start), end=_at(center, end), role=role, width_px=width_px)


def _line(center: Point, *points: Point, role: Role = Role.INK) -> Polyline:
    absolute = tuple(_at(center, point) for point in points)
    return Polyline(points=absolute, stroke=role, width_px=_STROKE_PX)
