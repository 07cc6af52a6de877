"""FirstPanel: what the page does, what it keeps and where, before anything is logged."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.looks import FIRST
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class FirstPanel(PartFrame):
    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        icon = StateIcon(7, self)
        icon.show_look(FIRST, wording.say(FIRST.word))
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(wording.say(texts.FIRST_TITLE))
        self.setAccessibleName(wording.say(texts.FIRST_TITLE))
        words = QVBoxLayout()
        words.setSpacing(grid_px(2))
        words.addWidget(title)
        for step in texts.FIRST_STEPS:
            label = TextLabel(TextStyle.BODY, self, wraps=True)
            label.setText(wording.say(step))
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(grid_px(5), grid_px(4), grid_px(5), grid_px(4))
        row.setSpacing(grid_px(4))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()
