"""HeroPanel: the next shift, whether you can take calls, and one button to find out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel

_FINE_STEPS = 1000
_BUTTONS_BELOW_UNITS = 150


class HeroPanel(PartFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("hero", parent)
        self._icon = StateIcon(12, self, is_solid=True)
        self._headline = TextLabel(TextStyle.HERO, self, wraps=True)
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
        self._are_below: bool | None = None
        self._build_rows()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons(are_below=event.size().width() < grid_px(_BUTTONS_BELOW_UNITS))

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
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._buttons.setSpacing(grid_px(1.5))
        self._buttons.addWidget(self.button)
        self._buttons.addWidget(self.more)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(grid_px(6), grid_px(4), grid_px(6), grid_px(4))
        self._grid.setHorizontalSpacing(grid_px(5))
        self._grid.setVerticalSpacing(grid_px(2))
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addLayout(self._words, 0, 1)
        self._place_buttons(are_below=False)

    def _place_buttons(self, *, are_below: bool) -> None:
        """Beside the words where there is room, else in a row under them."""
        if are_below == self._are_below:
            return
        self._are_below = are_below
        self._grid.removeItem(self._buttons)
        if are_below:
            self._buttons.setDirection(QBoxLayout.Direction.LeftToRight)
            self._grid.addLayout(self._buttons, 1, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            self._buttons.setDirection(QBoxLayout.Direction.TopToBottom)
            self._grid.addLayout(self._buttons, 0, 2, Qt.AlignmentFlag.AlignVCenter)
