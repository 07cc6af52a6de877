"""TickBox: a check box whose outline can be seen in both schemes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Colors, Tone
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.icons import paint_icon
from workspace_assistant.ui.widgets.sides import alignment_of, direction_of, placed, placed_whole
from workspace_assistant.ui.widgets.toggling import Toggling

_BOX_UNITS = 4.5
_GAP_UNITS = 2
_NARROWEST_UNITS = 40
_ANY_HEIGHT_PX = 10_000
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class TickBox(Toggling, QCheckBox):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.hear_toggles()
        self.setFont(font(TextStyle.BODY))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        height = max(grid_px(_BOX_UNITS + 2), self.fontMetrics().height() + grid_px(2))
        return QSize(grid_px(_BOX_UNITS + _GAP_UNITS) + words + grid_px(1), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """A name longer than there is room for takes more lines."""
        return self.sizeHint().boundedTo(QSize(grid_px(_NARROWEST_UNITS), _ANY_HEIGHT_PX))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - grid_px(_BOX_UNITS + _GAP_UNITS), _ANY_HEIGHT_PX)
        words = self.fontMetrics().boundingRect(room, _WRAPPED, self._words)
        return max(self.sizeHint().height(), words.height() + grid_px(2))

    @property
    def _words(self) -> str:
        return self.text().replace("&&", "&")

    @override
    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = grid_px(_BOX_UNITS)
        box = placed(QRectF(1, (self.height() - side) / 2, side - 1, side - 1), self)
        self._paint_box(painter, box, colors)
        painter.setPen(QColor(colors.text if self.isEnabled() else colors.muted))
        start = grid_px(_BOX_UNITS + _GAP_UNITS)
        words = placed_whole(self.rect().adjusted(start, 0, 0, 0), self)
        aligned = alignment_of(self, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setLayoutDirection(direction_of(self._words))
        painter.drawText(words, int(aligned) | _WRAPPED, self._words)
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF, colors: Colors) -> None:
        accent = colors.tones[Tone.ACCENT].strong
        outline = accent if self.isChecked() else colors.control_line
        painter.setPen(QPen(QColor(outline), 1))
        painter.setBrush(QColor(accent if self.isChecked() else colors.surface))
        painter.drawRoundedRect(box, grid_px(1), grid_px(1))
        if self.isChecked():
            paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", colors.on_accent)
        if self.hasFocus():
            _paint_ring(painter, box, colors)


def _paint_ring(painter: QPainter, box: QRectF, colors: Colors) -> None:
    """Of two lines one stands out from the box, ticked or not, in both schemes."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset, width, color in ((0.5, 2.5, colors.text), (2.5, 1.5, colors.on_accent)):
        painter.setPen(QPen(QColor(color), width))
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), grid_px(1), grid_px(1))
