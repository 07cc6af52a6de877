"""InlineQuestion: something to answer, in the page and never in a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow


class InlineQuestion(PartFrame):
    """Icon, question, what is known, and the answers as buttons; more may go into `column`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("question", parent)
        self._icon = StateIcon(7, self, is_solid=True)
        self._headline = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._facts: list[TextLabel] = []
        self._note = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._note.hide()
        self._row = FlowRow(self)
        self.column = QVBoxLayout()
        self.column.setSpacing(grid_px(1))
        self.column.addWidget(self._headline)
        self.column.addSpacing(grid_px(1))
        self.column.addWidget(self._row)
        self.column.addWidget(self._note)
        row = TurningRow(self)
        row.setContentsMargins(grid_px(5), grid_px(4), grid_px(5), grid_px(4))
        row.setSpacing(grid_px(4))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.column, 1)
        self.hide()

    def ask(self, look: Look, word: str, headline: str, facts: tuple[str, ...]) -> None:
        self.set_tone(look.tone)
        self._icon.show_look(look, word)
        self._headline.setText(headline)
        while len(self._facts) < len(facts):
            label = TextLabel(TextStyle.BODY, self, wraps=True)
            self._facts.append(label)
            self.column.insertWidget(len(self._facts), label)
        for index, label in enumerate(self._facts):
            label.show_text(facts[index] if index < len(facts) else "")
        self.setAccessibleName(" ".join((f"{headline}", *facts)))
        self.show()

    def show_note(self, note: str) -> None:
        """Small print below the answers."""
        self._note.show_text(note)

    def add_answer(self, button: QPushButton) -> None:
        button.setParent(self._row)
        self._row.add(button)

    @property
    def headline(self) -> str:
        return self._headline.text()
