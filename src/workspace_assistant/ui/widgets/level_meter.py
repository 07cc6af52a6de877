"""LevelMeter: how loud the microphone is, with the band to be in and the highest recent peak."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from time import monotonic

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from workspace_assistant.core.signal.meter import (
    HIGHEST_DBFS,
    LOWEST_DBFS,
    MeterPosition,
    moved,
    share_of_scale,
)
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.theme.motion import is_motion_reduced
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.sides import mirror

_PEAK_RED_DBFS = -3.0
_TELL_EVERY_S = 0.25
_LONGEST_SWING_S = 1.0  # by then the bar has arrived; the first reading stands at once

Target = tuple[float, float]


class LevelMeter(QProgressBar):
    """A progress bar to assistive tools, whose value is the level in whole dBFS.

    It stands on the surface of a card. While it swings, the picture moves with each reading, the
    value a few times a second: more could not be read out. With reduced motion both do.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._position = MeterPosition()
        self._target: Target | None = None
        self._scene: _Scene | None = None
        self._read_at_s = -inf
        self._told_at_s = -inf
        self.setRange(round(LOWEST_DBFS), round(HIGHEST_DBFS))
        self.setValue(round(LOWEST_DBFS))
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def swing(self, rms_dbfs: float, peak_dbfs: float) -> None:
        """Move towards a live reading, by the time that passed since the last one."""
        now_s = monotonic()
        elapsed_s = min(now_s - self._read_at_s, _LONGEST_SWING_S)
        self._read_at_s = now_s
        self._position = moved(self._position, rms_dbfs, peak_dbfs, elapsed_s)
        if now_s - self._told_at_s >= _TELL_EVERY_S:
            self._told_at_s = now_s
            self._tell()
        elif not is_motion_reduced():
            self.update()

    def stand(self, level_dbfs: float) -> None:
        """Show a finished measurement, which has no peak mark."""
        self._read_at_s = self._told_at_s = -inf
        self._position = MeterPosition(level_dbfs=level_dbfs)
        self._tell()

    def set_target(self, target: Target | None) -> None:
        """The band of levels in dBFS that is good, None when nothing says so."""
        if target != self._target:
            self._target = target
            self._paint_anew()

    @override
    def sizeHint(self) -> QSize:
        return QSize(grid_px(30), grid_px(3))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(grid_px(16), grid_px(3))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._leave_alone_what_is_behind()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Another style, font or palette."""
        super().changeEvent(event)
        self._leave_alone_what_is_behind()
        self._paint_anew()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint_anew()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scene is None or self._scene.pixel_ratio != self.devicePixelRatio():
            self._scene = _scene(self, self._target)
        painter = QPainter(self)
        mirror(painter, self)
        self._scene.paint(painter, self._position)
        painter.end()

    def _tell(self) -> None:
        """Paint once, soon: setting the value, for assistive tools, would paint at once as well."""
        self.setUpdatesEnabled(False)
        self.setValue(round(max(LOWEST_DBFS, self._position.level_dbfs)))
        self.setUpdatesEnabled(True)

    def _leave_alone_what_is_behind(self) -> None:
        """Else each step paints the whole window. Styles take this mark off a progress bar."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _paint_anew(self) -> None:
        self._scene = None
        self.update()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What stays as it is from step to step, made once: steps come 30 times a second.

    Attributes:
        backdrop: surface, scale and target.
        bar, bar_outside: at full length; of a level within the target, and outside.
        peak, peak_hot: of the mark.
        end_px: of the bar's rounded end.
    """

    backdrop: QPixmap
    bar: QPixmap
    bar_outside: QPixmap
    peak: QBrush
    peak_hot: QBrush
    target: Target
    pixel_ratio: float
    width_px: int
    height_px: int
    end_px: int

    def paint(self, painter: QPainter, position: MeterPosition) -> None:
        painter.drawPixmap(0, 0, self.backdrop)
        low, high = self.target
        is_inside = low <= position.level_dbfs <= high
        bar = self.bar if is_inside else self.bar_outside
        self._paint_bar(painter, bar, round(share_of_scale(position.level_dbfs) * self.width_px))
        if position.peak_dbfs > LOWEST_DBFS:
            x_px = round(share_of_scale(position.peak_dbfs) * self.width_px)
            is_hot = position.peak_dbfs >= _PEAK_RED_DBFS
            painter.fillRect(x_px - 1, 0, 2, self.height_px, self.peak_hot if is_hot else self.peak)

    def _paint_bar(self, painter: QPainter, bar: QPixmap, length_px: int) -> None:
        """The beginning of the full bar, and its rounded end: cheaper than to draw one anew."""
        ratio, height_px = self.pixel_ratio, self.height_px
        end_px = min(self.end_px, length_px)
        start_px = length_px - end_px
        parts = ((0, start_px, 0), (start_px, end_px, self.width_px - end_px))
        for x_px, part_px, from_px in parts:
            source = (round(from_px * ratio), 0, round(part_px * ratio), round(height_px * ratio))
            painter.drawPixmap(x_px, 0, part_px, height_px, bar, *source)


def _scene(meter: LevelMeter, target: Target | None) -> _Scene:
    colors = current_colors()
    ok, caution = colors.tones[Tone.OK], colors.tones[Tone.CAUTION]
    accent = colors.tones[Tone.ACCENT].strong
    return _Scene(
        backdrop=_backdrop(meter, target),
        bar=_bar(meter, ok.strong if target else accent),
        bar_outside=_bar(meter, caution.strong if target else accent),
        peak=QBrush(QColor(colors.text)),
        peak_hot=QBrush(QColor(colors.tones[Tone.BAD].strong)),
        target=target or (LOWEST_DBFS, HIGHEST_DBFS),
        pixel_ratio=meter.devicePixelRatio(),
        width_px=meter.width(),
        height_px=meter.height(),
        end_px=meter.height() // 2,
    )


def _backdrop(meter: LevelMeter, target: Target | None) -> QPixmap:
    colors = current_colors()
    backdrop = _pixmap(meter, QColor(colors.surface))
    painter = _painter(backdrop)
    _paint_part(painter, meter, (LOWEST_DBFS, HIGHEST_DBFS), colors.line)
    if target:
        _paint_part(painter, meter, target, colors.tones[Tone.OK].soft)
        painter.setBrush(QColor(colors.tones[Tone.OK].strong))
        for bound in target:
            x = share_of_scale(bound) * meter.width()
            painter.drawRect(QRectF(x - 0.5, 0, 1, meter.height()))
    painter.end()
    return backdrop


def _bar(meter: LevelMeter, color: str) -> QPixmap:
    bar = _pixmap(meter, Qt.GlobalColor.transparent)
    painter = _painter(bar)
    _paint_part(painter, meter, (LOWEST_DBFS, HIGHEST_DBFS), color)
    painter.end()
    return bar


def _pixmap(meter: LevelMeter, color: QColor | Qt.GlobalColor) -> QPixmap:
    ratio = meter.devicePixelRatio()
    pixmap = QPixmap(meter.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(color)
    return pixmap


def _painter(pixmap: QPixmap) -> QPainter:
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    return painter


def _paint_part(painter: QPainter, meter: LevelMeter, part: Target, color: str) -> None:
    start, end = (share_of_scale(level_dbfs) * meter.width() for level_dbfs in part)
    edge = grid_px(0.5)
    thickness = meter.height() - 2 * edge
    painter.setBrush(QColor(color))
    place = QRectF(start, edge, end - start, thickness)
    painter.drawRoundedRect(place, thickness / 2, thickness / 2)
