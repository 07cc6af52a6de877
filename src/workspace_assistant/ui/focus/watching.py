"""The window's watcher: one job for as long as the window is open."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from workspace_assistant.core.focus.watch_service import Standing
from workspace_assistant.core.jobs import Progress
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)


class Watcher(QObject):
    """Notices who is there and what is done elsewhere, and lets the session look.

    The job takes one thread of the runner's pool for good. Without an open block it looks for one
    every few seconds.
    """

    def __init__(
        self, session: FocusSession, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = wording
        self._fault = ""
        runner.start(
            session.services.watching.watch,
            owner=self,
            done=self._on_over,
            failed=self._on_failed,
            progressed=self._on_progress,
        )

    def _on_progress(self, progress: Progress) -> None:
        if isinstance(progress.reading, Standing):
            self._session.note_unknown(progress.reading.unknown)
            self._tell_fault(progress.reading.fault)
        self._session.look()

    def _tell_fault(self, fault: str) -> None:
        before, self._fault = self._fault, fault
        if fault and fault != before:
            self._session.warned.emit(fault)
        elif before and not fault:
            self._session.untold.emit(before)

    def _on_over(self, _nothing: None) -> None:
        """It stays as long as there is a log."""
        self._session.warned.emit(self._wording.say(texts.LOG_GONE))
        self._session.look()

    def _on_failed(self, error: Exception) -> None:
        log.error("the watcher of the open block broke", exc_info=error)
        self._session.warned.emit(self._wording.say(texts.UNWATCHED))
        self._session.look()
