"""Attending: looks after shifts for as long as the program runs, and follows what is chosen."""

from __future__ import annotations

import logging
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.preshift.model import (
    KEY_CHECK,
    KEY_LATER,
    KEY_MICROPHONE,
    ActChosen,
    Attended,
    Checked,
    Refreshing,
)
from workspace_assistant.core.preshift.telling import Words
from workspace_assistant.core.reminders.model import ReminderKind
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.ui import texts
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.sessions import Sessions
from workspace_assistant.ui.window_services import Attend
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

_PAGES = {
    ReminderKind.SHIFT_CHANGED: PageName.SHIFTS,
    ReminderKind.CALENDAR_TROUBLE: PageName.SHIFTS,
}


class Attending(QObject):
    """The job takes one thread of the runner's pool for good.

    `page_wanted` asks for the window with that page, `check_wanted` for a whole check in it.
    """

    check_wanted = Signal()
    page_wanted = Signal(str)  # a `PageName`
    warned = Signal(str)
    untold = Signal(str)

    def __init__(
        self,
        attend: Attend,
        notifier: Notifier,
        sessions: Sessions,
        runner: JobRunner,
        wording: Wording,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._wording = wording
        self._fault = ""
        runner.start(
            partial(_attend, attend, notifier, words_of(wording)),
            owner=self,
            done=self._on_over,
            failed=self._on_failed,
            progressed=self._on_progress,
        )

    def _on_progress(self, progress: Progress) -> None:
        match progress.reading:
            case Attended(fault=fault):
                self._tell_fault(fault)
            case Checked(report=report):
                self._sessions.readiness.take(report)
            case ActChosen(kind=kind, key=key):
                self._follow(kind, key)
            case Refreshing():
                self._sessions.shifts.look()
                self._sessions.today.look()

    def _follow(self, kind: ReminderKind, key: str) -> None:
        if key == KEY_CHECK:
            self.check_wanted.emit()
        elif key == KEY_MICROPHONE:
            self.page_wanted.emit(PageName.MICROPHONE)
        elif key != KEY_LATER:  # whoever attends follows that
            self.page_wanted.emit(_PAGES.get(kind, PageName.READINESS))

    def _tell_fault(self, fault: str) -> None:
        before, self._fault = self._fault, fault
        if fault and fault != before:
            self.warned.emit(fault)
        elif before and not fault:
            self.untold.emit(before)

    def _on_over(self, _nothing: None) -> None:
        """It ends with the program alone."""

    def _on_failed(self, error: Exception) -> None:
        log.error("attending to shifts broke", exc_info=error)
        self.warned.emit(self._wording.say(texts.NOT_ATTENDED))


def words_of(wording: Wording) -> Words:
    """How the window writes times, for sentences that are told outside of it."""

    def span(starts_at: datetime, ends_at: datetime) -> str:
        times = f"{wording.clock(starts_at)}\u2013{wording.clock(ends_at)}"
        return f"{wording.short_date(starts_at)} {times}"

    return Words(say=wording.say, clock=wording.clock, span=span)


def _attend(attend: Attend, notifier: Notifier, words: Words, ctx: JobContext, /) -> None:
    attend(notifier, words, ctx)
