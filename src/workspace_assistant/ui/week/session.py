"""What the window does with the week: looks while somebody looks, and keeps what they choose."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.days import day_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.tips.model import Answer
from workspace_assistant.ui.feature_services import WeekServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.jobs import (
    Done,
    act,
    look_again,
    look_at_summary,
    look_at_week,
)
from workspace_assistant.ui.week.situation import Seen, Situation
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

_MINUTE_MS = 60_000
_A_WEEK = timedelta(days=7)

ResultT = TypeVar("ResultT")


class WeekSession(QObject):
    """Signals carry no state: whoever listens reads `situation`.

    While somebody follows it looks once a minute and after each act; otherwise it costs nothing.
    Another week is shown at once, and what was before it as soon as that is read.
    """

    changed = Signal()
    told = Signal(str)
    warned = Signal(str)
    untold = Signal(str)  # a sentence that holds no longer

    def __init__(
        self, services: WeekServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.services = services
        self._runner = runner
        self._wording = wording
        self._is_followed = False
        self._is_looking = False
        self._is_stale = False
        self._acting = 0
        self._warning = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self._on_minute_passed)
        self.situation = Situation()

    @property
    def runner(self) -> JobRunner:
        """For what is made of a week beside the page itself, such as reports."""
        return self._runner

    @property
    def is_settled(self) -> bool:
        """Nothing is on its way."""
        return not (self._is_looking or self._acting)

    def follow(self, *, is_following: bool) -> None:
        self._is_followed = is_following
        if is_following:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    @Slot()
    def note_change(self) -> None:
        """Something was logged or planned elsewhere."""
        if self._is_followed:
            self.look()

    @Slot()
    def look(self) -> None:
        """Read the week that is shown; the weeks before it follow where it was not there yet."""
        if self._is_looking:
            self._is_stale = True
            return
        self._is_looking, self._is_stale = True, False
        is_new = self.situation.seen is None or not self._is_shown(self.situation.seen)
        self._start(partial(look_at_week if is_new else look_at_summary, self.services))

    @Slot()
    def show_previous(self) -> None:
        self._step(-1)

    @Slot()
    def show_next(self) -> None:
        self._step(1)

    @Slot()
    def show_current(self) -> None:
        self._go_to(None)

    def show_day(self, on: date) -> None:
        """The week that holds it."""
        self._go_to(on)

    def choose(self, settings: WeekSettings) -> None:
        """Keep *settings*; what is shown goes back where they cannot be kept."""
        seen = self.situation.seen
        if seen is not None:
            self._set(seen=replace(seen, settings=settings))
        self._do(partial(self.services.change_settings, settings))

    def mark_days(self, first: date, last: date, kind: LeaveKind | None, said: str) -> None:
        """Days off, or such that are not; both dates count."""
        mark = partial(self.services.mark_days, first, last, kind)
        self._do(mark, partial(self._tell, said))

    def answer_tip(self, tip_id: str, answer: Answer) -> None:
        self._do(
            partial(self.services.tips.answer, tip_id, answer),
            partial(self._on_tip_answered, tip_id, answer),
        )

    def lay_open(self, indicator_id: str) -> None:
        """Show how an indicator is counted, or close that again."""
        self._set(opened=self.situation.opened ^ {indicator_id})

    @Slot()
    def toggle_unknown(self) -> None:
        self._set(shows_unknown=not self.situation.shows_unknown)

    @Slot()
    def toggle_lines(self) -> None:
        self._set(shows_all_lines=not self.situation.shows_all_lines)

    def toggle_table(self, picture: str) -> None:
        self._set(as_table=self.situation.as_table ^ {picture})

    @Slot()
    def _on_minute_passed(self) -> None:
        seen = self.situation.seen
        if seen is None or not seen.is_whole or not self._is_shown(seen) or self._is_looking:
            self.look()
        else:
            self._is_looking = True
            self._start(partial(look_again, self.services, seen))

    def _start(self, job: Callable[[date | None, Wording, JobContext], Done[Seen]]) -> None:
        around = self.situation.around
        self._runner.start(
            partial(job, around, self._wording),
            owner=self,
            done=partial(self._on_looked, around),
            failed=self._on_look_failed,
        )

    def _step(self, weeks: int) -> None:
        seen = self.situation.seen
        if seen is None:
            return
        on = (self.situation.around or seen.today) + weeks * _A_WEEK
        first = day_of(seen.week.span.start, seen.zone)
        is_current = (on - first) // _A_WEEK == (seen.today - first) // _A_WEEK
        self._go_to(None if is_current else on)

    def _go_to(self, around: date | None) -> None:
        self._set(around=around)
        self.look()

    def _is_shown(self, seen: Seen) -> bool:
        """Whether what was read is the week that is to be shown."""
        first = day_of(seen.week.span.start, seen.zone)
        return first <= (self.situation.around or seen.today) < first + _A_WEEK

    def _do(
        self, call: Callable[[], ResultT], after: Callable[[ResultT | None], None] | None = None
    ) -> None:
        self._acting += 1
        self._runner.start(
            partial(act, call, self._wording),
            owner=self,
            done=partial(self._on_done, after),
            failed=self._on_failed,
        )

    def _on_done(self, after: Callable[[ResultT | None], None] | None, done: Done[ResultT]) -> None:
        self._acting -= 1
        if done.trouble:
            self._warn(done.trouble)
        else:
            if self._warning:
                self.untold.emit(self._warning)
                self._warning = ""
            if after is not None:
                after(done.result)
        self.look()

    def _on_failed(self, error: Exception) -> None:
        log.error("an act on the week broke", exc_info=error)
        self._acting -= 1
        self._warn(self._wording.say(texts.FAULT))
        self.look()

    def _on_tip_answered(self, tip_id: str, answer: Answer, _nothing: None) -> None:
        if answer is Answer.HELPED:
            self._set(helped=self.situation.helped | {tip_id})
        said = texts.SAID_HELPED if answer is Answer.HELPED else texts.SAID_NEVER
        self.told.emit(self._wording.say(said))

    def _tell(self, said: str, _nothing: None) -> None:
        self.told.emit(said)

    def _on_looked(self, around: date | None, found: Done[Seen]) -> None:
        self._is_looking = False
        seen = found.result
        if seen is None and around == self.situation.around:
            self._set(trouble=found.trouble)
        elif seen is not None and around == self.situation.around and not self._acting:
            # While something is chosen it would jump back for a moment.
            self._set(seen=seen, trouble="")
            self._is_stale |= not seen.is_whole
        if self._is_stale or around != self.situation.around:
            self.look()

    def _on_look_failed(self, error: Exception) -> None:
        log.error("the week could not be read", exc_info=error)
        self._is_looking = False
        self._set(trouble=self._wording.say(texts.FAULT))

    def _warn(self, sentence: str) -> None:
        self._warning = sentence
        self.warned.emit(sentence)

    def _set(self, **changes: object) -> None:
        changed = replace(self.situation, **changes)  # type: ignore[arg-type]  # fields by name
        if changed != self.situation:
            self.situation = changed
            self.changed.emit()
