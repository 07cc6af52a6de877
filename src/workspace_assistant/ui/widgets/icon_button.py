"""IconButton: a small drawing to press, in a place that has no room for words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.icons import paint_icon
from workspace_assistant.ui.widgets.sides import mirror

_SIDE_UNITS = 6
_INSET_UNITS = 1
_POINTING = {"next", "previous"}  # the way that reading goes


class IconButton(QToolButton):
    """Its words are told to assistive tools and shown beside the pointer."""

    def __init__(self, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("kind", "icon")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # no ring after a click of the mouse

    def show_icon(self, name: str, words: str) -> None:
        """Another drawing, and what it stands for."""
        self._name = name
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(grid_px(_SIDE_UNITS), grid_px(_SIDE_UNITS))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        inset = grid_px(_INSET_UNITS)
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        if self._name in _POINTING:
            mirror(painter, self)
        paint_icon(painter, place, self._name, current_colors().muted)
        painter.end()
