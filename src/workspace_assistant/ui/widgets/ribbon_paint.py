"""Paints one part of a timeline ribbon."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from workspace_assistant.ui.theme.colors import Colors, Tone
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.widgets.ribbon_parts import Part, RibbonPart
from workspace_assistant.ui.widgets.sides import direction_of

_RADIUS_UNITS = 1.25
_HATCH_UNITS = 1.75
_HATCH_PX = 1.5  # slanting lines are paler than they are asked to be
_NARROWEST_LABEL_UNITS = 14


def paint_part(
    painter: QPainter,
    place: QRectF,
    part: RibbonPart,
    colors: Colors,
    *,
    has_focus: bool,
    is_pointed: bool,
) -> None:
    """Paint *part* into *place*: told apart by shape and pattern as well as by color."""
    match part.part:
        case Part.WORK:
            _paint_work(painter, place, part, colors, is_pointed=is_pointed)
        case Part.PAUSE:
            _paint_gap(painter, place, colors)
        case Part.AWAY:
            _paint_gap(painter, place, colors)
            _hatch(painter, place, colors.tones[Tone.UNTESTED].strong)
        case Part.QUESTION:
            _paint_question(painter, place, colors)
        case Part.INTERRUPTION:
            _paint_mark(painter, place, colors)
        case Part.SHIFT:
            _paint_shift(painter, place, colors)
        case Part.PLANNED_BREAK:
            _paint_planned_break(painter, place, colors)
    if has_focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = grid_px(_RADIUS_UNITS)
        # Of two lines one stands out from whatever is beside it, in both schemes.
        for inset, color in ((1, colors.text), (2.5, colors.on_accent)):
            painter.setPen(QPen(QColor(color), 2 if color == colors.text else 1))
            painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), radius, radius)


def _paint_work(
    painter: QPainter, place: QRectF, part: RibbonPart, colors: Colors, *, is_pointed: bool
) -> None:
    accent = colors.tones[Tone.ACCENT].strong
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.accent_pressed if is_pointed else accent))
    radius = min(grid_px(_RADIUS_UNITS), place.width() / 2)
    inside = place.adjusted(0, 0, -1, 0) if place.width() > 4 else place  # neighbors stay apart
    painter.drawRoundedRect(inside, radius, radius)
    _paint_label(painter, inside, part, colors)


def _paint_label(painter: QPainter, place: QRectF, part: RibbonPart, colors: Colors) -> None:
    """The name, as far as nothing lies on the bar; two letters of it would tell nothing."""
    length = part.end - part.start
    share = (part.label_end - part.start) / length if length else 0.0
    room = QRectF(place.left(), place.top(), place.width() * share, place.height())
    room.adjust(grid_px(1.5), 0, -grid_px(1), 0)
    made = font(TextStyle.FOOTER)
    metrics = QFontMetricsF(made)
    if room.width() < min(grid_px(_NARROWEST_LABEL_UNITS), metrics.horizontalAdvance(part.label)):
        return
    shown = metrics.elidedText(part.label, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(made)
    painter.setPen(QColor(colors.on_accent))
    aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setLayoutDirection(direction_of(part.label))
    painter.drawText(room, int(aligned | Qt.AlignmentFlag.AlignAbsolute), shown)


def _paint_gap(painter: QPainter, place: QRectF, colors: Colors) -> None:
    """A pause lets the bar be seen through: its two edges go on."""
    edge = grid_px(0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.tones[Tone.ACCENT].soft))
    painter.drawRect(place.adjusted(0, edge, 0, -edge))


def _paint_question(painter: QPainter, place: QRectF, colors: Colors) -> None:
    ink = colors.tones[Tone.CAUTION]
    painter.setPen(QPen(QColor(ink.strong), 1.5))
    painter.setBrush(QColor(ink.soft))
    painter.drawRect(place.adjusted(0.75, 0.75, -0.75, -0.75))
    made = font(TextStyle.STRONG)
    if QFontMetricsF(made).horizontalAdvance("?") + 2 < place.width():
        painter.setFont(made)
        painter.setPen(QColor(ink.strong))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), "?")


def _paint_shift(painter: QPainter, place: QRectF, colors: Colors) -> None:
    """A frame around the bar: what is worked lies in it or sticks out."""
    radius = grid_px(_RADIUS_UNITS)
    painter.setPen(QPen(QColor(colors.control_line), 1.5))
    painter.setBrush(QColor(colors.surface))
    painter.drawRoundedRect(place.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)


def _paint_planned_break(painter: QPainter, place: QRectF, colors: Colors) -> None:
    """A window in that frame, with dashes at both sides."""
    inside = place.adjusted(0, 2.5, 0, -2.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.tones[Tone.UNTESTED].soft))
    painter.drawRect(inside)
    painter.setPen(QPen(QColor(colors.control_line), 1.5, Qt.PenStyle.DotLine))
    painter.drawLine(inside.topLeft(), inside.bottomLeft())
    painter.drawLine(inside.topRight(), inside.bottomRight())


def _paint_mark(painter: QPainter, place: QRectF, colors: Colors) -> None:
    """A flag above the bar: its tip at the instant, a line as long as it lasted."""
    ink = QColor(colors.tones[Tone.CAUTION].strong)
    half, tall = grid_px(1.25), grid_px(2)
    x, foot = place.left() + grid_px(3.5) / 2, place.bottom() - grid_px(0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if place.width() > grid_px(3.5):
        painter.drawRect(QRectF(x, foot - tall, place.right() - x, grid_px(0.75)))
    tip = QPolygonF(
        [QPointF(x - half, foot - tall), QPointF(x + half, foot - tall), QPointF(x, foot)]
    )
    painter.drawPolygon(tip)


def _hatch(painter: QPainter, place: QRectF, color: str) -> None:
    painter.save()
    painter.setClipRect(place)
    painter.setPen(QPen(QColor(color), _HATCH_PX))
    step, height = grid_px(_HATCH_UNITS), place.height()
    x = place.left() - height
    while x < place.right():
        painter.drawLine(QPointF(x, place.bottom()), QPointF(x + height, place.top()))
        x += step
    painter.restore()
