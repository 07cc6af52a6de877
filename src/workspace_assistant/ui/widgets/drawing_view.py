"""DrawingView: a drawing of the core, made anew for the width it gets and painted crisply."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from workspace_assistant.core.drawing import Drawing, Mark
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.drawing_paint import paint_drawing
from workspace_assistant.ui.widgets.mark_walk import Step, mark_at, stepped
from workspace_assistant.ui.widgets.sides import alignment_of, direction_of

# A drawing's own pixels belong to a font whose lines are so high; larger fonts enlarge it.
_LINE_PX = 16.0
_NARROWEST_PX = 520.0
_NARROWEST_UNITS = 42
_MOST_KEPT = 8
_RING_PX = 2.0
_RADIUS_PX = 3.0
_ONE_LINE_UNITS = 160
_STEPS = {
    Qt.Key.Key_Left: Step.BACK,
    Qt.Key.Key_Right: Step.FORTH,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}


class DrawingView(QLabel):
    """Takes no room without a drawing. The label's own text says what the picture shows.

    A drawing narrower than 520 of its own pixels would crowd its words: below that it shrinks.
    One with marks is a stop for Tab, and arrow keys go from mark to mark. What the pointer or the
    focus is on is told in a line under the drawing, which is kept free for it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._make: Callable[[float], Drawing | None] | None = None
        self._height: Callable[[float], float] | None = None
        self._subject: Hashable = None
        self._made: dict[float, Drawing | None] = {}  # by width; layouts ask for several
        self._heights: dict[float, float] = {}  # likewise
        self._at = 0
        self._under: int | None = None
        self.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_drawing(
        self,
        subject: Hashable,
        make: Callable[[float], Drawing | None],
        height: Callable[[float], float] | None = None,
    ) -> None:
        """Show what *make* draws for a width in pixels; it is asked anew for new subjects only.

        *subject* tells one drawing from another: making one may cost milliseconds. A layout asks
        for several widths: *height* tells how high the drawing of each is, where that costs less.
        """
        if subject == self._subject:
            return
        self._subject, self._make, self._height = subject, make, height
        self._made.clear()
        self._heights.clear()
        self._at, self._under = 0, None
        drawing = self.drawing
        self.setText(drawing.description if drawing else "")
        self.setAccessibleName(drawing.title if drawing else "")
        self.setAccessibleDescription(drawing.description if drawing else "")
        self._take_focus_for(drawing)
        self.setVisible(drawing is not None)
        self.updateGeometry()
        self.update()

    @property
    def drawing(self) -> Drawing | None:
        """What is shown at the present width."""
        return self._drawing_at(self.width())

    @property
    def told(self) -> str:
        """The words of the mark under the pointer, else of that with the focus; empty for none."""
        mark = self._mark(self._under)
        if mark is None and self.hasFocus():
            mark = self._current
        return mark.words if mark else ""

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        drawing = self.drawing if self._height else self._drawing_at(width)
        if drawing is None:
            return 0
        drawn_px = _drawn_px(width)
        if drawn_px not in self._heights:
            self._heights[drawn_px] = self._height(drawn_px) if self._height else drawing.height_px
        return ceil(self._heights[drawn_px] * width / drawn_px) + _told_px(drawing, width)

    @override
    def sizeHint(self) -> QSize:
        width = grid_px(_NARROWEST_UNITS)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(grid_px(_NARROWEST_UNITS), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self.drawing
        if drawing is None:
            return
        painter = QPainter(self)
        painter.save()
        scale = self._scale(drawing)
        painter.scale(scale, scale)
        paint_drawing(painter, drawing, current_colors(), QGuiApplication.font())
        current = self._current
        if current is not None and self.hasFocus():
            _paint_ring(painter, current, drawing.width_px)
        painter.restore()
        self._paint_told(painter, drawing.height_px * scale)
        painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._mark(self._index_at(QPointF(event.pos())))
            words = mark.words if mark else ""
            place = self._place(mark).toAlignedRect() if mark else self.rect()
            QToolTip.showText(event.globalPos(), words, self, place)
            return True
        return super().event(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        under = self._index_at(event.position())
        if under != self._under:
            self._under = under
            self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._under = None
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        drawing = self.drawing
        if step is None or drawing is None or not drawing.marks:
            super().keyPressEvent(event)
            return
        self._at = stepped(drawing.marks, min(self._at, len(drawing.marks) - 1), step)
        self._under = None
        self._show_current()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_current()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _take_focus_for(self, drawing: Drawing | None) -> None:
        """Only where there is something to go through."""
        has_marks = bool(drawing and drawing.marks)
        policy = Qt.FocusPolicy.TabFocus if has_marks else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.setMouseTracking(has_marks)

    def _show_current(self) -> None:
        """Those who listen hear what others see framed."""
        mark = self._current
        if mark is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, mark.words))
        self.update()

    def _paint_told(self, painter: QPainter, top: float) -> None:
        place = QRectF(0, top, self.width(), self.height() - top)
        painter.setFont(font(TextStyle.SECONDARY))
        painter.setPen(QColor(current_colors().muted))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        aligned = alignment_of(self, flags)
        painter.setLayoutDirection(direction_of(self.told))
        painter.drawText(place, int(aligned | Qt.TextFlag.TextWordWrap), self.told)

    @property
    def _current(self) -> Mark | None:
        """The mark that the keyboard is on."""
        drawing = self.drawing
        marks = drawing.marks if drawing else ()
        return marks[min(self._at, len(marks) - 1)] if marks else None

    def _mark(self, index: int | None) -> Mark | None:
        drawing = self.drawing
        marks = drawing.marks if drawing else ()
        return marks[index] if index is not None and index < len(marks) else None

    def _index_at(self, position: QPointF) -> int | None:
        drawing = self.drawing
        if drawing is None:
            return None
        scale = self._scale(drawing)
        return mark_at(drawing.marks, position.x() / scale, position.y() / scale)

    def _place(self, mark: Mark) -> QRectF:
        """In the widget's own pixels."""
        drawing = self.drawing
        scale = self._scale(drawing) if drawing else 1.0
        x, y = mark.corner
        return QRectF(x * scale, y * scale, mark.width_px * scale, mark.height_px * scale)

    def _scale(self, drawing: Drawing) -> float:
        return self.width() / drawing.width_px

    def _drawing_at(self, width: int) -> Drawing | None:
        drawn_px = _drawn_px(width)
        if drawn_px not in self._made:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            self._made[drawn_px] = self._make(drawn_px) if self._make else None
        return self._made[drawn_px]


