"""ActionButton: a push button of one of the kinds that the style sheet knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, font
from workspace_assistant.ui.widgets.toggling import Toggling


class ActionButton(QPushButton):
    """`kind` is empty for a plain button, or ``primary``, ``link``, ``choice``.

    Where large text leaves it less room than its words ask for, they are drawn in several lines.
    """

    def __init__(self, text: str, parent: QWidget, *, kind: str = "") -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # no ring after a click of the mouse
        self.setFont(font(TextStyle.STRONG if kind == "primary" else TextStyle.BODY))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_kind(self, kind: str) -> None:
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)

    def height_in(self, width_px: int) -> int:
        """How high it is in that width, with its words in as many lines as they need there."""
        hint = self.sizeHint()
        more = len(self._lines(width_px)) - 1
        return hint.height() + more * self.fontMetrics().lineSpacing()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = "\n".join(self._lines(self.width()))
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def _lines(self, width_px: int) -> list[str]:
        """The words, as many on a line as fit; one that is too wide stands alone."""
        room_px = width_px - (self.sizeHint().width() - self._width_px(self.text()))
        lines: list[str] = []
        for word in self.text().split(" "):
            if lines and self._width_px(f"{lines[-1]} {word}") <= room_px:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        return lines

    def _width_px(self, text: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()


class ToggleButton(Toggling, ActionButton):
    """Stays pressed until it is pressed again."""

    def __init__(self, text: str, parent: QWidget, *, kind: str = "") -> None:
        super().__init__(text, parent, kind=kind)
        self.setCheckable(True)
        self.hear_toggles()
