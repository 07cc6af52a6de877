"""RemarkRow: calendars that are out of date, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workspace_assistant.core.readiness.model import Severity
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.verdict_look import SEVERITY_LOOKS
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_LOOK = SEVERITY_LOOKS[Severity.CAUTION]


class RemarkRow(PartFrame):
    shifts_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        icon = StateIcon(5.5, self)
        icon.show_look(_LOOK, wording.say(_LOOK.word))
        self._words = TextLabel(TextStyle.BODY, self, wraps=True)
        self.see = ActionButton(wording.say(texts.SEE_SHIFTS), self, kind="link")
        self.see.clicked.connect(self.shifts_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(grid_px(4.5), grid_px(3), grid_px(4.5), grid_px(3))
        row.setSpacing(grid_px(3.5))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self.see, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return (self.see,)

    def present(self, remarks: tuple[str, ...]) -> None:
        self._words.setText("\n".join(remarks))
        self.setAccessibleName(" ".join(remarks))
        self.setVisible(bool(remarks))
