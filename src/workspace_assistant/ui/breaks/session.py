"""What the window does with breaks and tips: looks while somebody looks, acts, and the watch."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from workspace_assistant.core.breaks.model import Act, BreakStanding, Modes, Settings, Stage
from workspace_assistant.core.tips.model import Answer
from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.breaks.jobs import Done, Wanted, act, look
from workspace_assistant.ui.breaks.situation import Seen, Situation
from workspace_assistant.ui.feature_services import BreakServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

_SECOND_MS = 1000
_MINUTE_MS = 60_000
_BETWEEN_TIPS_MS = 5 * _MINUTE_MS  # the facts of tips are dear to gather, and change slowly
_MORE_WHY = 20

ResultT = TypeVar("ResultT")


class BreaksSession(QObject):
    """Signals carry no state: whoever listens reads `situation`.

    It looks once a minute while somebody follows, and after each act; otherwise it costs nothing.
    """

    changed = Signal()
    told = Signal(str)
    warned = Signal(str)
    untold = Signal(str)  # a sentence that holds no longer

    def __init__(
        self, services: BreakServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.services = services
        self._runner = runner
        self._wording = wording
        self._followers: set[str] = set()
        self._is_looking = False
        self._is_stale = False
        self._acting = 0
        self._warning = ""
        self._since_tips = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self.look)
        self._since_reading = QElapsedTimer()
        self._second = QTimer(self)
        self._second.setSingleShot(True)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self._on_second)
        self.situation = Situation()

    @property
    def is_settled(self) -> bool:
        """Nothing is on its way."""
        return not (self._is_looking or self._acting)

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
        seen = self.situation.seen
        wanted = Wanted(
            why_limit=self.situation.why_limit,
            offers_tip=self._is_tip_due(),
            choice=seen.choice if seen else None,
        )
        self._runner.start(
            partial(look, self.services, wanted),
            owner=self,
            done=self._on_looked,
            failed=self._on_look_failed,
        )

    def take(self, standing: BreakStanding) -> None:
        """A reading of the watch."""
        before = self.situation.standing
        self._since_reading.start()
        self._set(standing=standing)
        self._go_on(standing)
        if self._followers and _what_is_kept(before) != _what_is_kept(standing):
            self.look()

    @Slot()
    def break_off(self) -> None:
        """The watch has ended by a fault."""
        self._set(has_broken=True)

    def answer(self, answer: Act) -> None:
        """The person says something to the break that is due, or wants one now."""
        self.services.answer(answer)

    def be_quiet(self, length_s: float | None) -> None:
        """Nothing is offered for so long; None ends it."""
        said = texts.QUIET_TOLD if length_s else texts.QUIET_ENDED
        told = partial(self._on_mode_changed, said, _quiet_until)
        self._do(partial(self.services.quiet, length_s), told)

    def read(self, length_s: float | None) -> None:
        """Somebody is there for so long though nothing is typed; None ends it."""
        said = texts.READING_TOLD if length_s else texts.READING_ENDED
        told = partial(self._on_mode_changed, said, _reading_until)
        self._do(partial(self.services.reading, length_s), told)

    def choose(self, settings: Settings) -> None:
        """Keep *settings*; what is shown goes back where they cannot be kept."""
        seen = self.situation.seen
        if seen is not None:
            self._set(seen=replace(seen, settings=settings))
        self._do(partial(self.services.change_settings, settings), self._on_chosen)

    def answer_tip(self, tip_id: str, answer: Answer) -> None:
        said = texts.TIP_ANSWERED[answer]
        self._do(
            partial(self.services.tips.answer, tip_id, answer), partial(self._on_tip_answered, said)
        )

    def show_topic(self, topic: str) -> None:
        self._set(topic=topic)

    @Slot()
    def show_more_why(self) -> None:
        self._set(why_limit=self.situation.why_limit + _MORE_WHY)
        self.look()

    def _go_on(self, standing: BreakStanding) -> None:
        """Readings lie seconds apart: between them a break that runs goes on by itself."""
        shown = standing.open
        if shown is not None and shown.stage is Stage.RUNNING and shown.record.length_s:
            self._second.start()
        else:
            self._second.stop()

    @Slot()
    def _on_second(self) -> None:
        standing = self.situation.standing
        if standing is None or standing.open is None:
            return
        elapsed_s = standing.open.elapsed_s + self._since_reading.restart() / 1000
        later = replace(standing, open=replace(standing.open, elapsed_s=elapsed_s))
        self._set(standing=later)
        if elapsed_s < standing.open.record.length_s:
            self._go_on(later)

    def _is_tip_due(self) -> bool:
        """Nobody who looks elsewhere would see it; it counts as shown."""
        if not self._followers:
            return False
        if self._since_tips.isValid() and self._since_tips.elapsed() < _BETWEEN_TIPS_MS:
            return False
        self._since_tips.start()
        return True

    def _do(self, call: Callable[[], ResultT], after: Callable[[ResultT | None], None]) -> None:
        self._acting += 1
        self._runner.start(
            partial(act, call, self._wording),
            owner=self,
            done=partial(self._on_done, after),
            failed=self._on_failed,
        )

    def _on_done(self, after: Callable[[ResultT | None], None], done: Done[ResultT]) -> None:
        self._acting -= 1
        if done.trouble:
            self._warn(done.trouble)
        else:
            if self._warning:
                self.untold.emit(self._warning)
                self._warning = ""
            after(done.result)
        self.look()

    def _on_failed(self, error: Exception) -> None:
        log.error("an act on breaks or tips broke", exc_info=error)
        self._acting -= 1
        self._warn(self._wording.say(texts.FAULT))
        self.look()

    def _on_mode_changed(
        self, said: str, ends_at: Callable[[Modes], datetime | None], modes: Modes | None
    ) -> None:
        standing = self.situation.standing
        if standing is not None and modes is not None:
            self._set(standing=replace(standing, modes=modes))
        self.services.ring()
        until = ends_at(modes) if modes else None
        clock = self._wording.clock(until) if until else ""
        self.told.emit(self._wording.say(said, time=clock))

    def _on_chosen(self, _nothing: None) -> None:
        self.services.ring()

    def _on_tip_answered(self, said: str, _nothing: None) -> None:
        self._since_tips.invalidate()
        self.told.emit(self._wording.say(said))

    def _on_looked(self, found: Done[Seen]) -> None:
        self._is_looking = False
        if found.result is None:
            self._set(trouble=self._wording.say(found.trouble))
        elif not self._acting:  # else what was just chosen would jump back for a moment
            self._set(seen=found.result, trouble="")
        if self._is_stale:
            self.look()

    def _on_look_failed(self, error: Exception) -> None:
        log.error("breaks and tips could not be read", exc_info=error)
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


def _quiet_until(modes: Modes) -> datetime | None:
    return modes.quiet_until


def _reading_until(modes: Modes) -> datetime | None:
    return modes.reading_until


def _what_is_kept(standing: BreakStanding | None) -> object:
    """What of a reading goes with a change in the log."""
    if standing is None or standing.open is None:
        return None
    return standing.open.record.id, standing.open.stage, standing.open.held_by
