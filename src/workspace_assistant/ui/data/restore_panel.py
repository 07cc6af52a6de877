"""RestorePanel: what restoring a backup would bring, and the question whether to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workspace_assistant.ui.data import texts
from workspace_assistant.ui.data.backups_state import PreviewState
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.verdict_look import TOLD, Look
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.inline_question import InlineQuestion
from workspace_assistant.ui.wording.wording import Wording

_LOSING = Look(Tone.CAUTION, "exclamation", texts.RESTORE_IT)


class RestorePanel(InlineQuestion):
    settled = Signal()
    left = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._shown: PreviewState | None = None
        self.restore = ActionButton(wording.say(texts.RESTORE_IT), self)
        self.leave = ActionButton(wording.say(texts.KEEP_PRESENT), self)
        self.restore.clicked.connect(self.settled)
        self.leave.clicked.connect(self.left)
        for button in (self.restore, self.leave):
            self.add_answer(button)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.restore, self.leave)

    def present(self, state: PreviewState | None, *, is_enabled: bool) -> None:
        """The safe answer has the focus first."""
        before, self._shown = self._shown, state
        self.restore.setEnabled(is_enabled)
        self.leave.setEnabled(is_enabled)
        if state is None:
            self.hide()
        elif state != before:
            look = _LOSING if state.loses else TOLD
            self.ask(look, self._wording.say(look.word), state.title, state.lines)
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
