"""KeyButton: a quiet button that shows the key which does the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.sides import placed

_CAP_UNITS = 4.5
_LEFT_UNITS = 2.25


class KeyButton(ActionButton):
    """The key is shown as a small cap, for which the style leaves room before the word."""

    def __init__(self, text: str, key: str, parent: QWidget, *, kind: str = "key") -> None:
        super().__init__(text, parent, kind=kind)
        self._key = key
        self._cap_font = font(TextStyle.FOOTER)

    @property
    def key(self) -> str:
        return self._key

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colors = current_colors()
        is_primary = self.property("kind") == "primary-key"
        ink = colors.on_accent if is_primary else colors.muted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = grid_px(_CAP_UNITS)
        cap = placed(QRectF(grid_px(_LEFT_UNITS), (self.height() - side) / 2, side, side), self)
        outline = QColor(ink)
        outline.setAlphaF(0.75)
        painter.setPen(QPen(outline, 1))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), grid_px(1), grid_px(1))
        painter.setFont(self._cap_font)
        painter.setPen(QColor(ink))
        metrics = QFontMetricsF(self._cap_font)
        painter.drawText(
            cap.adjusted(0, -metrics.descent() * 0.1, 0, 0),
            int(Qt.AlignmentFlag.AlignCenter),
            self._key,
        )
        painter.end()
