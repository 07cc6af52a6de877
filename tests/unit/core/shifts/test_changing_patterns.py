"""A weekly pattern that is changed: what has begun stays, what comes follows."""

from __future__ import annotations

from datetime import time

import pytest

from tests.fakes.shifts import ShiftDesk, local
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.drafts import CalendarDraft, PatternDraft, ShiftDraft
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.model import Shift, SourceKind, WeeklyShift
from workspace_assistant.core.shifts.service import ShiftService


def pattern(start: int, end: int, days: str = "01234", name: str = "Weekdays") -> PatternDraft:
    lines = tuple(WeeklyShift(weekday=int(day), starts=time(start), ends=time(end)) for day in days)
    return PatternDraft(lines=lines, name=name)


@pytest.fixture
def desk() -> ShiftDesk:
    return ShiftDesk()  # Monday 08:00 UTC, 09:00 in Madrid


def kept(desk: ShiftDesk) -> list[Shift]:
    return sorted(desk.store.kept.shifts.values(), key=lambda one: one.starts_at)


def test_coming_shifts_follow_and_one_that_began_stays(desk: ShiftDesk) -> None:
    sources = desk.service().sources
    source = sources.add_pattern(pattern(8, 16)).source
    changed = sources.change_pattern(source.id, pattern(9, 17))
    first, second, *_ = kept(desk)
    assert first.starts_at == local("2026-11-23 08:00")
    assert second.starts_at == local("2026-11-24 09:00")
    assert changed.source.id == source.id
    assert [view.source.name for view in sources.views()] == ["Weekdays"]


def test_days_that_are_dropped_are_gone(desk: ShiftDesk) -> None:
    sources = desk.service().sources
    source = sources.add_pattern(pattern(8, 16)).source
    sources.change_pattern(source.id, pattern(8, 16, "4"))
    coming = [one for one in kept(desk) if one.starts_at > desk.now.at]
    assert {one.starts_at.weekday() for one in coming} == {4}


def test_its_own_name_is_free_and_that_of_others_is_not(desk: ShiftDesk) -> None:
    sources = desk.service().sources
    source = sources.add_pattern(pattern(8, 16)).source
    sources.add_pattern(pattern(18, 20, "5", "Saturdays"))
    sources.change_pattern(source.id, pattern(9, 17, name="Weekdays"))
    before = desk.store.kept
    with pytest.raises(ShiftError, match="already"):
        sources.change_pattern(source.id, pattern(9, 17, name="Saturdays"))
    assert desk.store.kept == before


def test_what_makes_no_sense_leaves_the_pattern_as_it_was(desk: ShiftDesk) -> None:
    sources = desk.service().sources
    source = sources.add_pattern(pattern(8, 16)).source
    before = desk.store.kept
    with pytest.raises(ShiftError):
        sources.change_pattern(source.id, PatternDraft(lines=()))
    assert desk.store.kept == before


def test_only_patterns_are_changed_so(desk: ShiftDesk) -> None:
    service = desk.service()
    shift = add_by_hand(service)
    with pytest.raises(ShiftError, match="no weekly pattern"):
        service.sources.change_pattern(shift.source_id, pattern(8, 16))


def test_a_shift_that_was_taken_off_stays_off(desk: ShiftDesk) -> None:
    service = desk.service()
    source = service.sources.add_pattern(pattern(8, 16)).source
    tuesday = kept(desk)[1]
    service.remove(tuesday.id)
    service.sources.change_pattern(source.id, pattern(9, 17))
    hidden = [one for one in kept(desk) if one.is_hidden]
    assert [one.starts_at for one in hidden] == [local("2026-11-24 09:00")]


def add_by_hand(service: ShiftService) -> Shift:
    return service.add(
        ShiftDraft(starts_at=local("2026-11-24 08:00"), ends_at=local("2026-11-24 09:00"))
    )


def test_a_calendar_is_no_pattern(desk: ShiftDesk) -> None:
    desk.publish()
    sources, ctx = desk.service().sources, JobContext(lambda _: None)
    draft = CalendarDraft(kind=SourceKind.SUBSCRIPTION, name="Roster")
    preview = sources.preview_subscription(draft, "https://calendar.example.com/a.ics", ctx)
    source = sources.keep(preview, ctx).source
    with pytest.raises(ShiftError):
        sources.change_pattern(source.id, pattern(8, 16))
