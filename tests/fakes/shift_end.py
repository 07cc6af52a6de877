"""Questions at the edges of shifts, on a computer whose calls, blocks and clock a test sets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from tests.fakes.check_in import CheckInDesk, planned
from tests.fakes.ergonomics import ErgonomicsDesk
from tests.fakes.preshift import FakeDesktop, FakeTurn, MemoryWhyLog
from workspace_assistant.core.check_in.model import PlannedShift
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.shift_end.asker import Asker
from workspace_assistant.core.shift_end.check_in_question import CheckInQuestion
from workspace_assistant.core.shift_end.self_check_question import SelfCheckQuestion
from workspace_assistant.core.text import in_english

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
SHIFT = planned("monday", START, 8)
END = SHIFT.span.end
MINUTE = timedelta(minutes=1)


@dataclass
class EdgesDesk:
    """Attributes: `is_in_block` is whether a focus block is open; `rings` ended waits."""

    check_ins: CheckInDesk = field(default_factory=lambda: CheckInDesk(at=START, shifts=(SHIFT,)))
    workplaces: ErgonomicsDesk = field(default_factory=ErgonomicsDesk)
    why_log: MemoryWhyLog = field(default_factory=MemoryWhyLog)
    desktop: FakeDesktop = field(default_factory=FakeDesktop)
    turn: FakeTurn = field(default_factory=FakeTurn)
    is_in_block: bool = False
    rings: int = 0
    readings: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ctx = JobContext(self._keep)

    def check_in(self) -> CheckInQuestion:
        """One program; several share what is kept."""
        return CheckInQuestion(
            check_ins=self.check_ins.service,
            asker=self._asker(),
            in_block=lambda: self.is_in_block,
            say=in_english,
            ring=self._ring,
        )

    def self_check(self) -> SelfCheckQuestion:
        """One program; several share what is kept."""
        service = self.check_ins.service
        return SelfCheckQuestion(
            due=replace(self.workplaces.service(), now=service.now).due,
            shifts_between=service.shifts_between,
            asker=self._asker(),
            in_call=service.in_call,
            in_block=lambda: self.is_in_block,
            zone=service.zone,
            now=service.now,
            say=in_english,
        )

    def at(self, instant: datetime) -> EdgesDesk:
        self.check_ins.at = instant
        return self

    def plan(self, *shifts: PlannedShift) -> None:
        self.check_ins.shifts = shifts

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """What the why-log says, oldest first: about, outcome and reason."""
        return [(one.about, one.outcome.value, one.reason) for one in self.why_log.entries]

    @property
    def reasons(self) -> list[str]:
        return [reason for _, _, reason in self.lines]

    def _asker(self) -> Asker:
        reminders = ReminderService(
            why_log=self.why_log, notifier=self.desktop, now=self.check_ins.service.now
        )
        return Asker(reminders=reminders, turn=self.turn)

    def _ring(self) -> None:
        self.rings += 1

    def _keep(self, progress: Progress) -> None:
        self.readings.append(progress.reading)
