"""ChangesCard: what was changed last, each with its way back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.settings import texts
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class ChangesCard(PartFrame):
    undo_wanted = Signal(int)
    anew_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._numbers: tuple[int, ...] = ()
        self._lines: list[tuple[QWidget, TextLabel, ActionButton]] = []
        say = wording.say
        self.setAccessibleName(say(texts.CHANGES))
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._title.setText(say(texts.CHANGES))
        self._late = TextLabel(TextStyle.BODY, self, wraps=True)
        self._late.setText(say(texts.LATE))
        self.anew = ActionButton(say(texts.ANEW), self)
        self.anew.clicked.connect(self.anew_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        self._column.setSpacing(grid_px(2))
        self._column.addWidget(self._title)
        self._column.addWidget(self._late)
        self._column.addWidget(self.anew)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return (*(button for _, _, button in self._lines), self.anew)

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(label.text() for row, label, _ in self._lines if not row.isHidden())

    def present(self, changes: tuple[tuple[int, str], ...], *, is_late: bool) -> None:
        """Each change as its number and its words, the latest first."""
        self._numbers = tuple(number for number, _ in changes)
        while len(self._lines) < len(changes):
            self._add_line()
        for index, (row, label, button) in enumerate(self._lines):
            row.setVisible(index < len(changes))
            words = changes[index][1] if index < len(changes) else ""
            label.setText(words)
            button.setAccessibleName(self._wording.say(texts.UNDO_NAMED, name=words))
        self._title.setVisible(bool(changes))
        self._late.setVisible(is_late)
        self.anew.setVisible(is_late)
        self.setVisible(bool(changes) or is_late)

    def _add_line(self) -> None:
        row = QWidget(self)
        label = TextLabel(TextStyle.BODY, row, wraps=True)
        button = ActionButton(self._wording.say(texts.UNDO), row, kind="link")
        button.setProperty("line", len(self._lines))
        button.clicked.connect(self._on_undo)
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(grid_px(3))
        beside.addWidget(button)
        beside.addWidget(label, 1)
        self._lines.append((row, label, button))
        self._column.insertWidget(len(self._lines), row)

    @Slot()
    def _on_undo(self) -> None:
        self.undo_wanted.emit(self._numbers[self.sender().property("line")])
