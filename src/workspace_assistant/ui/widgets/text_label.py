"""TextLabel: a line or paragraph in a style of the type scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, font


class TextLabel(QLabel):
    """Plain text, never markup: part of it comes from devices, servers and profiles."""

    def __init__(
        self,
        style: TextStyle,
        parent: QWidget,
        *,
        ink: str = "",
        wraps: bool = False,
        is_selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(style))
        self.setProperty("ink", ink)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if is_selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_text(self, text: str) -> None:
        """Show *text*, or take no room when there is none."""
        self.setText(text)
        self.setVisible(bool(text))
