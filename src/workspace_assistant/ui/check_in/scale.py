"""Scale: one question with five numbers, answered by a digit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workspace_assistant.ui.check_in.view_state import RowState
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel

_CLEARING = {Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class Scale(PartFrame):
    """`answered` follows a digit, so that the next question can have the keyboard."""

    answered = Signal()

    def __init__(self, state: RowState, parent: QWidget) -> None:
        super().__init__("row", parent)
        question = TextLabel(TextStyle.BODY, self, wraps=True)
        question.setText(state.question)
        ends = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        ends.setText(state.ends)
        self._values = {value for value, _ in state.values}
        self.chips = Chips(state.question, self)
        for value, words in state.values:
            self.chips.add_chip(value, value, words)
        policy = self.chips.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
        self.chips.setSizePolicy(policy)
        asked = QVBoxLayout()
        asked.setSpacing(0)
        asked.addWidget(question)
        asked.addWidget(ends)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, grid_px(1.5), 0, grid_px(1.5))
        row.setSpacing(grid_px(4))
        row.addLayout(asked, 1)
        row.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def value(self) -> int | None:
        """What is chosen; None where the question is left open."""
        return int(self.chips.value) if self.chips.value else None

    def choose(self, value: int | None) -> None:
        self.chips.choose("" if value is None else str(value))

    def take_focus(self) -> None:
        """To what is chosen, else to the first number."""
        stops = (one for one in self.chips.chips if one.focusPolicy() != Qt.FocusPolicy.NoFocus)
        next(stops).setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in self._values:
            self.chips.choose(event.text())
            self.answered.emit()
        elif event.key() in _CLEARING:
            self.choose(None)
            self.take_focus()
        else:
            super().keyPressEvent(event)
