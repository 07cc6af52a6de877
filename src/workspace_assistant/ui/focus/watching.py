"""The window's watcher: a job while the window is seen or a block is open."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Slot

from workspace_assistant.core.focus.watch_service import Standing
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)


class Watcher(QObject):
    """Notices who is there and what is done elsewhere, and lets the session look.

    The job takes one thread of the runner's pool. Without an open block it looks for one every few
    seconds; where nobody sees the window either, it rests.
    """

    def __init__(
        self, session: FocusSession, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._wording = wording
        self._fault = ""
        self._is_seen = True
        self._is_over = False
        self._job: JobContext | None = None
        session.changed.connect(self._on_changed)
        self._on_changed()

    def set_seen(self, *, is_seen: bool) -> None:
        """Whether somebody may look at the window."""
        self._is_seen = is_seen
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        now = self._session.situation.now  # None before the first look: there may be a block
        is_needed = self._is_seen or now is None or now.block is not None
        if is_needed and self._job is None and not self._is_over:
            self._job = self._runner.start(
                self._session.services.watching.watch,
                owner=self,
                done=self._on_over,
                failed=self._on_failed,
                progressed=self._on_progress,
            )
        elif not is_needed and self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_progress(self, progress: Progress) -> None:
        if isinstance(progress.reading, Standing):
            self._session.note_unknown(progress.reading.unknown)
            self._tell_fault(progress.reading.fault)
        self._session.look()

    def _tell_fault(self, fault: str) -> None:
        said = self._wording.say(fault) if fault else ""
        before, self._fault = self._fault, said
        if said and said != before:
            self._session.warned.emit(said)
        elif before and not said:
            self._session.untold.emit(before)

    def _on_over(self, _nothing: None) -> None:
        """It stays as long as there is a log."""
        self._is_over = True
        self._session.warned.emit(self._wording.say(texts.LOG_GONE))
        self._session.look()

    def _on_failed(self, error: Exception) -> None:
        self._is_over = True
        log.error("the watcher of the open block broke", exc_info=error)
        self._session.warned.emit(self._wording.say(texts.UNWATCHED))
        self._session.look()
