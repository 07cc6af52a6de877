"""Calendars and rosters of a desk with shifts."""

from __future__ import annotations

from tests.fakes.focus import MONDAY
from tests.fakes.shifts import (
    ShiftDesk,
    an_event,
)
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.drafts import CalendarDraft
from workspace_assistant.core.shifts.model import (
    ChangeKind,
    Shift,
    SourceKind,
)
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarError
from workspace_assistant.core.shifts.source_service import Refreshed, SourceService
from workspace_assistant.core.spans import FOREVER, Span

ADDRESS = "https://calendar.example/private-canary"


CTX = JobContext(lambda progress: None)


HOUR = 3600.0


DOWN = CalendarError("timed-out", "The server did not answer.")


# The clock stands at Monday 2026-11-23, 09:00 in Madrid.
TUESDAY = an_event("2026-11-24 08:00", "2026-11-24 16:00", uid="tue")


WEDNESDAY = an_event("2026-11-25 08:00", "2026-11-25 16:00", uid="wed")


def work(**more: object) -> CalendarDraft:
    fields = {"kind": SourceKind.SUBSCRIPTION, "name": "Work", **more}
    return CalendarDraft(**fields)  # type: ignore[arg-type] # the test names the fields


def roster(**more: object) -> CalendarDraft:
    return work(**{"kind": SourceKind.FILE, "name": "Roster", **more})


def subscribed(sources: SourceService, draft: CalendarDraft | None = None) -> Refreshed:
    return sources.keep(sources.preview_subscription(draft or work(), ADDRESS, CTX), CTX)


def imported(desk: ShiftDesk, sources: SourceService, *events: object, **more: object) -> Refreshed:
    desk.calendar.contents[b"file"] = CalendarContent(events=events)  # type: ignore[arg-type] # events
    return sources.keep(sources.preview_file(roster(**more), b"file", CTX), CTX)


def refreshed(sources: SourceService, *, by_hand: bool = True) -> Refreshed:
    (only,) = sources.refresh(None, CTX, by_hand=by_hand)
    return only


def planned(desk: ShiftDesk) -> tuple[Shift, ...]:
    return desk.service().between(Span(MONDAY, FOREVER))


def uids(desk: ShiftDesk) -> list[str]:
    return [one.uid for one in planned(desk)]


def kinds(one: Refreshed) -> list[ChangeKind]:
    return [change.kind for change in one.changes]
