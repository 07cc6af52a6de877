"""CatalogPanel: every tip by topic, why it comes or not, and those that were put away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.core.tips.model import Answer
from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.breaks.catalog_state import CatalogState, TipRowState
from workspace_assistant.ui.breaks.tip_card import open_source
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class CatalogPanel(PartFrame):
    topic_chosen = Signal(str)
    answered = Signal(str, str)  # the tip's id, and an `Answer`

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._shown: CatalogState | None = None
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(wording.say(texts.CATALOG_TITLE))
        self.setAccessibleName(wording.say(texts.CATALOG_TITLE))
        self._summary = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        self.topics = Chips(wording.say(texts.CATALOG_TOPICS), self)
        self.topics.chosen.connect(self.topic_chosen)
        self._empty = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        self._rows: list[TipRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2.5))
        for part in (title, self._summary, self.topics, self._empty):
            column.addWidget(part)
        column.addLayout(self._list)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        rows = (one for row in self.rows for one in row.controls)
        return (*self.topics.chips, *rows)

    @property
    def rows(self) -> tuple[TipRow, ...]:
        return tuple(row for row in self._rows if not row.isHidden())

    def present(self, state: CatalogState | None) -> None:
        self.setVisible(state is not None)
        if state is None or state == self._shown:
            return
        self._shown = state
        self._summary.setText(state.summary)
        self._empty.show_text(state.empty)
        for value, text in state.topics:
            if not self.topics.has(value):
                self.topics.add_chip(value, text)
            else:
                self.topics.rename(value, text)
        self.topics.choose(state.topic)
        while len(self._rows) < len(state.rows):
            row = TipRow(self._wording, self)
            row.answered.connect(self.answered)
            self._rows.append(row)
            self._list.addWidget(row)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(state.rows))
            if index < len(state.rows):
                row.present(state.rows[index])


class TipRow(PartFrame):
    answered = Signal(str, str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._wording = wording
        self._shown: TipRowState | None = None
        self._icon = StateIcon(5, self)
        self._text = TextLabel(TextStyle.BODY, self, wraps=True)
        self._stand = LongWordLabel(TextStyle.SECONDARY, self, ink="muted")
        self._grade = LongWordLabel(TextStyle.SECONDARY, self, ink="muted")
        self._acts = FlowRow(self)
        self.link = ActionButton(wording.say(texts.SOURCE_LINK), self._acts, kind="link")
        self.link.clicked.connect(self._on_link_clicked)
        self.put = ActionButton("", self._acts, kind="link")
        self.put.clicked.connect(self._on_put_clicked)
        for button in (self.link, self.put):
            self._acts.add(button)
        words = QVBoxLayout()
        words.setSpacing(grid_px(0.5))
        for part in (self._text, self._stand, self._grade, self._acts):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, grid_px(2.5), 0, grid_px(2.5))
        row.setSpacing(grid_px(3))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @property
    def tip_id(self) -> str:
        return self._shown.tip_id if self._shown else ""

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return (self.link, self.put)

    def present(self, state: TipRowState) -> None:
        if state == self._shown:
            return
        self._shown = state
        self._icon.show_look(state.look, state.state)
        self._text.setText(state.text)
        stand = (state.stand, *state.facts, state.past)
        self._stand.show_text(" ".join(filter(None, stand)))
        source = state.source.words if state.source else ""
        self._grade.show_text(". ".join(filter(None, (state.grade, source))))
        self.link.setVisible(state.source is not None)
        if state.source is not None:
            self.link.setAccessibleName(state.source.told)
            self.link.setToolTip(state.source.url)
        self.put.setText(state.button)
        self.put.setAccessibleName(state.description)
        self.setAccessibleName(f"{state.title}: {state.text} {self._stand.text()}")

    @Slot()
    def _on_link_clicked(self) -> None:
        if self._shown is not None and self._shown.source is not None:
            open_source(self._shown.source.url)

    @Slot()
    def _on_put_clicked(self) -> None:
        if self._shown is not None:
            answer = Answer.PUT_BACK if self._shown.is_away else Answer.DOES_NOT_APPLY
            self.answered.emit(self._shown.tip_id, answer.value)
