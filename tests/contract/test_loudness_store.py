"""The store of levels of calls: the same for the database and for the one that tests use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.loudness import AT, MemoryLoudnessStore, level
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.loudness_store import SqliteLoudnessStore
from workspace_assistant.core.loudness.ports import LoudnessStore
from workspace_assistant.core.spans import Span

MINUTE = timedelta(minutes=1)
DAY = Span(AT - timedelta(hours=5), AT + timedelta(hours=19))


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LoudnessStore]:
    if request.param == "memory":
        yield MemoryLoudnessStore()
        return
    with closing(Database(tmp_path / "data.sqlite3")) as database:
        yield SqliteLoudnessStore(database)


def test_a_level_comes_back_as_it_was_measured(store: LoudnessStore) -> None:
    known = level(AT, -23.456789, name="Jabra “Evolve” 🎧", port="analog-input-headset-mic")
    unknown = replace(level(AT + MINUTE, volume_db=None, port=""), noise_dbov=None)
    store.put(unknown)
    store.put(known)
    assert store.levels(DAY) == (known, unknown)


def test_a_span_has_its_beginning_and_not_its_end(store: LoudnessStore) -> None:
    first, second = level(AT), level(AT + MINUTE)
    store.put(first)
    store.put(second)
    assert store.levels(Span(AT, AT + MINUTE)) == (first,)
    assert store.levels(Span(AT + MINUTE, DAY.end)) == (second,)


def test_the_table_has_no_room_for_sound(tmp_path: Path) -> None:
    """Numbers, names and instants: sound would be a blob, or text of some length."""
    with closing(Database(tmp_path / "data.sqlite3")) as database:
        SqliteLoudnessStore(database).put(level())
        with database.reading() as connection:
            kinds = connection.execute("SELECT name, type FROM pragma_table_info('call_level')")
            texts = {name for name, kind in kinds if kind not in {"INTEGER", "REAL"}}
            (row,) = connection.execute("SELECT * FROM call_level").fetchall()
    assert texts == {"source_id", "source_name", "port"}
    assert not any(isinstance(one, bytes) for one in row)
