"""LevelMeter: how loud the microphone is, with the band to be in and the highest recent peak."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.meter_ballistics import (
    HIGHEST_DBFS,
    LOWEST_DBFS,
    MeterPosition,
    moved,
    share_of_scale,
)

_PEAK_RED_DBFS = -3.0


class LevelMeter(QProgressBar):
    """A progress bar to assistive tools, whose value is the level in whole dBFS.

    It stands on the surface of a card.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._position = MeterPosition()
        self._target: tuple[float, float] | None = None
        self._since_reading = QElapsedTimer()
        self.setRange(round(LOWEST_DBFS), round(HIGHEST_DBFS))
        self.setValue(round(LOWEST_DBFS))
        self.setTextVisible(False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what is behind stays untouched
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def swing(self, rms_dbfs: float, peak_dbfs: float) -> None:
        """Move towards a live reading, by the time that passed since the last one."""
        started = self._since_reading.isValid()
        elapsed_s = self._since_reading.restart() / 1000 if started else 1.0
        if not started:
            self._since_reading.start()
        self._position = moved(self._position, rms_dbfs, peak_dbfs, elapsed_s)
        self._show()

    def stand(self, level_dbfs: float) -> None:
        """Show a finished measurement, which has no peak mark."""
        self._since_reading.invalidate()
        self._position = MeterPosition(level_dbfs=level_dbfs)
        self._show()

    def set_target(self, target: tuple[float, float] | None) -> None:
        """The band of levels in dBFS that is good, None when nothing says so."""
        if target != self._target:
            self._target = target
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(grid_px(30), grid_px(3))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(grid_px(16), grid_px(3))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors.surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_part(painter, LOWEST_DBFS, HIGHEST_DBFS, colors.line)
        if self._target:
            self._paint_part(painter, *self._target, colors.tones[Tone.OK].soft)
            self._paint_target_edges(painter, colors.tones[Tone.OK].strong)
        self._paint_part(painter, LOWEST_DBFS, self._position.level_dbfs, self._bar_color())
        self._paint_peak(painter)
        painter.end()

    def _show(self) -> None:
        """Paint once, soon: setting the value, for assistive tools, would paint at once as well."""
        self.setUpdatesEnabled(False)
        self.setValue(round(max(LOWEST_DBFS, self._position.level_dbfs)))
        self.setUpdatesEnabled(True)

    def _bar_color(self) -> str:
        tones = current_colors().tones
        if self._target is None:
            return tones[Tone.ACCENT].strong
        low, high = self._target
        inside = low <= self._position.level_dbfs <= high
        return tones[Tone.OK if inside else Tone.CAUTION].strong

    def _paint_part(self, painter: QPainter, low: float, high: float, color: str) -> None:
        height = self.height() - 2.0 * self._edge_px()
        start, end = self._x(low), self._x(high)
        if end - start < 1:
            return
        painter.setBrush(QColor(color))
        place = QRectF(start, self._edge_px(), end - start, height)
        painter.drawRoundedRect(place, height / 2, height / 2)

    def _paint_target_edges(self, painter: QPainter, color: str) -> None:
        painter.setBrush(QColor(color))
        for bound in self._target or ():
            painter.drawRect(QRectF(self._x(bound) - 0.5, 0, 1, self.height()))

    def _paint_peak(self, painter: QPainter) -> None:
        if self._position.peak_dbfs <= LOWEST_DBFS:
            return
        colors = current_colors()
        is_hot = self._position.peak_dbfs >= _PEAK_RED_DBFS
        painter.setBrush(QColor(colors.tones[Tone.BAD].strong if is_hot else colors.text))
        painter.drawRect(QRectF(self._x(self._position.peak_dbfs) - 1, 0, 2, self.height()))

    def _edge_px(self) -> float:
        return grid_px(0.5)

    def _x(self, level_dbfs: float) -> float:
        return share_of_scale(level_dbfs) * self.width()
