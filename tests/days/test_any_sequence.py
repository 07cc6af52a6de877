"""Whatever happens in whatever order, the log adds up and loses nothing that was told as saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.unit.core.focus.desk import Desk
from workspace_assistant.core.focus.accounting import away_s, span_s, worked_s
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.answer_service import AnswerService
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.changes import Change, applied
from workspace_assistant.core.focus.correction_service import CorrectionService
from workspace_assistant.core.focus.corrections import BlockDraft, BlockEdit, span_of
from workspace_assistant.core.focus.draft import EVER, kept
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.gaps import GapDraft
from workspace_assistant.core.focus.interruptions import InterruptionDraft
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Block, Cause, GapReason
from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.core.focus.ports import FocusWriter
from workspace_assistant.core.focus.recovery import OVERDUE_AFTER_S, RecoveryChoice
from workspace_assistant.core.focus.scribe import Scribe
from workspace_assistant.core.focus.undoing import undone
from workspace_assistant.core.focus.watch_service import Standing

STRETCHES_S = st.sampled_from([5.0, 60.0, 295.0, 305.0, 900.0])
LONG_S = st.sampled_from([10.0, 120.0, 3600.0, 3 * 86_400.0])
CLOCK_STEPS_S = st.sampled_from([-90_000.0, -3600.0, -1.0, 0.2, 30.0, 3600.0, 200_000.0])
SHARES = st.floats(0.0, 1.0)


class DeskMachine(RuleBasedStateMachine):
    """What can happen to a running block, and what a person does with it."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.lived_s = 0.0  # true time since the beginning, on a clock that nobody sets
        self.told: list[Change] = []  # what the person was told is saved

    @initialize(idle=st.sampled_from([0.0, None]))
    def sit_down(self, idle: float | None) -> None:
        self.desk.presence.idle_s = idle

    # What the person does

    @rule(planned_s=st.none() | st.sampled_from([300.0, 3000.0]))
    def start(self, planned_s: float | None) -> None:
        self.act(lambda: self.desk.person.start(Plan(name="Work", planned_s=planned_s)))

    @rule(reason=st.sampled_from([GapReason.PAUSE, GapReason.BREAK]))
    def pause(self, reason: GapReason) -> None:
        self.act(lambda: self.desk.person.pause(reason))

    @rule()
    def resume(self) -> None:
        self.act(self.desk.person.resume)

    @rule(by_s=st.sampled_from([-600.0, 600.0]))
    def extend(self, by_s: float) -> None:
        self.act(lambda: self.desk.person.extend(by_s))

    @rule(cause=st.sampled_from(Cause))
    def interrupt(self, cause: Cause) -> None:
        self.act(lambda: self.desk.person.interrupt(cause))

    @rule()
    def come_back(self) -> None:
        self.act(self.desk.person.back)

    @rule()
    def stop(self) -> None:
        self.act(self.desk.person.stop)

    @rule(choice=st.sampled_from(RecoveryChoice))
    def recover(self, choice: RecoveryChoice) -> None:
        self.act(lambda: self.desk.person.recover(choice))

    @rule(answer=st.sampled_from([Answer.DISCARD, Answer.BREAK]), share=SHARES)
    def answer(self, answer: Answer, share: float) -> None:
        self.answer_with(answer, share)

    @rule()
    def undo_last(self) -> None:
        self.undo_with(self.desk.person.undo_last)

    @rule(share=SHARES)
    def undo_any(self, share: float) -> None:
        number = 1 + int(share * len(self.desk.log.kept.changes))
        self.undo_with(lambda: self.desk.person.undo(number))

    @rule(share=SHARES)
    def undo_beside_the_log(self, share: float) -> None:
        """As a large import is taken back: worked out on a view, then kept in one go."""
        person = self.desk.person
        number = 1 + int(share * len(self.desk.log.kept.changes))

        def take_back(log: FocusWriter) -> Change:
            return undone(Scribe(log, person.clock.read(), person.new_id, "window"), number)

        self.undo_with(lambda: kept(person.log, EVER, take_back))

    @precondition(lambda self: self.blocks())
    @rule(which=SHARES, start=SHARES, end=SHARES)
    def add_gap(self, which: float, start: float, end: float) -> None:
        """A pause that was forgotten."""
        blocks = self.blocks()
        block = blocks[int(which * (len(blocks) - 1))]
        length = self.now_of(block) - block.started_at
        draft = GapDraft(
            started_at=block.started_at + start * length, ended_at=block.started_at + end * length
        )
        self.act(lambda: self.corrections.add_gap(block.id, draft))

    @precondition(lambda self: self.running() is not None)
    @rule(back_s=st.sampled_from([0.0, 60.0]))
    def end_by_the_clock(self, back_s: float) -> None:
        """Whoever looks at the wall knows no other time."""
        running = self.running()
        assert running is not None
        edit = BlockEdit(ended_at=self.desk.clock.wall_at - timedelta(seconds=back_s))
        self.act(lambda: self.corrections.edit(running.id, edit))

    @precondition(lambda self: self.running() is not None)
    @rule(back_s=st.sampled_from([0.0, 60.0]))
    def add_interruption_by_the_clock(self, back_s: float) -> None:
        running, now = self.running(), self.desk.clock.wall_at
        assert running is not None
        draft = InterruptionDraft(
            cause=Cause.DOOR, at=now - timedelta(seconds=back_s), ended_at=now
        )
        self.act(lambda: self.corrections.add_interruption(running.id, draft))

    # What happens

    @rule(seconds=STRETCHES_S)
    def work(self, seconds: float) -> None:
        self.desk.work(seconds)
        self.lived_s += seconds

    @rule(seconds=STRETCHES_S)
    def sit_still(self, seconds: float) -> None:
        self.desk.quiet(seconds)
        self.lived_s += seconds

    @rule(seconds=STRETCHES_S)
    def lock(self, seconds: float) -> None:
        self.desk.presence.is_locked = True
        self.sit_still(seconds)
        self.desk.presence.is_locked = False

    @rule(seconds=STRETCHES_S, answer=st.sampled_from([True, None]))
    def call(self, seconds: float, answer: bool | None) -> None:
        self.desk.calls.answer = answer
        self.sit_still(seconds)
        self.desk.calls.answer = False

    @rule(seconds=LONG_S, is_announced=st.booleans())
    def sleep(self, seconds: float, is_announced: bool) -> None:
        self.desk.sleep(seconds, is_announced=is_announced)
        self.lived_s += seconds

    @rule(seconds=LONG_S)
    def hang(self, seconds: float) -> None:
        """Our own program is stopped for a while, and goes on."""
        self.desk.unseen(seconds)
        self.lived_s += seconds

    @rule(seconds=CLOCK_STEPS_S)
    def set_clock(self, seconds: float) -> None:
        self.desk.clock.step_wall(seconds)

    @rule(seconds=LONG_S)
    def kill(self, seconds: float) -> None:
        self.desk.unseen(seconds)
        self.lived_s += seconds
        self.new_program()

    @rule(seconds=LONG_S)
    def cut_the_power(self, seconds: float) -> None:
        self.desk.clock.reboot(seconds)
        self.lived_s += seconds
        self.new_program()

    @rule()
    def look(self) -> None:
        self.desk.look()

    # What must hold

    @invariant()
    def blocks_are_sound_and_apart(self) -> None:
        blocks = sorted(self.blocks(), key=lambda one: (one.started_at, span_of(one).end))
        assert not [fault for block in blocks for fault in faults(block)]
        assert sum(block.is_open for block in blocks) <= 1
        over = [block for block in blocks if not block.is_open]
        for one, other in pairwise(over):
            assert span_of(one).end <= other.started_at

    @invariant()
    def parts_sum_to_the_span(self) -> None:
        for block in self.blocks():
            now = self.now_of(block)
            parts_s = worked_s(block, now) + away_s(block, now)
            assert abs(parts_s - span_s(block, now)) < 1e-5

    @invariant()
    def the_change_log_tells_the_whole_log(self) -> None:
        """Played from the start it gives every block as it is: nothing was changed untold."""
        played: dict[str, Block] = {}
        for change in self.desk.log.kept.changes:
            for one in change.differences:
                after = applied(one, played.get(one.block_id))
                played.pop(one.block_id, None)
                if after is not None:
                    played[one.block_id] = after
        assert played == dict(self.desk.log.kept.blocks)

    @invariant()
    def nothing_that_was_told_is_lost(self) -> None:
        kept = {change.id: change for change in self.desk.log.kept.changes}
        assert all(kept[change.id] == change for change in self.told)

    # Tools

    def act(self, act: Callable[[], Change]) -> None:
        """What makes no sense is refused by a sentence, and then nothing has changed."""
        before = self.desk.log.kept
        try:
            change = act()
        except FocusError:
            assert self.desk.log.kept == before
        else:
            self.told.append(change)

    def undo_with(self, undo: Callable[[], Change]) -> None:
        """No gap that anybody would notice becomes work, or back, without a question."""
        before = {block.id: block for block in self.blocks()}
        done = len(self.told)
        self.act(undo)
        if len(self.told) == done or self.is_about_answer(self.told[-1]):
            return
        for block in self.blocks():
            old = before.get(block.id)
            if old is not None and span_of(old) == span_of(block):
                more_s = worked_s(block, self.now_of(block)) - worked_s(old, self.now_of(block))
                assert more_s <= OVERDUE_AFTER_S * len(old.gaps) + 1e-5

    def is_about_answer(self, change: Change) -> bool:
        while change.undoes is not None:
            change = self.desk.log.kept.changes[change.undoes - 1]
        return change.action.startswith("answer-")

    def answer_with(self, answer: Answer, share: float) -> None:
        desk = self.desk
        service = AnswerService(desk.log, desk.clock, desk.new_id, "window")
        question = next(iter(service.questions()), None)
        if question is None or question.gap.ended_at is None:
            return
        block_id, gap = question.block.id, question.gap
        at = gap.started_at + share * (question.gap.ended_at - gap.started_at)
        if gap.started_at < at < question.gap.ended_at:
            self.act(lambda: service.split(block_id, gap.id, at, answer, Answer.DISCARD))
        else:
            self.act(lambda: service.answer(block_id, gap.id, answer))

    @property
    def corrections(self) -> CorrectionService:
        desk = self.desk
        return CorrectionService(desk.log, desk.clock, desk.new_id, "window")

    def running(self) -> Block | None:
        return next((block for block in self.blocks() if block.is_open), None)

    def new_program(self) -> None:
        self.desk.standing = Standing()
        self.desk.name += "'"

    def blocks(self) -> list[Block]:
        return list(self.desk.log.kept.blocks.values())

    def now_of(self, block: Block) -> datetime:
        return block.ended_at or self.desk.person.now().proven_at


