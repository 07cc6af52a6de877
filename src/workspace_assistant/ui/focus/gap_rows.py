"""GapRows: the pauses and absences of a block, each to be called what it was."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.gap_state import GapRow
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_ARROW = "  \u25be"
_LABEL_UNITS = 44
_TIME_UNITS = 20
_ANSWERS = {
    Answer.KEEP: texts.IT_WAS_WORK,
    Answer.BREAK: texts.IT_WAS_A_BREAK,
    Answer.DISCARD: texts.IT_WAS_NO_WORK,
}


class GapRows(QWidget):
    answered = Signal(str, str)  # gap, answer
    added = Signal(str, str)  # from when to when, as it is written

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
        self._column.addWidget(self._new_gap())

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.begin, self.end, self.add, *(row.answer for row in self.rows))

    def present(self, states: tuple[GapRow, ...]) -> None:
        while len(self.rows) < len(states):
            row = _Row(self._wording, self)
            row.answered.connect(self.answered)
            self._column.addWidget(row)
            self.rows.append(row)
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(states))
            if index < len(states):
                row.present(states[index])

    def clear(self) -> None:
        """Nothing is written yet. Keys such as that of Undo are the page's again."""
        if self.begin.hasFocus() or self.end.hasFocus():
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.begin.setText("")
        self.end.setText("")

    def _new_gap(self) -> QWidget:
        say = self._wording.say
        row = FlowRow(self)
        self.begin = TextField(say(texts.GAP_START), row, units=_TIME_UNITS, hint="12:00")
        self.end = TextField(say(texts.GAP_END), row, units=_TIME_UNITS, hint="12:30")
        self.add = ActionButton(say(texts.ADD_GAP), row)
        for part in (self.begin, self.end, self.add):
            row.add(part)
        self.add.clicked.connect(self._on_add_wanted)
        for field in (self.begin, self.end):
            field.returnPressed.connect(self._on_add_wanted)
        return row

    @Slot()
    def _on_add_wanted(self) -> None:
        self.added.emit(self.begin.text(), self.end.text())


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
