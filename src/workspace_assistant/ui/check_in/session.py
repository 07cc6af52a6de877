"""The check-in: what the person tells and marks, and a look each minute while somebody looks."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workspace_assistant.core.check_in.model import Answers
from workspace_assistant.core.check_in.service import Form
from workspace_assistant.ui.check_in import texts
from workspace_assistant.ui.check_in.jobs import Done, act, look
from workspace_assistant.ui.check_in.situation import Seen, Situation
from workspace_assistant.ui.check_in.view_state import shown_form
from workspace_assistant.ui.feature_services import CheckInServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

_MINUTE_MS = 60_000

ResultT = TypeVar("ResultT")


class CheckInSession(QObject):
    """Signals carry no state: whoever listens reads `situation`."""

    changed = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(
        self, services: CheckInServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._wording = wording
        self._on_its_way = 0
        self._followers: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self.look)
        self.situation = Situation()

    @property
    def is_settled(self) -> bool:
        """Nothing is on its way."""
        return not self._on_its_way

    def follow(self, who: str, *, is_following: bool) -> None:
        """Look once a minute as long as anybody follows."""
        if is_following:
            self._followers.add(who)
            self._timer.start()
            self.look()
            return
        self._followers.discard(who)
        if not self._followers:
            self._timer.stop()

    @Slot()
    def look(self) -> None:
        call = partial(look, self._services.check_ins)
        self._do(call, self._on_looked, self._on_look_refused)

    def turn(self, *, is_on: bool) -> None:
        """Whether to ask at the end of shifts."""
        sentence = texts.TURNED_ON if is_on else texts.TURNED_OFF
        self._change(opened=None, put_off="", refused="")
        self._do(partial(self._services.turn, is_on), lambda _: self._on_settled(sentence))

    @Slot()
    def open(self) -> None:
        """Ask now, as the person wants it."""
        seen = self.situation.seen
        if seen is not None:
            self._change(opened=seen.form, refused="")

    @Slot()
    def close(self) -> None:
        """Not now: the shift in question is left in peace."""
        form = shown_form(self.situation)
        shift_id = form.shift.id if form is not None and form.shift is not None else ""
        self._change(opened=None, put_off=shift_id or self.situation.put_off, refused="")

    def tell(self, answers: Answers, form: Form | None = None) -> None:
        """*form* is what the person saw when answering."""
        if not self.situation.is_saving:
            self._change(is_saving=True, refused="")
            call = partial(self._services.check_ins.tell, answers, form)
            self._do(call, lambda _: self._on_told(), self._on_not_told)

    def mark(self, *, is_abusive: bool = False, is_solved: bool = False) -> None:
        """A contact was hard, just now."""
        marking = self._services.check_ins.mark
        call = partial(marking, is_abusive=is_abusive, is_solved=is_solved)
        self._do(call, lambda _: self.look())

    @Slot()
    def take_back(self) -> None:
        """The latest mark is gone."""
        self._do(self._services.check_ins.take_back, lambda _: self.look())

    def _change(self, **changes: object) -> None:
        changed = replace(self.situation, **changes)  # type: ignore[arg-type]  # fields by name
        if changed != self.situation:
            self.situation = changed
            self.changed.emit()

    def _do(
        self,
        call: Callable[[], ResultT],
        after: Callable[[ResultT], None],
        refused: Callable[[str], None] | None = None,
    ) -> None:
        """*refused* takes what cannot be, in place of a notice."""

        def done(answer: Done[ResultT]) -> None:
            self._on_its_way -= 1
            if answer.trouble:
                (refused or self.warned.emit)(answer.trouble)
            else:
                after(cast("ResultT", answer.result))  # None where that is its result

        def failed(error: Exception) -> None:
            log.error("an act on check-ins broke", exc_info=error)
            done(Done(trouble=self._wording.say(texts.FAULT)))

        self._on_its_way += 1
        self._runner.start(partial(act, call, self._wording), owner=self, done=done, failed=failed)

    def _on_looked(self, seen: Seen) -> None:
        self._change(seen=seen, trouble="")

    def _on_look_refused(self, trouble: str) -> None:
        self._change(trouble=trouble)

    def _on_settled(self, sentence: str) -> None:
        self._services.settled()  # the notification that asks goes, or comes, at once
        self.told.emit(self._wording.say(sentence))
        self.look()

    def _on_told(self) -> None:
        self._change(is_saving=False, opened=None)
        self._on_settled(texts.SAVED)

    def _on_not_told(self, trouble: str) -> None:
        self._change(is_saving=False, refused=trouble)
