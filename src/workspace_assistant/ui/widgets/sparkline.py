"""Sparkline: a small curve with the line it must stay above, or the usual value it moves around."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.theme.scheme import current_colors

# A value of None is a gap: nothing came then.
Points = tuple[tuple[float, float | None], ...]
_FEWEST_POINTS = 3
_HEADROOM = 1.08
_LEVEL_MARGIN = 3.0  # decibels above and below: small changes look small
_MARK_UNITS = 2


class Sparkline(QLabel):
    """Shown from three points on: fewer are no course of things, only dots beside a line.

    The label's own text says in words what the curve shows; that is what screen readers say.

    Args:
        has_dot: whether the last point is marked, as the latest of several checks.
    """

    def __init__(self, parent: QWidget, *, has_dot: bool = False) -> None:
        super().__init__(parent)
        self._points: Points = ()
        self._limit: float | None = None
        self._marks: tuple[float, ...] = ()
        self._starts_at_zero = True
        self._has_dot = has_dot
        self.hide()  # until there is a curve
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_curve(
        self,
        points: Points,
        limit: float | None,
        text: str,
        *,
        marks: tuple[float, ...] = (),
        starts_at_zero: bool = True,
    ) -> None:
        """Rates start at zero and stand on an area; levels in decibels have no zero to stand on.

        *marks* are the points of time where something went wrong: strokes at the foot.
        """
        self._points, self._limit, self._marks = points, limit, marks
        self._starts_at_zero = starts_at_zero
        self.setText(text)
        self.setVisible(self._is_curve)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(grid_px(30), grid_px(11))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(grid_px(16), grid_px(11))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_curve:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stretches = self._stretches()
        for places in stretches:
            if self._starts_at_zero:
                self._paint_area(painter, places)
        self._paint_limit(painter)
        for places in stretches:
            self._paint_line(painter, places)
        self._paint_marks(painter)
        if self._has_dot:
            self._paint_last(painter, stretches[-1][-1])
        painter.end()

    @property
    def _is_curve(self) -> bool:
        return sum(value is not None for _, value in self._points) >= _FEWEST_POINTS

    def _stretches(self) -> list[list[QPointF]]:
        """The points on the screen, cut where there are gaps."""
        stretches: list[list[QPointF]] = [[]]
        for at, value in self._points:
            if value is not None:
                stretches[-1].append(QPointF(self._x(at), self._y(value)))
            elif stretches[-1]:
                stretches.append([])
        return [stretch for stretch in stretches if stretch]

    def _x(self, at: float) -> float:
        first, last = self._points[0][0], self._points[-1][0]
        frame = self._frame()
        return frame.left() + (at - first) / (last - first or 1.0) * frame.width()

    def _frame(self) -> QRectF:
        inset = grid_px(1)
        foot = inset if self._has_dot else inset / 2  # the dot may stand on the ground
        return QRectF(self.rect()).adjusted(inset / 2, inset, -inset / 2, -foot)

    def _y(self, value: float) -> float:
        low, high = self._range()
        frame = self._frame()
        return frame.bottom() - (value - low) / (high - low) * frame.height()

    def _range(self) -> tuple[float, float]:
        values = [value for _, value in self._points if value is not None]
        if self._limit is not None:
            values.append(self._limit)
        high, low = max(values), min(values)
        if self._starts_at_zero:
            return (0.0, high * _HEADROOM or 1.0)
        return (low - _LEVEL_MARGIN, high + _LEVEL_MARGIN)

    def _paint_area(self, painter: QPainter, places: list[QPointF]) -> None:
        bottom = self._frame().bottom()
        path = QPainterPath(QPointF(places[0].x(), bottom))
        for place in places:
            path.lineTo(place)
        path.lineTo(QPointF(places[-1].x(), bottom))
        painter.fillPath(path, QColor(current_colors().tones[Tone.ACCENT].soft))

    def _paint_limit(self, painter: QPainter) -> None:
        if self._limit is None:
            return
        pen = QPen(QColor(current_colors().muted), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        y = round(self._y(self._limit)) + 0.5
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _paint_line(self, painter: QPainter, places: list[QPointF]) -> None:
        pen = QPen(QColor(current_colors().tones[Tone.ACCENT].strong), grid_px(0.5))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(places)

    def _paint_marks(self, painter: QPainter) -> None:
        pen = QPen(QColor(current_colors().tones[Tone.BAD].strong), grid_px(0.5))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        bottom = self._frame().bottom()
        for at in self._marks:
            x = self._x(at)
            painter.drawLine(QPointF(x, bottom - grid_px(_MARK_UNITS)), QPointF(x, bottom))

    def _paint_last(self, painter: QPainter, place: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_colors().tones[Tone.ACCENT].strong))
        radius = grid_px(0.9)
        inside = QPointF(min(place.x(), self.width() - radius), place.y())
        painter.drawEllipse(inside, radius, radius)
