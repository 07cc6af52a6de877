"""LeaveQuestion: a block runs and the window closes; asked in the window, never in a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block
from workspace_assistant.ui.focus.looks import QUESTION
from workspace_assistant.ui.focus.session import Act, FocusSession
from workspace_assistant.ui.leaving import texts
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.inline_question import InlineQuestion
from workspace_assistant.ui.wording.wording import Wording


class LeaveQuestion(InlineQuestion):
    """`leaving` follows where the window may close now, `stayed` where it is to stay."""

    leaving = Signal()
    stayed = Signal()

    def __init__(self, session: FocusSession, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = wording
        self._focused: QWidget | None = None
        say = wording.say
        self.keep = ActionButton(say(texts.KEEP), self)
        self.end = ActionButton(say(texts.STOP), self)
        self.remain = ActionButton(say(texts.STAY), self)
        for button, slot in (
            (self.keep, self.leaving),
            (self.end, self._on_end_wanted),
            (self.remain, self.stay),
        ):
            self.add_answer(button)
            button.clicked.connect(slot)
        self.show_note(say(texts.KEYS))
        session.changed.connect(self._on_changed)

    @property
    def is_asked(self) -> bool:
        return not self.isHidden()

    def is_needed(self) -> bool:
        """A block runs, and the next start would not ask about it anyway."""
        now = self._session.situation.now
        return now is not None and now.block is not None and now.left_alone is None

    def ask_about(self, block: Block) -> None:
        self._focused = QApplication.focusWidget()
        say = self._wording.say
        headline = say(texts.STILL_RUNS, name=block.name)
        goes_on = self._session.services.watching.can_hand_over
        fact = say(texts.GOES_ON if goes_on else texts.GOES_ON_UNWATCHED)
        self.ask(QUESTION, say(QUESTION.word), headline, (fact,))
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, headline))

    @Slot()
    def stay(self) -> None:
        self.hide()
        focused, self._focused = self._focused, None
        if focused is not None and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stayed.emit()

    @Slot()
    def _on_end_wanted(self) -> None:
        """Closes once the end is kept; what cannot be kept is told, and the window stays."""
        self._session.do(
            Act(
                call=self._session.services.acts.stop,
                after=lambda _: self.leaving.emit(),
                refused=self._on_refused,
            )
        )

    def _on_refused(self, _error: FocusError) -> bool:
        """It was stopped elsewhere meanwhile: nothing is left to ask."""
        self.leaving.emit()
        return True

    @Slot()
    def _on_changed(self) -> None:
        if self.is_asked and not self.is_needed():
            self.stay()
