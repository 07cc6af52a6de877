"""ShiftRow: a shift in the list of the coming days."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.shifts.list_state import ShiftRowState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow

_TIMES_UNITS = 27
_STEP_UNITS = 6  # rows beside each other keep one edge, though their times are not equally wide
_MOST_STEPS = 3


class ShiftRow(PartFrame):
    edit_wanted = Signal(str)  # shift id
    back_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._shown: ShiftRowState | None = None
        self._icon = StateIcon(5, self)
        self._times = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._times.setFixedWidth(grid_px(_TIMES_UNITS))
        self._name = TextLabel(TextStyle.BODY, self, wraps=True)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._remark = TextLabel(TextStyle.SECONDARY, self, wraps=True)
        self._length = TextLabel(TextStyle.BODY, self)
        self.edit = ActionButton("", self, kind="link")
        self.edit.clicked.connect(self._on_edit_clicked)
        self._build_row()

    @property
    def shift_id(self) -> str:
        return self._shown.shift_id if self._shown else ""

    def present(self, state: ShiftRowState) -> None:
        if state == self._shown:
            return
        self._shown = state
        self._icon.show_look(state.look, state.state)
        self._times.setText(state.times)
        self._times.setFixedWidth(self._times_px(state.times))
        self._name.setText(state.name)
        self._detail.setText(state.detail)
        self._remark.show_text(state.remark)
        self._length.setText(state.length)
        self.edit.setText(state.act)
        self.edit.setAccessibleName(state.description)
        self.edit.setToolTip(state.description)
        told = (state.times, state.name, state.length, state.detail, state.remark, state.state)
        self.setAccessibleName(". ".join(filter(None, told)))

    def _times_px(self, times: str) -> int:
        """Room for one line where a language writes more than four digits."""
        lacks_px = self._times.fontMetrics().horizontalAdvance(times) + 2 - grid_px(_TIMES_UNITS)
        steps = min(_MOST_STEPS, max(0, ceil(lacks_px / grid_px(_STEP_UNITS))))
        return grid_px(_TIMES_UNITS + steps * _STEP_UNITS)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._on_edit_clicked()

    def _build_row(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._name, self._detail, self._remark):
            words.addWidget(label)
        row = TurningRow(self)
        row.setContentsMargins(0, grid_px(2), 0, grid_px(2))
        row.setSpacing(grid_px(3))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._icon, 0, middle)
        row.addWidget(self._times, 0, middle)
        row.addLayout(words, 1)
        row.addWidget(self._length, 0, middle)
        row.addWidget(self.edit, 0, middle)

    @Slot()
    def _on_edit_clicked(self) -> None:
        is_off = self._shown is not None and self._shown.is_off
        (self.back_wanted if is_off else self.edit_wanted).emit(self.shift_id)
