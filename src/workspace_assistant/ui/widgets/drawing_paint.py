"""Paints a drawing of the core with Qt: on a widget, or into an image for a PDF."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Label,
    Line,
    Polyline,
    Rect,
    Role,
)
from workspace_assistant.ui.theme.colors import Colors, Tone
from workspace_assistant.ui.widgets.sides import direction_of

_TONES = {
    Role.ACCENT: Tone.ACCENT,
    Role.GOOD: Tone.OK,
    Role.CAUTION: Tone.CAUTION,
    Role.BAD: Tone.BAD,
    Role.UNKNOWN: Tone.UNTESTED,
}
_DASH_PX = 4.0
_ANCHOR_SHARES = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def paint_drawing(painter: QPainter, drawing: Drawing, colors: Colors, font: QFont) -> None:
    """Draw every shape, from back to front, in the painter's own pixels; words in *font*."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in drawing.shapes:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        match shape:
            case Line():
                _paint_line(painter, shape, colors)
            case Rect():
                _paint_rect(painter, shape, colors)
            case Polyline():
                _paint_polyline(painter, shape, colors)
            case Label():
                _paint_label(painter, shape, colors, font)


def drawing_image(drawing: Drawing, colors: Colors, font: QFont, density: float) -> QImage:
    """*drawing* as a picture with *density* of its pixels for each pixel of the drawing's own."""
    size = QSizeF(drawing.width_px, drawing.height_px) * density
    image = QImage(size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(density)
    image.fill(QColor(colors.surface))
    painter = QPainter(image)
    paint_drawing(painter, drawing, colors, font)
    painter.end()
    return image


def role_color(role: Role, colors: Colors) -> str:
    """The color of *role* for strokes and areas."""
    plain = {
        Role.INK: colors.text,
        Role.FAINT: colors.line,
        Role.GRID: colors.line,
        Role.SURFACE: colors.surface,
    }
    return plain[role] if role in plain else colors.tones[_TONES[role]].strong


def word_color(role: Role, colors: Colors) -> str:
    """The color of *role* for words, which need more contrast than strokes."""
    return {
        Role.FAINT: colors.muted,
        Role.UNKNOWN: colors.muted,
        Role.GOOD: colors.text,
    }.get(role, role_color(role, colors))


def _paint_line(painter: QPainter, line: Line, colors: Colors) -> None:
    pen = _pen(role_color(line.role, colors), line.width_px)
    if line.is_dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        dash = _DASH_PX / line.width_px  # Qt counts dashes in widths of the pen
        pen.setDashPattern([dash, dash])
    painter.setPen(pen)
    painter.drawLine(QPointF(*line.start), QPointF(*line.end))


def _paint_rect(painter: QPainter, rect: Rect, colors: Colors) -> None:
    place = QRectF(*rect.corner, rect.width_px, rect.height_px)

    def draw() -> None:
        painter.drawRoundedRect(place, rect.radius_px, rect.radius_px)

    _fill(painter, rect.fill, rect.opacity, colors, draw)
    if rect.stroke is not None:
        painter.setPen(_pen(role_color(rect.stroke, colors), rect.stroke_px))
        draw()


def _paint_polyline(painter: QPainter, polyline: Polyline, colors: Colors) -> None:
    points = QPolygonF([QPointF(*point) for point in polyline.points])
    _fill(painter, polyline.fill, polyline.opacity, colors, lambda: painter.drawPolygon(points))
    if polyline.stroke is not None:
        painter.setPen(_pen(role_color(polyline.stroke, colors), polyline.width_px))
        painter.drawPolyline(points)


def _fill(
    painter: QPainter,
    role: Role | None,
    opacity: float,
    colors: Colors,
    draw: Callable[[], None],
) -> None:
    if role is None:
        return
    color = QColor(role_color(role, colors))
    color.setAlphaF(opacity)
    painter.setBrush(color)
    draw()
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_label(painter: QPainter, label: Label, colors: Colors, font: QFont) -> None:
    made = QFont(font)
    made.setPixelSize(max(1, round(label.size_px)))
    made.setWeight(QFont.Weight.DemiBold if label.is_bold else QFont.Weight.Normal)
    painter.setFont(made)
    painter.setPen(QColor(word_color(label.role, colors)))
    width = QFontMetricsF(made).horizontalAdvance(label.text)
    x, y = label.at
    painter.setLayoutDirection(direction_of(label.text))
    painter.drawText(QPointF(x - width * _ANCHOR_SHARES[label.anchor], y), label.text)


def _pen(color: str, width_px: float) -> QPen:
    pen = QPen(QColor(color), width_px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
