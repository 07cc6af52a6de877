"""Whatever happens in whatever order: each break has one outcome, alone, and never in a call."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.fakes.break_desk import BreakDesk
from workspace_assistant.core.breaks.attendance import PRESENT_S
from workspace_assistant.core.breaks.claiming import BEAT_S
from workspace_assistant.core.breaks.counting import tally
from workspace_assistant.core.breaks.model import (
    Act,
    BreakKind,
    BreakRecord,
    BreakStanding,
    KindSettings,
    Modes,
    Outcome,
    Settings,
)
from workspace_assistant.core.breaks.ports import Attention

STRETCHES_S = st.sampled_from([5.0, 30.0, 60.0, 175.0, 185.0, 295.0, 305.0, 900.0, 1800.0])
LONG_S = st.sampled_from([10.0, 55.0, 120.0, 3600.0, 3 * 86_400.0])
CLOCK_STEPS_S = st.sampled_from([-7200.0, -3600.0, -1.0, 0.2, 30.0, 3600.0])
FLAGS = st.sampled_from([True, False, None])
KINDS = Settings(
    micro=KindSettings(is_on=True, work_s=600.0, length_s=30.0),
    rest=KindSettings(is_on=True, work_s=1800.0, length_s=300.0),
    daily_limit_s=7200.0,
)


class CarefulDesk(BreakDesk):
    """Sees to it at every look that nobody is spoken to in a call."""

    def look(self) -> BreakStanding:
        standing = super().look()
        if self.calls.answer:
            assert self.offers.on_screen is None, "a break is offered in a call"
        return standing


class BreakMachine(RuleBasedStateMachine):
    """What can happen at a desk, and what a person does with breaks."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = CarefulDesk()
        self.desk.choices.chosen = KINDS
        self.begun_at = self.desk.clock.wall_at
        self.lived_s = 0.0  # true time since the beginning, on a clock that nobody sets

    @initialize(idle=st.sampled_from([0.0, None]), tells_sleep=st.booleans())
    def sit_down(self, idle: float | None, tells_sleep: bool) -> None:
        self.desk.presence.idle_s = idle
        self.desk.clock.awake_s = 1000.0 if tells_sleep else None
        self.begin_shift(4)

    # What the person does

    @rule(act=st.sampled_from(Act))
    def answer(self, act: Act) -> None:
        self.desk.act(act)

    @rule(planned_s=st.none() | st.sampled_from([300.0, 3000.0]))
    def begin_block(self, planned_s: float | None) -> None:
        self.desk.work_at.block_from_s = self.desk.clock.elapsed_s
        self.desk.work_at.block_planned_s = planned_s

    @rule()
    def end_block(self) -> None:
        self.desk.work_at.block_from_s = None

    @rule(hours=st.sampled_from([1, 4, 9]))
    def begin_shift(self, hours: int) -> None:
        ends_at = self.desk.clock.wall_at + timedelta(hours=hours)
        self.desk.work_at.shift_ends_at = ends_at
        self.desk.look()

    @rule()
    def end_shift(self) -> None:
        self.desk.work_at.shift_ends_at = None
        self.desk.look()

    @rule(length_s=st.sampled_from([None, 60.0, 3600.0]))
    def be_quiet(self, length_s: float | None) -> None:
        self.desk.service.quiet(length_s)

    @rule(length_s=st.sampled_from([None, 60.0, 1800.0]))
    def read(self, length_s: float | None) -> None:
        self.desk.service.reading(length_s)

    @rule(is_strict=st.booleans(), has_micro=st.booleans(), has_limit=st.booleans())
    def choose(self, is_strict: bool, has_micro: bool, has_limit: bool) -> None:
        self.desk.choices.chosen = replace(
            KINDS,
            is_strict=is_strict,
            micro=replace(KINDS.micro, is_on=has_micro),
            daily_limit_s=7200.0 if has_limit else None,
        )

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

    @rule(seconds=STRETCHES_S)
    def call(self, seconds: float) -> None:
        self.desk.call(seconds)
        self.lived_s += seconds

    @rule(seconds=STRETCHES_S)
    def work_where_calls_are_unknown(self, seconds: float) -> None:
        self.desk.calls.answer = None
        self.work(seconds)
        self.desk.calls.answer = False

    @rule(full=FLAGS, silent=FLAGS)
    def ask_for_silence(self, full: bool | None, silent: bool | None) -> None:
        self.desk.attention.seen = Attention(is_full_screen=full, is_do_not_disturb=silent)

    @rule(seconds=LONG_S)
    def sleep(self, seconds: float) -> None:
        self.desk.sleep(seconds)
        self.lived_s += seconds

    @rule(seconds=LONG_S)
    def hang(self, seconds: float) -> None:
        """Our own program is stopped for a while, and goes on."""
        self.desk.unseen(seconds)
        self.lived_s += seconds
        self.desk.look()

    @rule(seconds=CLOCK_STEPS_S)
    def set_clock(self, seconds: float) -> None:
        self.desk.clock.step_wall(seconds)

    @rule(seconds=LONG_S)
    def kill(self, seconds: float) -> None:
        self.lose_little()
        self.desk.unseen(seconds)
        self.lived_s += seconds
        self.desk.new_program()
        self.desk.look()

    @rule(seconds=LONG_S)
    def cut_the_power(self, seconds: float) -> None:
        self.lose_little()
        self.desk.clock.reboot(seconds)
        self.lived_s += seconds
        self.desk.new_program()
        self.desk.look()

    @rule()
    def fill_the_disk_for_a_while(self) -> None:
        self.desk.store.is_full = True
        self.work(60.0)
        self.desk.store.is_full = False
        self.work(5.0)

    # What must hold

    @invariant()
    def each_break_has_one_outcome(self) -> None:
        counted = tally(self.desk.records())
        assert sum(counted.outcomes.values()) + counted.open == counted.due
        assert counted.open <= 1

    @invariant()
    def never_two_at_once(self) -> None:
        for one, other in pairwise(self.desk.records()):
            assert one.ended_at is not None
            assert one.ended_at <= other.due_at

    @invariant()
    def what_is_told_of_a_break_is_so(self) -> None:
        for record in self.desk.records():
            assert not _faults(record, is_seen=self.desk.presence.idle_s is not None)

    @invariant()
    def stretches_lie_apart(self) -> None:
        stretches = sorted(self.desk.store.stretches.values(), key=lambda one: one.started_at)
        for one, other in pairwise(stretches):
            assert one.ended_at <= other.started_at
        assert sum(one.length_s for one in stretches) <= self.lived_s + 1e-5

    @invariant()
    def modes_end_by_themselves(self) -> None:
        modes = self.desk.standing.modes
        latest = self.desk.clock.wall_at + timedelta(hours=12)
        assert all(until is None or until <= latest for until in _untils(modes))

    # Tools

    def lose_little(self) -> None:
        """What a kill loses of activity is what became known since the last beat."""
        state = self.desk.watcher.state
        if state is None or state.stretch is None:
            return
        kept = self.desk.store.stretches.get(state.stretch.id)
        lost_from = state.stretch.started_at if kept is None else kept.ended_at
        lost_s = (state.stretch.ended_at - lost_from).total_seconds()
        assert lost_s <= BEAT_S + PRESENT_S


