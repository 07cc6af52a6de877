"""The shifts page's services over shifts in memory, scripted calendars and a clock of the test."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.fakes.preshift import MemoryWhyLog
from tests.fakes.schedule import PROGRAM, MemoryAutostart, MemoryTimer
from tests.fakes.shifts import FakeNow, ShiftDesk
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.preshift.settings import checked
from workspace_assistant.core.reminders.model import Entry, Outcome, ReminderKind
from workspace_assistant.core.schedule.service import ScheduleService
from workspace_assistant.core.shifts.drafts import CalendarDraft, PatternDraft, ShiftDraft
from workspace_assistant.core.shifts.model import (
    FeedState,
    Filter,
    Place,
    Shift,
    ShiftBreak,
    SourceKind,
    WeeklyShift,
)
from workspace_assistant.core.shifts.pattern_words import parse_times
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarEvent, Fetched
from workspace_assistant.core.shifts.service import ShiftService
from workspace_assistant.core.shifts.sign_in import FoundCalendar, SignIn
from workspace_assistant.core.shifts.source_service import Refreshed, SourceService
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.feature_services import ShiftServices

# A Monday; the tests' wording and the world's zone are UTC.
AT = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)
ADDRESS = "https://calendar.example.com/private-canary-4711/basic.ics"


def at(text: str) -> datetime:
    """The instant of ``2026-11-23 08:00`` in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def event(starts: str, ends: str, summary: str = "Shift", **more: object) -> CalendarEvent:
    fields: dict[str, object] = {
        "uid": f"{starts}@test",
        "summary": summary,
        "starts": at(starts),
        "ends": at(ends),
        "time_zone": "UTC",
        **more,
    }
    return CalendarEvent(**fields)  # type: ignore[arg-type] # the test names the fields


ROSTER = (
    event("2026-11-24 08:00", "2026-11-24 16:30", "Shift (home)"),
    event("2026-11-24 12:00", "2026-11-24 12:30", "Lunch break"),
    event("2026-11-25 08:00", "2026-11-25 16:30", "Shift (office)"),
    event("2026-11-26 22:00", "2026-11-27 06:00", "Night shift"),
    event("2026-11-30 08:00", "2026-11-30 16:30", "Shift (home)"),
    event("2026-11-24 17:00", "2026-11-24 17:30", "Team meeting"),
    event("2026-11-27 10:00", "2026-11-27 11:00", "Dentist"),
)


@dataclass
class Gate:
    """Lets what passes it wait, as a slow network does."""

    is_open: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.is_open.set()

    def wait(self, ctx: JobContext) -> None:
        while not self.is_open.is_set():
            ctx.wait(0.01)


