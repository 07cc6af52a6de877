"""What the `week` command is given."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.adapters.files.week_choices import WeekChoices
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.keeping_choices import keeping_choice
from workspace_assistant.bootstrap.present_zone import user_zone
from workspace_assistant.bootstrap.week_records import records_of, weeks_span
from workspace_assistant.bootstrap.week_report import (
    check_week_report_path,
    names_between,
    write_week_report,
)
from workspace_assistant.cli.week_tools import WeekFiles, WeekTools
from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.summary import alone_of, summary_of
from workspace_assistant.core.balance.summary_model import RollUp, Summary
from workspace_assistant.core.balance.trends import TREND_WEEKS
from workspace_assistant.core.leave.service import LeaveService
from workspace_assistant.core.spans import Span

if TYPE_CHECKING:
    from workspace_assistant.core.balance.periods import Period
    from workspace_assistant.core.balance.report.choice import ReportChoice
    from workspace_assistant.core.balance.report.subject import ReportSubject
    from workspace_assistant.core.balance.report_pages.paper import Paper
    from workspace_assistant.core.tips.model import Listed


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
        summary=partial(_summary, database, clock),
        roll_up=partial(_roll_up, database, clock),
        tips=partial(_tips, data_dir),
        files=WeekFiles(
            names=partial(names_between, database, clock),
            check=check_week_report_path,
            write=partial(_write_report, data_dir),
        ),
    )


def _week(
    database: Database,
    clock: SystemFocusClock,
    around: date,
    settings: WeekSettings,
    put_away: Collection[str],
) -> Summary:
    records = _records(database, clock, weeks_span(around, user_zone(), settings))
    return alone_of(records, around, settings, put_away)


def _summary(
    database: Database,
    clock: SystemFocusClock,
    around: date,
    settings: WeekSettings,
    put_away: Collection[str],
) -> Summary:
    span = weeks_span(around, user_zone(), settings, TREND_WEEKS)
    return summary_of(_records(database, clock, span), around, settings, put_away)


def _roll_up(
    database: Database, clock: SystemFocusClock, period: Period, settings: WeekSettings
) -> RollUp:
    from workspace_assistant.core.balance.roll_up import roll_up_of

    thursdays = period.thursdays
    span = weeks_span(thursdays[-1], user_zone(), settings, len(thursdays))
    return roll_up_of(_records(database, clock, span), period, settings)


def _write_report(
    data_dir: Path, subject: ReportSubject, choice: ReportChoice, path: Path, paper: Paper
) -> None:
    from workspace_assistant.bootstrap.language import user_language
    from workspace_assistant.cli.language import worded
    from workspace_assistant.core.balance.paper_writing import PaperWriting

    writing = PaperWriting(subject.zone, worded)
    write_week_report(subject, choice, path, paper, writing, user_language(data_dir))


def _records(database: Database, clock: SystemFocusClock, shown: Span) -> Records:
    return records_of(database, clock.read(), user_zone(), shown)


def _tips(data_dir: Path) -> tuple[Listed, ...]:
    # The plain document of a week needs none of it.
    from workspace_assistant.bootstrap.tips import tip_service

    return tip_service(data_dir).listed()
