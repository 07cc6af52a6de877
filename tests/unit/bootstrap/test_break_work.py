"""The shift and the block that the watch over breaks goes by."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.focus import CountingId, FakeClock, MemoryFocusLog
from workspace_assistant.bootstrap.break_work import LoggedWork
from workspace_assistant.bootstrap.breaks import break_service, shift_left_s
from workspace_assistant.bootstrap.shifts import shift_service
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.errors import UnreadableBlockError
from workspace_assistant.core.focus.service import FocusService
from workspace_assistant.core.shifts.drafts import ShiftDraft
from workspace_assistant.core.shifts.model import Place, Shift
from workspace_assistant.core.spans import Span


class Office:
    """A log, a plan, and how often each was read."""

    def __init__(self) -> None:
        self.clock, self.log = FakeClock(), MemoryFocusLog()
        self.person = FocusService(self.log, self.clock, CountingId(), "window")
        self.plan: tuple[Shift, ...] = ()
        self.reads = 0
        self.work = LoggedWork(
            focus=self.log,
            clock=self.clock,
            shifts=self.shifts,
            now=lambda: self.clock.wall_at,
            monotonic_s=lambda: self.clock.elapsed_s,
        )

    def shifts(self, span: Span) -> tuple[Shift, ...]:
        self.reads += 1
        return tuple(one for one in self.plan if one.span.overlaps(span))

    def planned(self, from_h: float, to_h: float) -> Shift:
        at = self.clock.wall_at
        return Shift(
            id="s",
            starts_at=at + timedelta(hours=from_h),
            ends_at=at + timedelta(hours=to_h),
            time_zone="Europe/Madrid",
            utc_offset_s=3600,
            place=Place.HOME,
            source_id="hand",
            uid="s",
        )


def test_the_shift_that_runs_and_the_one_to_come() -> None:
    office = Office()
    office.plan = (office.planned(-1, 3),)
    assert office.work.shift_left_s() == 3 * 3600.0
    assert office.work.next_shift_s() is None
    later = Office()
    later.plan = (later.planned(2, 3),)
    assert later.work.shift_left_s() is None
    assert later.work.next_shift_s() == 2 * 3600.0


def test_the_plan_is_read_once_a_minute_or_when_something_was_written() -> None:
    office = Office()
    for _ in range(3):
        office.work.shift_left_s()
        office.work.open_block()
    assert office.reads == 1
    office.person.start(Plan(name="Queue"))
    office.work.open_block()
    assert office.reads == 2
    office.clock.advance(60)
    office.work.next_shift_s()
    assert office.reads == 3
    office.work.forget()
    office.work.next_shift_s()
    assert office.reads == 4


def test_an_open_block_and_how_much_of_it_is_left() -> None:
    office = Office()
    assert office.work.open_block() is None
    office.person.start(Plan(name="Queue", planned_s=3000.0))
    office.clock.advance(600)
    block = office.work.open_block()
    assert block is not None
    assert (block.runs_s, block.left_s) == (600.0, 2400.0)


def test_a_block_without_a_plan_has_no_end_and_a_paused_one_is_over() -> None:
    office = Office()
    office.person.start(Plan(name="Queue"))
    office.clock.advance(600)
    flowing = office.work.open_block()
    assert flowing is not None
    assert flowing.left_s is None
    office.person.pause()
    paused = office.work.open_block()
    assert paused is not None
    assert paused.left_s == 0.0


def test_a_block_that_cannot_be_read_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office()
    office.person.start(Plan(name="Queue"))

    def fail(_: object) -> None:
        raise UnreadableBlockError("It cannot be read.")

    with office.log.reading() as reader:
        monkeypatch.setattr(type(reader), "open_block", fail)
    assert office.work.open_block() is None


def test_the_command_line_knows_when_the_running_shift_ends(tmp_path: Path) -> None:
    shifts = shift_service(tmp_path)
    now = datetime.now(UTC)
    assert shift_left_s(shifts, now) is None
    ends_at = now + timedelta(hours=1)
    shifts.add(ShiftDraft(starts_at=now - timedelta(hours=7), ends_at=ends_at))
    assert shift_left_s(shifts, now) == pytest.approx(3600.0, abs=60.0)
    assert shift_left_s(shifts, ends_at + timedelta(minutes=1)) is None
    left_s = break_service(tmp_path).shift_left_s()
    assert left_s is not None
    assert left_s <= 3600.0
