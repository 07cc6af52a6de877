"""What the window does with focus blocks: acts one after the other, and a look once a second."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from workspace_assistant.core.focus.accounting import open_gap, worked_s
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.changes import Change, applied
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.labels import CAUSES
from workspace_assistant.core.focus.model import Block, Cause, GapReason
from workspace_assistant.core.focus.recovery import RecoveryChoice
from workspace_assistant.core.focus.scribe import SET_ASIDE
from workspace_assistant.core.focus.service import Now
from workspace_assistant.ui.feature_services import FocusServices
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.jobs import Done, Glance, LogWatch, act, glance
from workspace_assistant.ui.focus.remarks import done_told, end_told, put_off_told
from workspace_assistant.ui.focus.situation import Offer, Return, Situation
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

LONG_INTERRUPTION_S = 120.0
EXTENSION_S = 600.0
_SECOND_MS = 1000
_SOONEST_MS = 300  # a second that has just begun was shown already
_LATEST_MS = 600  # acts of others are seen within a second
_BETWEEN_MS = 500
_LATE_MS = 15  # past the turn of the second, not before it
_IN_SENTENCE = {
    Answer.KEEP: texts.SPLIT_WORK,
    Answer.DISCARD: texts.SPLIT_NO_WORK,
    Answer.BREAK: texts.SPLIT_BREAK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something to do to the log.

    Attributes:
        sentence: what to say once it is done; empty for acts that their contrary takes back.
        after: what else follows from the change.
        refused: takes a refusal in place of the usual notice; gives whether it did.
    """

    call: Callable[[], Change]
    sentence: str = ""
    after: Callable[[Change], None] | None = None
    refused: Callable[[FocusError], bool] | None = None


