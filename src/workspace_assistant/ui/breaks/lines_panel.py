"""LinesPanel: a card of lines, each with icon, title, what is to be said of it, and when it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Attributes: `state` is the look in a word; `aside` stands at the right, such as a time."""

    look: Look
    state: str
    title: str
    detail: str
    aside: str


class LinesPanel(PartFrame):
    more_wanted = Signal()

    """Attributes: `more` asks for older lines, where there are."""

    def __init__(self, title: str, more: str, parent: QWidget) -> None:
        super().__init__("card", parent)
        heading = TextLabel(TextStyle.TITLE, self, wraps=True)
        heading.setText(title)
        self.setAccessibleName(title)
        self._summary = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        self._rows: list[LineRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.more = ActionButton(more, self, kind="step")
        self.more.setVisible(False)
        self.more.clicked.connect(self.more_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2))
        column.addWidget(heading)
        column.addWidget(self._summary)
        column.addLayout(self._list)
        column.addWidget(self.more)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.more,)

    @property
    def rows(self) -> tuple[LineRow, ...]:
        return tuple(row for row in self._rows if not row.isHidden())

    @property
    def summary(self) -> str:
        return self._summary.text()

    def present(self, summary: str, lines: Sequence[Line], *, has_more: bool = False) -> None:
        self.show()
        self._summary.show_text(summary)
        self.more.setVisible(has_more)
        while len(self._rows) < len(lines):
            self._rows.append(LineRow(self))
            self._list.addWidget(self._rows[-1])
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(lines))
            if index < len(lines):
                row.present(lines[index])


class LineRow(PartFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._shown: Line | None = None
        self._icon = StateIcon(5, self)
        self._title = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._aside = TextLabel(TextStyle.SECONDARY, self, ink="muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = TurningRow(self)
        row.setContentsMargins(0, grid_px(2), 0, grid_px(2))
        row.setSpacing(grid_px(3))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._icon, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self._aside, 0, top)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def detail(self) -> str:
        return self._detail.text()

    def present(self, line: Line) -> None:
        if line == self._shown:
            return
        self._shown = line
        self._icon.show_look(line.look, line.state)
        self._title.setText(line.title)
        self._detail.show_text(line.detail)
        self._aside.show_text(line.aside)
        told = (line.aside, line.title, line.detail)
        self.setAccessibleName(". ".join(filter(None, told)))
