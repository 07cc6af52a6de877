"""The services of the Week page over summaries put together by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path

from tests.fakes import summaries
from tests.fakes.shifts import FakeNow
from tests.fakes.summary_days import ZONE
from tests.fakes.tips import TipsDesk, a_tip
from workspace_assistant.core.balance.report.choice import ReportChoice
from workspace_assistant.core.balance.report.subject import NamedTime, ReportSubject
from workspace_assistant.core.balance.report_pages.paper import Paper
from workspace_assistant.core.balance.settings import choices_of
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.summary_model import Summary
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.days import day_of, week_span
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.spans import Span
from workspace_assistant.core.tips.model import Tip
from workspace_assistant.ui.feature_services import WeekReportServices, WeekServices

TIPS = (
    replace(
        a_tip("eleven-hours-of-rest", topic="work_life_balance"),
        text="Leave eleven hours between two days of work. Ask for the later start when a late "
        "shift ends after 21:00.",
    ),
    replace(
        a_tip("evening-without-work", topic="work_life_balance"),
        text="Close the mail and the chat of work when the shift ends, and write down what waits "
        "for tomorrow.",
    ),
    replace(
        a_tip("quick-return", topic="work_life_balance"),
        text="After a short night do what needs the least care first.",
    ),
)
FRIDAY = datetime(2026, 11, 20, 14, 40, tzinfo=ZONE)
SUNDAY_AFTER = datetime(2026, 11, 22, 12, 0, tzinfo=ZONE)


class WeekWorld:
    """Weeks for a window; a test fills them.

    Attributes:
        shown: summaries by the names of their weeks; others are empty.
        looks: what was asked for: the week alone or its summary.
        marked: the days that were marked, with what.
        written: the reports that were asked for.
        fault: raised by reading and acts while it is set.
    """

    def __init__(self, *shown: Summary, now: datetime | None = None) -> None:
        self.clock = FakeNow(now or FRIDAY)
        self.shown = {one.week.name: one for one in shown}
        self.settings = shown[0].settings if shown else WeekSettings()
        self.tips = TipsDesk(catalog=TIPS, facts={}, clock=self.clock)
        self.looks: list[str] = []
        self.marked: list[tuple[date, LeaveKind | None]] = []
        self.written: list[tuple[ReportSubject, ReportChoice, Path, Paper, str]] = []
        self.fault: Exception | None = None

    @property
    def services(self) -> WeekServices:
        return WeekServices(
            now=self.clock,
            zone=self._zone,
            settings=lambda: self.settings,
            change_settings=self._change_settings,
            alone=self._alone,
            summary=self._summary,
            mark_days=self._mark_days,
            tips=self.tips.service(),
            reports=WeekReportServices(names=self._names, write=self._write),
        )

    def _zone(self) -> tzinfo:
        if self.fault is not None:
            raise self.fault
        return ZONE

    def _change_settings(self, settings: WeekSettings) -> None:
        if self.fault is not None:
            raise self.fault
        choices_of(settings)
        self.settings = settings

    def _names(self, _span: Span) -> tuple[NamedTime, ...]:
        if self.fault is not None:
            raise self.fault
        return (NamedTime(name="Refunds", count=2, worked_s=5400.0, notes=("door bell",)),)

    def _write(  # as many as the service has
        self,
        subject: ReportSubject,
        choice: ReportChoice,
        path: Path,
        paper: Paper,
        _writing: Writing,
        language: str,
    ) -> None:
        self.written.append((subject, choice, path, paper, language))
        if not path.parent.is_dir():
            raise UserInputError(f"{path}: the folder {path.parent} does not exist")

    def _alone(self, around: date, settings: WeekSettings) -> Summary:
        if self.fault is not None:
            raise self.fault
        self.looks.append("alone")
        whole = self._around(around, settings)
        return replace(whole, trends=(), heat=None, ready_counts=None)

    def _summary(self, around: date, settings: WeekSettings) -> Summary:
        self.looks.append("summary")
        return self._around(around, settings)

    def _mark_days(self, first: date, last: date, kind: LeaveKind | None) -> None:
        if self.fault is not None:
            raise self.fault
        days = (last - first).days + 1
        self.marked += [(first + timedelta(days=index), kind) for index in range(days)]

    def _around(self, around: date, settings: WeekSettings) -> Summary:
        year, number, _ = around.isocalendar()
        found = self.shown.get(f"{year}-W{number:02d}") or nothing(around)
        days = tuple(
            replace(day, leave=dict(self.marked).get(day.on, day.leave)) for day in found.week.days
        )
        is_over = found.week.span.end <= self.clock()
        week = replace(found.week, days=days, is_over=is_over)
        return replace(found, week=week, settings=settings)


def nothing(around: date) -> Summary:
    """Another week of which nothing is known."""
    span = week_span(around, ZONE)
    first = day_of(span.start, ZONE)
    empty = summaries.empty()
    days = tuple(
        replace(day, on=first + timedelta(days=index)) for index, day in enumerate(empty.week.days)
    )
    year, number, _ = first.isocalendar()
    week = replace(empty.week, name=f"{year}-W{number:02d}", span=span, days=days)
    return replace(empty, week=week)


def tip(tip_id: str) -> Tip:
    return next(one for one in TIPS if one.id == tip_id)