class ShiftsWorld:
    """Shifts, the system and the why-log; a test fills them and moves the clock.

    Attributes:
        settled: how often an act changed what is due.
        settings_fault: raised where a choice is to be kept.
        fault: what reading a calendar breaks with: something unforeseen.
        gate: calendars are fetched and read only while it is open.
    """

    def __init__(self, now: datetime = AT) -> None:
        self.desk = ShiftDesk(now=FakeNow(now), zone="UTC")
        self.gate = Gate()
        self.timer = MemoryTimer()
        self.autostart = MemoryAutostart()
        self.why = MemoryWhyLog()
        self.settings = PreshiftSettings()
        self.settings_fault: UserInputError | None = None
        self.watches_line = False
        self.idle_s = 300.0
        self.settled = 0
        self.fault: Exception | None = None

    @property
    def services(self) -> ShiftServices:
        return ShiftServices(
            shifts=self.service,
            read_file=self._read_file,
            find_calendars=self._find_calendars,
            why_log=self.why.recent,
            settings=lambda: self.settings,
            change_settings=self._change_settings,
            watches_line=lambda: self.watches_line,
            watch_line=self._watch_line,
            idle_s=lambda: self.idle_s,
            keep_idle_s=self._keep_idle_s,
            schedule=ScheduleService(self.timer, self.autostart, PROGRAM),
            settled=self._settle,
        )

    @property
    def shifts(self) -> list[Shift]:
        """Those that are kept and not hidden, by their start."""
        kept = self.desk.store.kept.shifts.values()
        return sorted((one for one in kept if not one.is_hidden), key=lambda one: one.starts_at)

    def add(self, starts: str, ends: str, *breaks: tuple[str, str], **more: object) -> Shift:
        """A shift by hand."""
        draft = ShiftDraft(
            starts_at=at(starts),
            ends_at=at(ends),
            breaks=tuple(ShiftBreak(starts_at=at(one), ends_at=at(two)) for one, two in breaks),
            **more,  # type: ignore[arg-type] # the test names the fields
        )
        return self.service.add(draft)

    def add_pattern(self, days: str = "01234", times: str = "08:00-16:00") -> Refreshed:
        """A weekly pattern; days as digits, 0 is Monday."""
        starts, ends = parse_times(times)
        lines = tuple(
            WeeklyShift(weekday=int(day), starts=starts, ends=ends, place=Place.HOME)
            for day in days
        )
        return self.service.sources.add_pattern(PatternDraft(lines=lines, name="Weekdays"))

    def subscribe(
        self, *events: CalendarEvent, name: str = "Roster", summary: tuple[str, ...] = ("*shift*",)
    ) -> Refreshed:
        self.desk.publish(*events)
        draft = CalendarDraft(
            kind=SourceKind.SUBSCRIPTION, name=name, filter=Filter(summary=summary)
        )
        ctx, sources = JobContext(lambda _: None), self.service.sources
        return sources.keep(sources.preview_subscription(draft, ADDRESS, ctx), ctx)

    def refresh(self) -> None:
        """Fetch every subscription."""
        self.service.sources.refresh(None, JobContext(lambda _: None), by_hand=True)

    def tell(
        self,
        title: str,
        outcome: Outcome,
        reason: str,
        ago: timedelta = timedelta(hours=1),
        detail: str = "",
    ) -> None:
        """A line of the why-log."""
        self.why.add(
            Entry(
                at=self.desk.now.at - ago,
                kind=ReminderKind.READINESS,
                about="shift",
                title=title,
                outcome=outcome,
                reason=reason,
                detail=detail,
            )
        )

    @property
    def service(self) -> ShiftService:
        desk = self.desk
        parts = (desk.store, desk.now, desk.new_id, lambda: desk.zone)
        sources = SourceService(*parts, self._read_calendar, self._fetch, desk.addresses)
        return ShiftService(*parts, sources)

    def _read_calendar(
        self, content: bytes, span: Span, time_zone: str, ctx: JobContext, /
    ) -> CalendarContent:
        self.gate.wait(ctx)
        if self.fault is not None:
            raise self.fault
        return self.desk.calendar(content, span, time_zone, ctx)

    def _fetch(self, source_id: str, state: FeedState, ctx: JobContext, /) -> Fetched:
        self.gate.wait(ctx)
        return self.desk.feed(source_id, state, ctx)

    def _find_calendars(self, sign_in: SignIn, ctx: JobContext, /) -> tuple[FoundCalendar, ...]:
        self.gate.wait(ctx)
        return self.desk.server(sign_in, ctx)

    def _read_file(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise UserInputError(f"{path}: {error.strerror}") from error

    def _change_settings(self, settings: PreshiftSettings) -> None:
        if self.settings_fault is not None:
            raise self.settings_fault
        self.settings = checked(settings)

    def _keep_idle_s(self, seconds: float) -> None:
        if self.settings_fault is not None:
            raise self.settings_fault
        self.idle_s = seconds

    def _watch_line(self, is_on: bool) -> None:
        if self.settings_fault is not None:
            raise self.settings_fault
        self.watches_line = is_on

    def _settle(self) -> None:
        self.settled += 1
