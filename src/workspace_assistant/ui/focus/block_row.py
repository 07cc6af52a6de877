"""BlockRow: a block in the list of a day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.day_state import RowState
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording

_TIMES_UNITS = 28


class BlockRow(PartFrame):
    edit_wanted = Signal(str)  # block id

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._block_id = ""
        self._shown: RowState | None = None
        self._icon = StateIcon(5, self)
        self._times = TextLabel(TextStyle.SECONDARY, self, ink="muted")
        self._times.setMinimumWidth(grid_px(_TIMES_UNITS))
        self._name = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._worked = TextLabel(TextStyle.STRONG, self)
        self.edit = ActionButton(wording.say(texts.EDIT), self, kind="link")
        self.edit.clicked.connect(self._on_edit_clicked)
        self._build_row()

    @property
    def block_id(self) -> str:
        return self._block_id

    def present(self, state: RowState) -> None:
        if state == self._shown:
            return
        self._shown = state
        self._block_id = state.block_id
        self._icon.show_look(state.look, state.state)
        self._times.setText(state.times)
        self._name.setText(state.name)
        self._detail.setText(state.detail)
        self._worked.setText(state.worked)
        self.edit.setAccessibleName(state.description)
        self.edit.setToolTip(state.description)
        told = (state.times, state.name, state.detail, state.worked, state.state)
        self.setAccessibleName(". ".join(told))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._on_edit_clicked()

    def _build_row(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._detail)
        row = TurningRow(self)
        row.setContentsMargins(0, grid_px(2), 0, grid_px(2))
        row.setSpacing(grid_px(3))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._icon, 0, middle)
        row.addWidget(self._times, 0, middle)
        row.addLayout(words, 1)
        row.addWidget(self._worked, 0, middle)
        row.addWidget(self.edit, 0, middle)

    @Slot()
    def _on_edit_clicked(self) -> None:
        self.edit_wanted.emit(self._block_id)
