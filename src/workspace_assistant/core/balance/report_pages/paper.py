"""Sheets of paper. A page's own pixels are quarters of a point: fonts are set in whole pixels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PIXELS_PER_POINT = 4
PIXELS_PER_INCH = 72 * PIXELS_PER_POINT


class Paper(StrEnum):
    """ISO 216 and ANSI/ASME Y14.1."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Upright; all in a page's pixels."""

    width_px: float
    height_px: float
    side_px: float
    top_px: float
    bottom_px: float

    @property
    def inner_px(self) -> float:
        return self.width_px - 2 * self.side_px

    @property
    def end_px(self) -> float:
        """Where what is written ends: below it stands only the footer."""
        return self.height_px - self.bottom_px


def pt(points: float) -> float:
    """*points* (a 72nd of an inch) in a page's pixels."""
    return points * PIXELS_PER_POINT


def sheet_of(paper: Paper) -> Sheet:
    width, height = _POINTS[paper]
    return Sheet(pt(width), pt(height), side_px=pt(48), top_px=pt(38), bottom_px=pt(50))


_POINTS = {Paper.A4: (210 / 25.4 * 72, 297 / 25.4 * 72), Paper.LETTER: (8.5 * 72, 11.0 * 72)}
