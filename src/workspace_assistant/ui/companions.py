"""What goes with a running block outside its page: watcher, panel icon, mini timer, question."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.focus.watching import Watcher
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.leaving.question import LeaveQuestion
from workspace_assistant.ui.mini_timer import texts
from workspace_assistant.ui.mini_timer.place import can_float
from workspace_assistant.ui.mini_timer.window import MiniTimer
from workspace_assistant.ui.tray.tray import Tray
from workspace_assistant.ui.wording.wording import Wording


class Companions(QObject):
    """`window_wanted` asks for the main window; *top* is where it asks what becomes of a block."""

    window_wanted = Signal()

    def __init__(
        self,
        session: FocusSession,
        runner: JobRunner,
        settings: QSettings,
        wording: Wording,
        window: QWidget,
        top: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._wording = wording
        self.mini: MiniTimer | None = None
        self.question = LeaveQuestion(session, wording, top)
        self.tray = Tray(session, wording, window)
        self.tray.window_wanted.connect(self.window_wanted)
        self._watcher = Watcher(session, runner, wording, self)
        session.look()

    @Slot()
    def toggle_mini(self) -> None:
        """Open the mini timer while a block runs, or close it."""
        if self.mini is not None and self.mini.isVisible():
            self.mini.close()
        elif self._session.situation.block is not None:
            self._ensure_mini().open()

    def asks_first(self) -> bool:
        """Whether the window stays open for now, because a block runs: then that is asked.

        Whoever closes it once more has answered: the block runs on.
        """
        block = self._session.situation.block
        if block is None or self.question.is_asked or not self.question.is_needed():
            return False
        self.question.ask_about(block)
        self._session.look()  # it may have been stopped elsewhere a moment ago
        return True

    def close(self) -> None:
        """With the main window."""
        self.tray.close()
        if self.mini is not None:
            self.mini.close()

    def _ensure_mini(self) -> MiniTimer:
        if self.mini is None:
            self.mini = MiniTimer(self._session, self._settings, self._wording)
            self.mini.window_wanted.connect(self.window_wanted)
            if not can_float(QGuiApplication.platformName()):
                self._session.told.emit(self._wording.say(texts.NOT_ON_TOP))
        return self.mini
