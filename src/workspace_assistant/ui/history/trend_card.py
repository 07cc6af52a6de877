"""TrendCard: one key number against the person's own usual."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.history.view_state import TrendState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.big_number import BigNumber
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.sparkline import Sparkline
from workspace_assistant.ui.widgets.text_label import TextLabel


class TrendCard(PartFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._number = BigNumber(self)
        self._curve = Sparkline(self, has_dot=True)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(1.5))
        column.addWidget(self._title)
        column.addWidget(self._number)
        column.addWidget(self._curve)
        column.addWidget(self._detail)
        column.addStretch(1)

    def present(self, state: TrendState) -> None:
        self._title.setText(state.title)
        self._number.show_number(state.number, state.unit)
        self._curve.show_curve(
            state.points, state.usual, state.text, starts_at_zero=state.starts_at_zero
        )
        self._detail.show_text(state.detail)
        self.setAccessibleName(state.text)
