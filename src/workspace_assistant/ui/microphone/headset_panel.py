"""HeadsetPanel: what the headset is, how much of it leaks, and whether the user hears it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workspace_assistant.core.readiness.headset.words import CHOICES
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.headset_state import HeadsetState, Remark
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class HeadsetPanel(PartFrame):
    tone_wanted = Signal()
    word_wanted = Signal()
    answered = Signal(str)  # the word heard, empty for none

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._title = TextLabel(TextStyle.TITLE, self)
        self._title.setText(wording.say(texts.HEADSET))
        self.setAccessibleName(wording.say(texts.HEADSET))
        self._facts = TextLabel(TextStyle.BODY, self, wraps=True)
        self._remarks: list[RemarkRow] = []
        self._tone_hint = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._tone_hint.setText(wording.say(texts.TONE_HINT))
        self._tone = ActionButton("", self)
        self._tone.clicked.connect(self.tone_wanted)
        self._leak = RemarkRow(self)
        self._word_hint = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._word = ActionButton("", self)
        self._word.clicked.connect(self.word_wanted)
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._question = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._row = FlowRow(self)
        self._choices = [self._new_choice() for _ in range(CHOICES)]
        self._none = self._new_choice()
        self._none.setText(wording.say(texts.WORD_NONE))
        self._none.setProperty("word", "")
        self._answer = RemarkRow(self)
        self._build_column()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self._tone, self._word, *self._choices, self._none)

    def present(self, state: HeadsetState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._facts.show_text("\n".join(state.facts))
        self._present_remarks(state.remarks)
        self._tone.setText(state.tone_button)
        self._tone.setEnabled(state.tone_enabled)
        self._leak.present(state.leak)
        self._word.setText(state.word_button)
        self._word.setEnabled(state.word_enabled)
        self._word_hint.show_text(state.word_hint)
        self._question.show_text(state.question)
        self._trouble.show_text(state.word_trouble)
        self._present_choices(state.choices)
        self._answer.present(state.answer)

    def _build_column(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        self._column.setSpacing(grid_px(2))
        left = Qt.AlignmentFlag.AlignLeft
        self._column.addWidget(self._title)
        self._column.addWidget(self._facts)
        self._column.addSpacing(grid_px(1))
        self._column.addWidget(self._tone_hint)
        self._column.addWidget(self._tone, 0, left)
        self._column.addWidget(self._leak)
        self._column.addSpacing(grid_px(1))
        self._column.addWidget(self._word_hint)
        self._column.addWidget(self._word, 0, left)
        for part in (self._trouble, self._question, self._row, self._answer):
            self._column.addWidget(part)

    def _new_choice(self) -> ActionButton:
        button = ActionButton("", self._row)
        button.clicked.connect(self._on_answered)
        self._row.add(button)
        return button

    def _present_remarks(self, remarks: tuple[Remark, ...]) -> None:
        while len(self._remarks) < len(remarks):
            row = RemarkRow(self)
            self._column.insertWidget(len(self._remarks) + 2, row)
            self._remarks.append(row)
        for index, row in enumerate(self._remarks):
            row.present(remarks[index] if index < len(remarks) else None)

    def _present_choices(self, choices: tuple[str, ...]) -> None:
        self._row.setVisible(bool(choices))
        for button, word in zip(self._choices, choices, strict=False):
            button.setText(word)
            button.setProperty("word", word)

    @Slot()
    def _on_answered(self) -> None:
        self.answered.emit(self.sender().property("word"))


class RemarkRow(QWidget):
    """An icon, what was found, and the next step."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = StateIcon(5, self)
        self._message = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._action = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(grid_px(2))
        grid.setVerticalSpacing(grid_px(0.5))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._message, 0, 1)
        grid.addWidget(self._action, 1, 1)
        self.hide()

    def present(self, remark: Remark | None) -> None:
        """Show *remark*, or take no room when there is none."""
        self.setVisible(remark is not None)
        if remark is None:
            return
        self._icon.show_look(remark.look, remark.word)
        self._message.setText(remark.message)
        self._action.show_text(remark.action)
        self.setAccessibleName(f"{remark.word}. {remark.message} {remark.action}")
