"""LoudnessWatching: takes levels of calls for as long as the program runs."""

from __future__ import annotations

from PySide6.QtCore import QObject

from workspace_assistant.core.jobs import Progress
from workspace_assistant.core.loudness.model import Taken
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.loudness import texts
from workspace_assistant.ui.loudness.session import LoudnessSession
from workspace_assistant.ui.standing_job import StandingJob
from workspace_assistant.ui.wording.wording import Wording


class LoudnessWatching(StandingJob):
    def __init__(
        self, session: LoudnessSession, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(texts.BROKE, wording, parent)
        self._session = session
        self.begin(session.services.watch, runner, self._on_progress)

    def _on_progress(self, progress: Progress) -> None:
        if isinstance(progress.reading, Taken):
            self._session.take(progress.reading)
