"""ScoreCard: one plain answer about the recording, and the way to the numbers behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.microphone.score_state import ScoreState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.level_meter import LevelMeter
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel


class ScoreCard(PartFrame):
    explanation_asked = Signal(str)  # a score's id

    def __init__(self, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._score = ""
        self._icon = StateIcon(5.5, self)
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._word = TextLabel(TextStyle.STRONG, self)
        self._meter = LevelMeter(self)
        self._sentence = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.link = ActionButton("", self, kind="link")
        self.link.clicked.connect(self._on_clicked)
        self._build_rows()

    def present(self, state: ScoreState) -> None:
        self._score = state.id
        self._icon.show_look(state.look, state.word)
        self._title.setText(state.title)
        self._word.setText(state.word)
        self._sentence.show_text(state.sentence)
        self._meter.setVisible(state.level_dbfs is not None)
        if state.level_dbfs is not None:
            self._meter.setAccessibleName(state.title)
            self._meter.set_target(state.target)
            self._meter.stand(state.level_dbfs)
        self.link.setText(state.link)
        self.link.setAccessibleName(f"{state.link}: {state.title}")
        self.setAccessibleName(f"{state.title}: {state.word}. {state.sentence}")

    def _build_rows(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(grid_px(2))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        head.addWidget(self._word, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(3))
        column.setSpacing(grid_px(1.5))
        column.addLayout(head)
        column.addWidget(self._meter)
        column.addWidget(self._sentence)
        column.addStretch(1)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_clicked(self) -> None:
        self.explanation_asked.emit(self._score)
