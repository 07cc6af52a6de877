"""SourceLine: where something comes from, and the way there, in the browser."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.text_label import TextLabel


class SourceLine(QWidget):
    """*words* name the source; the link says *text*, and both to those who listen."""

    def __init__(self, words: str, text: str, url: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._url = url
        label = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        label.setText(words)
        self.link = ActionButton(text, self, kind="link")
        self.link.setAccessibleName(f"{text}. {words}")
        self.link.setToolTip(url)
        self.link.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label)
        column.addWidget(self.link)

    @Slot()
    def _on_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl(self._url))
