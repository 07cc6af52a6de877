"""TextField: one line to write into, in the theme's shape."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px

_LONGEST_TEXT = 200
_AROUND_UNITS = 6.5  # frame and padding on both sides
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TextField(QLineEdit):
    """*name* is what assistive tools say; `units` makes it so wide, else it takes what there is."""

    def __init__(
        self,
        name: str,
        parent: QWidget,
        *,
        hint: str = "",
        units: float = 0.0,
        style: TextStyle = TextStyle.BODY,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(_LONGEST_TEXT)
        self.setFont(font(style))
        self._units = units
        if units:
            self.setFixedWidth(grid_px(units))
        else:
            self.setMinimumWidth(grid_px(24))
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def setText(self, text: str | None) -> None:
        """A field of one width is widened for what a language needs more room for, up to twice."""
        super().setText(text)
        if self._units:
            around = grid_px(_AROUND_UNITS) + self.fontMetrics().horizontalAdvance(" ")
            needed = self.fontMetrics().horizontalAdvance(self.text()) + around
            least = grid_px(self._units)
            self.setFixedWidth(min(max(needed, least), 2 * least))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends here: it may have passed the focus on, to a button that it would press too.

        Where names are offered below, it chooses one of them.
        """
        is_offering = QApplication.activePopupWidget() is not None
        super().keyPressEvent(event)
        if event.key() in _ENTER and not is_offering:
            event.accept()
