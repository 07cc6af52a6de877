"""What the Today page has read of the week, kept up to date while somebody looks at it."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from workspace_assistant.ui.breaks.session import BreaksSession
from workspace_assistant.ui.feature_services import LineServices, WeekServices
from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.shifts.session import ShiftsSession
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.facts import Facts
from workspace_assistant.ui.today.jobs import Services, read_facts
from workspace_assistant.ui.today.line_switch import LineSwitch
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

_FOLLOWER = "today"
_MINUTE_S = 60.0
_LATE_S = 0.1  # past the turn of the minute, not before it


class TodaySession(QObject):
    """While somebody follows it looks at each turn of the minute and after each act."""

    changed = Signal()
    warned = Signal(str)

    def __init__(
        self,
        focus: FocusSession,
        shifts: ShiftsSession,
        breaks: BreaksSession,
        line: LineServices,
        week: WeekServices,
        runner: JobRunner,
        wording: Wording,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.focus = focus
        self.breaks = breaks
        self.facts: Facts | None = None
        self._watched_since: datetime | None = None
        self._services = Services(
            focus=focus.services, shifts=shifts.services, line=line, week=week
        )
        self.line = LineSwitch(line, runner, wording, self)
        self._runner = runner
        self._wording = wording
        self._is_followed = False
        self._is_looking = False
        self._is_stale = False
        self._seen_day: object = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        focus.changed.connect(self._on_focus_changed)
        shifts.acted.connect(self._on_shifts_changed)
        self.line.changed.connect(self.look)
        self.line.warned.connect(self.warned)

    def follow(self, *, is_following: bool) -> None:
        self._is_followed = is_following
        self.breaks.follow(_FOLLOWER, is_following=is_following)
        if is_following:
            self.look()
        else:
            self._timer.stop()

    @Slot()
    def look(self) -> None:
        if self._is_looking:
            self._is_stale = True
            return
        self._is_looking, self._is_stale = True, False
        self._runner.start(
            partial(read_facts, self._services),
            owner=self,
            done=self._on_read,
            failed=self._on_failed,
        )

    def see_watch(self, since: datetime | None) -> None:
        """The line is watched since then, or no more."""
        self._watched_since = since
        if self._is_followed:
            self.look()

    def _on_read(self, facts: Facts) -> None:
        seen = self.line.seen(facts, is_latest=not self._is_stale)
        self.facts = replace(seen, watched_since=self._watched_since)
        self._look_again(_MINUTE_S - facts.at.timestamp() % _MINUTE_S + _LATE_S)
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        log.error("what the day holds could not be read", exc_info=error)
        self.warned.emit(self._wording.say(texts.FAULT))
        self._look_again(_MINUTE_S)

    def _look_again(self, after_s: float) -> None:
        self._is_looking = False
        if self._is_stale:
            self.look()
        elif self._is_followed:
            self._timer.start(round(after_s * 1000))

    @Slot()
    def _on_shifts_changed(self) -> None:
        if self._is_followed:
            self.look()

    @Slot()
    def _on_focus_changed(self) -> None:
        """A second of an open block changes nothing here; what the log holds does."""
        day = self.focus.situation.day
        if self._is_followed and day is not self._seen_day:
            self.look()
        self._seen_day = day
