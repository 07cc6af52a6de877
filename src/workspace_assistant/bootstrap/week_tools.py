"""What the `week` command is given."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from workspace_assistant.adapters.files.week_choices import WeekChoices
from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.keeping_choices import keeping_choice
from workspace_assistant.bootstrap.present_zone import user_zone
from workspace_assistant.cli.week_tools import WeekTools
from workspace_assistant.core.balance.hour_indicators import AVERAGED_WEEKS
from workspace_assistant.core.balance.model import Records, Week
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.week import week_of
from workspace_assistant.core.days import day_of, week_span
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.focus.service import situation
from workspace_assistant.core.leave.service import LeaveService
from workspace_assistant.core.shifts.schedule import each_once
from workspace_assistant.core.spans import Span

# One more before the average's; after it, as far as a rest or a row of days is followed.
_BEFORE = timedelta(weeks=AVERAGED_WEEKS + 1)
_AFTER = timedelta(weeks=9)
# What began on Sunday evening goes on, and is told, on Monday.
_REACH = timedelta(days=2)


def week_tools(data_dir: Path) -> WeekTools:
    clock, choices = SystemFocusClock(), WeekChoices(data_dir)
    database = Database(data_dir / DATABASE_NAME)

    def change(settings: WeekSettings) -> None:
        with keeping_choice(data_dir):
            choices.keep(settings)

    return WeekTools(
        zone=user_zone,
        now=lambda: clock.read().wall_at,
        settings=choices.settings,
        change=change,
        leave=LeaveService(SqliteLeaveStore(database)),
        week=partial(_week, database, clock),
    )


def _week(
    database: Database, clock: SystemFocusClock, around: date, settings: WeekSettings
) -> Week:
    start = settings.week_start.weekday
    week = week_span(around, user_zone(), first_weekday=start)
    return week_of(_records(database, clock, week), around, settings)


def _records(database: Database, clock: SystemFocusClock, week: Span) -> Records:
    known, reading = Span(week.start - _BEFORE, week.end + _AFTER), clock.read()
    near = Span(week.start, week.end + _REACH)
    breaks, check_ins = SqliteBreakStore(database), SqliteCheckInStore(database)
    first, last = day_of(known.start, user_zone()), day_of(known.end, user_zone())
    with database.reading():  # one view of all of it
        with SqliteFocusLog(database).reading() as log:
            now, blocks = situation(log, reading), log.between(known.start, known.end)
        with SqliteShiftStore(database).reading() as planned:
            shifts = each_once(planned.between(known))
        sources = Sources(
            now=reading.wall_at,
            zone=user_zone(),
            shifts=shifts,
            blocks=now.shown(blocks),
            activity=breaks.activity(near),
            breaks=breaks.records(near),
            check_ins=check_ins.between(near),
            hard_contacts=check_ins.marks(near),
        )
        leave = SqliteLeaveStore(database).between(first, last)
    return Records(sources=sources, proven_at=now.proven_at, known_until=known.end, leave=leave)
