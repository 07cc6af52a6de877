"""BreaksWatching: watches breaks for as long as the program runs, and shows the break window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QGuiApplication

from workspace_assistant.core.breaks.model import BreakStanding, Settings, Stage
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.core.text import Say
from workspace_assistant.ui.break_window.notifier import BreakNotifier
from workspace_assistant.ui.break_window.place import can_appear_quietly
from workspace_assistant.ui.break_window.view_state import WindowState, window_state
from workspace_assistant.ui.break_window.window import BreakWindow
from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.breaks.session import BreaksSession
from workspace_assistant.ui.feature_services import WatchBreaks
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.sessions import Sessions
from workspace_assistant.ui.standing_job import StandingJob
from workspace_assistant.ui.wording.wording import Wording

_TURN = "breaks/turn"


class BreaksWatching(StandingJob):
    """The window is made when a break is first shown.

    A break that is offered is shown where it can appear quietly; one that runs was begun by the
    person and is always shown.
    """

    def __init__(
        self,
        sessions: Sessions,
        settings: QSettings,
        runner: JobRunner,
        wording: Wording,
        parent: QObject,
    ) -> None:
        super().__init__(texts.BROKE, wording, parent)
        self._session: BreaksSession = sessions.breaks
        self._settings = settings
        self._words = wording
        self._offered = ""
        self._counted = ""
        self.window: BreakWindow | None = None
        can_appear = can_appear_quietly(QGuiApplication.platformName())
        notifier = BreakNotifier(self, can_appear=can_appear)
        notifier.offered.connect(self._on_offered)
        notifier.withdrawn.connect(self._on_withdrawn)
        self._session.changed.connect(self._present)
        sessions.focus.acted.connect(self._on_work_changed)
        services = self._session.services
        job = partial(_watch, services.watch, notifier, wording.say)
        self.begin(job, runner, self._on_progress)

    def close(self) -> None:
        """With the main window."""
        if self.window is not None:
            self.window.present(None)

    @override
    def _on_failed(self, error: Exception) -> None:
        super()._on_failed(error)
        self._offered = ""
        self._session.break_off()

    def _on_progress(self, progress: Progress) -> None:
        if isinstance(progress.reading, BreakStanding):
            fault = progress.reading.fault
            self.tell(self._words.say(fault) if fault else "")
            self._session.take(progress.reading)

    @Slot(str)
    def _on_offered(self, record_id: str) -> None:
        self._offered = record_id
        self._session.look()  # what is chosen elsewhere, as by the command line
        self._present()

    @Slot()
    def _on_withdrawn(self) -> None:
        self._offered = ""
        self._present()

    @Slot()
    def _on_work_changed(self) -> None:
        """A block began, was paused or ended: breaks are watched with it."""
        self._session.services.ring()

    @Slot()
    def _present(self) -> None:
        standing = self._session.situation.standing
        state = self._state(standing) if standing is not None else None
        if state is not None:
            self._ensure_window().present(state)
        elif self.window is not None:
            self.window.present(None)

    def _state(self, standing: BreakStanding) -> WindowState | None:
        if self._session.situation.has_broken:
            return None  # nobody would take its answers, or end it
        shown = standing.open
        if shown is None or shown.stage is Stage.HELD:
            return None
        record_id = shown.record.id
        if shown.stage is Stage.OFFERED and record_id != self._offered:
            return None
        seen = self._session.situation.seen
        settings = seen.settings if seen is not None else Settings()
        return window_state(standing, settings, self._turn(record_id), self._words)

    def _turn(self, record_id: str) -> int:
        """Breaks are counted from start to start: suggestions go on where they left off."""
        kept = self._settings.value(_TURN)
        turn = int(kept) if str(kept).isdecimal() else -1
        if record_id != self._counted:
            self._counted = record_id
            turn += 1
            self._settings.setValue(_TURN, turn)
        return max(turn, 0)

    def _ensure_window(self) -> BreakWindow:
        if self.window is None:
            self.window = BreakWindow(self._words)
            self.window.answered.connect(self._session.answer)
        return self.window


def _watch(watch: WatchBreaks, notifier: Notifier, say: Say, ctx: JobContext, /) -> None:
    watch(notifier, say, ctx)
