"""Sizes: a 4-pixel grid and a type scale, both grown from the font the system gives us."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

SMALLEST_POINT_SIZE = 9.0


class TextStyle(Enum):
    """A line of the type scale: size relative to the system font, and weight."""

    HERO = (1.7, QFont.Weight.DemiBold)
    NUMBER = (2.0, QFont.Weight.DemiBold)
    READING = (1.5, QFont.Weight.Normal)
    REQUEST = (1.25, QFont.Weight.Normal)
    TITLE = (1.05, QFont.Weight.DemiBold)
    STRONG = (1.0, QFont.Weight.DemiBold)
    BODY = (1.0, QFont.Weight.Normal)
    SECONDARY = (0.95, QFont.Weight.Normal)
    FOOTER = (0.9, QFont.Weight.Normal)


def grid_px(units: float) -> int:
    """A length in pixels; one unit is 4 px at a 10-point font and grows with the font."""
    line = QFontMetricsF(QGuiApplication.font()).height()
    return round(units * line / 4)


def font(style: TextStyle) -> QFont:
    """The system font in a size and weight of the scale, with digits of one width."""
    factor, weight = style.value
    base = QGuiApplication.font()
    made = QFont(base)
    made.setPointSizeF(max(SMALLEST_POINT_SIZE, base.pointSizeF() * factor))
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
