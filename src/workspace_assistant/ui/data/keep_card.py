"""KeepCard: how long each kind of data is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.ui.data import keep_texts as texts
from workspace_assistant.ui.data.card import DataCard
from workspace_assistant.ui.data.keep_state import KeepState, KindState
from workspace_assistant.ui.data.situation import Remark
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.inline_question import InlineQuestion
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_ASKS = Look(Tone.CAUTION, "exclamation", texts.TAKE_OUT)


class KeepCard(DataCard):
    open_wanted = Signal()
    chosen = Signal(object, str)  # a `DataKind` and an age
    settled = Signal()
    left = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(wording.say(texts.TITLE), wording, parent)
        self.rows: dict[DataKind, KindRow] = {}
        self._asked: tuple[str, str] | None = None
        self._summary = self.paragraph()
        self.open = self.button(texts.SHOW_KINDS, self, "link")
        self.open.clicked.connect(self.open_wanted)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._build_question()
        self.inside.addWidget(self.paragraph(wording.say(texts.INTRO)))
        self.inside.addWidget(self._summary)
        self.inside.addWidget(self.open)
        self.inside.addLayout(self._list)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        inside: list[QWidget] = []
        for row in self.rows.values():
            inside += row.controls
            if self._list.indexOf(self.question) == self._list.indexOf(row) + 1:
                inside += (self.take_out, self.leave)
        return (self.open, *inside)

    def present(self, state: KeepState | None, remark: Remark | None, *, is_busy: bool) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._summary.show_text(state.summary)
        self.open.setText(
            self._wording.say(texts.HIDE_KINDS if state.is_open else texts.SHOW_KINDS)
        )
        for one in state.kinds:
            if one.kind not in self.rows:
                self._add_row(one)
            self.rows[one.kind].present(one, is_enabled=not is_busy)
        for row in self.rows.values():
            row.setVisible(state.is_open)
        self._ask(state.asked)
        self.show_busy(state.busy)
        self.remark.tell(remark)

    def _ask(self, asked: tuple[str, str] | None) -> None:
        before, self._asked = self._asked, asked
        if asked is None:
            self.question.hide()
        elif asked != before:
            headline, fact = asked
            self.question.ask(_ASKS, self._wording.say(_ASKS.word), headline, (fact,))
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, state: KindState) -> None:
        row = KindRow(state, self)
        row.chosen.connect(self._on_chosen)
        self.rows[state.kind] = row
        self._list.addWidget(row)

    def _build_question(self) -> None:
        self.question = InlineQuestion(self)
        self.take_out = self.button(texts.TAKE_OUT, self)
        self.leave = self.button(texts.LEAVE, self)
        self.take_out.clicked.connect(self.settled)
        self.leave.clicked.connect(self.left)
        for button in (self.take_out, self.leave):
            self.question.add_answer(button)

    @Slot(object, str)
    def _on_chosen(self, kind: DataKind, age: str) -> None:
        """What is asked then stands below that kind."""
        self._list.removeWidget(self.question)
        self._list.insertWidget(self._list.indexOf(self.rows[kind]) + 1, self.question)
        self.chosen.emit(kind, age)


class KindRow(PartFrame):
    chosen = Signal(object, str)

    def __init__(self, state: KindState, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._kind = state.kind
        self._offered: tuple[tuple[str, str], ...] = ()
        self._name = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._held = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._reason = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.ages = Chips(state.choice, self)
        self.ages.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(2), 0, grid_px(2.5))
        column.setSpacing(grid_px(1))
        for part in (self._name, self._held, self._reason, self.ages):
            column.addWidget(part)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return self.ages.chips

    def present(self, state: KindState, *, is_enabled: bool) -> None:
        self._name.setText(state.name)
        self._held.setText(state.held)
        self._reason.show_text(state.reason)
        for value, words in state.ages:
            if not self.ages.has(value):
                self.ages.add_chip(value, words)
        self.ages.setVisible(bool(state.ages))
        self.ages.offer([value for value, _ in state.ages])
        self.ages.choose(state.age)
        self.ages.setEnabled(is_enabled)
        self.setAccessibleName(f"{state.name}: {state.held}. {state.reason}".strip())

    @Slot(str)
    def _on_chosen(self, age: str) -> None:
        self.chosen.emit(self._kind, age)