class FocusSession(QObject):
    """Signals carry no state: whoever listens reads `situation`.

    It looks at the log once a second while somebody follows, and after each act; otherwise it
    costs nothing. `changed` comes with every look that found something else and with each second
    of an open block; `acted` after each act that was kept.
    """

    changed = Signal()
    acted = Signal()
    told = Signal(str)
    warned = Signal(str)
    untold = Signal(str)  # a sentence that holds no longer

    def __init__(
        self, services: FocusServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.services = services
        self._runner = runner
        self._wording = wording
        self._watch = LogWatch(services.version)
        self._followers: set[str] = set()
        self._waiting: deque[Act] = deque()
        self._is_acting = False
        self._is_looking = False
        self._is_stale = False
        self._earlier: list[Offer] = []  # what else can be taken back, after the offer
        self._returning = ""  # the interruption that just ended, until the log shows its end
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self.situation = Situation()

    def follow(self, who: str, *, is_following: bool) -> None:
        """Look once a second as long as anybody follows."""
        if is_following:
            self._followers.add(who)
            self.look()
        else:
            self._followers.discard(who)
            if not self._followers:
                self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look at the log now; soon again where somebody follows."""
        if self._is_looking:
            self._is_stale = True
            return
        self._is_looking, self._is_stale = True, False
        now = self.situation
        shown = (now.shown_on, now.day.today if now.day else None)
        self._runner.start(
            partial(glance, self.services, self._watch, shown),
            owner=self,
            done=partial(self._on_looked, now.shown_on),
            failed=self._on_look_failed,
        )

    def show_day(self, on: date | None) -> None:
        """Show the day *on*; None follows today."""
        self._change(shown_on=on, editing=None, conflict=None)
        self._watch.seen.clear()
        self.look()

    def start(self, plan: Plan) -> None:
        sentence = self._say(texts.STARTED, name=plan.name)
        self._change(last_plan=plan)
        self._do(
            lambda: self.services.acts.start(plan),
            sentence,
            lambda _: self._change(ended=None, came_back=None),
        )

    def pause(self, reason: GapReason = GapReason.PAUSE) -> None:
        self._do(lambda: self.services.acts.pause(reason))

    def resume(self) -> None:
        self._do(self.services.acts.resume)

    def proceed(self) -> None:
        """Pause, or go on where the clock stands still."""
        block = self.situation.block
        if block is None:
            return
        if open_gap(block) is None:
            self.pause()
        else:
            self.resume()

    def extend(self) -> None:
        self._do(lambda: self.services.acts.extend(EXTENSION_S), self._say(texts.EXTENDED))

    def stop(self) -> None:
        sentence = self._say(texts.STOPPED, name=self._name())
        self._do(self.services.acts.stop, sentence, self._on_stopped)

    def interrupt(self, cause: Cause) -> None:
        sentence = self._say(texts.INTERRUPTED, cause=self._say(CAUSES[cause]))
        self._do(
            lambda: self.services.acts.interrupt(cause),
            sentence,
            lambda _: self._change(came_back=None),
        )

    def come_back(self) -> None:
        """The interruption is over."""
        self._do(self.services.acts.back, self._say(texts.CAME_BACK), self._on_back)

    def go_on(self) -> None:
        """The thread is found again."""
        self._change(came_back=None)

    def recover(self, choice: RecoveryChoice) -> None:
        block = self.situation.block
        if block is None:
            return
        said = {
            RecoveryChoice.CONTINUE: texts.RECOVERED,
            RecoveryChoice.END: texts.RECOVERED_ENDED,
            RecoveryChoice.DISCARD: texts.DISCARDED,
        }
        self._do(
            lambda: self.services.acts.recover(choice), self._say(said[choice], name=block.name)
        )

    def repair(self) -> None:
        """Put the running block together again, which the log cannot read any more."""
        self._do(self.services.acts.repair, after=self._on_repaired)

    def answer(self, block_id: str, gap_id: str, answer: Answer) -> None:
        said = {
            Answer.KEEP: texts.ANSWERED_WORK,
            Answer.DISCARD: texts.ANSWERED_NO_WORK,
            Answer.BREAK: texts.ANSWERED_BREAK,
        }
        self._do(
            lambda: self.services.answers.answer(block_id, gap_id, answer),
            self._say(said[answer]),
        )

    def split_answer(
        self, block_id: str, gap_id: str, at: datetime, first: Answer, second: Answer
    ) -> None:
        self._do(
            lambda: self.services.answers.split(block_id, gap_id, at, first, second),
            self._say(
                texts.ANSWERED_SPLIT,
                clock=self._wording.clock(at),
                first=self._say(_IN_SENTENCE[first]),
                second=self._say(_IN_SENTENCE[second]),
            ),
        )

    def undo(self) -> None:
        """Take back what the offer is about; what was done just before it is offered next."""
        offer = self.situation.offer
        if offer is None:
            return
        earlier = self._earlier
        self._change(offer=None, ended=None, came_back=None)
        self._do(
            lambda: self.services.acts.undo(offer.change_id),
            after=lambda _: self._on_undone(earlier),
        )

    def note_unknown(self, sentences: tuple[str, ...]) -> None:
        """The watcher found out what cannot be noticed here."""
        self._change(unknown=sentences)

    def forget_offer(self) -> None:
        self._earlier = []
        if self.situation.offer is not None:
            self._change(offer=None)

    def do(self, wanted: Act) -> None:
        """Queue an act: no key that was pressed is lost, and none overtakes another."""
        self._waiting.append(wanted)
        self._act_next()

    def set_aside(self, **changes: object) -> None:
        """Change what the page alone knows: what is being edited, a conflict."""
        self._change(**changes)

    def _do(
        self,
        call: Callable[[], Change],
        sentence: str = "",
        after: Callable[[Change], None] | None = None,
    ) -> None:
        self.do(Act(call=call, sentence=sentence, after=after))

    def _act_next(self) -> None:
        if self._is_acting or not self._waiting:
            return
        self._is_acting = True
        wanted = self._waiting.popleft()
        self._runner.start(
            partial(act, wanted.call),
            owner=self,
            done=partial(self._on_done, wanted),
            failed=self._on_act_failed,
        )

    def _on_done(self, wanted: Act, done: Done) -> None:
        self._is_acting = False
        if done.change is None:
            self._on_refused(wanted, done)
        else:
            self._on_kept(wanted, done.change)
        self.look()
        self._act_next()

    def _on_kept(self, wanted: Act, change: Change) -> None:
        offer = None
        if wanted.sentence and change.differences:
            sentence = done_told(wanted.sentence, change, self._wording)
            offer = Offer(change_id=change.id, sentence=sentence)
        before = self.situation.offer
        self._earlier = [*self._earlier, before] if offer and before else []
        self._change(refused="", offer=offer)
        self.untold.emit(self._say(texts.UNDONE))  # of an act before this one
        if wanted.after is not None:
            wanted.after(change)
        if late := put_off_told(change, self._wording):
            self.warned.emit(late)
        self.acted.emit()

    def _on_undone(self, earlier: list[Offer]) -> None:
        self.told.emit(self._say(texts.UNDONE))
        if earlier:
            self._earlier = earlier[:-1]
            self._change(offer=earlier[-1])

    def _on_refused(self, wanted: Act, done: Done) -> None:
        if done.refusal is None:
            self.warned.emit(self._say(texts.NOT_SAVED, reason=done.trouble))
        elif wanted.refused is None or not wanted.refused(done.refusal):
            self.warned.emit(self._say(done.refusal.sentence, **done.refusal.parts))

    def _on_act_failed(self, error: Exception) -> None:
        log.error("an act on the time log broke", exc_info=error)
        self._is_acting = False
        self.warned.emit(self._say(texts.FAULT))
        self.look()
        self._act_next()

    def _on_stopped(self, change: Change) -> None:
        """A look in between may have shown the end already."""
        now, ids = self.situation, {one.block_id for one in change.differences}
        over = block_after(change, now.block) if now.block else None
        if over is None and now.day is not None:
            over = next((one for one in now.day.blocks if one.id in ids), None)
        self._change(ended=over, came_back=None)
        if odd := end_told(over, self._wording):
            self.told.emit(odd)

    def _on_repaired(self, change: Change) -> None:
        said = texts.WAS_SET_ASIDE if change.action == SET_ASIDE else texts.REPAIRED
        self.told.emit(self._say(said))

    def _on_back(self, change: Change) -> None:
        """By the change itself: a look in between may have shown the end already."""
        ended = [key for one in change.differences for key in one.after.get("interruptions", ())]
        self._returning = ended[0] if ended else ""
        self._welcome()

    def _name(self) -> str:
        """Of the open block, also before the log was looked at after its start."""
        if self.situation.block is not None:
            return self.situation.block.name
        return self.situation.last_plan.name if self.situation.last_plan else ""

    def _welcome(self) -> None:
        """Once the log shows the end: a next step that was written down, or after long a question.

        A short interruption without a next step is passed over.
        """
        block = self.situation.block
        if not self._returning or block is None:
            return
        for one in block.interruptions:
            if one.id == self._returning and one.ended_at is not None:
                self._returning = ""
                is_long = (one.ended_at - one.at).total_seconds() > LONG_INTERRUPTION_S
                if is_long or one.next_step:
                    self._change(came_back=Return(block_id=block.id, interruption=one))

    def _on_looked(self, shown_on: date | None, found: Glance) -> None:
        self._is_looking = False
        if found.trouble:
            self._change(trouble=self._say(found.trouble), needs_repair=found.needs_repair)
        elif found.snapshot is not None and shown_on == self.situation.shown_on:
            seen = found.snapshot
            self._change(
                now=seen.now,
                day=seen.day,
                recent=seen.recent,
                questions=seen.questions,
                frames=seen.frames,
                trouble="",
                needs_repair=False,
            )
        elif found.now is not None:
            self._see(found.now)
        self._welcome()
        self._look_again()

    def _see(self, now: Now) -> None:
        """Another second. Without an open block nothing on the page tells the time."""
        was = self.situation.now
        if now.block is not None or was is None or was.block is not None or self.situation.trouble:
            self._change(now=now, trouble="", needs_repair=False)
        else:
            self.situation = replace(self.situation, now=now)

    def _on_look_failed(self, error: Exception) -> None:
        log.error("the time log could not be read", exc_info=error)
        self._is_looking = False
        self._change(trouble=self._say(texts.FAULT), needs_repair=False)
        self._look_again()

    def _look_again(self) -> None:
        if self._is_stale:
            self.look()
        elif self._followers:
            self._timer.start(_until_next_second_ms(self.situation.now))

    def _change(self, **changes: object) -> None:
        changed = replace(self.situation, **changes)  # type: ignore[arg-type]  # fields by name
        if changed != self.situation:
            self.situation = changed
            self.changed.emit()

    def _say(self, sentence: str, **parts: str) -> str:
        return self._wording.say(sentence, **parts)


def block_after(change: Change, block: Block) -> Block | None:
    """*block* as *change* left it; None where it is gone, or was not as it was thought to be."""
    for one in change.differences:
        if one.block_id == block.id:
            try:
                return applied(one, block)
            except FocusError:
                return None
    return block


def _until_next_second_ms(now: Now | None) -> int:
    """Look when the next second begins on the block's own clock, and once between."""
    block = now.block if now else None
    if now is None or block is None:
        return _BETWEEN_MS
    past_ms = int(worked_s(block, now.at) * _SECOND_MS) % _SECOND_MS
    left_ms = _SECOND_MS - past_ms + _LATE_MS
    return left_ms if _SOONEST_MS <= left_ms <= _LATEST_MS else _BETWEEN_MS
