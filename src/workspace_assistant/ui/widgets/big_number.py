"""BigNumber: the one number of a card, with its unit small beside it on the same baseline."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.sides import alignment_of, direction_of, placed

_NARROWEST_UNITS = 40
_BETWEEN_TWO = " / "
_ANY_HEIGHT_PX = 10_000
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class BigNumber(QLabel):
    """Digits have one width, so that a live value does not jitter.

    A unit that does not fit beside the number goes below it, in as many lines as it needs. The
    label's own text is number and unit together, which is what screen readers say.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = ""
        self._unit = ""
        self._number_font = font(TextStyle.NUMBER)
        self._unit_font = font(TextStyle.SECONDARY)
        self._gap_px = grid_px(2)
        self.hide()  # until there is something to show
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_number(self, number: str, unit: str) -> None:
        """Show both, or take no room when there is neither."""
        if (number, unit) == (self._number, self._unit):
            return
        self._number, self._unit = number, unit
        self.setText(f"{number} {unit}".strip())
        self.setVisible(bool(number or unit))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        line = QFontMetricsF(self._number_font).height()
        below = 0.0 if self._fits(width) else self._unit_height(width)
        return ceil(line + below)

    @override
    def sizeHint(self) -> QSize:
        width = grid_px(_NARROWEST_UNITS)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._number_width()), self.heightForWidth(grid_px(_NARROWEST_UNITS)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        metrics = QFontMetricsF(self._number_font)
        baseline = metrics.ascent()
        painter.setFont(self._number_font)
        painter.setPen(QColor(colors.text))
        self._paint_at(painter, 0, baseline, self._number)
        painter.setFont(self._unit_font)
        painter.setPen(QColor(colors.muted))
        if self._fits(self.width()):
            self._paint_at(painter, self._unit_start(), baseline, self._unit)
        else:
            room = QRectF(self.rect()).adjusted(0, metrics.height(), 0, 0)
            aligned = alignment_of(self, Qt.AlignmentFlag.AlignLeft)
            painter.setLayoutDirection(direction_of(self._unit))
            painter.drawText(room, _WRAPPED | int(aligned), self._unit)
        painter.end()

    def _paint_at(self, painter: QPainter, start: float, baseline: float, text: str) -> None:
        """*start* pixels from where reading begins; a number keeps its sign before it."""
        width = painter.fontMetrics().horizontalAdvance(text)
        place = placed(QRectF(start, 0, width, 0), self)
        are_two = _BETWEEN_TWO in text  # such as download and upload, in the order of their words
        painter.setLayoutDirection(self.layoutDirection() if are_two else direction_of(text))
        painter.drawText(QPointF(place.x(), baseline), text)

    def _unit_height(self, width: int) -> float:
        room = QRectF(0, 0, width, _ANY_HEIGHT_PX)
        return QFontMetricsF(self._unit_font).boundingRect(room, _WRAPPED, self._unit).height()

    def _number_width(self) -> float:
        return QFontMetricsF(self._number_font).horizontalAdvance(self._number)

    def _unit_start(self) -> float:
        return self._number_width() + self._gap_px

    def _fits(self, width: int) -> bool:
        unit = QFontMetricsF(self._unit_font).horizontalAdvance(self._unit)
        return not self._unit or self._unit_start() + unit <= width
