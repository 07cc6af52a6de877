"""StateIcon: check, exclamation, cross or dash on a colored disc."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.theme.scheme import colors_of
from workspace_assistant.ui.verdict_look import WAITING, Look
from workspace_assistant.ui.widgets.icons import paint_icon

_GLYPH_SHARE = 0.64


class StateIcon(QLabel):
    """A look as a picture; its word is what screen readers say.

    A solid icon stands on a soft background, a soft one on the surface of a card.
    """

    def __init__(self, units: float, parent: QWidget, *, is_solid: bool = False) -> None:
        super().__init__(parent)
        self._look = WAITING
        self._side_px = grid_px(units)
        self._is_solid = is_solid
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_look(self, look: Look, word: str) -> None:
        self._look = look
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side_px, self._side_px)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ink = colors_of(self).tones[self._look.tone]
        disc, glyph = (ink.strong, ink.soft) if self._is_solid else (ink.soft, ink.strong)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(disc))
        place = QRectF(0, 0, self._side_px, self._side_px)
        painter.drawEllipse(place)
        inset = self._side_px * (1 - _GLYPH_SHARE) / 2
        paint_icon(painter, place.adjusted(inset, inset, -inset, -inset), self._look.icon, glyph)
        painter.end()
