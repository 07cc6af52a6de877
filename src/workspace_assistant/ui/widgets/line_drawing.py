"""LineDrawing: a drawing shipped as SVG that names roles, painted in the colors of the theme."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Colors, Tone
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.resource_files import resource_folder
from workspace_assistant.ui.widgets.spoken_role import speak_as

# Drawings are four wide and three high.
_WIDE, _HIGH = 4, 3
_ROLE = re.compile(r"var\(--[a-z]+\)|currentColor")


class LineDrawing(QLabel):
    """Keeps its shape in the room it gets; `units` is how wide it wants to be.

    *name* is the folder and the file: ``ergonomics/seat-height-good``; *words* say what it shows,
    where no words beside it do.
    """

    def __init__(self, units: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self._units = units
        self.hide()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_drawing(self, name: str, words: str = "") -> None:
        """Show it, or take no room for an empty name."""
        if name == self._name:
            return
        self._name = name
        self.setText(words)
        role = QAccessible.Role
        speak_as(self, role.Graphic if words else role.Whitespace)  # else the words beside it tell
        self.setAccessibleName(words)
        self.setVisible(bool(name))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = grid_px(self._units)
        return QSize(width, width * _HIGH // _WIDE)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            paint_line_drawing(painter, QRectF(self.rect()), self._name, current_colors())
            painter.end()


def paint_line_drawing(
    painter: QPainter, place: QRectF, name: str, colors: Colors, *, surface: str = ""
) -> None:
    """Draw *name* as large as it fits into the middle of *place*, which has the color *surface*.

    Raises FileNotFoundError for a name without drawing.
    """
    width = min(place.width(), place.height() * _WIDE / _HIGH)
    room = QRectF(0, 0, width, width * _HIGH / _WIDE)
    room.moveCenter(place.center())
    inks = {
        "currentColor": colors.text,
        "var(--accent)": colors.tones[Tone.ACCENT].strong,
        # On another ground than that of cards, lines of controls can hardly be seen.
        "var(--faint)": colors.muted if surface else colors.control_line,
        "var(--surface)": surface or colors.surface,
    }
    svg = _ROLE.sub(lambda found: inks[found[0]], _drawing(name))
    QSvgRenderer(QByteArray(svg.encode())).render(painter, room)


@lru_cache
def _drawing(name: str) -> str:
    folder, _, file = name.partition("/")
    return (resource_folder(folder) / f"{file}.svg").read_text(encoding="utf-8")