class TruthMachine(DeskMachine):
    """Without corrections no second counts twice: all work together is no longer than life was."""

    @invariant()
    def no_second_counts_twice(self) -> None:
        worked = sum(worked_s(block, self.now_of(block)) for block in self.blocks())
        assert worked <= self.lived_s + 1e-5


class CorrectionMachine(DeskMachine):
    """The same, and everything may be corrected and taken back at any time."""

    @rule(answer=st.sampled_from(Answer), share=SHARES)
    def keep(self, answer: Answer, share: float) -> None:
        self.answer_with(answer, share)

    @rule(back_s=LONG_S, lasting_s=STRETCHES_S, choice=st.sampled_from(OverlapChoice))
    def add(self, back_s: float, lasting_s: float, choice: OverlapChoice) -> None:
        start = self.desk.clock.wall_at - timedelta(seconds=back_s)
        draft = BlockDraft(
            name="Added", started_at=start, ended_at=start + timedelta(seconds=lasting_s)
        )
        self.act(lambda: self.corrections.add(draft, choice))

    @precondition(lambda self: self.blocks())
    @rule(
        share=SHARES,
        start_s=st.none() | st.integers(-600, 600),
        end_s=st.none() | st.integers(-600, 600),
        choice=st.sampled_from(OverlapChoice),
    )
    def edit(
        self, share: float, start_s: int | None, end_s: int | None, choice: OverlapChoice
    ) -> None:
        block = self.some_block(share)
        end = block.ended_at or self.desk.clock.wall_at
        edit = BlockEdit(
            name="Edited",
            started_at=None if start_s is None else block.started_at + timedelta(seconds=start_s),
            ended_at=None if end_s is None else end + timedelta(seconds=end_s),
        )
        self.act(lambda: self.corrections.edit(block.id, edit, choice))

    @precondition(lambda self: self.blocks())
    @rule(share=SHARES, where=SHARES)
    def split(self, share: float, where: float) -> None:
        block = self.some_block(share)
        end = block.ended_at or self.desk.person.now().proven_at
        at = block.started_at + where * (end - block.started_at)
        self.act(lambda: self.corrections.split(block.id, at))

    @precondition(lambda self: len(self.blocks()) > 1)
    @rule(share=SHARES, count=st.integers(2, 3))
    def merge(self, share: float, count: int) -> None:
        blocks = sorted(self.blocks(), key=lambda one: one.started_at)
        first = int(share * (len(blocks) - 1))
        ids = [block.id for block in blocks[first : first + count]]
        self.act(lambda: self.corrections.merge(*ids))

    @precondition(lambda self: self.blocks())
    @rule(share=SHARES)
    def delete(self, share: float) -> None:
        block = self.some_block(share)
        self.act(lambda: self.corrections.delete(block.id))

    @precondition(lambda self: self.blocks())
    @rule(share=SHARES, where=SHARES)
    def add_interruption(self, share: float, where: float) -> None:
        block = self.some_block(share)
        end = block.ended_at or self.desk.person.now().proven_at
        at = block.started_at + where * (end - block.started_at)
        draft = InterruptionDraft(cause=Cause.DOOR, at=at)
        self.act(lambda: self.corrections.add_interruption(block.id, draft))

    @precondition(lambda self: self.blocks())
    @rule(share=SHARES)
    def delete_interruption(self, share: float) -> None:
        block = self.some_block(share)
        ids = [one.id for one in block.interruptions] or [""]
        self.act(lambda: self.corrections.delete_interruption(block.id, ids[0]))

    def some_block(self, share: float) -> Block:
        blocks = sorted(self.blocks(), key=lambda one: (one.started_at, one.id))
        return blocks[min(int(share * len(blocks)), len(blocks) - 1)]


# The same sequences each time: a gate must not fail by chance. Longer searches are done by hand.
_MANY = settings(max_examples=60, stateful_step_count=40, derandomize=True)
TestTruth = TruthMachine.TestCase
TestTruth.settings = _MANY
TestCorrections = CorrectionMachine.TestCase
TestCorrections.settings = _MANY
