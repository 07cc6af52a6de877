"""LineWatching: watches the line during shifts for as long as the program runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.line_watch.model import LineEvent
from workspace_assistant.core.line_watch.shift_watch import NotWatched, Watching
from workspace_assistant.core.line_watch.wording import Words
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.ui.feature_services import WatchLine
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.sessions import Sessions
from workspace_assistant.ui.standing_job import StandingJob
from workspace_assistant.ui.today import line_texts as texts
from workspace_assistant.ui.today.line_words import line_words
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A button of a notification was pressed, or the notification itself."""

    key: str


class LineWatching(StandingJob):
    def __init__(
        self,
        watch: WatchLine,
        notifier: Notifier,
        sessions: Sessions,
        runner: JobRunner,
        wording: Wording,
        parent: QObject,
    ) -> None:
        super().__init__(texts.BROKE, wording, parent)
        self._sessions = sessions
        self._say = wording.say
        job = partial(_watch, watch, notifier, line_words(wording))
        self.begin(job, runner, self._on_progress)

    def _on_progress(self, progress: Progress) -> None:
        match progress.reading:
            case LineEvent():
                self._sessions.today.look()
            case Watching(since=since):
                self._sessions.today.see_watch(since)
            case NotWatched(reason=reason):
                self.tell(self._not_now(reason))
            case _Chosen():  # whatever was pressed: what it told of stands there
                self.page_wanted.emit(PageName.TODAY)

    def _not_now(self, reason: str) -> str:
        return reason and self._say(texts.NOT_NOW, reason=self._say(reason))


def _watch(watch: WatchLine, notifier: Notifier, words: Words, ctx: JobContext, /) -> None:
    def choose(key: str) -> None:
        ctx.on_progress(Progress(reading=_Chosen(key)))  # also while the job is being cancelled

    watch(notifier, words, choose, ctx)
