"""Subscribed calendars: what they change, and when they are stale."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.focus import MONDAY
from tests.fakes.shift_sources import (
    ADDRESS,
    CTX,
    DOWN,
    HOUR,
    TUESDAY,
    WEDNESDAY,
    kinds,
    planned,
    refreshed,
    roster,
    subscribed,
    uids,
    work,
)
from tests.fakes.shifts import (
    MemoryShiftStore,
    MemoryShiftWriter,
    ShiftDesk,
    an_event,
    local,
)
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobCancelledError
from workspace_assistant.core.shifts.drafts import CalendarDraft
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.model import (
    ChangeKind,
    Filter,
    Place,
)
from workspace_assistant.core.shifts.ports import CalendarError, Fetched
from workspace_assistant.core.shifts.source_service import SourceService


@pytest.fixture
def desk() -> ShiftDesk:
    return ShiftDesk()


@pytest.fixture
def sources(desk: ShiftDesk) -> SourceService:
    return desk.service().sources


class TestSubscriptions:
    def test_a_preview_keeps_nothing(self, desk: ShiftDesk, sources: SourceService) -> None:
        desk.publish(TUESDAY, faults=["Event 2 has no start."])
        preview = sources.preview_subscription(work(), ADDRESS, CTX)
        assert [one.uid for one in preview.choice.shifts] == ["tue"]
        assert preview.choice.faults == ("Event 2 has no start.",)
        assert [one.kind for one in preview.changes] == [ChangeKind.ADDED]
        assert (desk.store.kept.sources, planned(desk), desk.addresses.kept) == ({}, (), {})
        assert desk.addresses.held == {preview.source.id: ADDRESS}
        sources.discard(preview)
        assert desk.addresses.held == {}

    def test_what_is_kept_is_shifts_source_address_and_state(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY, an_event("2026-11-24 18:00", "2026-11-24 19:00", "Dentist"))
        kept = subscribed(sources, work(filter=Filter(summary=("shift",)), place=Place.OFFICE))
        assert uids(desk) == ["tue"]
        assert planned(desk)[0].place is Place.OFFICE
        assert desk.addresses.kept == {kept.source.id: ADDRESS}
        assert desk.addresses.held == {}
        (view,) = sources.views()
        assert (view.source, view.coming, view.age_s, view.is_stale) == (kept.source, 1, 0.0, False)
        assert view.state.etag == "calendar 0"
        assert sources.news() == ()  # who subscribes has seen them

    @pytest.mark.parametrize("trouble", [DOWN, JobCancelledError()])
    def test_an_address_that_cannot_be_read_is_not_held(
        self, desk: ShiftDesk, sources: SourceService, trouble: Exception
    ) -> None:
        def fetch(*_: object) -> Fetched:
            raise trouble

        failing = replace(sources, fetch=fetch)
        with pytest.raises(type(trouble)):
            failing.preview_subscription(work(), ADDRESS, CTX)
        assert desk.addresses.held == {}

    def test_a_keyring_that_keeps_nothing_keeps_the_rest_out(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        preview = sources.preview_subscription(work(), ADDRESS, CTX)
        desk.addresses.fault = CalendarError("keyring-locked", "The keyring is locked.")
        with pytest.raises(CalendarError, match="locked"):
            sources.keep(preview, CTX)
        assert (desk.store.kept.sources, planned(desk)) == ({}, ())

    def test_an_address_is_forgotten_when_the_rest_cannot_be_kept(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        preview = sources.preview_subscription(work(), ADDRESS, CTX)
        desk.store.fault = StoreUnavailableError("full")
        with pytest.raises(StoreUnavailableError):
            sources.keep(preview, CTX)
        assert (desk.addresses.kept, desk.addresses.held) == ({}, {})

    def test_two_that_take_one_name_at_once_do_not_both_get_it(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        first, second = (sources.preview_subscription(work(), ADDRESS, CTX) for _ in range(2))
        sources.keep(first, CTX)
        with pytest.raises(ShiftError, match="already"):
            sources.keep(second, CTX)
        assert list(desk.addresses.kept) == [first.source.id]

    @pytest.mark.parametrize(
        ("draft", "message"),
        [
            (work(name=" \n"), "needs a name"),
            (work(name="WORK"), "already"),
            (work(name="New", time_zone="Mars/Olympus"), "no time zone"),
            (roster(name="work"), "already"),
        ],
    )
    def test_a_source_needs_a_name_of_its_own_and_a_zone(
        self, desk: ShiftDesk, sources: SourceService, draft: CalendarDraft, message: str
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        with pytest.raises(ShiftError, match=message):
            sources.preview_subscription(draft, ADDRESS, CTX)

    def test_changes_are_told_once(self, desk: ShiftDesk, sources: SourceService) -> None:
        desk.publish(TUESDAY, WEDNESDAY)
        subscribed(sources)
        desk.publish(an_event("2026-11-24 10:00", "2026-11-24 18:00", uid="tue"))
        done = refreshed(sources)
        assert sorted(kinds(done)) == [ChangeKind.MOVED, ChangeKind.REMOVED]
        (news,) = sources.news()  # Wednesday's is told on the day before
        assert (news.kind, news.after) == (ChangeKind.MOVED, planned(desk)[0])
        sources.mark_announced([news])
        assert sources.news() == ()
        desk.now.advance(12 * HOUR)
        assert [one.kind for one in sources.news()] == [ChangeKind.REMOVED]

    def test_news_that_nobody_read_in_time_settle(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        desk.publish(TUESDAY, WEDNESDAY)
        refreshed(sources)
        desk.now.at = local("2026-11-25 08:00")
        sources.refresh(None, CTX)
        with desk.store.reading() as shifts:
            assert shifts.unannounced() == ()

    def test_a_failure_keeps_everything_and_says_why(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        desk.feed.answers["*"] = DOWN
        failed = refreshed(sources)
        assert (failed.is_done, failed.state.trouble_code, failed.changes) == (
            False,
            "timed-out",
            (),
        )
        assert uids(desk) == ["tue"]
        (view,) = sources.views()
        assert (view.is_stale, view.state.trouble) == (False, "The server did not answer.")
        assert view.state.etag == "calendar 0"
        desk.publish(TUESDAY)
        assert refreshed(sources).state.failures == 0
        assert not sources.views()[0].is_stale

    def test_an_empty_calendar_is_believed_an_hour_later(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        desk.now.advance(6 * HOUR)
        desk.publish()
        doubted = refreshed(sources, by_hand=False)
        assert (doubted.is_done, doubted.state.trouble_code) == (False, "empty-calendar")
        assert doubted.state.etag == "calendar 0"
        assert uids(desk) == ["tue"]
        desk.now.advance(HOUR - 1)
        assert sources.refresh(None, CTX) == ()
        desk.now.advance(1)
        believed = refreshed(sources, by_hand=False)
        assert (believed.is_done, kinds(believed)) == (True, [ChangeKind.REMOVED])
        assert uids(desk) == []

    def test_a_person_who_was_told_may_believe_it_at_once(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        desk.publish()
        assert not refreshed(sources).is_done
        assert uids(desk) == ["tue"]
        assert refreshed(sources).is_done
        assert uids(desk) == []

    def test_an_empty_calendar_that_is_full_again_changes_nothing(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY, WEDNESDAY)
        subscribed(sources)
        desk.service().remove(planned(desk)[1].id)
        desk.publish()
        refreshed(sources)
        desk.publish(TUESDAY, WEDNESDAY)
        again = refreshed(sources)
        assert (again.is_done, again.changes, again.state.trouble) == (True, (), "")
        assert uids(desk) == ["tue"]

    def test_an_empty_calendar_is_fine_where_no_shift_was_to_come(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        desk.service().remove(planned(desk)[0].id)
        desk.publish()
        assert refreshed(sources).is_done

    def test_a_store_that_can_keep_nothing_is_no_reason_to_ask_a_server_again_and_again(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        desk.now.advance(7 * HOUR)
        asked = len(desk.feed.asked)

        @contextmanager
        def full() -> Iterator[MemoryShiftWriter]:
            raise StoreUnavailableError("No space left on device")
            yield

        store = MemoryShiftStore()
        store.kept = desk.store.kept
        store.writing = full  # type: ignore[method-assign] # the disk is full
        with pytest.raises(StoreUnavailableError):
            replace(sources, store=store).refresh(None, CTX)
        assert len(desk.feed.asked) == asked

    def test_a_program_that_dies_as_it_fetches_leaves_a_try_in_15_minutes(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        desk.now.advance(7 * HOUR)

        def fetch(*_: object) -> Fetched:
            raise JobCancelledError

        with pytest.raises(JobCancelledError):
            replace(sources, fetch=fetch).refresh(None, CTX)
        assert sources.next_refresh_at() == desk.now.at + timedelta(minutes=15)
        assert sources.refresh(None, CTX) == ()

    def test_a_calendar_that_cannot_be_understood_is_asked_for_again(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        desk.feed.answers["*"] = Fetched(content=b"<html>", etag="broken")
        assert refreshed(sources).state.trouble_code == "not-a-calendar"
        assert uids(desk) == ["tue"]
        assert sources.views()[0].state.etag == "calendar 0"

    def test_back_off_holds_unless_a_person_asks(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        desk.feed.answers["*"] = DOWN
        refreshed(sources)
        asked = len(desk.feed.asked)
        assert sources.refresh(None, CTX) == ()
        assert sources.next_refresh_at() == MONDAY + timedelta(minutes=15)
        desk.now.advance(15 * 60)
        assert not refreshed(sources, by_hand=False).is_done
        assert sources.next_refresh_at() == MONDAY + timedelta(minutes=45)
        assert len(desk.feed.asked) == asked + 1

    def test_it_is_read_an_hour_before_a_shift(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(an_event("2026-11-23 13:00", "2026-11-23 20:00"))
        subscribed(sources)
        assert sources.next_refresh_at() == local("2026-11-23 12:00")
        assert sources.refresh(None, CTX) == ()
        desk.now.at = local("2026-11-23 12:00")
        assert refreshed(sources, by_hand=False).is_done
        assert sources.next_refresh_at() == local("2026-11-23 18:00")

    def test_what_did_not_change_is_known_to_be_right(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        desk.feed.answers["*"] = Fetched(content=None)
        desk.now.advance(7 * HOUR)
        done = refreshed(sources)
        assert (done.is_done, done.changes, uids(desk)) == (True, (), ["tue"])
        assert done.state.succeeded_at == desk.now.at
        assert desk.feed.asked[-1][1].etag == "calendar 0"

    def test_the_whole_calendar_is_asked_for_when_new_days_come_into_sight(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        subscribed(sources)
        desk.now.advance(8 * 24 * HOUR)
        assert refreshed(sources).is_done
        assert desk.feed.asked[-1][1].etag == ""
        desk.now.advance(8 * 24 * HOUR)
        desk.feed.answers["*"] = Fetched(content=None)
        assert refreshed(sources).state.trouble_code == "no-answer"

    def test_a_shift_is_whole_though_parts_of_it_are_over_or_far_ahead(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        last_day = f"{(MONDAY + timedelta(days=60)).date()}"
        desk.publish(
            an_event("2026-11-23 06:00", "2026-11-23 08:30", "Phone"),
            an_event("2026-11-23 08:30", "2026-11-23 14:00", "Chat"),
            an_event(f"{last_day} 08:30", f"{last_day} 09:30", "Phone"),
            an_event(f"{last_day} 09:30", f"{last_day} 12:00", "Chat"),
            an_event(f"{last_day} 13:00", f"{last_day} 14:00", "Phone"),
        )
        subscribed(sources)
        first, last = planned(desk)
        assert (first.starts_at, first.ends_at) == (
            local("2026-11-23 06:00"),
            local("2026-11-23 14:00"),
        )
        assert last.ends_at == local(f"{last_day} 12:00")

    def test_a_subscription_that_is_removed_while_it_is_read_stays_removed(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        source = subscribed(sources).source

        def fetch(*words: object) -> Fetched:
            sources.remove(source.id, CTX)
            return desk.feed(*words)  # type: ignore[arg-type] # handed on

        meanwhile = replace(sources, fetch=fetch)
        assert meanwhile.refresh(None, CTX, by_hand=True) == ()
        assert (desk.store.kept.sources, planned(desk), desk.store.kept.states) == ({}, (), {})

    def test_one_that_is_removed_while_another_is_read_is_not_read(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        first, second = subscribed(sources).source, subscribed(sources, work(name="Z")).source

        def fetch(*words: object) -> Fetched:
            assert words[0] == first.id
            sources.remove(second.id, CTX)
            return Fetched(content=None)

        (done,) = replace(sources, fetch=fetch).refresh(None, CTX, by_hand=True)
        assert done.source == first

    @pytest.mark.parametrize("trouble", [DOWN, None])
    def test_nothing_is_written_of_a_source_that_was_removed_meanwhile(
        self, desk: ShiftDesk, sources: SourceService, trouble: CalendarError | None
    ) -> None:
        desk.publish(TUESDAY)
        source = subscribed(sources).source

        def fetch(*_: object) -> Fetched:
            sources.remove(source.id, CTX)
            if trouble is not None:
                raise trouble
            return Fetched(content=None)

        assert replace(sources, fetch=fetch).refresh(None, CTX, by_hand=True) == ()
        assert (desk.store.kept.sources, desk.store.kept.states) == ({}, {})

    def test_a_source_of_a_zone_that_is_no_longer_known_costs_no_other(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(replace(TUESDAY, time_zone=""))
        source = subscribed(sources).source
        subscribed(sources, work(name="Other"))
        with desk.store.writing() as writer:
            writer.put_source(replace(source, time_zone="Mars/Olympus"))
        done = {one.source.name: one for one in sources.refresh(None, CTX, by_hand=True)}
        assert (done["Other"].is_done, done["Work"].state.trouble_code) == (True, "no-zone")

    def test_one_source_is_refreshed_where_it_is_named(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        desk.publish(TUESDAY)
        first = subscribed(sources).source
        second = subscribed(sources, work(name="Second")).source
        (done,) = sources.refresh(second.id, CTX, by_hand=True)
        assert done.source == second
        assert sources.refresh(first.id, CTX) == ()
        with pytest.raises(ShiftError, match="no source"):
            sources.refresh("nothing", CTX)
