"""What the `week` command is given."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from workspace_assistant.adapters.files.week_choices import WeekChoices
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.keeping_choices import keeping_choice
from workspace_assistant.bootstrap.present_zone import user_zone
from workspace_assistant.bootstrap.week_records import records_of, weeks_span
from workspace_assistant.cli.week_tools import WeekTools
from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.week import week_of
from workspace_assistant.core.leave.service import LeaveService


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
    zone = user_zone()
    records = records_of(database, clock.read(), zone, weeks_span(around, zone, settings))
    return week_of(records, around, settings)
