"""How the week was, for whoever wants to be told when its last shift ends. All of it blocks."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from workspace_assistant.adapters.files.week_choices import WeekChoices
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.present_zone import present_zone
from workspace_assistant.core.check_in.model import PlannedShift
from workspace_assistant.core.check_in.ports import ShiftsBetween
from workspace_assistant.core.days import day_of, week_span
from workspace_assistant.core.shift_end.ports import HeadlineOf, WeekAround
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import Say


def week_around(choices: WeekChoices) -> WeekAround:
    """By the first day that the person chose."""

    def week(at: datetime) -> Span:
        zone = present_zone()
        first_weekday = choices.settings().week_start.weekday
        return week_span(day_of(at, zone), zone, first_weekday=first_weekday)

    return week


def worked_shifts(database: Database, shifts_between: ShiftsBetween) -> ShiftsBetween:
    """Those of *shifts_between* that are on no day off."""

    def worked(span: Span) -> tuple[PlannedShift, ...]:
        zone, leave = present_zone(), SqliteLeaveStore(database)
        planned = [(day_of(one.span.start, zone), one) for one in shifts_between(span)]
        if not planned:
            return ()
        days = [day for day, _ in planned]
        off = {one.on for one in leave.between(min(days), max(days))}
        return tuple(one for day, one in planned if day not in off)

    return worked


def headline_told(data_dir: Path, choices: WeekChoices, say: Say) -> HeadlineOf:
    """What is imported for it is imported once a week."""

    def headline(at: datetime) -> tuple[str, str]:
        from workspace_assistant.bootstrap.week_records import records_of, weeks_span
        from workspace_assistant.cli.week_writing import TerminalWriting
        from workspace_assistant.core.balance.summary import summary_of
        from workspace_assistant.core.balance.trends import TREND_WEEKS
        from workspace_assistant.core.balance.writing import told_text

        zone, settings = present_zone(), choices.settings()
        on = day_of(at, zone)
        shown = weeks_span(on, zone, settings, TREND_WEEKS)
        reading = SystemFocusClock().read()
        records = records_of(Database(data_dir / DATABASE_NAME), reading, zone, shown)
        summary, writing = summary_of(records, on, settings), TerminalWriting(zone, say)
        sentence = next((told_text(one, writing) for one in summary.sentences), "")
        return told_text(summary.headline, writing), sentence

    return headline
