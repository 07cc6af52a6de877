"""StandingJob: a job that goes on for as long as the program runs, and what is told of it."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from workspace_assistant.core.jobs import Job, Progress
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)


class StandingJob(QObject):
    """The job takes one thread of the runner's pool for good.

    `page_wanted` asks for the window with that page, `warned` and `untold` (a sentence that holds
    no longer) are those of sessions. *broke* is told when the job ends by a fault nobody foresaw.
    """

    page_wanted = Signal(str)  # a `PageName`
    warned = Signal(str)
    untold = Signal(str)

    def __init__(self, broke: str, wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._broke = broke
        self._wording = wording
        self._trouble = ""

    def begin(
        self, job: Job[None], runner: JobRunner, progressed: Callable[[Progress], None]
    ) -> None:
        """Once in its life."""
        runner.start(
            job,
            owner=self,
            done=self._on_over,
            failed=self._on_failed,
            progressed=progressed,
        )

    @property
    def trouble(self) -> str:
        """What is wrong just now; empty for nothing."""
        return self._trouble

    def tell(self, trouble: str) -> None:
        """What is wrong from now on, in a sentence; empty for nothing. Each is told once."""
        before, self._trouble = self._trouble, trouble
        if trouble and trouble != before:
            self.warned.emit(trouble)
        elif before and not trouble:
            self.untold.emit(before)

    def _on_over(self, _nothing: None) -> None:
        """It ends with the program alone."""

    def _on_failed(self, error: Exception) -> None:
        log.error("%s broke", type(self).__name__, exc_info=error)
        self.warned.emit(self._wording.say(self._broke))
