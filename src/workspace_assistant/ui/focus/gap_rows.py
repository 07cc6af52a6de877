"""GapRows: the pauses and absences of a block, each to be called what it was."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.gap_state import GapRow
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_ARROW = "  \u25be"
_LABEL_UNITS = 44
_ANSWERS = {
    Answer.KEEP: texts.IT_WAS_WORK,
    Answer.BREAK: texts.IT_WAS_A_BREAK,
    Answer.DISCARD: texts.IT_WAS_NO_WORK,
}


class GapRows(QWidget):
    answered = Signal(str, str)  # gap, answer

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self.rows: list[_Row] = []
        title = TextLabel(TextStyle.STRONG, self)
        title.setText(wording.say(texts.GAPS))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(grid_px(1.5))
        self._column.addWidget(title)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return tuple(row.answer for row in self.rows)

    def present(self, states: tuple[GapRow, ...]) -> None:
        self.setVisible(bool(states))
        while len(self.rows) < len(states):
            row = _Row(self._wording, self)
            row.answered.connect(self.answered)
            self._column.addWidget(row)
            self.rows.append(row)
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(states))
            if index < len(states):
                row.present(states[index])


class _Row(QWidget):
    answered = Signal(str, str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: GapRow | None = None
        self._label = TextLabel(TextStyle.BODY, self)
        self._label.setMinimumWidth(grid_px(_LABEL_UNITS))
        self.answer = ActionButton("", self, kind="choice")
        self.menu = QMenu(self)
        for answer, label in _ANSWERS.items():
            self.menu.addAction(wording.say(label)).setData(answer.value)
        self.menu.triggered.connect(self._on_chosen)
        self.answer.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(grid_px(2))
        row.addWidget(self._label)
        row.addWidget(self.answer)
        row.addStretch(1)

    def present(self, state: GapRow) -> None:
        if state == self._shown:
            return
        self._shown = state
        self._label.setText(state.label)
        self.answer.setText(f"{state.standing}{_ARROW}" if state.answers else state.standing)
        self.answer.setEnabled(bool(state.answers))
        self.answer.setAccessibleName(state.description)
        for action in self.menu.actions():
            action.setVisible(action.data() in state.answers)

    @Slot()
    def _on_clicked(self) -> None:
        self.menu.popup(self.answer.mapToGlobal(QPoint(0, self.answer.height())))

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        if self._shown is not None:
            self.answered.emit(self._shown.id, action.data())
