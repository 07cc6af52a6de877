"""Hero: the page's answer in the first line, and the one button that follows from it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.hero_rows import HeroRows
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.widgets.spoken_text import as_sentences
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel

_FINE_STEPS = 1000
_BUTTON_BELOW_UNITS = 100


class Hero(PartFrame):
    """Icon, headline, sentence, up to a few steps, progress, and `button`."""

    def __init__(self, parent: QWidget, request: TextStyle = TextStyle.REQUEST) -> None:
        super().__init__("hero", parent)
        self._icon = StateIcon(12, self, is_solid=True)
        self._headline = LongWordLabel(TextStyle.HERO, self)
        self._request = TextLabel(request, self, wraps=True)
        self._request.hide()
        self._sentence = TextLabel(TextStyle.BODY, self, wraps=True)
        self._steps: list[TextLabel] = []
        self._progress = QProgressBar(self)
        self._progress.setProperty("part", "progress")
        self._progress.setRange(0, _FINE_STEPS)
        self._progress.setTextVisible(False)
        self.button = ActionButton("", self, kind="primary")
        self._build_rows()

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as all below each other, whatever stands beside each other now."""
        return QSize(self._rows.narrowest_px(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rows.fit(event.size().width(), buttons_below_units=_BUTTON_BELOW_UNITS)

    def show_answer(self, look: Look, word: str, headline: str, sentence: str) -> None:
        self.set_tone(look.tone)
        self._icon.show_look(look, word)
        self._headline.setText(headline)
        self._sentence.show_text(sentence)
        self.setAccessibleName(as_sentences(word, headline, sentence))

    def show_request(self, request: str) -> None:
        """What the user is asked to do right now, large enough to read aloud from."""
        self._request.show_text(request)

    def show_steps(self, steps: tuple[str, ...]) -> None:
        while len(self._steps) < len(steps):
            label = TextLabel(TextStyle.BODY, self, wraps=True)
            self._steps.append(label)
            self._words.insertWidget(self._words.indexOf(self._sentence) + len(self._steps), label)
        for index, label in enumerate(self._steps):
            label.show_text(steps[index] if index < len(steps) else "")

    def show_button(self, text: str, *, is_enabled: bool, is_primary: bool) -> None:
        self.button.setText(text)
        self.button.setEnabled(is_enabled)
        self.button.set_kind("primary" if is_primary else "")

    def show_fraction(self, fraction: float | None, name: str) -> None:
        self._progress.setVisible(fraction is not None)
        self._progress.setValue(round((fraction or 0.0) * _FINE_STEPS))
        self._progress.setAccessibleName(name)

    def move_fraction(self, fraction: float) -> None:
        """The bar alone, cheap enough for ten times a second."""
        self._progress.setValue(round(fraction * _FINE_STEPS))

    def _build_rows(self) -> None:
        self._words = QVBoxLayout()
        self._words.setSpacing(grid_px(1))
        self._words.addStretch(1)
        self._words.addWidget(self._headline)
        self._words.addWidget(self._request)
        self._words.addWidget(self._sentence)
        self._words.addSpacing(grid_px(1))
        self._words.addWidget(self._progress)
        self._words.addStretch(1)
        self._rows = HeroRows(self, self._icon, self._words, [self.button], top=5)
