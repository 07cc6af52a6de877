"""A small line of the last weeks, with its target dashed: it fits into a row of a table."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.balance.report.model import Course
from workspace_assistant.core.balance.report_pages.paper import pt
from workspace_assistant.core.drawing import Line, Point, Polyline, Rect, Role, Shape

_DOT_PX = pt(3.2)


def course_shapes(course: Course, width_px: float, height_px: float) -> tuple[Shape, ...]:
    """From the top left corner; a week that knew nothing is a gap in the line."""
    known = [value for value in course.values if value is not None]
    shown = known if course.target is None else [*known, course.target]
    low, high = min(shown), max(shown)
    room_px = height_px - _DOT_PX

    def y_of(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return _DOT_PX / 2 + (1 - share) * room_px

    shapes: list[Shape] = []
    if course.target is not None:
        y = y_of(course.target)
        shapes.append(
            Line(
                start=(0, y), end=(width_px, y), role=Role.UNKNOWN, width_px=pt(0.6), is_dashed=True
            )
        )
    step_px = (width_px - _DOT_PX) / max(len(course.values) - 1, 1)
    points: list[Point | None] = [
        None if value is None else (_DOT_PX / 2 + index * step_px, y_of(value))
        for index, value in enumerate(course.values)
    ]
    shapes.extend(Polyline(points=run, stroke=Role.ACCENT, width_px=pt(1)) for run in _runs(points))
    if points[-1] is not None:
        shapes.append(_dot(points[-1]))
    return tuple(shapes)


def _runs(points: list[Point | None]) -> Iterator[tuple[Point, ...]]:
    """Points that follow each other; one alone becomes a short stroke."""
    run: list[Point] = []
    for point in [*points, None]:
        if point is not None:
            run.append(point)
        elif run:
            yield tuple(run) if len(run) > 1 else (run[0], (run[0][0] + pt(0.1), run[0][1]))
            run = []


def _dot(at: Point) -> Rect:
    return Rect(
        corner=(at[0] - _DOT_PX / 2, at[1] - _DOT_PX / 2),
        width_px=_DOT_PX,
        height_px=_DOT_PX,
        radius_px=_DOT_PX / 2,
        fill=Role.ACCENT,
    )
