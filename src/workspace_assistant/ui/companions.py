"""What the program is beside its window: panel icon, watchers, mini timer, and the question."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, QSettings, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.attending import Attending
from workspace_assistant.ui.breaks_watching import BreaksWatching
from workspace_assistant.ui.focus.watching import Watcher
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.leaving.question import LeaveQuestion
from workspace_assistant.ui.line_watching import LineWatching
from workspace_assistant.ui.loudness_watching import LoudnessWatching
from workspace_assistant.ui.mini_timer import texts
from workspace_assistant.ui.mini_timer.place import can_float
from workspace_assistant.ui.mini_timer.window import MiniTimer
from workspace_assistant.ui.sessions import Sessions
from workspace_assistant.ui.tray import texts as tray_texts
from workspace_assistant.ui.tray.notifier import WindowNotifier
from workspace_assistant.ui.tray.tray import Tray
from workspace_assistant.ui.window_services import WindowServices
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

_TOLD_OF_TRAY = "tray/told"


class Companions(QObject):
    """*top* is where it asks what becomes of a block.

    `window_wanted` asks for the main window, `page_wanted` for a page of it, `check_wanted` for a
    whole check in it. `damaged` tells of the database: what it says leads to the backups.
    """

    window_wanted = Signal()
    page_wanted = Signal(str)
    check_wanted = Signal()
    quit_wanted = Signal()
    damaged = Signal(str)

    def __init__(
        self,
        sessions: Sessions,
        services: WindowServices,
        runner: JobRunner,
        settings: QSettings,
        wording: Wording,
        window: QWidget,
        top: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = sessions.focus
        self._services = services
        self._runner = runner
        self._settings = settings
        self._wording = wording
        self.warned = sessions.warned
        self.mini: MiniTimer | None = None
        self.question = LeaveQuestion(self._session, wording, top)
        self.tray = Tray(sessions.readiness, self._session, sessions.breaks, wording, window)
        self._watcher = Watcher(self._session, runner, wording, self)
        notifier = WindowNotifier(self.tray)
        self._attending = Attending(services.attend, notifier, sessions, runner, wording, self)
        self._watching = LineWatching(
            sessions.today.line.services.watch, notifier, sessions, runner, wording, self
        )
        self._loudness = LoudnessWatching(sessions.loudness, runner, wording, self)
        self.breaks = BreaksWatching(sessions, settings, runner, wording, self)
        self._connect(sessions)
        self._session.look()

    def _connect(self, sessions: Sessions) -> None:
        self.tray.window_wanted.connect(self.window_wanted)
        self.tray.check_wanted.connect(self.check_wanted)
        self.tray.quit_wanted.connect(self.quit_wanted)
        self.tray.keep_toggled.connect(self._on_keep_toggled)
        self._attending.check_wanted.connect(self.check_wanted)
        self._attending.damaged.connect(self.damaged)
        for each in (self._attending, self._watching, self._loudness, self.breaks):
            each.page_wanted.connect(self.page_wanted)
            each.warned.connect(sessions.warned)
            each.untold.connect(sessions.untold)

    @property
    def stays_in_tray(self) -> bool:
        """The program goes on in the panel when its window closes."""
        return self.tray.keep.isChecked() and self.tray.is_there

    def tell_that_it_stays(self) -> None:
        """Once in the life of a computer: a window that is gone and a program that is not."""
        if self._settings.value(_TOLD_OF_TRAY):
            return
        say = self._wording.say
        if self.tray.say(say(tray_texts.STAYS), say(tray_texts.STAYS_WHY)):
            self._settings.setValue(_TOLD_OF_TRAY, "yes")

    def set_seen(self, *, is_seen: bool) -> None:
        """Whether somebody may look at the window."""
        self._watcher.set_seen(is_seen=is_seen)

    def look(self) -> None:
        """A minute passed and nobody looks at the window: what the panel shows may be old."""
        self.tray.refresh()
        self._session.look()

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
        self.breaks.close()
        if self.mini is not None:
            self.mini.close()

    def _ensure_mini(self) -> MiniTimer:
        if self.mini is None:
            self.mini = MiniTimer(self._session, self._settings, self._wording)
            self.mini.window_wanted.connect(self.window_wanted)
            if not can_float(QGuiApplication.platformName()):
                self._session.told.emit(self._wording.say(texts.NOT_ON_TOP))
        return self.mini

    @Slot(bool)
    def _on_keep_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._runner.start(
            partial(_keep, self._services, is_on),
            owner=self,
            done=self._on_kept,
            failed=self._on_not_kept,
        )

    def _on_kept(self, _nothing: None) -> None:
        """The tick in the menu says it."""

    def _on_not_kept(self, error: Exception) -> None:
        log.warning("the choice about the panel could not be kept: %s", error)
        self.warned.emit(self._wording.say(tray_texts.NOT_KEPT))


def _keep(services: WindowServices, is_on: bool, _ctx: JobContext, /) -> None:  # noqa: FBT001 - a job's argument
    services.keep_in_tray(is_on)
