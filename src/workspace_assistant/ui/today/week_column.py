"""WeekColumn: a day of the week as a bar: the frame is planned, what fills it is worked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.today.week_state import WeekDay
from workspace_assistant.ui.widgets.sides import direction_of

_BARS_UNITS = 12
_LINE_UNITS = 4.5
_EDGE_UNITS = 1.5
_NARROWEST_UNITS = 12
_TIGHTEST_UNITS = 5
_BAR_UNITS = 8


class WeekColumn(QLabel):
    """A label to assistive tools: its name says all of it in a sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._day: WeekDay | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, day: WeekDay) -> None:
        if day == self._day:
            return
        self._day = day
        self.setAccessibleName(day.description)
        self.setToolTip(day.description)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = _BARS_UNITS + 3 * _LINE_UNITS + 2 * _EDGE_UNITS
        return QSize(grid_px(_NARROWEST_UNITS), grid_px(height))

    @override
    def minimumSizeHint(self) -> QSize:
        """What does not fit then is in the tool tip."""
        return QSize(grid_px(_TIGHTEST_UNITS), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._day is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bars(painter, self._day)
        self._paint_words(painter, self._day)
        painter.end()

    def _paint_bars(self, painter: QPainter, day: WeekDay) -> None:
        """What is worked fills the frame of what is planned, or sticks out of it."""
        colors = current_colors()
        painter.setPen(Qt.PenStyle.NoPen)
        if day.is_today:
            painter.setBrush(QColor(colors.tones[Tone.ACCENT].soft))
            painter.drawRoundedRect(QRectF(self.rect()), grid_px(2), grid_px(2))
        foot = self._foot()
        painter.fillRect(
            QRectF(grid_px(1), foot, self.width() - grid_px(2), 1), QColor(colors.line)
        )
        radius = grid_px(1)
        if day.worked_share:
            painter.setBrush(QColor(colors.tones[Tone.ACCENT].strong))
            painter.drawRoundedRect(self._bar(day.worked_share), radius, radius)
        if day.planned_share:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.control_line), 1.5))
            planned = self._bar(day.planned_share).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(planned, radius, radius)

    def _paint_words(self, painter: QPainter, day: WeekDay) -> None:
        colors = current_colors()
        strong = colors.tones[Tone.ACCENT].strong
        lines = (
            (day.name, TextStyle.STRONG if day.is_today else TextStyle.FOOTER, colors.text),
            (day.planned, TextStyle.FOOTER, colors.text if day.is_today else colors.muted),
            (day.worked, TextStyle.FOOTER, colors.text if day.is_today else strong),
        )
        for index, (text, style, color) in enumerate(lines):
            made = font(style)
            metrics = QFontMetricsF(made)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())
            top = self._foot() + grid_px(index * _LINE_UNITS + 0.5)
            painter.setFont(made)
            painter.setPen(QColor(color))
            place = QRectF(0, top, self.width(), grid_px(_LINE_UNITS))
            painter.setLayoutDirection(direction_of(shown))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _foot(self) -> float:
        return grid_px(_EDGE_UNITS + _BARS_UNITS)

    def _bar(self, share: float) -> QRectF:
        wide = min(grid_px(_BAR_UNITS), self.width() / 2)
        long = max(share * grid_px(_BARS_UNITS), grid_px(0.75))
        return QRectF((self.width() - wide) / 2, self._foot() - long, wide, long)
