"""The store of breaks: the same for the database and for the one that tests use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.breaks import MemoryBreakStore
from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.core.breaks.model import (
    Act,
    ActivityKind,
    ActivityStretch,
    BreakKind,
    BreakRecord,
    Outcome,
)
from workspace_assistant.core.breaks.ports import Asked, Beat, BreakStore
from workspace_assistant.core.spans import Span

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = Span(NINE - timedelta(hours=5), NINE + timedelta(hours=19))


def after(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def stretch(name: str, start: float, end: float) -> ActivityStretch:
    return ActivityStretch(
        id=name, kind=ActivityKind.ACTIVE, started_at=after(start), ended_at=after(end)
    )


WHOLE = BreakRecord(
    id="a",
    kind=BreakKind.REST,
    due_at=after(60),
    offered_at=after(61),
    began_at=after(62),
    ended_at=after(67),
    outcome=Outcome.TAKEN,
    reason="",
    length_s=300.0,
    rest_s=290.5,
    input_s=9.5,
    postponed_count=1,
)
OPEN = BreakRecord(id="b", kind=BreakKind.MICRO, due_at=after(90), reason="in-call")
BEAT = Beat(watcher="one", at=NINE, elapsed_s=100.0, awake_s=90.0, boot_id="boot")


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BreakStore]:
    if request.param == "memory":
        yield MemoryBreakStore()
        return
    database = Database(tmp_path / "data.sqlite3")
    yield SqliteBreakStore(database)
    database.close()


def test_a_break_is_found_where_it_was_due(store: BreakStore) -> None:
    store.put(OPEN)
    store.put(WHOLE)
    assert store.records(DAY) == (WHOLE, OPEN)
    assert store.records(Span(after(60), after(90))) == (WHOLE,)
    assert store.records(Span(after(61), after(90))) == ()


def test_what_became_of_a_break_takes_the_place_of_what_was_known(store: BreakStore) -> None:
    store.put(OPEN)
    assert store.open_records() == (OPEN,)
    over = replace(OPEN, outcome=Outcome.BLOCKED, ended_at=after(100))
    store.put(over)
    assert store.records(DAY) == (over,)
    assert store.open_records() == ()


def test_an_outcome_stays_as_it_is(store: BreakStore) -> None:
    store.put(WHOLE)
    store.put(replace(WHOLE, outcome=None, ended_at=None))
    store.put(replace(WHOLE, outcome=Outcome.SKIPPED))
    assert store.records(DAY) == (WHOLE,)
    assert store.open_records() == ()


def test_open_breaks_come_in_their_order(store: BreakStore) -> None:
    earlier = replace(OPEN, id="z", due_at=after(10))
    store.put(OPEN)
    store.put(earlier)
    assert store.open_records() == (earlier, OPEN)


def test_a_stretch_grows_and_never_shrinks(store: BreakStore) -> None:
    store.prolong(stretch("a", 0, 10))
    store.prolong(stretch("a", 0, 20))
    store.prolong(stretch("a", 0, 15))
    assert store.activity(DAY) == (stretch("a", 0, 20),)


def test_activity_is_found_where_it_was(store: BreakStore) -> None:
    for one in (stretch("b", 20, 30), stretch("a", 0, 10)):
        store.prolong(one)
    assert store.activity(DAY) == (stretch("a", 0, 10), stretch("b", 20, 30))
    assert store.activity(Span(after(10), after(20))) == ()
    assert store.activity(Span(after(29), after(40))) == (stretch("b", 20, 30),)
    assert store.latest_activity_end() == after(30)


def test_of_nothing_nothing_is_known(store: BreakStore) -> None:
    assert store.records(DAY) == ()
    assert store.open_records() == ()
    assert store.activity(DAY) == ()
    assert store.latest_activity_end() is None
    assert store.beat() is None
    assert store.take_asked() == ()


def test_one_program_watches_at_a_time(store: BreakStore) -> None:
    other = replace(BEAT, watcher="other", elapsed_s=140.0, awake_s=130.0)
    assert store.claim(BEAT)
    assert not store.claim(other)
    assert store.beat() == BEAT
    later = replace(BEAT, at=after(1), elapsed_s=130.0, awake_s=120.0)
    assert store.claim(later)
    assert store.beat() == later


def test_another_program_comes_when_the_first_has_fallen_silent(store: BreakStore) -> None:
    other = replace(BEAT, watcher="other", elapsed_s=150.0, awake_s=136.0)
    assert store.claim(BEAT)
    assert store.claim(other)
    assert store.beat() == other


def test_a_newcomer_takes_over_at_once(store: BreakStore) -> None:
    other = replace(BEAT, watcher="other", elapsed_s=101.0, awake_s=91.0)
    assert store.claim(BEAT)
    assert store.claim(other, is_newcomer=True)
    assert not store.claim(replace(BEAT, elapsed_s=130.0, awake_s=120.0))


def test_only_who_watches_is_released(store: BreakStore) -> None:
    other = replace(BEAT, watcher="other")
    store.claim(BEAT)
    store.release("other")
    assert not store.claim(other)
    store.release("one")
    assert store.beat() is None
    assert store.claim(other)


def test_what_was_asked_is_given_once_and_in_order(store: BreakStore) -> None:
    first = Asked(id="z", act=Act.BEGIN, at=NINE)
    second = Asked(id="a", act=Act.SKIP, at=NINE)
    store.ask(first)
    store.ask(second)
    assert store.take_asked() == (first, second)
    assert store.take_asked() == ()


def test_rows_that_nobody_understands_hide_no_others(tmp_path: Path) -> None:
    database = Database(tmp_path / "data.sqlite3")
    store = SqliteBreakStore(database)
    store.put(WHOLE)
    store.prolong(stretch("a", 0, 10))
    store.ask(Asked(id="a", act=Act.DONE, at=NINE))
    when = (WHOLE.due_at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    with database.transaction() as connection:
        connection.execute("INSERT INTO break_record VALUES ('z', ?, NULL, '{}')", (when,))
        connection.execute(
            "INSERT INTO activity_stretch VALUES ('z', 'dancing', ?, ?)", (when, when + 1)
        )
        connection.execute("INSERT INTO break_asked (id, act, at) VALUES ('z', 'sing', 0)")
        connection.execute("INSERT INTO break_beat VALUES (1, 'x', ?, 0, NULL, 'b')", (2**62,))
    assert store.records(DAY) == (WHOLE,)
    assert store.activity(DAY) == (stretch("a", 0, 10),)
    assert [one.act for one in store.take_asked()] == [Act.DONE]
    assert store.beat() is None
    database.close()
