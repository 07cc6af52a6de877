"""InvitationCard: what shifts are good for, while none is known."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class InvitationCard(PartFrame):
    shifts_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        say = wording.say
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(say(texts.ADD_SHIFTS_TITLE))
        why = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        why.setText(say(texts.ADD_SHIFTS_WHY))
        self.add = ActionButton(say(texts.ADD_SHIFTS), self)
        self.add.clicked.connect(self.shifts_wanted)
        self.setAccessibleName(f"{title.text()} {why.text()}")
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(1.5))
        column.addWidget(title)
        column.addWidget(why)
        column.addStretch(1)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return (self.add,)
