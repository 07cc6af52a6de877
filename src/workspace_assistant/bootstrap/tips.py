"""Tips on the database of a data directory.

What looks at calls and gathers facts is imported when it is asked; the catalog is read once for
each program.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from workspace_assistant.adapters.files.tips_catalog import read_tips, shipped_files
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.adapters.sqlite.tip_log import SqliteTipLog
from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.present_zone import present_zone
from workspace_assistant.core.days import day_of
from workspace_assistant.core.facts.model import Facts
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.reminders.ways import FirstThatShows
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import Say, in_english
from workspace_assistant.core.tips.model import Period, Tip
from workspace_assistant.core.tips.service import TipService

_MOMENT = timedelta(microseconds=1)


def tip_service(data_dir: Path, say: Say = in_english) -> TipService:
    """The files are opened by the first method that needs them. Everything of it blocks."""
    database = Database(data_dir / DATABASE_NAME)

    def facts() -> Facts:
        from workspace_assistant.bootstrap.facts import facts_now

        return facts_now(data_dir)

    return TipService(
        catalog=shipped_tips,
        facts=facts,
        log=SqliteTipLog(database),
        circumstances=SystemCircumstances(database),
        reminders=ReminderService(
            why_log=SqliteWhyLog(database), notifier=FirstThatShows([]), now=_now
        ),
        say=say,
    )


@cache
def shipped_tips() -> tuple[Tip, ...]:
    return read_tips(shipped_files())


class SystemCircumstances:
    """Implements the port `Circumstances` of tips."""

    def __init__(self, database: Database) -> None:
        self._shifts, self._blocks = SqliteShiftStore(database), SqliteFocusLog(database)

    def now(self) -> datetime:
        return _now()

    def period(self, now: datetime, /) -> Period:
        with self._shifts.reading() as shifts:
            running = shifts.between(Span(now, now + _MOMENT))
        if running:
            first = min(running, key=lambda shift: (shift.starts_at, shift.id))
            return Period(key=first.id, is_shift=True)
        return Period(key=f"day {day_of(now, present_zone())}", is_shift=False)

    def in_call(self) -> bool | None:
        from workspace_assistant.adapters.audio.call_sensor import PulseCallSensor

        return PulseCallSensor().in_call()

    def in_block(self) -> bool:
        with self._blocks.reading() as log:
            return log.open_block() is not None


def _now() -> datetime:
    return datetime.now(UTC)
