"""SpectrumView: the sound of the moment by pitch, one bar for each third of an octave."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.spectrum_ballistics import Bands, moved, share_of_scale

_GAP_SHARE = 0.3


class SpectrumView(QLabel):
    """A picture of the moment, on the surface of a card. Its text says what it is a picture of."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._bands: Bands = ()
        self._since_reading = QElapsedTimer()
        self.setText(text)
        self.setToolTip(text)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what is behind stays untouched
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def swing(self, bands_dbfs: Bands) -> None:
        """Move towards a live reading, by the time that passed since the last one."""
        started = self._since_reading.isValid()
        elapsed_s = self._since_reading.restart() / 1000 if started else 1.0
        if not started:
            self._since_reading.start()
        self._bands = moved(self._bands, bands_dbfs, elapsed_s)
        self.update()

    def rest(self) -> None:
        """Nothing sounds any more."""
        self._since_reading.invalidate()
        self._bands = ()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(grid_px(60), grid_px(16))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(grid_px(30), grid_px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors.surface))
        foot = self.height() - 1
        painter.fillRect(0, foot, self.width(), 1, QColor(colors.line))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.tones[Tone.ACCENT].strong))
        painter.drawRects(self._bars(foot))
        painter.end()

    def _bars(self, foot: int) -> list[QRectF]:
        step = self.width() / max(1, len(self._bands))
        heights = (share_of_scale(level_dbfs) * foot for level_dbfs in self._bands)
        return [
            QRectF((number + _GAP_SHARE / 2) * step, foot - height, step * (1 - _GAP_SHARE), height)
            for number, height in enumerate(heights)
        ]
