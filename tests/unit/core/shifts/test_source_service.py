"""Patterns, files and subscriptions: kept whole or not at all, and nothing is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest

from tests.fakes.focus import MONDAY
from tests.fakes.shifts import (
    MADRID,
    MemoryShiftStore,
    MemoryShiftWriter,
    ShiftDesk,
    an_event,
    local,
)
from workspace_assistant.core.errors import RefusedError, StoreUnavailableError
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.shifts.drafts import CalendarDraft, PatternDraft, ShiftDraft
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.model import (
    ChangeKind,
    Filter,
    Place,
    Shift,
    SourceKind,
    WeeklyBreak,
    WeeklyShift,
)
from workspace_assistant.core.shifts.pattern_words import parse_lines
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarError, Fetched
from workspace_assistant.core.shifts.source_service import Refreshed, SourceService
from workspace_assistant.core.spans import FOREVER, Span

ADDRESS = "https://calendar.example/private-canary"
CTX = JobContext(lambda progress: None)
HOUR = 3600.0
DOWN = CalendarError("timed-out", "The server did not answer.")

# The clock stands at Monday 2026-11-23, 09:00 in Madrid.
TUESDAY = an_event("2026-11-24 08:00", "2026-11-24 16:00", uid="tue")
WEDNESDAY = an_event("2026-11-25 08:00", "2026-11-25 16:00", uid="wed")


@pytest.fixture
def desk() -> ShiftDesk:
    return ShiftDesk()


@pytest.fixture
def sources(desk: ShiftDesk) -> SourceService:
    return desk.service().sources


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


class TestPatterns:
    def pattern(self, text: str = "Mon-Fri 08:00-16:00", **more: object) -> PatternDraft:
        fields = {"lines": parse_lines(text), **more}
        return PatternDraft(**fields)  # type: ignore[arg-type] # the test names the fields

    def test_a_pattern_gives_the_shifts_of_60_days(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        added = sources.add_pattern(self.pattern())
        assert added.source.name == "Mon-Fri 08:00-16:00"
        assert added.source.pattern is not None
        assert added.source.pattern.from_on == date(2026, 11, 23)
        shifts = planned(desk)
        assert len(shifts) == 45
        assert shifts[0].starts_at == local("2026-11-23 08:00")  # it runs now
        assert shifts[-1].starts_at < MONDAY + timedelta(days=60)
        assert set(kinds(added)) == {ChangeKind.ADDED}
        assert sources.news() == ()

    def test_its_days_come_into_sight_day_by_day(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        sources.add_pattern(self.pattern("Mon-Sun 08:00-16:00"))
        assert sources.next_refresh_at() == MONDAY + timedelta(days=1)
        sources.extend()
        assert len(planned(desk)) == 61
        desk.now.advance(24 * HOUR)
        sources.extend()
        assert len(planned(desk)) == 62
        desk.now.advance(24 * HOUR)
        assert kinds(refreshed(sources, by_hand=False)) == [ChangeKind.ADDED]

    def test_days_that_nobody_saw_are_written_as_history(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        sources.add_pattern(self.pattern("Mon-Sun 08:00-16:00"))
        desk.now.advance(100 * 24 * HOUR)
        sources.extend()
        shifts = planned(desk)
        assert len(shifts) == 161
        starts = [one.starts_at.date() for one in shifts]
        assert {b - a for a, b in pairwise(starts)} == {timedelta(days=1)}

    def test_a_shift_that_was_taken_off_stays_off(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        sources.add_pattern(self.pattern())
        gone = planned(desk)[3]
        desk.service().remove(gone.id)
        desk.now.advance(30 * HOUR)
        sources.extend()
        assert gone.id not in {one.id for one in planned(desk)}

    @pytest.mark.parametrize(
        ("more", "message"),
        [
            ({"lines": ()}, "needs a day"),
            ({"every_weeks": 0}, "1 to 52"),
            ({"every_weeks": 53}, "1 to 52"),
            (
                {"from_on": date(2026, 12, 1), "until_on": date(2026, 11, 30)},
                "ends before it begins",
            ),
            ({"until_on": date(2026, 11, 22), "from_on": date(2026, 11, 1)}, "still to come"),
            ({"time_zone": "Mars/Olympus"}, "no time zone"),
            ({"from_on": date(9999, 12, 30)}, "for the years"),
            (
                {
                    "lines": parse_lines(
                        "Mon 08-16", breaks=[WeeklyBreak(starts=time(16), ends=time(17))]
                    )
                },
                "inside its shift",
            ),
            ({"lines": parse_lines("Mon-Tue 22-08; Tue 07-09")}, "overlap"),
        ],
    )
    def test_a_pattern_that_makes_no_sense_is_refused(
        self, desk: ShiftDesk, sources: SourceService, more: dict[str, object], message: str
    ) -> None:
        with pytest.raises(RefusedError, match=message):
            sources.add_pattern(self.pattern(**more))
        assert not desk.store.kept.sources
        assert planned(desk) == ()

    def test_a_break_may_fit_some_days_only(self, desk: ShiftDesk, sources: SourceService) -> None:
        noon = WeeklyBreak(starts=time(12, 30), ends=time(13))
        sources.add_pattern(
            self.pattern(lines=parse_lines("Mon-Fri 08-16; Sat 08-12", breaks=[noon]))
        )
        assert {len(one.breaks) for one in planned(desk)} == {0, 1}

    def test_a_name_is_given_once(self, sources: SourceService) -> None:
        sources.add_pattern(self.pattern(name=" Weeks "))
        with pytest.raises(ShiftError, match="“weeks” already"):
            sources.add_pattern(self.pattern(name="weeks"))

    def test_a_pattern_that_begins_later_may_lie_beyond_what_is_known(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        sources.add_pattern(self.pattern(from_on=date(2027, 3, 1)))
        assert planned(desk) == ()
        desk.now.at = local("2027-01-20 08:00")
        sources.extend()
        assert len(planned(desk)) > 0

    def test_a_zone_that_is_no_longer_known_costs_no_other_source(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        source = sources.add_pattern(self.pattern()).source
        sources.add_pattern(self.pattern("Sat 10-14"))
        assert source.pattern is not None
        lost = replace(source, pattern=replace(source.pattern, time_zone="Mars/Olympus"))
        with desk.store.writing() as writer:
            writer.put_source(lost)
        before = planned(desk)
        done = {one.source.name: one for one in sources.refresh(None, CTX, by_hand=True)}
        assert (done["Sat 10:00-14:00"].is_done, done[source.name].is_done) == (True, False)
        assert done[source.name].state.trouble_code == "no-zone"
        assert planned(desk) == before
        assert sources.next_refresh_at() == MONDAY + timedelta(minutes=15)
        desk.now.advance(24 * HOUR)
        sources.extend()
        assert len(planned(desk)) > 0

    def test_a_source_without_a_pattern_has_no_shifts(
        self, desk: ShiftDesk, sources: SourceService
    ) -> None:
        made = sources.add_pattern(self.pattern()).source
        with desk.store.writing() as writer:
            writer.put_source(replace(made, pattern=None))
        desk.now.advance(24 * HOUR)
        sources.extend()
        begun = [one for one in planned(desk) if one.starts_at <= desk.now.at]
        assert list(planned(desk)) == begun

    def test_lines_with_two_shifts_a_day(self, desk: ShiftDesk, sources: SourceService) -> None:
        lines = tuple(
            WeeklyShift(weekday=1, starts=time(start), ends=time(start + 4)) for start in (8, 14)
        )
        sources.add_pattern(self.pattern(lines=lines))
        assert uids(desk)[:2] == ["2026-11-24T08:00", "2026-11-24T14:00"]


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
