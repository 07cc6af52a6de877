"""LinesCard: a title, and a paragraph for each line."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel


class LinesCard(PartFrame):
    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__("card", parent)
        self.setAccessibleName(title)
        heading = TextLabel(TextStyle.TITLE, self, wraps=True)
        heading.setText(title)
        self._lines: list[TextLabel] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        self.column.setSpacing(grid_px(2))
        self.column.addWidget(heading)

    def present(self, lines: tuple[str, ...]) -> None:
        while len(self._lines) < len(lines):
            label = TextLabel(TextStyle.BODY, self, wraps=True)
            self._lines.append(label)
            self.column.insertWidget(len(self._lines), label)
        for index, label in enumerate(self._lines):
            label.show_text(lines[index] if index < len(lines) else "")
