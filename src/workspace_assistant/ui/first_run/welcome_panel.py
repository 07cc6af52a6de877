"""WelcomePanel: what the program does, what it keeps to itself, and in which language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.languages import LANGUAGES
from workspace_assistant.ui.first_run import texts
from workspace_assistant.ui.first_run.lines_card import LinesCard
from workspace_assistant.ui.first_run.situation import Situation
from workspace_assistant.ui.first_run.view_state import keeps_lines
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class WelcomePanel(QWidget):
    language_chosen = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        say = wording.say
        does = LinesCard(say(texts.DOES_TITLE), self)
        does.present(tuple(say(line) for line in texts.DOES))
        self._keeps = LinesCard(say(texts.KEEPS_TITLE), self)
        self._languages = Chips(say(texts.LANGUAGE), self)
        for language in LANGUAGES:
            self._languages.add_chip(language.code, language.name)
        self._languages.chosen.connect(self.language_chosen)
        self._spoken = self._build_languages()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid_px(3.5))
        for part in (does, self._keeps, self._spoken):
            column.addWidget(part)
        column.addStretch(1)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return self._languages.chips

    def present(self, now: Situation) -> None:
        self._keeps.present(keeps_lines(now, self._wording))
        self._languages.choose(now.language)
        self._spoken.setVisible(not now.is_language_fixed)

    def _build_languages(self) -> LinesCard:
        card = LinesCard(self._wording.say(texts.LANGUAGE), self)
        card.column.addWidget(self._languages)
        note = TextLabel(TextStyle.SECONDARY, card, ink="muted", wraps=True)
        note.setText(self._wording.say(texts.LANGUAGE_NOTE))
        card.column.addWidget(note)
        return card
