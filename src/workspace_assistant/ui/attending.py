"""Attending: looks after shifts for as long as the program runs, and follows what is chosen."""

from __future__ import annotations

from datetime import date, datetime
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
    NotChecked,
    Refreshing,
)
from workspace_assistant.core.preshift.telling import Words
from workspace_assistant.core.reminders.model import ReminderKind
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.core.shift_end.model import KEY_NOT_TODAY
from workspace_assistant.ui import texts
from workspace_assistant.ui.feature_services import Attend
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.sessions import Sessions
from workspace_assistant.ui.standing_job import StandingJob
from workspace_assistant.ui.wording.wording import Wording

_PAGES = {
    ReminderKind.SHIFT_CHANGED: PageName.SHIFTS,
    ReminderKind.CALENDAR_TROUBLE: PageName.SHIFTS,
    ReminderKind.CHECK_IN: PageName.BREAKS,
    ReminderKind.SELF_CHECK: PageName.BREAKS,
    ReminderKind.WEEK: PageName.WEEK,
}


class Attending(StandingJob):
    """`check_wanted` asks for a whole check in the window.

    `damaged` comes after what is told of a database that is damaged.
    """

    check_wanted = Signal()
    damaged = Signal(str)

    def __init__(
        self,
        attend: Attend,
        notifier: Notifier,
        sessions: Sessions,
        runner: JobRunner,
        wording: Wording,
        parent: QObject,
    ) -> None:
        super().__init__(texts.NOT_ATTENDED, wording, parent)
        self._sessions = sessions
        job = partial(_attend, attend, notifier, words_of(wording))
        self.begin(job, runner, self._on_progress)

    def _on_progress(self, progress: Progress) -> None:
        match progress.reading:
            case Attended(fault=fault, is_damaged=is_damaged):
                self._tell_fault(fault, is_damaged=is_damaged)
            case Checked(report=report):
                self._sessions.readiness.take(report)
            case NotChecked():
                self._sessions.readiness.give_up()
            case ActChosen(kind=kind, key=key):
                self._follow(kind, key)
            case Refreshing():
                self._sessions.shifts.look()
                self._sessions.today.look()

    def _tell_fault(self, fault: str, *, is_damaged: bool) -> None:
        is_new = fault != self.trouble
        self.tell(fault)
        if is_damaged and is_new:
            self.damaged.emit(fault)

    def _follow(self, kind: ReminderKind, key: str) -> None:
        if key == KEY_CHECK:
            self.check_wanted.emit()
        elif key == KEY_MICROPHONE:
            self.page_wanted.emit(PageName.MICROPHONE)
        elif key not in {KEY_LATER, KEY_NOT_TODAY}:  # whoever attends follows these
            self.page_wanted.emit(_PAGES.get(kind, PageName.READINESS))


def words_of(wording: Wording) -> Words:
    """How the window writes times, for sentences that are told outside of it."""

    def day(at: datetime) -> date:
        return wording.local(at).date()

    return Words(say=wording.say, clock=wording.clock, written_day=wording.short_date, day=day)


def _attend(attend: Attend, notifier: Notifier, words: Words, ctx: JobContext, /) -> None:
    attend(notifier, words, ctx)
