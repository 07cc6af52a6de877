"""Where the break window appears, and whether it can appear quietly."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication

from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.placing import fitted

_EDGE_UNITS = 5


def can_appear_quietly(platform: str) -> bool:
    """Whether a new window may leave the keyboard where it is.

    On Wayland that is the compositor's choice, and most give a new window the keyboard.
    """
    return not platform.startswith("wayland")


def corner(size: QSize) -> QRect:
    """The lower right corner of the screen that the pointer is on: seldom is anything read there.

    Where pointers cannot be seen, the main screen.
    """
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    return in_corner(size, screen.availableGeometry())


def in_corner(size: QSize, room: QRect) -> QRect:
    """The same of any *room*."""
    edge = grid_px(_EDGE_UNITS)
    place = QRect(room.topLeft(), size)
    place.moveBottomRight(room.bottomRight())
    place.translate(-edge, -edge)
    return fitted(place, room)


def kept_in(wanted: QRect, before: QRect, room: QRect) -> QRect:
    """*wanted* with its lower edge where it was *before*, all of it in *room*."""
    moved = QRect(wanted)
    moved.moveBottom(before.bottom())
    return fitted(moved, room)
