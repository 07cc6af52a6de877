"""LineWatching: watches the line during shifts for as long as the program runs."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.line_watch.model import LineEvent
from workspace_assistant.core.line_watch.shift_watch import NotWatched
from workspace_assistant.core.line_watch.wording import Words
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.sessions import Sessions
from workspace_assistant.ui.today import line_texts as texts
from workspace_assistant.ui.today.line_words import line_words
from workspace_assistant.ui.window_services import WatchLine
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A button of a notification was pressed, or the notification itself."""

    key: str


class LineWatching(QObject):
    """The job takes one thread of the runner's pool for good.

    `page_wanted` asks for the window with that page.
    """

    page_wanted = Signal(str)  # a `PageName`
    warned = Signal(str)
    untold = Signal(str)

    def __init__(
        self,
        watch: WatchLine,
        notifier: Notifier,
        sessions: Sessions,
        runner: JobRunner,
        wording: Wording,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._wording = wording
        self._told = ""
        runner.start(
            partial(_watch, watch, notifier, line_words(wording)),
            owner=self,
            done=self._on_over,
            failed=self._on_failed,
            progressed=self._on_progress,
        )

    def _on_progress(self, progress: Progress) -> None:
        match progress.reading:
            case LineEvent():
                self._sessions.today.look()
            case NotWatched(reason=reason):
                self._tell(reason)
            case _Chosen():  # whatever was pressed: what it told of stands there
                self.page_wanted.emit(PageName.TODAY)

    def _tell(self, reason: str) -> None:
        before, self._told = self._told, ""
        if reason:
            reason = self._wording.say(reason)
            self._told = self._wording.say(texts.NOT_NOW, reason=reason)
            self.warned.emit(self._told)
        elif before:
            self.untold.emit(before)

    def _on_over(self, _nothing: None) -> None:
        """It ends with the program alone."""

    def _on_failed(self, error: Exception) -> None:
        log.error("watching the line broke", exc_info=error)
        self.warned.emit(self._wording.say(texts.BROKE))


def _watch(watch: WatchLine, notifier: Notifier, words: Words, ctx: JobContext, /) -> None:
    def choose(key: str) -> None:
        ctx.on_progress(Progress(reading=_Chosen(key)))  # also while the job is being cancelled

    watch(notifier, words, choose, ctx)
