"""EncryptionCard: whether who takes the disk can read the data, and the key to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.data import encryption_texts as texts
from workspace_assistant.ui.data import texts as data_texts
from workspace_assistant.ui.data.card import DataCard
from workspace_assistant.ui.data.encryption_state import EncryptionState
from workspace_assistant.ui.data.recovery_key_panel import RecoveryKeyPanel
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.inline_question import InlineQuestion
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_ASKS = Look(Tone.CAUTION, "question", texts.ASK_DECRYPT)


class EncryptionCard(DataCard):
    begin_wanted = Signal()
    show_wanted = Signal()
    decrypt_wanted = Signal()
    decrypt_settled = Signal()
    decrypt_left = Signal()
    unlock_wanted = Signal()
    unlock_settled = Signal(str)  # a recovery key
    unlock_left = Signal()
    anew_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(wording.say(texts.TITLE), wording, parent)
        self._shown: EncryptionState | None = None
        self._lines: list[TextLabel] = []
        self._standing = TextLabel(TextStyle.BODY, self, wraps=True)
        self._words = QVBoxLayout()
        self._words.setSpacing(grid_px(1))
        self._build_acts()
        self._build_question()
        self._build_unlock()
        self.key = RecoveryKeyPanel(wording, self)
        protects = self.paragraph(wording.say(texts.PROTECTS), TextStyle.SECONDARY)
        self.inside.addWidget(self._standing)
        self.inside.addLayout(self._words)
        for part in (protects, self._acts, self.question, self.key, self._unlock):
            self.inside.addWidget(part)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        acts = (self.anew, self.encrypt, self.show_key, self.decrypt, self.other_key)
        question = (self.do_decrypt, self.stay)
        unlock = (self.written, self.unlock, self.close_unlock)
        return (*acts, *question, *self.key.controls, *unlock, self.cancel)

    def present(self, state: EncryptionState | None) -> None:
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        if state is None or state == before:
            return
        self._standing.setText(state.standing)
        self._show_lines(state.lines)
        self._show_acts(state)
        self._ask(state, before)
        self.key.present(state.key, is_enabled=not state.busy)
        self._show_unlock(state, before)
        self.show_busy(state.busy, can_cancel=state.can_cancel)
        self.remark.tell(state.remark)

    def _show_lines(self, lines: tuple[str, ...]) -> None:
        while len(self._lines) < len(lines):
            label = self.paragraph()
            self._lines.append(label)
            self._words.addWidget(label)
        for index, label in enumerate(self._lines):
            label.show_text(lines[index] if index < len(lines) else "")

    def _show_acts(self, state: EncryptionState) -> None:
        for button, is_there in (
            (self.anew, state.can_begin_anew),
            (self.encrypt, state.can_encrypt),
            (self.show_key, state.can_show),
            (self.decrypt, state.can_decrypt),
            (self.other_key, state.can_unlock),
        ):
            button.setVisible(is_there)
            button.setEnabled(not state.busy)
        acts = (state.can_encrypt, state.can_show, state.can_unlock, state.can_begin_anew)
        self._acts.setVisible(any(acts))

    def _ask(self, state: EncryptionState, before: EncryptionState | None) -> None:
        was_asked = before is not None and before.asks_decrypt
        self.question.setEnabled(not state.busy)
        if not state.asks_decrypt:
            self.question.hide()
        elif not was_asked:
            say = self._wording.say
            facts = (say(texts.ASK_DECRYPT_WHY),)
            self.question.ask(_ASKS, say(_ASKS.word), say(texts.ASK_DECRYPT), facts)
            self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_unlock(self, state: EncryptionState, before: EncryptionState | None) -> None:
        was_open = before is not None and before.is_unlock_open
        self._unlock.setVisible(state.is_unlock_open)
        self._unlock.setEnabled(not state.busy)
        if state.is_unlock_open is not was_open:
            self.written.setText("")  # other than `clear` it leaves nothing to be undone
        if state.is_unlock_open and not was_open:
            self.written.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_acts(self) -> None:
        self._acts = FlowRow(self)
        self.anew = self.button(data_texts.OPEN_ANEW, self._acts)
        self.encrypt = self.button(texts.ENCRYPT, self._acts)
        self.show_key = self.button(texts.SHOW_KEY, self._acts)
        self.decrypt = self.button(texts.DECRYPT, self._acts)
        self.other_key = self.button(texts.OTHER_KEY, self._acts)
        for button, signal in (
            (self.anew, self.anew_wanted),
            (self.encrypt, self.begin_wanted),
            (self.show_key, self.show_wanted),
            (self.decrypt, self.decrypt_wanted),
            (self.other_key, self.unlock_wanted),
        ):
            button.clicked.connect(signal)
            self._acts.add(button)

    def _build_question(self) -> None:
        self.question = InlineQuestion(self)
        self.do_decrypt = self.button(texts.DO_DECRYPT, self)
        self.stay = self.button(texts.STAY_ENCRYPTED, self)
        self.do_decrypt.clicked.connect(self.decrypt_settled)
        self.stay.clicked.connect(self.decrypt_left)
        for button in (self.do_decrypt, self.stay):
            self.question.add_answer(button)

    def _build_unlock(self) -> None:
        say = self._wording.say
        self._unlock = QWidget(self)
        self.written = TextField(say(texts.UNLOCK_FIELD), self._unlock)
        answers = FlowRow(self._unlock)
        self.unlock = self.button(texts.UNLOCK, answers)
        self.close_unlock = self.button(texts.CLOSE, answers)
        for button in (self.unlock, self.close_unlock):
            answers.add(button)
        column = QVBoxLayout(self._unlock)
        column.setContentsMargins(0, grid_px(1), 0, 0)
        column.setSpacing(grid_px(2))
        column.addWidget(self.paragraph(say(texts.UNLOCK_WHY)))
        column.addWidget(FieldPair(say(texts.UNLOCK_FIELD), self.written, self._unlock))
        column.addWidget(answers)
        self.written.returnPressed.connect(self._on_unlock)
        self.unlock.clicked.connect(self._on_unlock)
        self.close_unlock.clicked.connect(self.unlock_left)

    @Slot()
    def _on_unlock(self) -> None:
        self.unlock_settled.emit(self.written.text())
