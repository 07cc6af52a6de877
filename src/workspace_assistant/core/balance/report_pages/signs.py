"""The signs of a state, which need no color: check, exclamation mark, dot and dash."""

from __future__ import annotations

from workspace_assistant.core.balance.model import State
from workspace_assistant.core.drawing import Line, Polyline, Rect, Role, Shape

_ROLES = {
    State.MET: Role.GOOD,
    State.NOT_MET: Role.CAUTION,
    State.INFORMATION: Role.UNKNOWN,
    State.NOT_ENOUGH_DATA: Role.UNKNOWN,
}


def sign(state: State, x: float, y: float, size_px: float) -> tuple[Shape, ...]:
    """In a square of *size_px* whose top left corner is at x, y."""
    role = _ROLES[state]
    disk = Rect(
        corner=(x, y),
        width_px=size_px,
        height_px=size_px,
        radius_px=size_px / 2,
        fill=role if state in {State.MET, State.NOT_MET} else None,
        stroke=None if state in {State.MET, State.NOT_MET} else role,
        stroke_px=size_px * 0.09,
    )
    return (disk, *_inside(state, x, y, size_px))


def _inside(state: State, x: float, y: float, size_px: float) -> tuple[Shape, ...]:
    def at(across: float, down: float) -> tuple[float, float]:
        return x + across * size_px, y + down * size_px

    width = size_px * 0.12
    if state is State.MET:
        points = (at(0.28, 0.52), at(0.44, 0.68), at(0.73, 0.35))
        return (Polyline(points=points, stroke=Role.SURFACE, width_px=width),)
    if state is State.NOT_MET:
        stem = Line(start=at(0.5, 0.25), end=at(0.5, 0.54), role=Role.SURFACE, width_px=width)
        dot = Line(start=at(0.5, 0.74), end=at(0.5, 0.745), role=Role.SURFACE, width_px=width)
        return (stem, dot)
    dash = Line(start=at(0.33, 0.5), end=at(0.67, 0.5), role=Role.UNKNOWN, width_px=width * 0.8)
    return (dash,)
