"""What every store of shifts must do; run over the one in memory and the real one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from tests.fakes.shifts import (
    MADRID,
    MemoryShiftStore,
    ShiftDesk,
    a_shift,
    an_event,
    local,
    subscription,
)
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.drafts import CalendarDraft
from workspace_assistant.core.shifts.model import (
    ChangeKind,
    FeedState,
    Filter,
    Pattern,
    Place,
    Shift,
    ShiftBreak,
    ShiftChange,
    Source,
    SourceKind,
    WeeklyBreak,
    WeeklyShift,
)
from workspace_assistant.core.shifts.ports import CalendarEvent, ShiftStore
from workspace_assistant.core.spans import FOREVER, Span

ALWAYS = Span(datetime.min.replace(tzinfo=UTC), FOREVER)
CTX = JobContext(lambda progress: None)
NOW = local("2026-11-23 08:00")
MONDAY = a_shift("2026-11-23 08:00", "2026-11-23 16:00", key="monday", source="feed")
NIGHT = a_shift("2026-11-23 22:00", "2026-11-24 06:00", key="night", source="feed")
TUESDAY = a_shift("2026-11-24 08:00", "2026-11-24 16:00", key="tuesday", source="hand")

RICH_SHIFT = replace(
    MONDAY,
    name="Früh “eilig” 🐈\u200d⬛",
    starts_at=NOW + timedelta(microseconds=1),
    place=Place.OFFICE,
    breaks=(
        ShiftBreak(
            starts_at=NOW + timedelta(hours=4, microseconds=7),
            ends_at=NOW + timedelta(hours=4, minutes=30),
            name="Mittag",
        ),
    ),
    is_hidden=True,
)
RICH_SOURCE = Source(
    id="p",
    kind=SourceKind.PATTERN,
    name="Woche",
    place=Place.OTHER,
    time_zone=MADRID,
    filter=Filter(summary=("*früh*",), categories=("Work",), breaks=(), home=("zuhause",)),
    pattern=Pattern(
        time_zone="America/New_York",
        lines=(
            WeeklyShift(
                weekday=6,
                starts=time(22),
                ends=time(6, 30),
                place=Place.OFFICE,
                breaks=(WeeklyBreak(starts=time(2), ends=time(2, 15), name="tea"),),
            ),
        ),
        from_on=date(2026, 11, 2),
        until_on=date(2027, 1, 31),
        every_weeks=3,
    ),
)
RICH_STATE = FeedState(
    source_id="feed",
    succeeded_at=NOW,
    tried_at=NOW + timedelta(microseconds=3),
    failures=4,
    trouble="The server says {answer}.",
    trouble_parts=(("answer", "“no”"),),
    trouble_code="refused",
    etag='W/"1"',
    last_modified="Sun, 22 Nov 2026 12:00:00 GMT",
    next_try_at=NOW + timedelta(hours=2),
    known_until=NOW + timedelta(days=60),
)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ShiftStore]:
    if request.param == "memory":
        yield MemoryShiftStore()
        return
    database = Database(tmp_path / "data" / "test.sqlite3")
    yield SqliteShiftStore(database)
    database.close()


@pytest.fixture
def other(store: ShiftStore, tmp_path: Path) -> Iterator[ShiftStore]:
    """The same store, as another program opens it."""
    if isinstance(store, MemoryShiftStore):
        yield store
        return
    database = Database(tmp_path / "data" / "test.sqlite3")
    yield SqliteShiftStore(database)
    database.close()


def put(store: ShiftStore, *shifts: Shift) -> None:
    with store.writing() as writer:
        for one in shifts:
            writer.put(one)


def ids(shifts: tuple[Shift, ...]) -> list[str]:
    return [one.id for one in shifts]


def change(after: Shift | None, before: Shift | None = None) -> ShiftChange:
    return ShiftChange(noticed_at=NOW, kind=ChangeKind.MOVED, before=before, after=after)


def test_an_empty_store_knows_nothing(store: ShiftStore) -> None:
    with store.reading() as shifts:
        assert shifts.sources() == ()
        assert shifts.feed_state("feed") == FeedState(source_id="feed")
        assert shifts.between(ALWAYS, with_hidden=True) == ()
        assert shifts.of_source("feed", ALWAYS) == ()
        assert shifts.find("") == ()
        assert shifts.unannounced() == ()


def test_a_shift_comes_back_to_the_last_microsecond_and_letter(store: ShiftStore) -> None:
    put(store, RICH_SHIFT)
    with store.reading() as shifts:
        assert shifts.find("monday") == (RICH_SHIFT,)
        assert shifts.of_source("feed", ALWAYS) == (RICH_SHIFT,)


def test_a_shift_is_replaced_whole(store: ShiftStore) -> None:
    put(store, RICH_SHIFT)
    after = replace(TUESDAY, id=RICH_SHIFT.id, source_id="hand", uid="another")
    put(store, after)
    with store.reading() as shifts:
        assert shifts.between(ALWAYS) == (after,)


def test_a_removed_shift_is_gone(store: ShiftStore) -> None:
    put(store, MONDAY, NIGHT)
    with store.writing() as writer:
        writer.remove("monday")
        writer.remove("nothing")
        assert ids(writer.between(ALWAYS)) == ["night"]
    with store.reading() as shifts:
        assert ids(shifts.between(ALWAYS)) == ["night"]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2026-11-23 00:00", "2026-11-25 00:00", ["monday", "night", "tuesday"]),
        ("2026-11-23 16:00", "2026-11-23 22:00", []),  # ends are no part of a shift
        ("2026-11-23 15:59", "2026-11-23 22:01", ["monday", "night"]),
        ("2026-11-24 00:00", "2026-11-24 04:00", ["night"]),
        ("2026-11-23 09:00", "2026-11-23 09:00", ["monday"]),
        ("2026-11-23 08:00", "2026-11-23 08:00", []),
    ],
)
def test_shifts_that_overlap_a_span_are_found_by_their_start(
    store: ShiftStore, start: str, end: str, found: list[str]
) -> None:
    put(store, TUESDAY, NIGHT, MONDAY)
    with store.reading() as shifts:
        assert ids(shifts.between(Span(local(start), local(end)))) == found


def test_hidden_shifts_are_told_only_where_they_are_asked_for(store: ShiftStore) -> None:
    put(store, MONDAY, replace(NIGHT, is_hidden=True), TUESDAY)
    with store.reading() as shifts:
        assert ids(shifts.between(ALWAYS)) == ["monday", "tuesday"]
        assert ids(shifts.between(ALWAYS, with_hidden=True)) == ["monday", "night", "tuesday"]
        assert ids(shifts.of_source("feed", ALWAYS)) == ["monday", "night"]
        assert ids(shifts.of_source("feed", Span(NIGHT.starts_at, FOREVER))) == ["night"]


def test_several_ids_with_one_beginning_give_three_at_most(store: ShiftStore) -> None:
    put(store, *(replace(MONDAY, id=f"ab{one}", uid=f"{one}") for one in range(5)))
    with store.reading() as shifts:
        assert ids(shifts.find("ab")) == ["ab0", "ab1", "ab2"]
        assert ids(shifts.find("ab4")) == ["ab4"]
        assert shifts.find("ab%") == ()


def test_sources_come_back_by_their_names(store: ShiftStore) -> None:
    feed = subscription()
    with store.writing() as writer:
        writer.put_source(RICH_SOURCE)
        writer.put_source(feed)
    with store.reading() as shifts:
        assert shifts.sources() == (feed, RICH_SOURCE)
    renamed = replace(RICH_SOURCE, name="A week", pattern=None)
    with store.writing() as writer:
        writer.put_feed_state(RICH_STATE)
        writer.put_source(renamed)
    with store.reading() as shifts:
        assert shifts.sources() == (renamed, feed)
        assert shifts.feed_state("feed") == RICH_STATE


def test_a_state_is_replaced_and_goes_with_its_source(store: ShiftStore) -> None:
    with store.writing() as writer:
        writer.put_source(subscription())
        writer.put_feed_state(FeedState(source_id="feed", failures=1))
        writer.put_feed_state(RICH_STATE)
        assert writer.feed_state("feed") == RICH_STATE
        writer.put_source(subscription())
        assert writer.feed_state("feed") == RICH_STATE
        writer.remove_source("feed")
        assert writer.feed_state("feed") == FeedState(source_id="feed")
    with store.reading() as shifts:
        assert shifts.sources() == ()


def test_a_state_of_no_source_is_refused(store: ShiftStore) -> None:
    def put_state() -> None:
        with store.writing() as writer:
            writer.put_feed_state(RICH_STATE)

    with pytest.raises(StoreUnavailableError):
        put_state()


def test_changes_wait_until_they_are_announced(store: ShiftStore) -> None:
    with store.writing() as writer:
        for one in (change(RICH_SHIFT), change(None, NIGHT), change(MONDAY, RICH_SHIFT)):
            writer.note_change(one)
    with store.reading() as shifts:
        found = shifts.unannounced()
    assert [(one.before, one.after) for one in found] == [
        (None, RICH_SHIFT),
        (NIGHT, None),
        (RICH_SHIFT, MONDAY),
    ]
    numbers = [one.id for one in found]
    assert numbers == sorted(set(numbers))
    with store.writing() as writer:
        writer.mark_announced(numbers[:2])
        assert [one.id for one in writer.unannounced()] == numbers[2:]
    with store.writing() as writer:
        writer.mark_announced(())
        writer.mark_announced((10_000,))
        assert [one.id for one in writer.unannounced()] == numbers[2:]


def test_a_transaction_that_fails_changes_nothing(store: ShiftStore) -> None:
    put(store, MONDAY)

    def act_that_fails() -> None:
        with store.writing() as writer:
            writer.remove("monday")
            writer.put(NIGHT)
            writer.put_source(RICH_SOURCE)
            writer.note_change(change(NIGHT))
            raise LookupError

    with pytest.raises(LookupError):
        act_that_fails()
    with store.reading() as shifts:
        assert ids(shifts.between(ALWAYS)) == ["monday"]
        assert (shifts.sources(), shifts.unannounced()) == ((), ())


def test_a_view_does_not_move_while_others_write(store: ShiftStore, other: ShiftStore) -> None:
    put(store, MONDAY)
    with store.reading() as shifts:
        assert ids(shifts.between(ALWAYS)) == ["monday"]
        put(other, NIGHT)
        assert ids(shifts.between(ALWAYS)) == ["monday"]
    with store.reading() as shifts:
        assert ids(shifts.between(ALWAYS)) == ["monday", "night"]


def test_its_version_tells_own_and_foreign_writing(store: ShiftStore, other: ShiftStore) -> None:
    seen = [store.version()]
    assert store.version() == seen[0]
    for writer, shift in ((store, MONDAY), (other, NIGHT), (store, TUESDAY)):
        put(writer, shift)
        seen.append(store.version())
    assert len(set(seen)) == 4


def test_months_of_refreshes_end_alike(store: ShiftStore) -> None:
    """Calendars that change at random, with uids that are kept, swapped and made anew."""
    chance = random.Random(6)
    desk, known = ShiftDesk(store=store), ShiftDesk()  # type: ignore[arg-type] # any store will do
    sources = [one.service().sources for one in (desk, known)]
    for one in (desk, known):
        one.publish(*some_events(random.Random(5)))
    for one in sources:
        draft = CalendarDraft(kind=SourceKind.SUBSCRIPTION, name="Work")
        one.keep(one.preview_subscription(draft, "https://x.example", CTX), CTX)
    for _ in range(40):
        seed, hours = chance.random(), chance.randrange(1, 30)
        for one in (desk, known):
            one.publish(*some_events(random.Random(seed)), unread=(f"{seed}"[-1],))
            one.now.advance(hours * 3600)
        for one in sources:
            one.refresh(None, CTX, by_hand=True)
        if seed < 0.2:
            coming = known.service().between(Span(known.now.at, FOREVER))
            for one in (desk, known):
                one.service().remove(coming[0].id)
    with store.reading() as shifts, known.store.reading() as others:
        assert shifts.between(ALWAYS, with_hidden=True) == others.between(ALWAYS, with_hidden=True)
        assert shifts.unannounced() == others.unannounced()
        assert len(shifts.between(ALWAYS)) > 10
    removed = [one.remove(one.find("work").id, CTX) for one in sources]
    assert removed[0] == removed[1]


def some_events(chance: random.Random) -> list[CalendarEvent]:
    uids = chance.sample(range(40), 25)
    return [
        an_event(
            f"2026-12-{day:02} {start:02}:00",
            f"2026-12-{day:02} {start + 8:02}:00",
            uid=f"{uid}",
            location=chance.choice(["", "Office"]),
        )
        for day, uid in zip(range(1, 26), uids, strict=True)
        for start in [chance.choice([6, 8, 14])]
    ]
