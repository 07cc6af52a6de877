"""TimelineRibbon: a day from left to right, every part of it a button that speaks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.ribbon_paint import paint_part
from workspace_assistant.ui.widgets.ribbon_parts import Part, RibbonPart, RibbonState
from workspace_assistant.ui.widgets.sides import direction_of

_MARK_UNITS = 4.5  # above the bar: interruptions
_BAR_UNITS = 11
_TICK_UNITS = 6
_SIDE_UNITS = 2  # so that the first and the last hour have room for their names
_NARROWEST_UNITS = 42
_THINNEST_UNITS = 0.75
_MARK_WIDTH_UNITS = 3.5
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TimelineRibbon(QWidget):
    """One stop for Tab: arrow keys, Home and End go from part to part, Enter opens one.

    `pointed` tells what the focus or the pointer is on, empty for nothing; `opened` the block and
    the part that the user wants to see.
    """

    pointed = Signal(str)
    opened = Signal(str, str)  # block id, part id

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self._state = RibbonState(parts=(), ticks=(), now=None)
        self._buttons: dict[str, _PartButton] = {}
        self._current = ""
        self._tick_font = font(TextStyle.FOOTER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def buttons(self) -> tuple[QAbstractButton, ...]:
        """The parts in order of time."""
        return tuple(self._buttons[part.id] for part in self._state.parts)

    def show_day(self, state: RibbonState) -> None:
        before, self._state = self._state, state
        wanted = {part.id for part in state.parts}
        for gone in set(self._buttons) - wanted:
            button = self._buttons.pop(gone)
            button.hide()
            button.deleteLater()
        for part in state.parts:
            if part.id not in self._buttons:
                self._buttons[part.id] = self._new_button()
            self._buttons[part.id].show_part(part)
        self._place()
        if [part.id for part in before.parts] != [part.id for part in state.parts]:
            if self._current not in wanted:
                self._current = state.parts[-1].id if state.parts else ""
            self._set_stop()
            self._order()
        if self._behind(before) != self._behind(state):
            self.update()

    @override
    def sizeHint(self) -> QSize:
        height = grid_px(_MARK_UNITS + _BAR_UNITS + _TICK_UNITS)
        return QSize(grid_px(_NARROWEST_UNITS), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, height = grid_px(_MARK_UNITS), grid_px(_BAR_UNITS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.background))
        lane = QRectF(self._x(0), top, self._x(1) - self._x(0), height)
        painter.drawRoundedRect(lane, grid_px(1.5), grid_px(1.5))
        self._paint_ticks(painter, top, height)
        for frame in self._state.frames:
            place = QRectF(
                self._x(frame.start), top, self._x(frame.end) - self._x(frame.start), height
            )
            paint_part(painter, place, frame, colors, has_focus=False, is_pointed=False)
        x = self._now_x(self._state)
        if x is not None:
            painter.setPen(QPen(QColor(colors.text), 2))
            painter.drawLine(QPointF(x, top - grid_px(1)), QPointF(x, top + height + grid_px(1)))
        painter.end()

    def _paint_ticks(self, painter: QPainter, top: float, height: float) -> None:
        colors = current_colors()
        metrics = QFontMetricsF(self._tick_font)
        painter.setFont(self._tick_font)
        free_from = 0.0
        for tick in self._state.ticks:
            x = self._x(tick.at)
            painter.setPen(QPen(QColor(colors.line), 1))
            painter.drawLine(QPointF(x, top), QPointF(x, top + height + grid_px(1)))
            width = metrics.horizontalAdvance(tick.label)
            left = min(max(x - width / 2, 0.0), self.width() - width)
            if left >= free_from:
                painter.setPen(QColor(colors.muted))
                baseline = top + height + grid_px(1.5) + metrics.ascent()
                painter.setLayoutDirection(direction_of(tick.label))
                painter.drawText(QPointF(left, baseline), tick.label)
                free_from = left + width + grid_px(2)

    def _new_button(self) -> _PartButton:
        button = _PartButton(self)
        button.stepped.connect(self._on_stepped)
        button.noticed.connect(self.pointed)
        button.clicked.connect(self._on_clicked)
        button.show()
        return button

    def _x(self, share: float) -> float:
        side = grid_px(_SIDE_UNITS)
        return side + share * (self.width() - 2 * side)

    def _now_x(self, state: RibbonState) -> int | None:
        """The pixel of the present: most seconds move nothing."""
        return None if state.now is None else round(self._x(state.now))

    def _behind(self, state: RibbonState) -> tuple[object, ...]:
        """What the ribbon itself paints."""
        return (state.ticks, state.frames, self._now_x(state))

    def _place(self) -> None:
        for part in self._state.parts:
            self._buttons[part.id].setGeometry(self._place_of(part))

    def _place_of(self, part: RibbonPart) -> QRect:
        left, right = self._x(part.start), self._x(part.end)
        if part.part is Part.INTERRUPTION:
            wide = max(right - left, grid_px(_MARK_WIDTH_UNITS))
            left -= grid_px(_MARK_WIDTH_UNITS) / 2
            return QRect(round(left), 0, round(wide), grid_px(_MARK_UNITS))
        width = max(right - left, grid_px(_THINNEST_UNITS))
        return QRect(round(left), grid_px(_MARK_UNITS), round(width), grid_px(_BAR_UNITS))

    def _order(self) -> None:
        """Gaps lie on their blocks."""
        for part in self._state.parts:
            self._buttons[part.id].raise_()

    def _set_stop(self) -> None:
        for key, button in self._buttons.items():
            is_stop = key == self._current
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)

    @Slot(int)
    def _on_stepped(self, step: int) -> None:
        order = [part.id for part in self._state.parts]
        if self._current not in order:
            return
        index = min(max(order.index(self._current) + step, 0), len(order) - 1)
        self._current = order[index]
        self._set_stop()
        self._buttons[self._current].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _PartButton) and button.part is not None:
            self._current = button.part.id
            self._set_stop()
            self.opened.emit(button.part.block_id, button.part.id)


def _looks(part: RibbonPart) -> tuple[object, ...]:
    return (part.part, part.label, part.description)


class _PartButton(QAbstractButton):
    stepped = Signal(int)
    noticed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.part: RibbonPart | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_part(self, part: RibbonPart) -> None:
        before, self.part = self.part, part
        if before is not None and _looks(before) == _looks(part):
            return  # where it goes on for a second, its size alone tells
        self.setAccessibleName(part.description)
        self.setToolTip(part.description)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.stepped.emit(-1_000_000 if key is Qt.Key.Key_Home else 1_000_000)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._notice()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.noticed.emit("")

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._notice()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.noticed.emit("")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.part is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_part(
            painter,
            QRectF(self.rect()),
            self.part,
            current_colors(),
            has_focus=self.hasFocus(),
            is_pointed=self.underMouse(),
        )
        painter.end()

    def _notice(self) -> None:
        if self.part is not None:
            self.noticed.emit(self.part.description)
