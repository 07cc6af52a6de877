"""EraseCard: what would go with everything, and the word that means it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.data import erase_texts as texts
from workspace_assistant.ui.data.card import DataCard
from workspace_assistant.ui.data.erase_state import EraseState, is_meant
from workspace_assistant.ui.data.situation import Remark
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording

_FIELD_UNITS = 34


class EraseCard(DataCard):
    look_wanted = Signal()
    left = Signal()
    confirmed = Signal(bool)  # whether the keyring is left alone

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(wording.say(texts.TITLE), wording, parent)
        self._is_open = False
        self.look = self.button(texts.LOOK, self)
        self.look.clicked.connect(self.look_wanted)
        self._build_question()
        self.inside.addWidget(self.paragraph(wording.say(texts.INTRO)))
        self.inside.addWidget(self.look)
        self.inside.addWidget(self._question)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.look, self.keep_secrets, self.word, self.erase, self.leave)

    def present(self, state: EraseState | None, remark: Remark | None, *, is_busy: bool) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        was_open, self._is_open = self._is_open, bool(state.goes)
        self._show_lines(self._goes, state.goes)
        self._show_lines(self._stays, state.stays)
        self.keep_secrets.setVisible(state.has_secrets)
        self._question.setVisible(self._is_open)
        self.look.setVisible(not self._is_open)
        self.look.setEnabled(not is_busy)
        self.show_busy(state.busy)
        self.remark.tell(remark)
        if self._is_open and not was_open:
            self.word.clear()
            self.keep_secrets.setChecked(False)
            self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self, labels: list[TextLabel], lines: tuple[str, ...]) -> None:
        column = self._lines[id(labels)]
        while len(labels) < len(lines):
            added = LongWordLabel(TextStyle.BODY, self._question)
            labels.append(added)
            column.addWidget(added)
        for index, label in enumerate(labels):
            label.show_text(lines[index] if index < len(lines) else "")

    def _build_question(self) -> None:
        say = self._wording.say
        self._question = QWidget(self)
        self._goes: list[TextLabel] = []
        self._stays: list[TextLabel] = []
        goes, stays = QVBoxLayout(), QVBoxLayout()
        self._lines = {id(self._goes): goes, id(self._stays): stays}
        title = TextLabel(TextStyle.STRONG, self._question, wraps=True)
        title.setText(say(texts.GOES_TITLE))
        self.keep_secrets = TickBox(say(texts.KEEP_SECRETS), self._question)
        label = say(texts.TYPE_WORD, word=say(texts.WORD))
        self.word = TextField(label, self._question, units=_FIELD_UNITS)
        self.word.textChanged.connect(self._on_written)
        self.word.returnPressed.connect(self._on_erase_wanted)
        closes = TextLabel(TextStyle.SECONDARY, self._question, ink="muted", wraps=True)
        closes.setText(say(texts.CLOSES))
        column = QVBoxLayout(self._question)
        column.setContentsMargins(0, grid_px(1), 0, 0)
        column.setSpacing(grid_px(2))
        column.addWidget(title)
        column.addLayout(goes)
        column.addLayout(stays)
        column.addWidget(self.keep_secrets)
        column.addWidget(FieldPair(label, self.word, self._question))
        column.addWidget(closes)
        column.addWidget(self._acts())
        self._question.hide()

    def _acts(self) -> FlowRow:
        acts = FlowRow(self._question)
        self.erase = self.button(texts.ERASE, acts)
        self.leave = self.button(texts.NOT_NOW, acts)
        self.erase.setEnabled(False)
        self.erase.clicked.connect(self._on_erase_wanted)
        self.leave.clicked.connect(self.left)
        for button in (self.erase, self.leave):
            acts.add(button)
        return acts

    @Slot()
    def _on_written(self) -> None:
        self.erase.setEnabled(is_meant(self.word.text(), self._wording))

    @Slot()
    def _on_erase_wanted(self) -> None:
        if is_meant(self.word.text(), self._wording):
            self.confirmed.emit(self.keep_secrets.isChecked())
