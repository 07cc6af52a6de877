"""FindingRow: what was found, the next step, and the way to the numbers behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.readiness.view_state import FindingState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel


class FindingRow(PartFrame):
    explanation_asked = Signal(str)  # a check id

    def __init__(self, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._check_id = ""
        self._icon = StateIcon(5.5, self)
        self._message = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._action = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._explain = ActionButton("", self, kind="link")
        self._explain.clicked.connect(self._on_explain_clicked)
        self._build_rows()

    def present(self, state: FindingState, word: str, explain: str) -> None:
        self._check_id = state.check_id
        self._icon.show_look(state.look, word)
        self._message.setText(state.message)
        self._action.show_text(state.action)
        self._explain.setText(explain)
        self._explain.setAccessibleName(f"{explain} {state.message}")
        self.setAccessibleName(f"{word}. {state.message} {state.action}")

    def _build_rows(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(grid_px(0.75))
        words.addWidget(self._message)
        words.addWidget(self._action)
        row = QHBoxLayout(self)
        row.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(3.5), grid_px(3.5))
        row.setSpacing(grid_px(3.5))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._explain, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _on_explain_clicked(self) -> None:
        self.explanation_asked.emit(self._check_id)
