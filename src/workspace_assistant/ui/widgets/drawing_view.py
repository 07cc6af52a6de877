"""DrawingView: a drawing of the core, made anew for the width it gets and painted crisply."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace_assistant.core.drawing import Drawing
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.drawing_paint import paint_drawing

# A drawing's own pixels belong to a font whose lines are so high; larger fonts enlarge it.
_LINE_PX = 16.0
_NARROWEST_PX = 520.0
_NARROWEST_UNITS = 60
_MOST_KEPT = 8


class DrawingView(QLabel):
    """Takes no room without a drawing. The label's own text says what the picture shows.

    A drawing narrower than 520 of its own pixels would crowd its words: below that it shrinks.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._make: Callable[[float], Drawing | None] | None = None
        self._subject: Hashable = None
        self._made: dict[float, Drawing | None] = {}  # by width; layouts ask for several
        self.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_drawing(self, subject: Hashable, make: Callable[[float], Drawing | None]) -> None:
        """Show what *make* draws for a width in pixels; it is asked anew for new subjects only.

        *subject* tells one drawing from another: making one may cost milliseconds.
        """
        if subject == self._subject:
            return
        self._subject, self._make = subject, make
        self._made.clear()
        drawing = self.drawing
        self.setText(drawing.description if drawing else "")
        self.setAccessibleName(drawing.title if drawing else "")
        self.setAccessibleDescription(drawing.description if drawing else "")
        self.setVisible(drawing is not None)
        self.updateGeometry()
        self.update()

    @property
    def drawing(self) -> Drawing | None:
        """What is shown at the present width."""
        return self._drawing_at(self.width())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        drawing = self._drawing_at(width)
        return ceil(drawing.height_px * width / drawing.width_px) if drawing else 0

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
        scale = self.width() / drawing.width_px
        painter.scale(scale, scale)
        paint_drawing(painter, drawing, current_colors(), QGuiApplication.font())
        painter.end()

    def _drawing_at(self, width: int) -> Drawing | None:
        drawn_px = max(_NARROWEST_PX, width / _font_scale())
        if drawn_px not in self._made:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            self._made[drawn_px] = self._make(drawn_px) if self._make else None
        return self._made[drawn_px]


def _font_scale() -> float:
    return QFontMetricsF(QGuiApplication.font()).height() / _LINE_PX
