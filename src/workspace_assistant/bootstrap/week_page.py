"""What the Week page is given. Nothing is opened before it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from datetime import date

    from workspace_assistant.core.balance.model import Records
    from workspace_assistant.core.balance.settings_model import WeekSettings
    from workspace_assistant.core.balance.summary_model import Summary
    from workspace_assistant.core.leave.model import LeaveKind
    from workspace_assistant.ui.feature_services import WeekServices


def week_services(data_dir: Path) -> WeekServices:
    """Services on the database of *data_dir*."""
    from workspace_assistant.adapters.files.week_choices import WeekChoices
    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
    from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
    from workspace_assistant.bootstrap.data_file import DATABASE_NAME
    from workspace_assistant.bootstrap.keeping_choices import keeping_choice
    from workspace_assistant.bootstrap.present_zone import present_zone
    from workspace_assistant.bootstrap.tips import tip_service
    from workspace_assistant.bootstrap.week_records import records_of, weeks_span
    from workspace_assistant.bootstrap.week_report import week_report_services
    from workspace_assistant.core.balance.summary import alone_of, summary_of
    from workspace_assistant.core.balance.trends import TREND_WEEKS
    from workspace_assistant.core.leave.service import LeaveService
    from workspace_assistant.core.text import in_english
    from workspace_assistant.ui.feature_services import WeekServices

    clock, choices = SystemFocusClock(), WeekChoices(data_dir)
    database = Database(data_dir / DATABASE_NAME)
    leave, tips = LeaveService(SqliteLeaveStore(database)), tip_service(data_dir, in_english)

    def change(settings: WeekSettings) -> None:
        with keeping_choice(data_dir):
            choices.keep(settings)

    def records(around: date, settings: WeekSettings, weeks: int) -> Records:
        zone = present_zone()
        return records_of(database, clock.read(), zone, weeks_span(around, zone, settings, weeks))

    def away() -> set[str]:
        return {one.tip.id for one in tips.listed() if one.is_put_away}

    def alone(around: date, settings: WeekSettings) -> Summary:
        return alone_of(records(around, settings, 1), around, settings, away())

    def summary(around: date, settings: WeekSettings) -> Summary:
        return summary_of(records(around, settings, TREND_WEEKS), around, settings, away())

    def mark_days(first: date, last: date, kind: LeaveKind | None) -> None:
        if kind is None:
            leave.remove(first, last)
        else:
            leave.add(first, last, kind)

    return WeekServices(
        now=lambda: clock.read().wall_at,
        zone=present_zone,
        settings=choices.settings,
        change_settings=change,
        alone=alone,
        summary=summary,
        mark_days=mark_days,
        tips=tips,
        reports=week_report_services(data_dir),
    )
