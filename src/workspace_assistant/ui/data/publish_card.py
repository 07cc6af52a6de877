"""PublishCard: sharing chosen fields with the employer, off until the person agrees."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.data import publish_texts as texts
from workspace_assistant.ui.data.card import DataCard
from workspace_assistant.ui.data.payload_panel import PayloadPanel
from workspace_assistant.ui.data.publish_form import PublishForm
from workspace_assistant.ui.data.publish_state import PublishState
from workspace_assistant.ui.data.situation import Remark
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.inline_question import InlineQuestion
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_ASKS = Look(Tone.ACCENT, "question", texts.ASK_OFF)


class PublishCard(DataCard):
    form_wanted = Signal()
    sent_wanted = Signal()
    send_wanted = Signal()
    off_wanted = Signal()
    off_settled = Signal()
    off_left = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(wording.say(texts.TITLE), wording, parent)
        self._shown: PublishState | None = None
        self._lines: list[TextLabel] = []
        self._words = QVBoxLayout()
        self._words.setSpacing(grid_px(1))
        self._trouble = TextLabel(TextStyle.BODY, self, ink="bad", wraps=True)
        self._build_acts()
        self._build_question()
        self.form = PublishForm(wording, self)
        self.payload = PayloadPanel(wording, self)
        self.inside.addLayout(self._words)
        never = self.paragraph(wording.say(texts.NEVER), TextStyle.SECONDARY)
        for part in (
            self._trouble,
            never,
            self._acts,
            self.question,
            self.form,
            self.payload,
        ):
            self.inside.addWidget(part)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        acts = (self.set_up, self.show_sent, self.send, self.change, self.turn_off)
        question = (self.do_turn_off, self.stay_on)
        return (*acts, *question, *self.form.controls, *self.payload.controls, self.cancel)

    def present(self, state: PublishState | None) -> None:
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        if state is None or state == before:
            return
        self._show_lines(state.lines)
        self._trouble.show_text(state.trouble)
        self._show_acts(state)
        self._ask(state, before)
        self.form.present(state, before)
        self.payload.present(state.payload, is_enabled=not state.busy)
        self.show_busy(state.busy, can_cancel=state.can_cancel)
        self.remark.tell(state.remark)

    def tell(self, remark: Remark | None) -> None:
        self.remark.tell(remark)

    def _show_lines(self, lines: tuple[str, ...]) -> None:
        while len(self._lines) < len(lines):
            label = TextLabel(TextStyle.BODY, self, wraps=True)
            self._lines.append(label)
            self._words.addWidget(label)
        for index, label in enumerate(self._lines):
            label.show_text(lines[index] if index < len(lines) else "")

    def _show_acts(self, state: PublishState) -> None:
        say, is_free = self._wording.say, not state.is_form_open
        self._acts.setVisible(is_free)
        self.set_up.setVisible(not state.is_on)
        for button in (self.show_sent, self.send, self.change, self.turn_off):
            button.setVisible(state.is_on)
            button.setEnabled(not state.busy)
        is_shown = state.payload is not None
        self.show_sent.setText(say(texts.HIDE_SENT if is_shown else texts.SHOW_SENT))

    def _ask(self, state: PublishState, before: PublishState | None) -> None:
        was_asked = before is not None and before.asks_off
        if not state.asks_off:
            self.question.hide()
        elif not was_asked:
            say = self._wording.say
            facts = (say(texts.ASK_OFF_WHY),)
            self.question.ask(_ASKS, say(_ASKS.word), say(texts.ASK_OFF), facts)
            self.stay_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_acts(self) -> None:
        self._acts = FlowRow(self)
        self.set_up = self.button(texts.SET_UP, self._acts)
        self.show_sent = self.button(texts.SHOW_SENT, self._acts)
        self.send = self.button(texts.SEND_NOW, self._acts)
        self.change = self.button(texts.CHANGE, self._acts)
        self.turn_off = self.button(texts.TURN_OFF, self._acts)
        for button, signal in (
            (self.set_up, self.form_wanted),
            (self.show_sent, self.sent_wanted),
            (self.send, self.send_wanted),
            (self.change, self.form_wanted),
            (self.turn_off, self.off_wanted),
        ):
            button.clicked.connect(signal)
            self._acts.add(button)

    def _build_question(self) -> None:
        self.question = InlineQuestion(self)
        self.do_turn_off = self.button(texts.DO_TURN_OFF, self)
        self.stay_on = self.button(texts.STAY_ON, self)
        self.do_turn_off.clicked.connect(self.off_settled)
        self.stay_on.clicked.connect(self.off_left)
        for button in (self.do_turn_off, self.stay_on):
            self.question.add_answer(button)
