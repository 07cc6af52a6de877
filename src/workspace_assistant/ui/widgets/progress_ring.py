"""ProgressRing: how much of something is left, with the number in its middle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.sides import direction_of

_FULL = 1000
_SIXTEENTHS = 5760  # Qt counts angles in sixteenths of a degree
_TOP = 1440
_STROKE_UNITS = 2
_TEXT_SHARE = 0.78  # of the inner diameter: corners of text stay off the ring
_LEAST_SHARE = 0.8  # smaller words could not be read


class ProgressRing(QProgressBar):
    """A progress bar to assistive tools, in whole thousandths; busy where there is no end.

    Digits have one width, so that a live value does not jitter.
    """

    def __init__(self, units: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._side_px = grid_px(units)
        self._fraction: float | None = None
        self._digits = ""
        self._below = ""
        self._tone = Tone.ACCENT
        self.setRange(0, _FULL)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_progress(
        self, fraction: float | None, digits: str, below: str, tone: Tone, description: str
    ) -> None:
        """Show how far it is; *description* says all of it in a sentence."""
        self._fraction, self._digits, self._below, self._tone = fraction, digits, below, tone
        self.setValue(round((fraction or 0.0) * _FULL))
        self.setAccessibleName(description)
        self.setToolTip(description)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side_px, self._side_px)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = grid_px(_STROKE_UNITS)
        inset = stroke / 2 + 1
        place = QRectF(0, 0, self._side_px, self._side_px).adjusted(inset, inset, -inset, -inset)
        self._paint_ring(painter, place, stroke)
        self._paint_words(painter, place.adjusted(stroke, stroke, -stroke, -stroke))
        painter.end()

    def _paint_ring(self, painter: QPainter, place: QRectF, stroke: float) -> None:
        ink = current_colors().tones[self._tone]
        pen = QPen(QColor(current_colors().line), stroke)
        painter.setPen(pen)
        painter.drawEllipse(place)
        pen.setColor(QColor(ink.strong))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if self._fraction is None:
            pen.setDashPattern([0.01, 1.9])  # dots: it runs, towards no end
            painter.setPen(pen)
            painter.drawEllipse(place)
        elif self._fraction > 0:
            painter.setPen(pen)
            painter.drawArc(place, _TOP, -round(min(self._fraction, 1.0) * _SIXTEENTHS))

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        colors = current_colors()
        number = _fitted(font(TextStyle.NUMBER), self._digits, place.width() * 0.92)
        room_px = place.width() * _TEXT_SHARE
        word = _fitted(font(TextStyle.FOOTER), self._below, room_px, least=_LEAST_SHARE)
        above, under = QFontMetricsF(number), QFontMetricsF(word)
        below = under.elidedText(self._below, Qt.TextElideMode.ElideRight, room_px)
        top = place.center().y() - (above.height() + under.height()) / 2
        self._paint_line(painter, number, self._digits, colors.text, top + above.ascent())
        baseline = top + above.height() + under.ascent()
        self._paint_line(painter, word, below, colors.muted, baseline)

    def _paint_line(
        self, painter: QPainter, made: QFont, text: str, color: str, baseline: float
    ) -> None:
        painter.setFont(made)
        painter.setPen(QColor(color))
        width = QFontMetricsF(made).horizontalAdvance(text)
        painter.setLayoutDirection(direction_of(text))
        painter.drawText(QPointF((self._side_px - width) / 2, baseline), text)


def _fitted(made: QFont, text: str, room_px: float, *, least: float = 0.0) -> QFont:
    """*made*, smaller where *text* would not fit, but not below the share *least* of it."""
    width = QFontMetricsF(made).horizontalAdvance(text)
    if width > room_px:
        made.setPointSizeF(made.pointSizeF() * max(room_px / width, least))
    return made
