"""The side that reading begins at: left, or right in languages such as Arabic."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QStyle, QWidget

from workspace_assistant.core.reading_side import begins_right, is_from_right

_FROM_LEFT, _END = "\u2066", "\u2069"  # LEFT-TO-RIGHT ISOLATE, POP DIRECTIONAL ISOLATE
_MARK = "\u200f"  # RIGHT-TO-LEFT MARK, which is seen by nobody


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
    """The direction that *text* is read in as a whole, whatever its first letter.

    Numbers with their signs and units, names and English are written from the left in every
    window. Where the program is read from the right, so is what has a letter of that side, and
    what stands together of isolated parts, such as two times or several facts.
    """
    by_letters = is_from_right if QGuiApplication.isRightToLeft() else begins_right
    return Qt.LayoutDirection.RightToLeft if by_letters(text) else Qt.LayoutDirection.LeftToRight


def read_from_side(text: str) -> str:
    """*text* with a mark before it, where Qt would take its direction from a name or a number."""
    if not QGuiApplication.isRightToLeft():
        return text
    return f"{_MARK}{text}" if is_from_right(text) else text


def kept_from_left(text: str) -> str:
    """*text*, line by line, where a document would read a name or English from the right."""
    if not QGuiApplication.isRightToLeft() or is_from_right(text):
        return text
    return "\n".join(f"{_FROM_LEFT}{line}{_END}" for line in text.split("\n")) if text else text


def without_mark(text: str) -> str:
    """What was given to `read_from_side` or `kept_from_left`."""
    if text.startswith(_FROM_LEFT):
        return text.replace(_FROM_LEFT, "").replace(_END, "")
    return text.removeprefix(_MARK)
