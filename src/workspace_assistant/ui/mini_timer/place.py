"""Where the mini timer stands, and whether it can stay above other windows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen

from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.placing import fitted

_PLACE = "mini_timer/place"
_EDGE_UNITS = 4


def can_float(platform: str) -> bool:
    """Wayland lets no program place its windows or keep them on top."""
    return not platform.startswith("wayland")


def window_flags(platform: str) -> Qt.WindowType:
    """Without a frame where it floats; with one where the title bar's menu is needed for that."""
    if not can_float(platform):
        return Qt.WindowType.Window
    floating = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
    return Qt.WindowType.Window | floating


def remember(settings: QSettings, place: QPoint) -> None:
    settings.setValue(_PLACE, place)


def place_for(settings: QSettings, size: QSize, fallback: QScreen) -> QPoint:
    """Where it stood last, moved onto a screen that is there; else a lower corner."""
    kept = settings.value(_PLACE)
    if not isinstance(kept, QPoint):
        room = fallback.availableGeometry()
        edge = grid_px(_EDGE_UNITS)
        kept = room.bottomRight() - QPoint(size.width() + edge, size.height() + edge)
    return on_screen(QRect(kept, size), fallback)


def on_screen(place: QRect, fallback: QScreen) -> QPoint:
    screen = QGuiApplication.screenAt(place.center()) or fallback
    return fitted(place, screen.availableGeometry()).topLeft()
