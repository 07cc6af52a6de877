"""The services of the time log on one log in memory, with a clock that the test moves."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.fakes.focus import CountingId, FakeClock, MemoryFocusLog
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.answer_service import AnswerService
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.correction_service import CorrectionService
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import Heartbeat
from workspace_assistant.core.focus.service import FocusService


@dataclass
class Day:
    """One computer on one day."""

    clock: FakeClock = field(default_factory=FakeClock)
    log: MemoryFocusLog = field(default_factory=MemoryFocusLog)
    new_id: CountingId = field(default_factory=CountingId)

    @property
    def acts(self) -> FocusService:
        return FocusService(self.log, self.clock, self.new_id, "window")

    @property
    def corrections(self) -> CorrectionService:
        return CorrectionService(self.log, self.clock, self.new_id, "window")

    @property
    def answers(self) -> AnswerService:
        return AnswerService(self.log, self.clock, self.new_id, "window")

    @property
    def running(self) -> Block:
        block = self.acts.now().block
        assert block is not None
        return block

    @property
    def blocks(self) -> list[Block]:
        """All of them, in order, and sound."""
        every = sorted(self.log.kept.blocks.values(), key=lambda one: one.started_at)
        assert not any(faults(one) for one in every)
        return every

    def start(self, name: str = "Refund queue", planned_s: float | None = None) -> Change:
        return self.acts.start(Plan(name=name, planned_s=planned_s))

    def log_block(self, name: str, minutes: float) -> Block:
        """A block of that length that ends now."""
        self.start(name)
        self.clock.advance(60 * minutes)
        change = self.acts.stop()
        return self.log.kept.blocks[change.differences[0].block_id]

    def beat(self) -> None:
        """Somebody watches."""
        now = self.acts.now()
        with self.log.writing() as log:
            log.beat(
                Heartbeat(
                    block_id=self.running.id,
                    at=now.at,
                    reading=self.clock.read(),
                    watcher="w",
                    watcher_kind="keeper",
                    last_active_at=now.at,
                )
            )

    def worked_min(self, block: Block) -> float:
        return worked_s(block, self.acts.now().at) / 60

    def actions(self) -> list[str]:
        return [change.action for change in self.log.kept.changes]
