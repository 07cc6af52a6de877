"""What the `week` command is given."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.present_zone import user_zone
from workspace_assistant.cli.week_tools import WeekTools
from workspace_assistant.core.balance.hour_indicators import AVERAGED_WEEKS
from workspace_assistant.core.balance.model import Records, Week
from workspace_assistant.core.balance.targets import Region, targets_of
from workspace_assistant.core.balance.week import week_of
from workspace_assistant.core.days import week_span
from workspace_assistant.core.focus.service import situation
from workspace_assistant.core.shifts.schedule import each_once
from workspace_assistant.core.spans import Span

# One more before the average's, and one after for the rest that ends there.
_BEFORE = timedelta(weeks=AVERAGED_WEEKS + 1)
_AFTER = timedelta(weeks=1)


def week_tools(data_dir: Path) -> WeekTools:
    database = Database(data_dir / DATABASE_NAME)
    clock = SystemFocusClock()
    return WeekTools(
        zone=user_zone,
        now=lambda: clock.read().wall_at,
        week=partial(_week, SqliteShiftStore(database), SqliteFocusLog(database), clock),
    )


def _week(
    shifts: SqliteShiftStore,
    blocks: SqliteFocusLog,
    clock: SystemFocusClock,
    around: date,
    region: Region,
) -> Week:
    week = week_span(around, user_zone())
    known = Span(week.start - _BEFORE, week.end + _AFTER)
    reading = clock.read()
    with shifts.reading() as planned, blocks.reading() as log:
        now = situation(log, reading)
        records = Records(
            now=reading.wall_at,
            proven_at=now.proven_at,
            zone=user_zone(),
            shifts=each_once(planned.between(known)),
            blocks=now.shown(log.between(known.start, known.end)),
        )
    return week_of(records, around, targets_of(region))
