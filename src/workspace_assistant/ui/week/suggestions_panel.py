"""SuggestionsPanel: what could be done, each about one number that is not met."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.core.tips.model import Answer
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import looks, texts
from workspace_assistant.ui.week.suggestion_state import SuggestionState
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class SuggestionsPanel(PartFrame):
    answered = Signal(str, str)  # the tip's id, and an `Answer`

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(wording.say(texts.SUGGESTIONS_TITLE))
        self.setAccessibleName(wording.say(texts.SUGGESTIONS_TITLE))
        intro = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        intro.setText(wording.say(texts.SUGGESTIONS_INTRO))
        self._rows: list[SuggestionRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(3))
        column.setSpacing(grid_px(1))
        column.addWidget(title)
        column.addWidget(intro)
        column.addSpacing(grid_px(2))
        column.addLayout(self._list)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return tuple(one for row in self.rows for one in row.controls)

    @property
    def rows(self) -> tuple[SuggestionRow, ...]:
        return tuple(row for row in self._rows if not row.isHidden())

    def present(self, states: Sequence[SuggestionState]) -> None:
        self.setVisible(bool(states))
        while len(self._rows) < len(states):
            row = SuggestionRow(self._wording, self)
            row.answered.connect(self.answered)
            self._rows.append(row)
            self._list.addWidget(row)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(states))
            if index < len(states):
                row.present(states[index])


class SuggestionRow(PartFrame):
    answered = Signal(str, str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._wording = wording
        self._shown: SuggestionState | None = None
        self._icon = StateIcon(5, self)
        self._icon.show_look(looks.SUGGESTION, wording.say(looks.SUGGESTION.word))
        self._about = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._text = TextLabel(TextStyle.BODY, self, wraps=True)
        self._grade = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._acts = FlowRow(self)
        self.helped = self._button(texts.HELPED, Answer.HELPED)
        self.never = self._button(texts.NEVER, Answer.DOES_NOT_APPLY)
        self.link = ActionButton(wording.say(texts.SOURCE_LINK), self._acts, kind="link")
        self.link.clicked.connect(self._on_link_clicked)
        self._acts.add(self.link)
        words = QVBoxLayout()
        words.setSpacing(grid_px(1))
        for part in (self._about, self._text, self._grade):
            words.addWidget(part)
        words.addSpacing(grid_px(1))
        words.addWidget(self._acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, grid_px(3), 0, grid_px(3))
        row.setSpacing(grid_px(3))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @property
    def tip_id(self) -> str:
        return self._shown.tip_id if self._shown else ""

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.helped, self.never, self.link)

    def present(self, state: SuggestionState) -> None:
        if state == self._shown:
            return
        self._shown = state
        self._about.setText(state.about)
        self._text.setText(state.text)
        self._grade.setText(state.grade)
        self.helped.setEnabled(not state.was_helpful)
        self.link.setVisible(bool(state.url))
        self.link.setAccessibleName(state.link)
        self.link.setToolTip(state.url)
        for button in (self.helped, self.never):
            said = self._wording.say(texts.ABOUT_TIP, action=button.text(), tip=state.text)
            button.setAccessibleName(said)
        self.setAccessibleName(f"{state.about}. {state.text}")

    def _button(self, text: str, answer: Answer) -> ActionButton:
        button = ActionButton(self._wording.say(text), self._acts, kind="step")
        button.setProperty("answer", answer.value)
        button.clicked.connect(self._on_answer_clicked)
        self._acts.add(button)
        return button

    @Slot()
    def _on_answer_clicked(self) -> None:
        self.answered.emit(self.tip_id, str(self.sender().property("answer")))

    @Slot()
    def _on_link_clicked(self) -> None:
        """In the system's browser, and only because somebody clicked."""
        if self._shown is not None and self._shown.url:
            QDesktopServices.openUrl(QUrl(self._shown.url))
