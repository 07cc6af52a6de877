"""Another choice of events, or another place, for a calendar that is subscribed to already."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.shifts import ShiftDesk, an_event, local
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.drafts import CalendarChange, CalendarDraft, PatternDraft
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.model import (
    ChangeKind,
    Filter,
    Place,
    Shift,
    Source,
    SourceKind,
)
from workspace_assistant.core.shifts.pattern_words import parse_lines
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.core.shifts.source_service import SourceService

CTX = JobContext(lambda progress: None)
LATE = Filter(summary=("Late*",))

# The clock stands at Monday 2026-11-23, 09:00 in Madrid.
RUNNING = an_event("2026-11-23 08:00", "2026-11-23 16:00", "Early", uid="mon")
EARLY = an_event("2026-11-24 08:00", "2026-11-24 16:00", "Early", uid="tue")
EVENING = an_event("2026-11-25 14:00", "2026-11-25 22:00", "Late", uid="wed")


@pytest.fixture
def desk() -> ShiftDesk:
    made = ShiftDesk()
    made.publish(RUNNING, EARLY, EVENING)
    return made


@pytest.fixture
def sources(desk: ShiftDesk) -> SourceService:
    return desk.service().sources


@pytest.fixture
def work(sources: SourceService) -> Source:
    draft = CalendarDraft(kind=SourceKind.SUBSCRIPTION, name="Work")
    preview = sources.preview_subscription(draft, "https://calendar.example/canary", CTX)
    return sources.keep(preview, CTX).source


def kept(desk: ShiftDesk) -> list[Shift]:
    return sorted(desk.store.kept.shifts.values(), key=lambda one: one.starts_at)


def test_other_events_are_shifts_from_now_on_and_what_began_stays(
    desk: ShiftDesk, sources: SourceService, work: Source
) -> None:
    preview = sources.preview_change(work.id, CalendarChange(filter=LATE), CTX)
    assert [one.uid for one in preview.choice.shifts] == ["wed"]
    assert [(one.kind, one.before and one.before.uid) for one in preview.changes] == [
        (ChangeKind.REMOVED, "tue")
    ]
    assert [one.uid for one in kept(desk)] == ["mon", "tue", "wed"]  # it was looked at, no more
    changed = sources.change(preview)
    assert changed.changes == preview.changes
    assert [one.uid for one in kept(desk)] == ["mon", "wed"]
    assert sources.find("Work") == replace(work, filter=LATE)
    desk.now.advance(24 * 3600)
    desk.publish(EARLY, EVENING)
    sources.refresh(None, CTX, by_hand=True)
    assert [one.uid for one in kept(desk)] == ["mon", "wed"]


def test_another_place_is_that_of_coming_shifts(
    desk: ShiftDesk, sources: SourceService, work: Source
) -> None:
    sources.change(sources.preview_change(work.id, CalendarChange(place=Place.OFFICE), CTX))
    assert [one.place for one in kept(desk)] == [Place.HOME, Place.OFFICE, Place.OFFICE]
    assert sources.find("Work").filter == work.filter


def test_who_changes_it_is_not_told_of_it_again(
    desk: ShiftDesk, sources: SourceService, work: Source
) -> None:
    desk.now.at = local("2026-11-23 12:00")
    sources.change(sources.preview_change(work.id, CalendarChange(filter=LATE), CTX))
    assert sources.news() == ()
    with desk.store.reading() as shifts:
        assert shifts.unannounced() == ()


def test_a_calendar_that_cannot_be_had_changes_nothing(
    desk: ShiftDesk, sources: SourceService, work: Source
) -> None:
    desk.feed.answers["*"] = CalendarError("timed-out", "No answer.")
    with pytest.raises(CalendarError):
        sources.preview_change(work.id, CalendarChange(filter=LATE), CTX)
    assert sources.find("Work") == work
    assert len(kept(desk)) == 3


def test_only_subscriptions_are_read_again(sources: SourceService) -> None:
    pattern = sources.add_pattern(PatternDraft(lines=parse_lines("Mon 08:00-16:00"))).source
    with pytest.raises(ShiftError, match="is no calendar subscription"):
        sources.preview_change(pattern.id, CalendarChange(place=Place.OFFICE), CTX)


def test_something_has_to_be_different(sources: SourceService, work: Source) -> None:
    with pytest.raises(ShiftError, match="Nothing is said"):
        sources.preview_change(work.id, CalendarChange(), CTX)


def test_one_that_was_removed_meanwhile_stays_removed(
    desk: ShiftDesk, sources: SourceService, work: Source
) -> None:
    preview = sources.preview_change(work.id, CalendarChange(filter=LATE), CTX)
    sources.remove(work.id, CTX)
    with pytest.raises(ShiftError, match="no source"):
        sources.change(preview)
    assert [one.uid for one in kept(desk)] == [f"{work.id}:mon"]  # by hand now
