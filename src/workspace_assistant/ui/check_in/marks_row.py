"""MarksRow: one click marks that a contact was hard."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.check_in import texts
from workspace_assistant.ui.check_in.view_state import MarksState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording


class MarksRow(QWidget):
    """What is ticked goes with the next mark, and is gone after it."""

    marked = Signal(bool, bool)  # abusive, solved
    taken_back = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        say = wording.say
        self._row = FlowRow(self)
        self.mark = ActionButton(say(texts.MARK), self._row)
        self.mark.setToolTip(say(texts.MARK_HINT))
        self.mark.setAccessibleDescription(say(texts.MARK_HINT))
        self.abusive = TickBox(say(texts.MARK_ABUSIVE), self._row)
        self.solved = TickBox(say(texts.MARK_SOLVED), self._row)
        self.back = ActionButton(say(texts.TAKE_BACK), self._row, kind="link")
        self.mark.clicked.connect(self._on_mark_clicked)
        self.back.clicked.connect(self.taken_back)
        for part in self.controls:
            self._row.add(part)
        self._sentence = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid_px(1))
        column.addWidget(self._row)
        column.addWidget(self._sentence)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.mark, self.abusive, self.solved, self.back)

    def present(self, state: MarksState | None) -> None:
        self.setVisible(state is not None)
        if state is not None:
            self._sentence.setText(state.sentence)
            self.back.setVisible(state.can_take_back)

    @Slot()
    def _on_mark_clicked(self) -> None:
        self.marked.emit(self.abusive.isChecked(), self.solved.isChecked())
        for box in (self.abusive, self.solved):
            box.setChecked(False)
