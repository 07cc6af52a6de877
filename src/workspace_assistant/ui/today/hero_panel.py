"""HeroPanel: the next shift, whether you can take calls, and one button to find out."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.hero_rows import HeroRows
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel

_FINE_STEPS = 1000
_BUTTONS_BELOW_UNITS = 150


class HeroPanel(PartFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("hero", parent)
        self._icon = StateIcon(12, self, is_solid=True)
        self._headline = LongWordLabel(TextStyle.HERO, self)
        self._detail = TextLabel(TextStyle.BODY, self, wraps=True)
        self._answer = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._lines: list[TextLabel] = []
        self._age = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._progress = QProgressBar(self)
        self._progress.setProperty("part", "progress")
        self._progress.setRange(0, _FINE_STEPS)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self.button = ActionButton("", self, kind="primary")
        self.more = ActionButton("", self)
        for each in (self.button, self.more):
            each.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._build_rows()

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as all below each other, whatever stands beside each other now."""
        return QSize(self._rows.narrowest_px(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rows.fit(event.size().width(), buttons_below_units=_BUTTONS_BELOW_UNITS)

    def show_look(self, look: Look, word: str) -> None:
        self.set_tone(look.tone)
        self._icon.show_look(look, word)

    def show_words(
        self, headline: str, detail: str, answer: str, lines: tuple[str, ...], age: str
    ) -> None:
        self._headline.setText(headline)
        self._detail.show_text(detail)
        self._answer.show_text(answer)
        self._age.show_text(age)
        while len(self._lines) < len(lines):
            label = TextLabel(TextStyle.BODY, self, wraps=True)
            self._lines.append(label)
            self._words.insertWidget(self._words.indexOf(self._answer) + len(self._lines), label)
        for index, label in enumerate(self._lines):
            label.show_text(lines[index] if index < len(lines) else "")
        told = (headline, detail, answer, *lines, age)
        self.setAccessibleName(". ".join(one.rstrip(".") for one in told if one) + ".")

    def show_fraction(self, fraction: float | None, name: str) -> None:
        self._progress.setVisible(fraction is not None)
        self._progress.setValue(round((fraction or 0.0) * _FINE_STEPS))
        self._progress.setAccessibleName(name)

    def show_button(self, text: str, *, is_enabled: bool, is_primary: bool) -> None:
        self.button.setText(text)
        self.button.setEnabled(is_enabled)
        self.button.set_kind("primary" if is_primary else "")

    def show_more(self, text: str) -> None:
        self.more.setText(text)
        self.more.setVisible(bool(text))

    def _build_rows(self) -> None:
        self._words = QVBoxLayout()
        self._words.setSpacing(grid_px(1))
        self._words.addStretch(1)
        for each in (self._headline, self._detail):
            self._words.addWidget(each)
        self._words.addSpacing(grid_px(1))
        for each in (self._answer, self._age):
            self._words.addWidget(each)
        self._words.addWidget(self._progress)
        self._words.addStretch(1)
        self._rows = HeroRows(self, self._icon, self._words, [self.button, self.more], top=4)
