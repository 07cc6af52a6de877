"""Patterns, files and subscriptions: kept whole or not at all, and nothing is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.fakes.focus import MONDAY
from tests.fakes.shift_sources import (
    ADDRESS,
    CTX,
    TUESDAY,
    WEDNESDAY,
    imported,
    kinds,
    planned,
    roster,
    subscribed,
    uids,
    work,
)
from tests.fakes.shifts import (
    MADRID,
    ShiftDesk,
    an_event,
    local,
)
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.shifts.drafts import ShiftDraft
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.model import (
    ChangeKind,
    Place,
    SourceKind,
)
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarError
from workspace_assistant.core.shifts.source_service import SourceService
from workspace_assistant.core.spans import Span


@pytest.fixture
def desk() -> ShiftDesk:
    return ShiftDesk()


@pytest.fixture
def sources(desk: ShiftDesk) -> SourceService:
    return desk.service().sources


class TestFiles:
    def test_a_file_brings_history_and_a_year_ahead(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        past = an_event("2026-11-02 08:00", "2026-11-02 16:00", uid="past")
        kept = imported(desk, sources, past, TUESDAY)
        assert [one.after and one.after.uid for one in kept.changes] == ["tue"]
        span = desk.calendar.asked[0]
        assert span == Span(MONDAY - timedelta(days=92), MONDAY + timedelta(days=366))
        assert [one.uid for one in desk.service().between(span)] == ["past", "tue"]
        (view,) = sources.views()
        assert (view.coming, view.age_s, view.is_stale) == (1, None, False)
        assert sources.next_refresh_at() is None

    def test_a_newer_file_of_that_name_replaces_what_is_to_come(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        first = imported(desk, sources, TUESDAY, WEDNESDAY)
        desk.now.at = local("2026-11-24 09:00")
        moved = an_event("2026-11-25 10:00", "2026-11-25 18:00", uid="wed")
        again = imported(desk, sources, moved, name="ROSTER", place=Place.OFFICE)
        assert again.source == replace(first.source, name="ROSTER", place=Place.OFFICE)
        assert uids(desk) == ["tue", "wed"]
        assert kinds(again) == [ChangeKind.MOVED]
        assert sources.news() == ()  # who imports sees them

    def test_a_file_of_next_week_leaves_this_week_alone(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        sunday = an_event("2026-11-29 08:00", "2026-11-29 16:00", uid="sun")
        imported(desk, sources, TUESDAY, WEDNESDAY, sunday)
        monday = an_event("2026-11-30 08:00", "2026-12-01 00:00", uid="mon")
        off = replace(TUESDAY, uid="off", starts=date(2026, 11, 29), ends=date(2026, 11, 30))
        year = replace(off, uid="year", starts=date(2026, 1, 1), ends=date(2027, 1, 1))
        again = imported(desk, sources, monday, off, year)
        assert sorted(kinds(again)) == [ChangeKind.ADDED, ChangeKind.REMOVED]
        assert uids(desk) == ["tue", "wed", "mon"]
        assert kinds(imported(desk, sources, year)) == []
        assert uids(desk) == ["tue", "wed", "mon"]

    def test_what_a_file_calls_off_is_removed(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        imported(desk, sources, TUESDAY, WEDNESDAY)
        again = imported(desk, sources, replace(TUESDAY, is_cancelled=True))
        assert kinds(again) == [ChangeKind.REMOVED]
        assert uids(desk) == ["wed"]

    def test_a_file_is_read_once(self, desk: ShiftDesk, sources: SourceService) -> None:
        source = imported(desk, sources, TUESDAY).source
        assert sources.refresh(None, CTX, by_hand=True) == ()
        with pytest.raises(ShiftError, match="Import the new file"):
            sources.refresh(source.id, CTX, by_hand=True)

    def test_a_file_that_is_no_calendar_changes_nothing(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        with pytest.raises(CalendarError, match="no calendar"):
            sources.preview_file(roster(), b"<html>", CTX)
        assert desk.store.kept.sources == {}

    def test_a_file_that_cannot_be_kept_asks_no_keyring(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.calendar.contents[b"file"] = CalendarContent(events=(TUESDAY,))
        preview = sources.preview_file(roster(), b"file", CTX)
        desk.store.fault = StoreUnavailableError("full")
        desk.addresses.fault = CalendarError("keyring-locked", "Locked.")
        with pytest.raises(StoreUnavailableError):
            sources.keep(preview, CTX)


class TestRemoving:
    def test_coming_shifts_go_and_history_stays(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        running = an_event("2026-11-23 08:00", "2026-11-23 16:00", uid="mon")
        desk.publish(running, TUESDAY, WEDNESDAY)
        source = subscribed(sources).source
        desk.service().remove(planned(desk)[2].id)
        removed = sources.remove(source.id, CTX)
        assert (removed.source, removed.removed, removed.kept) == (source, 1, 1)
        assert removed.remark == ""
        (stays,) = planned(desk)
        assert (stays.uid, stays.source_id) == (f"{source.id}:mon", "hand")
        assert [view.source.kind for view in sources.views()] == [SourceKind.HAND]
        assert desk.addresses.kept == {}

    def test_a_keyring_that_does_not_answer_is_told(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        source = subscribed(sources).source
        desk.addresses.fault = CalendarError("keyring-locked", "The keyring is locked.")
        removed = sources.remove(source.id, CTX)
        assert "The keyring is locked." in removed.remark
        assert sources.views() == ()

    def test_a_file_asks_no_keyring(self, desk: ShiftDesk, sources: SourceService) -> None:
        source = imported(desk, sources, TUESDAY).source
        desk.addresses.fault = CalendarError("keyring-locked", "Locked.")
        assert sources.remove(source.id, CTX).remark == ""

    def test_shifts_by_hand_are_removed_one_by_one(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        start = local("2026-11-24 08:00")
        desk.service().add(ShiftDraft(starts_at=start, ends_at=start + timedelta(hours=8)))
        with pytest.raises(ShiftError, match="one by one"):
            sources.remove("hand", CTX)
        with pytest.raises(ShiftError, match="no source"):
            sources.remove("nothing", CTX)


def test_a_source_is_found_by_its_name_or_the_beginning_of_its_id(
    desk: ShiftDesk, sources: SourceService
) -> None:
    desk.publish(TUESDAY)
    first = subscribed(sources).source
    second = subscribed(sources, work(name="0001")).source  # ids of the fake begin so
    assert sources.find(" work ") == first
    assert sources.find("0001") == second
    assert sources.find(first.id[:5]) == first
    with pytest.raises(ShiftError, match="Several sources"):
        sources.find("000")
    for nothing in ("", "absent"):
        with pytest.raises(ShiftError, match="no source"):
            sources.find(nothing)


def test_nobody_has_anything_to_refresh_at_first(sources: SourceService) -> None:
    assert sources.next_refresh_at() is None
    assert sources.refresh(None, CTX) == ()
    assert sources.views() == ()


def test_a_refresh_can_be_stopped(desk: ShiftDesk, sources: SourceService) -> None:
    desk.publish(TUESDAY)
    subscribed(sources)
    stopped = JobContext(lambda progress: None)
    stopped.cancel()
    with pytest.raises(JobCancelledError):
        sources.refresh(None, stopped, by_hand=True)
    assert uids(desk) == ["tue"]


def test_answers_hold_no_address(desk: ShiftDesk, sources: SourceService) -> None:
    desk.publish(TUESDAY)
    preview = sources.preview_subscription(work(), ADDRESS, CTX)
    answers: list[Callable[[], object]] = [
        lambda: preview,
        lambda: sources.keep(preview, CTX),
        sources.views,
        lambda: desk.store.kept,
        lambda: sources.remove(preview.source.id, CTX),
    ]
    assert all("canary" not in repr(answer()) for answer in answers)
    assert MADRID in repr(preview)
