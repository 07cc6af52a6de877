"""Where a window goes so that all of it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect


def fitted(place: QRect, room: QRect) -> QRect:
    """*place*, moved and where need be shrunk until it lies in *room*."""
    size = place.size().boundedTo(room.size())
    left = min(max(place.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(place.top(), room.top()), room.top() + room.height() - size.height())
    return QRect(QPoint(left, top), size)
