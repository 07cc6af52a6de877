"""Focus blocks see the same shifts as everybody else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.shifts import a_shift, local
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_frames import SqliteShiftFrames
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.core.focus.shift_frames import ShiftFrame
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.schedule import each_once
from workspace_assistant.core.spans import Span

NOON = local("2026-11-23 12:00")
DAY = Span(NOON - timedelta(hours=8), NOON + timedelta(hours=16))
LUNCH = ("2026-11-23 12:00", "2026-11-23 12:30")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "log.sqlite3")
    yield made
    made.close()


def keep(database: Database, *shifts: Shift) -> None:
    with SqliteShiftStore(database).writing() as writer:
        for shift in shifts:
            writer.put(shift)


def frame_of(shift: Shift) -> ShiftFrame:
    return ShiftFrame(
        id=shift.id,
        name=shift.name,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        breaks=tuple(Span(one.starts_at, one.ends_at) for one in shift.breaks),
    )


def test_a_shift_told_twice_is_one_and_one_taken_off_is_none(database: Database) -> None:
    plain = a_shift("2026-11-23 08:00", "2026-11-23 16:00", key="a", name="Early")
    fuller = replace(
        a_shift("2026-11-23 08:00", "2026-11-23 16:00", key="b", source="feed", breaks=[LUNCH])
    )
    off = replace(a_shift("2026-11-23 17:00", "2026-11-23 19:00", key="c"), is_hidden=True)
    keep(database, plain, fuller, off)

    assert SqliteShiftFrames(database)(DAY) == (frame_of(fuller),)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(-12, 20), st.integers(1, 9), st.booleans(), st.booleans()),
        max_size=6,
    )
)
def test_the_frames_are_what_the_feature_of_shifts_tells(
    database: Database, drawn: list[tuple[int, int, bool, bool]]
) -> None:
    model = a_shift("2026-11-23 12:00", "2026-11-23 13:00", breaks=[LUNCH])
    with SqliteShiftStore(database).writing() as writer:
        for number, (start, hours, has_break, is_hidden) in enumerate(drawn):
            starts_at = NOON + timedelta(hours=start)
            writer.put(
                replace(
                    model,
                    id=f"s{number}",
                    uid=f"s{number}",
                    starts_at=starts_at,
                    ends_at=starts_at + timedelta(hours=hours),
                    breaks=model.breaks if has_break else (),
                    is_hidden=is_hidden,
                )
            )
    with SqliteShiftStore(database).reading() as reader:
        told = each_once(reader.between(DAY))
    assert SqliteShiftFrames(database)(DAY) == tuple(map(frame_of, told))
    with SqliteShiftStore(database).writing() as writer:
        for number in range(len(drawn)):
            writer.remove(f"s{number}")


def test_a_shift_that_cannot_be_read_hides_no_other(database: Database, tmp_path: Path) -> None:
    keep(
        database,
        a_shift("2026-11-23 08:00", "2026-11-23 10:00", key="a"),
        a_shift("2026-11-23 10:00", "2026-11-23 12:00", key="b"),
    )
    database.close()
    with closing(sqlite3.connect(tmp_path / "log.sqlite3")) as connection:
        connection.execute("UPDATE shift SET breaks = '[1]' WHERE id = 'a'")
        connection.commit()

    assert [frame.id for frame in SqliteShiftFrames(database)(DAY)] == ["b"]
