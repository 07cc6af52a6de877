"""What stands under a picture: what its looks mean, and a sentence about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from workspace_assistant.core.balance.pictures.looks import BAR_PX, SMALL_PX
from workspace_assistant.core.drawing import Label, Point, Role, Shape, text_width_px, wrapped

_SWATCH_PX = 22.0
_ROW_PX = 22.0
_NOTE_PX = 16.0
_SPACE_PX = 18.0
_GAP_PX = 7.0


@dataclass(frozen=True, slots=True)
class Entry:
    """`shapes` draws the swatch from its top left corner, in a width."""

    name: str
    shapes: Callable[[Point, float], Iterable[Shape]]


def legend(
    entries: Iterable[Entry], corner: Point, width_px: float
) -> tuple[tuple[Shape, ...], float]:
    """The shapes of the *entries* in as many rows as they need, and how high these are."""
    shapes: list[Shape] = []
    x, rows = 0.0, 0
    for entry in entries:
        wide = _SWATCH_PX + _GAP_PX + text_width_px(entry.name, SMALL_PX)
        if not rows or x + wide > width_px:
            x, rows = 0.0, rows + 1
        shapes += _entry(entry, (corner[0] + x, corner[1] + (rows - 1) * _ROW_PX))
        x += wide + _SPACE_PX
    return tuple(shapes), rows * _ROW_PX


def note(words: str, corner: Point, width_px: float) -> tuple[tuple[Shape, ...], float]:
    """A sentence in as many lines as it needs, and how high these are."""
    lines = wrapped(words, width_px, SMALL_PX)
    shapes = (
        Label(
            at=(corner[0], corner[1] + index * _NOTE_PX - 4),
            text=line,
            role=Role.FAINT,
            size_px=SMALL_PX,
        )
        for index, line in enumerate(lines, 1)
    )
    return tuple(shapes), len(lines) * _NOTE_PX


def _entry(entry: Entry, corner: Point) -> Iterator[Shape]:
    x, y = corner
    yield from entry.shapes((x, y + (_ROW_PX - BAR_PX) / 2), _SWATCH_PX)
    yield Label(
        at=(x + _SWATCH_PX + _GAP_PX, y + _ROW_PX / 2 + 4),
        text=entry.name,
        role=Role.FAINT,
        size_px=SMALL_PX,
    )
