"""Notice: one sentence in the window about something that just happened, never a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel


class Notice(PartFrame):
    """Stays until it is dismissed or replaced: nobody has to read against a clock."""

    dismissed = Signal()
    act_wanted = Signal()

    def __init__(self, dismiss_text: str, parent: QWidget) -> None:
        super().__init__("notice", parent)
        self._icon = StateIcon(5, self, is_solid=True)
        self._text = TextLabel(TextStyle.BODY, self, wraps=True)
        self.act = ActionButton("", self, kind="link")
        self.act.clicked.connect(self.act_wanted)
        self.act.hide()
        self._dismiss = ActionButton(dismiss_text, self, kind="link")
        self._dismiss.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(grid_px(4), grid_px(2), grid_px(3), grid_px(2))
        row.setSpacing(grid_px(3))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self.act, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_tone(Tone.ACCENT)
        self.hide()

    def tell(self, look: Look, word: str, sentence: str) -> None:
        self.set_tone(look.tone)
        self._icon.show_look(look, word)
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.act.hide()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{word}: {sentence}"))

    def offer(self, text: str) -> None:
        """Something that can be done about what was told; it goes with the next sentence."""
        self.act.setText(text)
        self.act.show()

    @property
    def sentence(self) -> str:
        return self._text.text()

    @Slot()
    def dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
