"""InterruptionPanel: one key says what interrupted; another, that it is over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.core.focus.interruptions import InterruptionEdit
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.running_state import InterruptionState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.key_button import KeyButton
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class InterruptionPanel(PartFrame):
    interrupted = Signal(str)  # the cause
    back_wanted = Signal()
    written = Signal(str, str, object)  # block, interruption, an InterruptionEdit
    left = Signal()  # a field, by Enter

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        say = wording.say
        self._of = ("", "")
        self._kept = ("", "")  # next step and note
        self._headline = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._sentence = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._answer = QWidget(self)
        self.back = KeyButton(say(texts.BACK), "B", self, kind="primary-key")
        name = say(texts.WITH_KEY, action=say(texts.BACK), key="B")
        self.back.setAccessibleName(name)
        self.back.clicked.connect(self._on_back_clicked)
        self.step = TextField(say(texts.NEXT_STEP), self._answer, hint=say(texts.NEXT_STEP_HINT))
        self.note = TextField(say(texts.NOTE), self._answer, hint=say(texts.NOTE_EXAMPLE))
        for field in (self.step, self.note):
            field.editingFinished.connect(self.keep_written)
            field.returnPressed.connect(self.left)
        self._row = FlowRow(self)
        self.causes: list[KeyButton] = []
        self._build_column()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.back, self.step, self.note, *self.causes)

    def present(self, state: InterruptionState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._headline.setText(state.headline)
        self._sentence.setText(state.sentence)
        self.setAccessibleName(state.headline)
        self._answer.setVisible(state.is_open)
        self.back.setVisible(state.is_open)
        of, kept = (state.block_id, state.interruption_id), (state.next_step, state.note)
        for field, text, before in zip((self.step, self.note), kept, self._kept, strict=True):
            if of != self._of or (text != before and not field.hasFocus()):
                field.setText(text)
        self._of, self._kept = of, kept
        if not self.causes:
            self._add_causes(state)

    def keep_written(self) -> None:
        """What was written is kept when the field is left, too."""
        written = (self.step.text().strip(), self.note.text().strip())
        if self._of[1] and written != self._kept:
            self._kept = written
            step, note = written
            self.written.emit(*self._of, InterruptionEdit(next_step=step, note=note))

    def _add_causes(self, state: InterruptionState) -> None:
        for one in state.causes:
            button = KeyButton(one.label, one.key, self._row)
            button.setAccessibleName(one.description)
            button.setToolTip(one.description)
            button.setProperty("cause", one.cause.value)
            button.clicked.connect(self._on_cause_clicked)
            self._row.add(button)
            self.causes.append(button)

    def _build_column(self) -> None:
        inside = QHBoxLayout(self._answer)
        inside.setContentsMargins(0, grid_px(1), 0, grid_px(1))
        inside.setSpacing(grid_px(3))
        for field in (self.step, self.note):
            label = TextLabel(TextStyle.SECONDARY, self._answer, wraps=True)
            label.setText(field.accessibleName())
            label.setBuddy(field)
            pair = QVBoxLayout()
            pair.setSpacing(grid_px(1.5))
            pair.addWidget(label, 1, Qt.AlignmentFlag.AlignBottom)
            pair.addWidget(field)
            inside.addLayout(pair, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(1.5))
        words = QVBoxLayout()
        words.setSpacing(grid_px(1))
        words.addWidget(self._headline)
        words.addWidget(self._sentence)
        head = QHBoxLayout()
        head.setSpacing(grid_px(3))
        head.addLayout(words, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._answer)
        column.addSpacing(grid_px(0.5))
        column.addWidget(self._row)

    @Slot()
    def _on_cause_clicked(self) -> None:
        self.interrupted.emit(self.sender().property("cause"))

    @Slot()
    def _on_back_clicked(self) -> None:
        self.keep_written()
        self.back_wanted.emit()
