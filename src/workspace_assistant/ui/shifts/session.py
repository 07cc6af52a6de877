"""What the window does with shifts: acts in jobs, and a look each minute while somebody looks."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.feature_services import ShiftServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.jobs import Done, act, look, look_at_system
from workspace_assistant.ui.shifts.situation import Offer, Seen, Situation, System
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

_MINUTE_MS = 60_000
_MORE_WHY = 20

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Generic[ResultT]):
    """Something to do.

    Attributes:
        after: what follows from its result.
        refused: takes the sentence of a refusal in place of the usual notice.
        may_wait: it waits for a network, a keyring or the system; other acts go on meanwhile.
    """

    call: Callable[[JobContext], ResultT]
    after: Callable[[ResultT], None] | None = None
    refused: Callable[[str], None] | None = None
    may_wait: bool = False


class ShiftsSession(QObject):
    """Signals carry no state: whoever listens reads `situation`.

    It looks once a minute while somebody follows, and after each act; otherwise it costs nothing.
    `acted` comes after each act that was kept.
    """

    changed = Signal()
    acted = Signal()
    told = Signal(str)
    warned = Signal(str)
    untold = Signal(str)  # a sentence that holds no longer

    def __init__(
        self, services: ShiftServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.services = services
        self._runner = runner
        self._wording = wording
        self._followers: set[str] = set()
        self._waiting: deque[Callable[[], object]] = deque()
        self._is_acting = False
        self._is_looking = False
        self._is_stale = False
        self._warning = ""
        self._offers = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self.look)
        self.situation = Situation()

    @property
    def is_settled(self) -> bool:
        """Nothing is on its way."""
        return not (self._is_acting or self._waiting or self._is_looking)

    def follow(self, who: str, *, is_following: bool) -> None:
        """Look once a minute as long as anybody follows."""
        if is_following:
            self._followers.add(who)
            self._timer.start()
            self.look()
        else:
            self._followers.discard(who)
            if not self._followers:
                self._timer.stop()

    @Slot()
    def look(self) -> None:
        if self._is_looking:
            self._is_stale = True
            return
        self._is_looking, self._is_stale = True, False
        self._runner.start(
            partial(look, self.services, self.situation.why_limit),
            owner=self,
            done=self._on_looked,
            failed=self._on_look_failed,
        )

    @Slot()
    def look_at_system(self) -> None:
        """Ask what the system starts by itself."""
        self._runner.start(
            partial(look_at_system, self.services),
            owner=self,
            done=self._on_system_seen,
            failed=self._on_system_failed,
        )

    def do(self, wanted: Act[ResultT]) -> None:
        """Do something in a job: one thing after the other, but for what may wait."""
        if wanted.may_wait:
            self._start(wanted)
            return
        self._waiting.append(partial(self._start, wanted))
        self._act_next()

    def set_aside(self, **changes: object) -> None:
        """Change what the page alone knows: which form is open."""
        changed = replace(self.situation, **changes)  # type: ignore[arg-type]  # fields by name
        if changed != self.situation:
            self.situation = changed
            self.changed.emit()

    def offer(self, sentence: str, undo: Callable[[JobContext], object]) -> None:
        """Offer to take back what was just done."""
        self._offers += 1
        self.set_aside(offer=Offer(number=self._offers, sentence=sentence, undo=undo))

    @Slot()
    def undo(self) -> None:
        offered = self.situation.offer
        if offered is not None:
            self.set_aside(offer=None)
            self.do(Act(call=offered.undo, after=self._on_undone))

    @Slot()
    def forget_offer(self) -> None:
        self.set_aside(offer=None)

    @Slot()
    def show_more_why(self) -> None:
        self.set_aside(why_limit=self.situation.why_limit + _MORE_WHY)
        self.look()

    def warn(self, sentence: str) -> None:
        self._warning = sentence
        self.warned.emit(sentence)

    def _act_next(self) -> None:
        if not self._is_acting and self._waiting:
            self._is_acting = True
            self._waiting.popleft()()

    def _start(self, wanted: Act[ResultT]) -> None:
        self._runner.start(
            partial(act, wanted.call, self._wording),
            owner=self,
            done=partial(self._on_done, wanted),
            failed=partial(self._on_failed, wanted),
        )

    def _on_done(self, wanted: Act[ResultT], done: Done[ResultT]) -> None:
        if done.trouble:
            (wanted.refused or self.warn)(done.trouble)
        else:
            self._on_kept(wanted, done)
        self._on_over(wanted)

    def _on_kept(self, wanted: Act[ResultT], done: Done[ResultT]) -> None:
        if self._warning:
            self.untold.emit(self._warning)
            self._warning = ""
        self.services.settled()
        if wanted.after is not None:
            wanted.after(cast("ResultT", done.result))  # None where that is its result
        self.acted.emit()

    def _on_failed(self, wanted: Act[ResultT], error: Exception) -> None:
        log.error("an act on shifts broke", exc_info=error)
        (wanted.refused or self.warn)(self._say(texts.FAULT))
        self._on_over(wanted)

    def _on_over(self, wanted: Act[ResultT]) -> None:
        self.look()
        if not wanted.may_wait:
            self._is_acting = False
            self._act_next()

    def _on_undone(self, _result: object) -> None:
        self.told.emit(self._say(texts.UNDONE))

    def _on_looked(self, found: Done[Seen]) -> None:
        self._is_looking = False
        if found.result is None:
            self.set_aside(trouble=self._say(found.trouble))
        else:
            self.set_aside(seen=found.result, trouble="")
        if self._is_stale:
            self.look()

    def _on_look_failed(self, error: Exception) -> None:
        log.error("the shifts could not be read", exc_info=error)
        self._is_looking = False
        self.set_aside(trouble=self._say(texts.FAULT))

    def _on_system_seen(self, system: System) -> None:
        if not self.situation.is_switching:
            self.set_aside(system=system)

    def _on_system_failed(self, error: Exception) -> None:
        log.error("the system's timer could not be asked", exc_info=error)
        self.set_aside(system=System(trouble=self._say(texts.FAULT)))

    def _say(self, sentence: str, **parts: str) -> str:
        return self._wording.say(sentence, **parts)
