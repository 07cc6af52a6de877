"""BreakCard: when the next planned break is, and how long."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.today.shift_state import BreakState
from workspace_assistant.ui.widgets.big_number import BigNumber
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel


class BreakCard(PartFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._number = BigNumber(self)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(1.5))
        for part in (self._title, self._number, self._detail):
            column.addWidget(part)
        column.addStretch(1)

    def present(self, state: BreakState) -> None:
        self._title.setText(state.title)
        self._number.show_number(state.number, state.unit)
        self._detail.show_text(state.detail)
        told = (f"{state.title}:", state.number, state.unit, state.detail)
        self.setAccessibleName(" ".join(filter(None, told)))