def _paint_ring(painter: QPainter, mark: Mark, width_px: float) -> None:
    """Around the mark; one as wide as the drawing has a line above and below it.

    A line of the background on both sides makes it show on any bar.
    """
    colors = current_colors()
    x, y = mark.corner
    left = x - (1 if x > _RING_PX else 2 * _RADIUS_PX)
    right = x + mark.width_px
    right += 1 if right < width_px - _RING_PX else 2 * _RADIUS_PX
    ring = QRectF(left, y - 1, right - left, mark.height_px + 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((colors.surface, 2 * _RING_PX), (colors.text, _RING_PX)):
        painter.setPen(QPen(QColor(color), width))
        painter.drawRoundedRect(ring, _RADIUS_PX, _RADIUS_PX)


def _told_px(drawing: Drawing, width: int) -> int:
    """Room for the words of a mark: two lines where the view is narrow."""
    if not drawing.marks:
        return 0
    lines = 1 if width >= grid_px(_ONE_LINE_UNITS) else 2
    return round(lines * QFontMetricsF(font(TextStyle.SECONDARY)).height()) + grid_px(1)


def _drawn_px(width: int) -> float:
    """How wide the drawing of a view of that width is, in its own pixels."""
    return max(_NARROWEST_PX, width / _font_scale())


def _font_scale() -> float:
    return QFontMetricsF(QGuiApplication.font()).height() / _LINE_PX
