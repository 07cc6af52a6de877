"""ScrollColumn: a page's content, scrolling inside, at most so wide that lines stay readable."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px

_WIDEST_UNITS = 275
_MARGIN_UNITS = 8
_NARROW_MARGIN_UNITS = 4
_NARROW_BELOW_UNITS = 160
_TIGHT_MARGIN_UNITS = 1.5  # large text in a small window
_TIGHT_BELOW_UNITS = 90
_AROUND_FOCUS_UNITS = 6


class CenteredColumn(QWidget):
    """A column in the middle of the width it gets, within margins that shrink with it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._taken_px = 0
        self.content = QWidget(self)
        self.content.setMaximumWidth(grid_px(_WIDEST_UNITS))
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(grid_px(3.5))
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._row.addWidget(self.content, 1000)
        self._row.addStretch(1)
        self._set_margins(self.width())

    def take_back(self) -> None:
        """What was lent to another column is here again."""
        self._row.insertWidget(1, self.content, 1000)

    def take_from_right_margin(self, width_px: int) -> None:
        """Something stands in the right margin already (a scroll bar): content stays in place."""
        if width_px != self._taken_px:
            self._taken_px = width_px
            self._set_margins(self.width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins(event.size().width())

    def _set_margins(self, width_px: int) -> None:
        margin = grid_px(_margin_units(width_px + self._taken_px))
        beside_bar = max(0, margin - self._taken_px)
        left, right = (beside_bar, margin) if self.isRightToLeft() else (margin, beside_bar)
        self._row.setContentsMargins(left, 0, right, 0)


def _margin_units(width_px: int) -> float:
    if width_px < grid_px(_TIGHT_BELOW_UNITS):
        return _TIGHT_MARGIN_UNITS
    return _NARROW_MARGIN_UNITS if width_px < grid_px(_NARROW_BELOW_UNITS) else _MARGIN_UNITS


class _ScrolledColumn(CenteredColumn):
    """As high as its content is at the width it has.

    A scroll area takes the smallest height for that instead, and the one that Qt adds up counts
    every wrapped text at its narrowest: the page scrolled with room to spare.
    """

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class ScrollColumn(QScrollArea):
    """Put widgets into `column`; where it grows too long it scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = _ScrolledColumn(self)
        self.column = self._inside.column
        self.setWidget(self._inside)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus_changed)

    def show_whole(self, widget: QWidget) -> None:
        """Scroll until *widget* is in sight: all of it, or what fits from its top on."""
        # What was just shown has its place only once every layout above it was told.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        top = widget.mapTo(self._inside, QPoint(0, 0)).y()
        lowest = top + widget.height() - self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(min(top, max(bar.value(), lowest)))

    def show_top(self, widget: QWidget) -> None:
        """Scroll until *widget* begins at the top, as far as there is enough below it."""
        self.verticalScrollBar().setValue(widget.mapTo(self._inside, QPoint(0, 0)).y())

    @override
    def focusNextPrevChild(self, forth: bool) -> bool:
        """Qt scrolls once more, to the middle of what is high: its beginning is shown again."""
        is_moved = super().focusNextPrevChild(forth)
        focused = cast("QWidget | None", self.focusWidget())
        if is_moved and focused is not None and self._inside.isAncestorOf(focused):
            self._show_around(focused)
        return is_moved

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Where the Tab key leads can be seen; a window that becomes active stays as it is."""
        if before is not None and now is not None and self._inside.isAncestorOf(now):
            self._show_around(now)

    def _show_around(self, widget: QWidget) -> None:
        """All of *widget* and a little more, or its beginning where there is no room for all.

        `ensureWidgetVisible` shows a text field's cursor alone, and the middle of what is high.
        """
        room, around = self.viewport().height(), grid_px(_AROUND_FOCUS_UNITS)
        around = max(0, min(around, (room - widget.height()) // 2))
        top = widget.mapTo(self._inside, QPoint(0, 0)).y() - around
        lowest = top + widget.height() + 2 * around - room
        bar = self.verticalScrollBar()
        bar.setValue(min(top, max(bar.value(), lowest)))

    @Slot(int, int)
    def _on_range_changed(self, _low: int, high: int) -> None:
        bar = self.verticalScrollBar().sizeHint().width() if high > 0 else 0
        self._inside.take_from_right_margin(bar)
