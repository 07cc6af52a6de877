"""LongWordLabel: wrapped text that breaks a word where a line is too short for it, such as a path.

Qt's own labels cut such a word off, or make the page wider than the window.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.sides import direction_of
from workspace_assistant.ui.widgets.text_label import TextLabel

_NARROWEST_UNITS = 20


class LongWordLabel(TextLabel):
    def __init__(
        self, style: TextStyle, parent: QWidget, *, ink: str = "", is_selectable: bool = False
    ) -> None:
        super().__init__(style, parent, ink=ink, wraps=True, is_selectable=is_selectable)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return hint.boundedTo(QSize(grid_px(_NARROWEST_UNITS), hint.height()))

    @override
    def heightForWidth(self, width: int) -> int:
        if not self._is_broken_in(width):
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        return ceil(lines.boundingRect().height()) + margins.top() + margins.bottom()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_broken_in(self.width()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        self._lines(room.width()).draw(painter, QPointF(room.topLeft()))
        painter.end()

    def _is_broken_in(self, width: int) -> bool:
        """Whether a single word is wider than that."""
        return super().minimumSizeHint().width() > width

    def _lines(self, width: int) -> QTextLayout:
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction_of(self.text()))
        made = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        made.setTextOption(option)
        made.beginLayout()
        top = 0.0
        while (line := made.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += line.height()
        made.endLayout()
        return made
