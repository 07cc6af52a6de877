"""The self-check of a workplace: what the person does, one thing kept after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Signal, Slot

from workspace_assistant.core.ergonomics.model import Assessment, Band, Timed, WorkplaceChange
from workspace_assistant.ui.ergonomics import texts, walk
from workspace_assistant.ui.ergonomics.jobs import Done, act, begun, kept, look, shown
from workspace_assistant.ui.ergonomics.names import workplace_name
from workspace_assistant.ui.ergonomics.situation import Seen, Showing, Shown, Situation
from workspace_assistant.ui.ergonomics.walk import Walk
from workspace_assistant.ui.feature_services import ErgonomicsServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

ResultT = TypeVar("ResultT")


class ErgonomicsSession(QObject):
    """Signals carry no state: whoever listens reads `situation`.

    A self-check under way is kept here until it is finished or discarded, whether or not anything
    shows it. `kept` comes after each that was finished.
    """

    changed = Signal()
    kept = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(
        self, services: ErgonomicsServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._checks = services.checks
        self._runner = runner
        self._wording = wording
        self._on_its_way = 0
        self.situation = Situation()

    @property
    def is_settled(self) -> bool:
        """Nothing is on its way."""
        return not self._on_its_way

    @Slot()
    def look(self) -> None:
        """Read which workplaces there are."""
        self._do(partial(look, self._checks), self._on_looked, self._on_look_refused)

    def begin(self, workplace: str) -> None:
        """A new self-check; one under way gives place to it, and can be brought back."""
        self._do(partial(begun, self._checks, workplace), self._on_begun, self._on_name_refused)

    @Slot()
    def go_on(self) -> None:
        """To the self-check under way."""
        if self.situation.walk is not None:
            self._change(showing=Showing.STEPS)

    @Slot()
    def pause(self) -> None:
        """Back to all workplaces; what was answered stays."""
        self._change(showing=Showing.OVERVIEW)
        self.look()

    @Slot()
    def discard(self) -> None:
        self._change(showing=Showing.OVERVIEW, walk=None, dropped=self.situation.walk)

    @Slot()
    def bring_back(self) -> None:
        """What was discarded last is under way again."""
        if self.situation.dropped is not None:
            self._change(walk=self.situation.dropped, dropped=None, showing=Showing.STEPS)

    def pick(self, question_id: str, option_id: str) -> None:
        """Choose an answer of the step, or tick or untick a box."""
        self._walk(lambda now: walk.picked(now, question_id, option_id))

    def time(self, what: Timed, band: Band) -> None:
        self._walk(lambda now: walk.timed(now, what, band))

    @Slot()
    def forward(self) -> None:
        """To the next step; from the last one to the result."""
        now = self.situation.walk
        if now is not None and now.is_last and walk.can_go_on(now):
            self._finish(now)
        else:
            self._walk(walk.gone_on)

    @Slot()
    def back(self) -> None:
        self._walk(walk.gone_back)

    @Slot()
    def leave_open(self) -> None:
        """“I don't know”: the next step comes."""
        now = self.situation.walk
        if now is not None and now.is_last:
            self._finish(walk.not_known(now))
        else:
            self._walk(walk.not_known)

    def show_result(self, workplace: str) -> None:
        """The result of the latest self-check of *workplace*."""
        seen = self.situation.seen
        standing = seen.standing(workplace) if seen else None
        if standing is not None and standing.latest is not None:
            self._do(partial(shown, self._checks, standing.latest), self._on_shown)

    @Slot()
    def complete(self) -> None:
        """Answer what the result left open, from there on."""
        now = self.situation.result
        if now is not None:
            self._take_up(now.assessment, now.history)

    @Slot()
    def close_result(self) -> None:
        self._change(showing=Showing.OVERVIEW, result=None)
        self.look()

    def note_change(self, workplace: str) -> None:
        """Chair, desk or home is another one."""
        self._do(partial(self._checks.mark_changed, workplace), self._on_change_noted)

    def _take_up(self, assessment: Assessment, history: tuple[Assessment, ...]) -> None:
        earlier = history[1] if len(history) > 1 else None
        taken_up = walk.taken_up(assessment, earlier)
        self._change(walk=taken_up, dropped=self.situation.walk, showing=Showing.STEPS)

    def _finish(self, now: Walk) -> None:
        if self.situation.is_keeping:
            return
        self._change(walk=now, is_keeping=True)
        call = partial(kept, self._checks, now.workplace, walk.sheet_of(now))
        self._do(call, self._on_kept, self._on_not_kept)

    def _walk(self, step: Callable[[Walk], Walk]) -> None:
        now = self.situation.walk
        if now is not None and not self.situation.is_keeping:
            self._change(walk=step(now))

    def _change(self, **changes: object) -> None:
        changed = replace(self.situation, **changes)  # type: ignore[arg-type]  # fields by name
        if changed != self.situation:
            self.situation = changed
            self.changed.emit()

    def _do(
        self,
        call: Callable[[], ResultT],
        after: Callable[[ResultT], None],
        refused: Callable[[Done[ResultT]], None] | None = None,
    ) -> None:
        """*refused* takes what cannot be, in place of a notice."""

        def done(answer: Done[ResultT]) -> None:
            self._on_its_way -= 1
            if not answer.trouble:
                after(cast("ResultT", answer.result))  # None where that is its result
            elif refused is not None:
                refused(answer)
            else:
                self.warned.emit(answer.trouble)

        def failed(error: Exception) -> None:
            log.error("an act on self-checks broke", exc_info=error)
            done(Done(trouble=self._wording.say(texts.FAULT)))

        self._on_its_way += 1
        self._runner.start(partial(act, call, self._wording), owner=self, done=done, failed=failed)

    def _on_looked(self, seen: Seen) -> None:
        self._change(seen=seen, trouble="")

    def _on_look_refused(self, answer: Done[Seen]) -> None:
        self._change(trouble=answer.trouble)

    def _on_begun(self, begun_walk: Walk) -> None:
        before = self.situation.walk
        self._change(
            walk=begun_walk, dropped=before, showing=Showing.STEPS, name_trouble="", result=None
        )

    def _on_name_refused(self, answer: Done[Walk]) -> None:
        if answer.is_refused:
            self._change(name_trouble=answer.trouble)
        else:
            self.warned.emit(answer.trouble)

    def _on_kept(self, result: Shown) -> None:
        self._change(
            is_keeping=False, walk=None, dropped=None, result=result, showing=Showing.RESULT
        )
        self.kept.emit()

    def _on_not_kept(self, answer: Done[Shown]) -> None:
        self._change(is_keeping=False)
        self.warned.emit(answer.trouble)

    def _on_shown(self, result: Shown) -> None:
        self._change(result=result, showing=Showing.RESULT)

    def _on_change_noted(self, change: WorkplaceChange) -> None:
        name = workplace_name(change.workplace, self._wording)
        self.told.emit(self._wording.say(texts.NOTED_CHANGE, workplace=name))
        self.look()
