"""CheckInReminding: tells once for each shift that it is time to check in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from workspace_assistant.ui.check_in import texts
from workspace_assistant.ui.check_in.session import CheckInSession
from workspace_assistant.ui.wording.wording import Wording

LOOK_EVERY_MS = 5 * 60_000  # it is asked from ten minutes before the end on


class CheckInReminding(QObject):
    """Looks each five minutes, and only for those who want to be asked.

    Whoever sees the card needs no telling. What the panel cannot show is told in the window.

    Args:
        session: what knows when it is time.
        say: shows a title and a body at the panel's icon; False where none can be shown.
        wording: speaks the user's language.
        parent: owns it.
    """

    told = Signal(str)

    def __init__(
        self,
        session: CheckInSession,
        say: Callable[[str, str], bool],
        wording: Wording,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._say = say
        self._wording = wording
        self._claimed = ""
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self.timer.setInterval(LOOK_EVERY_MS)
        self.timer.timeout.connect(session.look)
        session.changed.connect(self._on_changed)
        session.look()

    @Slot()
    def _on_changed(self) -> None:
        seen = self._session.situation.seen
        is_on = seen is not None and seen.is_on
        if is_on != self.timer.isActive():
            self.timer.start() if is_on else self.timer.stop()
        shift = seen.asking.shift if seen is not None and seen.asking.is_due else None
        if shift is None or shift.id == self._claimed or self._session.is_followed:
            return
        self._claimed = shift.id
        title = self._wording.say(texts.DUE_TITLE)
        self._session.claim(shift.id, title, partial(self._tell, title))

    def _tell(self, title: str) -> None:
        body = self._wording.say(texts.DUE_BODY)
        if not self._say(title, body):
            self.told.emit(f"{title} {body}")
