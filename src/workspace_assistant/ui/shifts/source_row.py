"""SourceRow: where shifts come from, how well that goes, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.looks import QUESTION
from workspace_assistant.ui.shifts.source_state import SourceRowState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.inline_question import InlineQuestion
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class SourceRow(PartFrame):
    refresh_wanted = Signal(str)  # source id
    change_wanted = Signal(str)
    remove_wanted = Signal(str)
    remove_settled = Signal(str)
    remove_left = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._wording = wording
        self._shown: SourceRowState | None = None
        self._icon = StateIcon(5, self)
        self._name = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._trouble = TextLabel(TextStyle.SECONDARY, self, wraps=True)
        self._acts = FlowRow(self)
        self.refresh = self._act(texts.REFRESH, self._on_refresh_clicked)
        self.change = self._act(texts.CHANGE, self._on_change_clicked)
        self.remove = self._act(texts.REMOVE, self._on_remove_clicked)
        self._build_question()
        self._build_column()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.refresh, self.change, self.remove, self.settle, self.leave)

    @property
    def source_id(self) -> str:
        return self._shown.source_id if self._shown else ""

    def present(self, state: SourceRowState) -> None:
        before, self._shown = self._shown, state
        if state == before:
            return
        self._icon.show_look(state.look, state.state)
        self._name.setText(state.name)
        self._detail.setText(state.detail)
        self._trouble.show_text(state.trouble)
        told = (state.name, state.detail, state.state, state.trouble)
        self.setAccessibleName(". ".join(filter(None, told)))
        self.change.setText(state.change)
        for button, is_there, description in (
            (self.refresh, state.can_refresh, state.refresh_description),
            (self.change, state.can_change, state.change_description),
            (self.remove, state.can_remove, state.remove_description),
        ):
            button.setVisible(is_there)
            button.setAccessibleName(description)
            button.setToolTip(description)
        self._acts.setVisible(state.can_refresh or state.can_change or state.can_remove)
        self._ask(state, before)

    def _ask(self, state: SourceRowState, before: SourceRowState | None) -> None:
        """The safe answer has the focus first; afterwards the button that asked."""
        was_asked = before is not None and bool(before.asked)
        if not state.asked:
            self.question.hide()
            if was_asked and self.remove.isVisible():
                self.remove.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        headline, *facts = state.asked
        self.question.ask(QUESTION, self._wording.say(QUESTION.word), headline, tuple(facts))
        if not was_asked:
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self, text: str, slot: Callable[[], None]) -> ActionButton:
        button = ActionButton(self._wording.say(text), self._acts, kind="link")
        button.clicked.connect(slot)
        self._acts.add(button)
        return button

    def _build_question(self) -> None:
        say = self._wording.say
        self.question = InlineQuestion(self)
        self.settle = ActionButton(say(texts.REMOVE_DO), self)
        self.leave = ActionButton(say(texts.REMOVE_NOT), self)
        self.settle.clicked.connect(self._on_settle_clicked)
        self.leave.clicked.connect(self.remove_left)
        for button in (self.settle, self.leave):
            self.question.add_answer(button)

    def _build_column(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._name, self._detail, self._trouble, self._acts):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(grid_px(3))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(2), 0, grid_px(2))
        column.setSpacing(grid_px(2))
        column.addLayout(row)
        column.addWidget(self.question)

    @Slot()
    def _on_refresh_clicked(self) -> None:
        self.refresh_wanted.emit(self.source_id)

    @Slot()
    def _on_change_clicked(self) -> None:
        self.change_wanted.emit(self.source_id)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.remove_wanted.emit(self.source_id)

    @Slot()
    def _on_settle_clicked(self) -> None:
        self.remove_settled.emit(self.source_id)
