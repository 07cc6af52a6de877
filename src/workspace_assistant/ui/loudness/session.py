"""The loudness of calls in the window: a look when somebody looks, the switch, and the takes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from workspace_assistant.core.loudness.model import Taken
from workspace_assistant.ui.feature_services import LoudnessServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.loudness import texts
from workspace_assistant.ui.loudness.jobs import Done, act, look
from workspace_assistant.ui.loudness.situation import Seen, Situation
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

ResultT = TypeVar("ResultT")


class LoudnessSession(QObject):
    """Signals carry no state: whoever listens reads `situation`."""

    changed = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(
        self, services: LoudnessServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.services = services
        self._runner = runner
        self._wording = wording
        self._on_its_way = 0
        self._is_followed = False
        self.situation = Situation()

    @property
    def is_settled(self) -> bool:
        """Nothing is on its way."""
        return not self._on_its_way

    def follow(self, *, is_following: bool) -> None:
        """Look now, and after each take for as long as somebody looks."""
        self._is_followed = is_following
        if is_following:
            self.look()

    @Slot()
    def look(self) -> None:
        self._do(partial(look, self.services), self._on_looked, self._on_look_refused)

    def turn(self, *, is_on: bool) -> None:
        """Whether calls are measured; what is shown goes back where that cannot be kept."""
        sentence = texts.TURNED_ON if is_on else texts.TURNED_OFF
        if self.situation.seen is not None:
            self._change(seen=replace(self.situation.seen, is_on=is_on))
        call = partial(self.services.turn, is_on)
        self._do(call, lambda _: self._on_turned(sentence), self._on_turn_refused)

    def take(self, taken: Taken) -> None:
        """A reading of the watch."""
        self._change(why=taken.why)
        if self._is_followed:
            self.look()

    def _change(self, **changes: object) -> None:
        changed = replace(self.situation, **changes)  # type: ignore[arg-type]  # fields by name
        if changed != self.situation:
            self.situation = changed
            self.changed.emit()

    def _do(
        self,
        call: Callable[[], ResultT],
        after: Callable[[ResultT | None], None],
        refused: Callable[[str], None],
    ) -> None:
        def done(answer: Done[ResultT]) -> None:
            self._on_its_way -= 1
            if answer.trouble:
                refused(self._wording.say(answer.trouble))
            else:
                after(answer.result)

        def failed(error: Exception) -> None:
            log.error("the loudness of calls cannot be shown", exc_info=error)
            done(Done(trouble=self._wording.say(texts.FAULT)))

        self._on_its_way += 1
        self._runner.start(partial(act, call), owner=self, done=done, failed=failed)

    def _on_looked(self, seen: Seen | None) -> None:
        self._change(seen=seen, trouble="")

    def _on_look_refused(self, trouble: str) -> None:
        self._change(trouble=trouble)

    def _on_turned(self, sentence: str) -> None:
        self.told.emit(self._wording.say(sentence))
        self.look()

    def _on_turn_refused(self, trouble: str) -> None:
        self.warned.emit(trouble)
        self.look()