def _untils(modes: Modes) -> tuple[datetime | None, ...]:
    return modes.quiet_until, modes.reading_until


def _faults(record: BreakRecord, *, is_seen: bool) -> list[str]:
    """What cannot be. Where input cannot be seen, a break is one by its time alone."""
    is_limit = record.kind is BreakKind.DAILY_LIMIT
    half_s = 0.0 if is_limit or not is_seen else record.length_s / 2
    is_rested = record.outcome in {Outcome.TAKEN, Outcome.SHORTENED}
    needs_s = {True: half_s, False: 0.0}[is_rested]
    if record.outcome is Outcome.NATURAL and not is_limit:
        needs_s = record.length_s
    faults = {
        "too little rest": record.rest_s < needs_s - 1e-5,
        "postponed too often": record.postponed_count > KINDS.longest_postponing,
        "open and over": (record.outcome is None) != (record.ended_at is None),
        "nobody began it": record.outcome is Outcome.TAKEN and record.began_at is None,
        "over before it was due": record.ended_at is not None and record.ended_at < record.due_at,
        "skipped without a reason": record.outcome is Outcome.SKIPPED and not record.reason,
        "blocked without a reason": record.outcome is Outcome.BLOCKED and not record.reason,
    }
    return [fault for fault, is_so in faults.items() if is_so]


TestAnyBreaks = BreakMachine.TestCase
TestAnyBreaks.settings = settings(max_examples=60, stateful_step_count=40, derandomize=True)
