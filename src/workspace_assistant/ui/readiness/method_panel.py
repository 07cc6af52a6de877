"""MethodPanel: all numbers of one check, with their conditions; shown only when asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.readiness.method_state import MethodRow, MethodState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel


class MethodPanel(PartFrame):
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._shown: MethodState | None = None
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._method = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._conditions = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.link = ActionButton("", self, kind="link")
        self.link.clicked.connect(self._on_close_clicked)
        self._rows = QWidget(self)
        self._grid = _grid_in(self._rows)
        self._build_rows()
        self.hide()

    def present(self, state: MethodState | None, hide: str) -> None:
        """Show the numbers of *state*, or take no room when it is None."""
        self.setVisible(state is not None)
        self.link.setText(hide)
        if state is None or state == self._shown:
            self._shown = state
            return
        self._shown = state
        self._title.setText(state.title)
        self._method.show_text(state.method)
        self._conditions.show_text(state.conditions)
        self.setAccessibleName(state.title)
        self._replace_rows(state.rows)

    def _build_rows(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(3.5), grid_px(4))
        self._column.setSpacing(grid_px(1.5))
        self._column.addLayout(head)
        self._column.addWidget(self._method)
        self._column.addWidget(self._conditions)
        self._column.addWidget(self._rows)

    def _replace_rows(self, rows: tuple[MethodRow, ...]) -> None:
        self._column.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget(self)
        self._grid = _grid_in(self._rows)
        for number, row in enumerate(rows):
            self._add_row(number, row)
        self._column.addWidget(self._rows)

    def _add_row(self, number: int, row: MethodRow) -> None:
        label = TextLabel(TextStyle.SECONDARY, self._rows, wraps=True)
        value = TextLabel(TextStyle.SECONDARY, self._rows, is_selectable=True)
        note = TextLabel(TextStyle.SECONDARY, self._rows, ink="muted", wraps=True)
        label.setText(row.label)
        value.setText(row.value)
        note.setText(row.note)
        for column, part in enumerate((label, value, note)):
            self._grid.addWidget(part, number, column, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _on_close_clicked(self) -> None:
        self.closed.emit()


def _grid_in(parent: QWidget) -> QGridLayout:
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, grid_px(1), 0, 0)
    grid.setHorizontalSpacing(grid_px(6))
    grid.setVerticalSpacing(grid_px(1.5))
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 0)
    grid.setColumnStretch(2, 5)
    return grid
