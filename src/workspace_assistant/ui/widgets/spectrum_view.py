"""SpectrumView: the sound of the moment by pitch, one bar for each third of an octave."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from time import monotonic

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace_assistant.core.signal.spectrum_bars import Bands, moved, share_of_scale
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.theme.motion import is_motion_reduced
from workspace_assistant.ui.theme.scheme import current_colors

_GAP_SHARE = 0.3
_LONGEST_SWING_S = 1.0
_REDUCED_EVERY_S = 0.25


class SpectrumView(QLabel):
    """A picture of the moment, on the surface of a card. Its text says what it is a picture of."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._bands: Bands = ()
        self._scene: _Scene | None = None
        self._read_at_s = self._painted_at_s = -inf
        self.setText(text)
        self.setToolTip(text)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what is behind stays untouched
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def swing(self, bands_dbfs: Bands) -> None:
        """Move towards a live reading, by the time that passed since the last one."""
        now_s = monotonic()
        self._bands = moved(self._bands, bands_dbfs, min(now_s - self._read_at_s, _LONGEST_SWING_S))
        self._read_at_s = now_s
        if not is_motion_reduced() or now_s - self._painted_at_s >= _REDUCED_EVERY_S:
            self._painted_at_s = now_s
            self.update()

    def rest(self) -> None:
        """Nothing sounds any more."""
        self._read_at_s = self._painted_at_s = -inf
        self._bands = ()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(grid_px(60), grid_px(16))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(grid_px(30), grid_px(16))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Another style, font or palette."""
        super().changeEvent(event)
        self._scene = None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scene = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self._scene
        if scene is None or len(scene.bars) != len(self._bands):
            scene = self._scene = _scene(self.size(), len(self._bands))
        painter = QPainter(self)
        painter.fillRect(scene.above, scene.surface)
        painter.fillRect(scene.foot, scene.line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(scene.accent)
        painter.drawRects(scene.bars_of(self._bands))
        painter.end()


@dataclass(frozen=True, slots=True)
class _Scene:
    """What stays as it is from step to step, made once; of the bars only the height changes."""

    above: QRect
    foot: QRect
    bars: list[QRectF]
    surface: QBrush
    line: QBrush
    accent: QBrush

    def bars_of(self, bands: Bands) -> list[QRectF]:
        height = self.above.height()
        for bar, level_dbfs in zip(self.bars, bands, strict=True):
            bar.setTop(height - share_of_scale(level_dbfs) * height)
        return self.bars


def _scene(size: QSize, band_count: int) -> _Scene:
    colors = current_colors()
    foot = size.height() - 1
    step = size.width() / max(1, band_count)
    return _Scene(
        above=QRect(0, 0, size.width(), foot),
        foot=QRect(0, foot, size.width(), 1),
        bars=[
            QRectF((number + _GAP_SHARE / 2) * step, foot, step * (1 - _GAP_SHARE), 0)
            for number in range(band_count)
        ],
        surface=QBrush(QColor(colors.surface)),
        line=QBrush(QColor(colors.line)),
        accent=QBrush(QColor(colors.tones[Tone.ACCENT].strong)),
    )
