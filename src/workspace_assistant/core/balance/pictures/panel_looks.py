"""How a small line is drawn: its dots, its target, what is usual, and what these mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workspace_assistant.core.balance.pictures.legend import Entry
from workspace_assistant.core.balance.pictures.looks import BAR_PX
from workspace_assistant.core.balance.pictures.panel_model import Naming, Panel
from workspace_assistant.core.drawing import Line, Point, Rect, Role, Shape

_DOT_PX, _MISSED_PX = 2.0, 3.5
_LAST_PX = 1.25  # what the last one has more
_BAND_PX = 5.0
_BAND_TINT = 0.3


def dot(at: Point, *, is_missed: bool, is_last: bool) -> Rect:
    """A week; a ring where the target was not met, larger where it is the last one."""
    radius = (_MISSED_PX if is_missed else _DOT_PX) + (_LAST_PX if is_last else 0.0)
    return Rect(
        corner=(at[0] - radius, at[1] - radius),
        width_px=2 * radius,
        height_px=2 * radius,
        fill=Role.SURFACE if is_missed else Role.ACCENT,
        stroke=Role.CAUTION if is_missed else None,
        stroke_px=2,
        radius_px=radius,
    )


def target_line(start: Point, right: float) -> Line:
    return Line(start=start, end=(right, start[1]), role=Role.UNKNOWN, is_dashed=True)


def usual_band(start: Point, right: float) -> Rect:
    """A broad faint band behind the line."""
    return Rect(
        corner=(start[0], start[1] - _BAND_PX / 2),
        width_px=right - start[0],
        height_px=_BAND_PX,
        fill=Role.UNKNOWN,
        radius_px=_BAND_PX / 2,
        opacity=_BAND_TINT,
    )


def entries(panels: Sequence[Panel], naming: Naming) -> Iterator[Entry]:
    """Of the looks that are there."""
    if any(one.target is not None for one in panels):
        yield Entry(naming.target, _target_swatch)
    if any(one.usual is not None for one in panels):
        yield Entry(naming.usual, _usual_swatch)
    if any(point.is_missed for one in panels for point in one.points):
        yield Entry(naming.missed, _missed_swatch)


def _target_swatch(corner: Point, width_px: float) -> tuple[Shape, ...]:
    return (target_line((corner[0], corner[1] + BAR_PX / 2), corner[0] + width_px),)


def _usual_swatch(corner: Point, width_px: float) -> tuple[Shape, ...]:
    return (usual_band((corner[0], corner[1] + BAR_PX / 2), corner[0] + width_px),)


def _missed_swatch(corner: Point, width_px: float) -> tuple[Shape, ...]:
    at = (corner[0] + width_px / 2, corner[1] + BAR_PX / 2)
    return (dot(at, is_missed=True, is_last=False),)
