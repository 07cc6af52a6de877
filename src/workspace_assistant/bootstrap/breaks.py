"""Breaks on the database and the choices of a data directory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from workspace_assistant.adapters.files.break_choices import BreakChoices
from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.present_zone import present_zone
from workspace_assistant.bootstrap.shifts import shift_service
from workspace_assistant.core.breaks.ports import Reading
from workspace_assistant.core.breaks.service import BreakService
from workspace_assistant.core.days import day_of, day_span
from workspace_assistant.core.shifts.schedule import current
from workspace_assistant.core.shifts.service import ShiftService
from workspace_assistant.core.spans import Span

# Every shift that runs now overlaps this much around now.
_NEAR = timedelta(days=2)


@dataclass(slots=True)
class BreakClock:
    """Implements the port `Clock`: the day is asked each look, and seldom another one."""

    clock: SystemFocusClock
    _day: date | None = None
    _span: Span | None = None

    def read(self) -> Reading:
        return self.clock.read()

    def day(self, at: datetime) -> date:
        if self._day is None or self._span is None or not self._span.holds(at):
            self._day, self._span = day_of(at, present_zone()), self.day_span(at)
        return self._day

    def day_span(self, at: datetime) -> Span:
        zone = present_zone()
        return day_span(day_of(at, zone), zone)


def break_service(data_dir: Path) -> BreakService:
    """The file is opened by the first method that needs it."""
    return BreakService(
        store=SqliteBreakStore(Database(data_dir / DATABASE_NAME)),
        choices=BreakChoices(data_dir),
        clock=BreakClock(SystemFocusClock()),
        shift_left_s=lambda: shift_left_s(shift_service(data_dir), datetime.now(UTC)),
        new_id=new_id,
    )


def shift_left_s(shifts: ShiftService, now: datetime) -> float | None:
    """Until the running shift ends; None outside shifts. Raises `StoreUnavailableError`."""
    running = current(shifts.between(Span(now - _NEAR, now + _NEAR)), now)
    return None if running is None else (running.ends_at - now).total_seconds()


def new_id() -> str:
    return uuid4().hex
