"""The side that reading begins at: left, or right in languages such as Arabic."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QWidget

_FROM_THE_RIGHT = {"R", "AL"}  # classes of UAX #9
_STRONG = {*_FROM_THE_RIGHT, "L"}


def placed(place: QRectF, widget: QWidget) -> QRectF:
    """*place*, told from the side where reading begins, in the pixels of *widget*."""
    if not widget.isRightToLeft():
        return place
    return QRectF(widget.width() - place.right(), place.y(), place.width(), place.height())


def placed_whole(place: QRect, widget: QWidget) -> QRect:
    """The same in whole pixels."""
    if not widget.isRightToLeft():
        return place
    return QRect(
        widget.width() - place.x() - place.width(), place.y(), place.width(), place.height()
    )


def mirror(painter: QPainter, widget: QWidget) -> None:
    """Where reading begins at the right, what follows is drawn from there: no words among it."""
    if widget.isRightToLeft():
        painter.translate(widget.width(), 0)
        painter.scale(-1, 1)


def alignment_of(widget: QWidget, alignment: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """*alignment* in *widget*'s direction, whatever the direction of the words in it."""
    seen = QStyle.visualAlignment(widget.layoutDirection(), alignment)
    return seen | Qt.AlignmentFlag.AlignAbsolute


def direction_of(text: str) -> Qt.LayoutDirection:
    """By the first letter: numbers and what stands around them are written from the left."""
    first = next((one for sign in text if (one := unicodedata.bidirectional(sign)) in _STRONG), "L")
    is_from_right = first in _FROM_THE_RIGHT
    return Qt.LayoutDirection.RightToLeft if is_from_right else Qt.LayoutDirection.LeftToRight
