"""ScrollColumn: a page's content, scrolling inside, at most so wide that lines stay readable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import grid_px

WIDEST_UNITS = 275
MARGIN_UNITS = 8


class ScrollColumn(QScrollArea):
    """Put widgets into `column`; a stretch beneath keeps them at the top."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        inside.setProperty("part", "page")
        content = centered(inside)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(grid_px(3.5))
        self.setWidget(inside)


def centered(outside: QWidget) -> QWidget:
    """A widget in the middle of *outside*: within the margins, no wider than reads well."""
    content = QWidget(outside)
    content.setMaximumWidth(grid_px(WIDEST_UNITS))
    row = QHBoxLayout(outside)
    row.setContentsMargins(grid_px(MARGIN_UNITS), 0, grid_px(MARGIN_UNITS), 0)
    row.addStretch(1)
    row.addWidget(content, 1000)
    row.addStretch(1)
    return content
