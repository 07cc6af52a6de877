"""FieldPair: a field below its label, to stand beside others in a row that wraps."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.text_label import TextLabel


class FieldPair(QWidget):
    def __init__(self, label: str, field: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.label = text = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        text.setText(label)
        text.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid_px(0.5))
        column.addWidget(text)
        column.addWidget(field)
