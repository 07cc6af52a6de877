"""Icons: drawings shipped as SVG, in whatever color their place asks for, sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workspace_assistant.ui.widgets.resource_files import resource_folder

_PROGRAM, _PROGRAM_SIZES_PX = "workspace-assistant", (16, 32, 48, 128)


def paint_icon(painter: QPainter, place: QRectF, name: str, color: str) -> None:
    """Draw the icon *name* into *place*. Raises FileNotFoundError for a name without drawing."""
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color).encode())).render(
        painter, place
    )


def icon(name: str, color: str, checked_color: str, size: QSize) -> QIcon:
    """The icon for a control: *color* by default, *checked_color* while it is on.

    A *size* wider than high leaves the room at the right of the drawing empty.
    """
    made = QIcon()
    for ratio in (1, 2):
        made.addPixmap(_pixmap(name, color, size, ratio), state=QIcon.State.Off)
        made.addPixmap(_pixmap(name, checked_color, size, ratio), state=QIcon.State.On)
    return made


def program_icon() -> QIcon:
    """The program's own, for task bars and lists of windows."""
    made = QIcon()
    for side_px in _PROGRAM_SIZES_PX:
        made.addPixmap(_pixmap(_PROGRAM, "", QSize(side_px, side_px), 1))
    return made


def _pixmap(name: str, color: str, size: QSize, ratio: int) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, pixmap.height(), pixmap.height()), name, color)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache
def _drawing(name: str) -> str:
    return (resource_folder("icons") / f"{name}.svg").read_text(encoding="utf-8")
