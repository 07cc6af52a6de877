"""The questions of the page: after an absence, after a crash, after a long interruption."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.interruptions import InterruptionEdit
from workspace_assistant.core.focus.recovery import RecoveryChoice
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.clock_text import instant_in
from workspace_assistant.ui.focus.looks import FIRST, QUESTION
from workspace_assistant.ui.focus.question_state import QuestionState, RecoveryState
from workspace_assistant.ui.focus.running_state import WelcomeState
from workspace_assistant.ui.theme.metrics import TextStyle
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.inline_question import InlineQuestion
from workspace_assistant.ui.widgets.key_button import KeyButton
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_TIME_UNITS = 20
_ANSWERS = (
    (Answer.KEEP, "W", texts.IT_WAS_WORK),
    (Answer.BREAK, "R", texts.IT_WAS_A_BREAK),
    (Answer.DISCARD, "D", texts.IT_WAS_NO_WORK),
)
_SPLIT_WORDS = (
    (Answer.KEEP, texts.ANSWER_WORK),
    (Answer.BREAK, texts.ANSWER_BREAK),
    (Answer.DISCARD, texts.ANSWER_NO_WORK),
)


class AbsencePanel(InlineQuestion):
    answered = Signal(str, str, object)  # block, gap, Answer
    split = Signal(str, str, object, object, object)  # block, gap, instant, Answer, Answer

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._state: QuestionState | None = None
        self.answers: dict[Answer, KeyButton] = {}
        for answer, key, label in _ANSWERS:
            button = _key_button(wording, label, key, self)
            button.setProperty("answer", answer.value)
            button.clicked.connect(self._on_answered)
            self.add_answer(button)
            self.answers[answer] = button
        self.both = _key_button(wording, texts.IT_WAS_BOTH, "T", self)
        self.both.clicked.connect(self._on_both_clicked)
        self.add_answer(self.both)
        self._build_split()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        chips = (*self.first.chips, *self.second.chips)
        return (*self.answers.values(), self.both, self.at, *chips, self.keep)

    def present(self, state: QuestionState | None) -> None:
        self.setVisible(state is not None)
        if state is None or state == self._state:
            return
        is_other = self._state is None or self._state.gap_id != state.gap_id
        self._state = state
        self.ask(QUESTION, self._wording.say(QUESTION.word), state.headline, (state.sentence,))
        self.show_note(state.more)
        if is_other:
            self.leave_split()

    def leave_split(self) -> None:
        """One answer is enough after all."""
        self._parts.hide()
        self._trouble.hide()

    def _build_split(self) -> None:
        say = self._wording.say
        self._parts = FlowRow(self)
        self.at = TextField(say(texts.SPLIT_AT), self._parts, units=_TIME_UNITS)
        self.first = self._new_chips(texts.SPLIT_BEFORE)
        self.second = self._new_chips(texts.SPLIT_AFTER)
        self.keep = ActionButton(say(texts.KEEP_ANSWER), self._parts)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.at.returnPressed.connect(self._on_keep_clicked)
        self.first.choose(Answer.KEEP)
        self.second.choose(Answer.BREAK)
        for label, part in (
            (texts.SPLIT_AT, self.at),
            (texts.SPLIT_BEFORE, self.first),
            (texts.SPLIT_AFTER, self.second),
        ):
            words = TextLabel(TextStyle.BODY, self._parts)
            words.setText(say(label))
            self._parts.add(words)
            self._parts.add(part)
        self._parts.add(self.keep)
        self._parts.hide()
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._trouble.hide()
        self.column.addWidget(self._parts)
        self.column.addWidget(self._trouble)

    def _new_chips(self, name: str) -> Chips:
        chips = Chips(self._wording.say(name), self._parts)
        for answer, label in _SPLIT_WORDS:
            chips.add_chip(answer, self._wording.say(label))
        return chips

    @Slot()
    def _on_answered(self) -> None:
        if self._state is not None:
            answer = Answer(self.sender().property("answer"))
            self.answered.emit(self._state.block_id, self._state.gap_id, answer)

    @Slot()
    def _on_both_clicked(self) -> None:
        if self._state is None:
            return
        self.at.setText(self._wording.clock(self._state.middle))
        self._parts.show()
        self.at.setFocus(Qt.FocusReason.OtherFocusReason)
        self.at.selectAll()

    @Slot()
    def _on_keep_clicked(self) -> None:
        state = self._state
        if state is None:
            return
        try:
            at = instant_in(self.at.text(), state.start, state.end, self._wording)
        except FocusError as error:
            self._trouble.show_text(self._wording.say(error.sentence, **error.parts))
            return
        self._trouble.hide()
        first, second = Answer(self.first.value), Answer(self.second.value)
        self.split.emit(state.block_id, state.gap_id, at, first, second)


class RecoveryPanel(InlineQuestion):
    chosen = Signal(object)  # a RecoveryChoice

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self.go_on = _key_button(wording, texts.RECOVER_CONTINUE, "G", self)
        self.go_on.setToolTip(wording.say(texts.RECOVER_CONTINUE_HINT))
        self.end = _key_button(wording, texts.RECOVER_END, "L", self)
        self.discard = ActionButton(wording.say(texts.RECOVER_DISCARD), self)
        for button, choice in (
            (self.go_on, RecoveryChoice.CONTINUE),
            (self.end, RecoveryChoice.END),
            (self.discard, RecoveryChoice.DISCARD),
        ):
            button.setProperty("choice", choice.value)
            button.clicked.connect(self._on_chosen)
            self.add_answer(button)
        self.show_note(wording.say(texts.RECOVER_CONTINUE_HINT))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.go_on, self.end, self.discard)

    def present(self, state: RecoveryState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self.ask(QUESTION, self._wording.say(QUESTION.word), state.headline, state.evidence)
        self.end.setText(state.end_label)
        name = self._wording.say(texts.WITH_KEY, action=state.end_label, key=self.end.key)
        self.end.setAccessibleName(name)

    @Slot()
    def _on_chosen(self) -> None:
        self.chosen.emit(RecoveryChoice(self.sender().property("choice")))


class WelcomePanel(InlineQuestion):
    """Where was I?"""

    written = Signal(str, str, object)  # block, interruption, an InterruptionEdit
    done = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._of = ("", "")
        say = wording.say
        self.step = TextField(say(texts.NEXT_STEP), self, hint=say(texts.NEXT_STEP_HINT))
        self.step.returnPressed.connect(self._on_done)
        self.column.insertWidget(1, self.step)
        self.go_on = _key_button(wording, texts.GO_ON, "G", self)
        self.go_on.clicked.connect(self._on_done)
        self.add_answer(self.go_on)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.step, self.go_on)

    def present(self, state: WelcomeState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        of = (state.block_id, state.interruption_id)
        if of != self._of:
            self._of = of
            self.step.clear()
        self.ask(FIRST, self._wording.say(FIRST.word), state.headline, (state.sentence,))
        self.step.setVisible(state.asks)

    @Slot()
    def _on_done(self) -> None:
        written = self.step.text().strip()
        if written and self.step.isVisible():
            self.written.emit(*self._of, InterruptionEdit(next_step=written))
        self.done.emit()


def _key_button(wording: Wording, label: str, key: str, parent: QWidget) -> KeyButton:
    said = wording.say(label) if "{" not in label else ""
    button = KeyButton(said, key, parent)
    button.setAccessibleName(wording.say(texts.WITH_KEY, action=said, key=key))
    return button
