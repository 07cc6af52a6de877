"""The store of the watched line: the same for the database and for the one that tests use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.line_watch import MemoryLineStore
from tests.unit.core.line_watch.lines import TEN, events_of, line, second
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
from workspace_assistant.core.line_watch.minutes import summed
from workspace_assistant.core.line_watch.ports import LineStore
from workspace_assistant.core.spans import Span

(EVENT,) = events_of(line("." * 60 + "xxx" + "." * 60))
DAY = Span(TEN - timedelta(hours=5), TEN + timedelta(hours=5))


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LineStore]:
    if request.param == "memory":
        yield MemoryLineStore()
        return
    database = Database(tmp_path / "data.sqlite3")
    yield SqliteLineStore(database)
    database.close()


def test_an_event_is_found_where_it_was(store: LineStore) -> None:
    store.put_event(EVENT)
    assert store.events(DAY) == (EVENT,)
    assert store.events(Span(second(62), second(90))) == (EVENT,)
    assert store.events(Span(second(63), second(90))) == ()
    assert store.events(Span(second(0), second(60))) == ()


def test_an_event_that_grew_takes_the_place_of_what_was_known(store: LineStore) -> None:
    store.put_event(replace(EVENT, is_over=False, ended_at=EVENT.started_at))
    store.put_event(EVENT)
    assert store.events(DAY) == (EVENT,)


def test_events_come_in_their_order(store: LineStore) -> None:
    later = replace(EVENT, id="a", started_at=second(500), ended_at=second(501))
    store.put_event(later)
    store.put_event(EVENT)
    assert store.events(DAY) == (EVENT, later)


def test_minutes_come_in_their_order_and_two_runs_may_keep_the_same(store: LineStore) -> None:
    first, other = summed(line("." * 30)), summed(line("x" * 20, start=second(30)))
    next_one = summed(line("." * 60, start=second(60)))
    for minute in (first, next_one, other):
        store.put_minute(minute)
    assert store.minutes(DAY) == (first, other, next_one)
    assert store.minutes(Span(second(0), second(60))) == (first, other)
    assert store.minutes(Span(second(60), second(61))) == (next_one,)
    assert store.minutes(Span(second(61), second(200))) == ()


def test_a_row_that_nobody_understands_hides_no_other(tmp_path: Path) -> None:
    database = Database(tmp_path / "data.sqlite3")
    store = SqliteLineStore(database)
    store.put_event(EVENT)
    with database.transaction() as connection:
        connection.execute("INSERT INTO line_event VALUES ('z', 1, 2, '{\"kind\": \"rain\"}')")
    whole = Span(TEN.replace(year=1970, month=1, day=1), DAY.end)
    assert store.events(whole) == (EVENT,)
    database.close()
