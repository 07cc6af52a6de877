"""NewsPanel: what changed in the coming shifts, until it was seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.looks import NEWS
from workspace_assistant.ui.shifts.news_state import NewsState
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.inline_question import InlineQuestion
from workspace_assistant.ui.wording.wording import Wording


class NewsPanel(QWidget):
    seen = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._question = InlineQuestion(self)
        self.got_it = ActionButton(wording.say(texts.NEWS_SEEN), self)
        self.got_it.clicked.connect(self.seen)
        self._question.add_answer(self.got_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._question)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.got_it,)

    @property
    def headline(self) -> str:
        return self._question.headline

    def present(self, state: NewsState | None) -> None:
        self.setVisible(state is not None)
        if state is not None:
            self._question.ask(NEWS, self._wording.say(NEWS.word), state.headline, state.lines)
