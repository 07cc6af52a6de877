"""ActionButton: a push button of one of the kinds that the style sheet knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, font
from workspace_assistant.ui.widgets.toggling import Toggling


class ActionButton(QPushButton):
    """`kind` is empty for a plain button, or ``primary``, ``link``, ``choice``."""

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


class ToggleButton(Toggling, ActionButton):
    """Stays pressed until it is pressed again."""

    def __init__(self, text: str, parent: QWidget, *, kind: str = "") -> None:
        super().__init__(text, parent, kind=kind)
        self.setCheckable(True)
        self.hear_toggles()
