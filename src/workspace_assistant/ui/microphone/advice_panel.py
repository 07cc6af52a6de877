"""AdvicePanel: what to do, in steps, and the one step that a button can do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.score_state import AdviceState, AdviceStep
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class AdvicePanel(PartFrame):
    change_wanted = Signal(float)  # dB
    record_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._change_db = 0.0
        self._steps: list[_StepRow] = []
        self._title = TextLabel(TextStyle.TITLE, self)
        self._title.setText(wording.say(texts.WHAT_TO_DO))
        self.setAccessibleName(wording.say(texts.WHAT_TO_DO))
        self._note = TextLabel(TextStyle.BODY, self, wraps=True)
        self._buttons = FlowRow(self)
        self._change = ActionButton("", self._buttons)
        self._again = ActionButton("", self._buttons)
        self._change.clicked.connect(self._on_change_clicked)
        self._again.clicked.connect(self.record_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        self._column.setSpacing(grid_px(2.5))
        self._column.addWidget(self._title)
        self._column.addWidget(self._note)
        self._buttons.add(self._change)
        self._buttons.add(self._again)
        self._column.addWidget(self._buttons)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self._change, self._again)

    def present(self, state: AdviceState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._present_steps(state.steps)
        self._change_db = state.change_db
        self._note.show_text(state.note)
        self._buttons.setVisible(bool(state.button or state.again))
        for button, text in ((self._change, state.button), (self._again, state.again)):
            button.setText(text)
            button.setVisible(bool(text))
            button.setEnabled(state.is_enabled)

    def _present_steps(self, steps: tuple[AdviceStep, ...]) -> None:
        while len(self._steps) < len(steps):
            row = _StepRow(self)
            self._column.insertWidget(len(self._steps) + 1, row)
            self._steps.append(row)
        for index, row in enumerate(self._steps):
            row.setVisible(index < len(steps))
            if index < len(steps):
                row.present(steps[index])

    @Slot()
    def _on_change_clicked(self) -> None:
        self.change_wanted.emit(self._change_db)


class _StepRow(QWidget):
    """One step: what to do in strong, and why below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = StateIcon(5, self)
        self._number = TextLabel(TextStyle.STRONG, self)
        self._action = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._message = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(grid_px(2))
        grid.setVerticalSpacing(grid_px(0.5))
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._icon, 0, 0, 2, 1, top)
        grid.addWidget(self._number, 0, 1, top)
        grid.addWidget(self._action, 0, 2)
        grid.addWidget(self._message, 1, 2)

    def present(self, step: AdviceStep) -> None:
        self._icon.show_look(step.look, step.word)
        self._number.setText(step.number)
        self._action.setText(step.action)
        self._message.show_text(step.message)
        self.setAccessibleName(f"{step.number} {step.action} {step.message}")
