"""What every store of self-checks must do; run over the fake and the real one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.ergonomics import EXAMPLE, FIRST_DAY, GOOD, MemoryAssessments
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.ergonomics_store import SqliteAssessmentStore
from workspace_assistant.core.ergonomics.model import (
    Assessment,
    Duration,
    Origin,
    Timed,
    WorkplaceChange,
)
from workspace_assistant.core.ergonomics.ports import AssessmentStore

SECOND = timedelta(seconds=1)
UNKNOWN = Duration(
    band=None, origin=Origin.LOGGED, basis="Only {days} days were logged.", parts={"days": "1"}
)
HOME = Assessment(
    id="first",
    workplace="home",
    done_at=FIRST_DAY + timedelta(microseconds=1),
    time_zone="Europe/Madrid",
    sheet=replace(EXAMPLE, durations={**EXAMPLE.durations, Timed.MOUSE: UNKNOWN}),
)
ATTIC = replace(HOME, id="attic", workplace="Dachboden Süd", done_at=FIRST_DAY + SECOND, sheet=GOOD)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AssessmentStore]:
    if request.param == "memory":
        yield MemoryAssessments()
        return
    database = Database(tmp_path / "test.sqlite3")
    yield SqliteAssessmentStore(database)
    database.close()


def test_they_come_back_whole_and_newest_first(store: AssessmentStore) -> None:
    assert store.assessments() == ()
    later = replace(HOME, id="later", done_at=FIRST_DAY + 2 * SECOND)
    for one in (later, HOME, ATTIC):
        store.add(one)
    assert store.assessments() == (later, ATTIC, HOME)


def test_of_the_same_instant_the_one_written_last_is_the_newest(store: AssessmentStore) -> None:
    again = replace(HOME, id="again")
    store.add(HOME)
    store.add(again)
    assert store.assessments() == (again, HOME)


def test_workplaces_are_told_apart_whatever_their_capitals(store: AssessmentStore) -> None:
    shouted = replace(ATTIC, id="shouted", workplace="DACHBODEN SÜD")
    for one in (HOME, ATTIC, shouted):
        store.add(one)
    assert store.assessments("dachboden süd") == (shouted, ATTIC)
    assert store.assessments("home") == (HOME,)
    assert store.assessments("office") == ()


def test_what_is_kept_is_never_written_over(store: AssessmentStore) -> None:
    store.add(HOME)
    store.add(replace(HOME, sheet=GOOD))
    assert store.assessments() == (HOME,)


def test_answers_that_are_not_known_any_more_are_kept(store: AssessmentStore) -> None:
    odd = replace(HOME, sheet=replace(GOOD, answers={"lamp": ("green",), "noise": ()}))
    store.add(odd)
    assert store.assessments() == (odd,)


def test_changes_come_newest_first(store: AssessmentStore) -> None:
    assert store.changes() == ()
    first = WorkplaceChange(workplace="home", at=FIRST_DAY)
    second = WorkplaceChange(workplace="Dachboden Süd", at=FIRST_DAY + SECOND)
    third = WorkplaceChange(workplace="home", at=FIRST_DAY + SECOND)
    for one in (second, first, third):
        store.add_change(one)
    assert store.changes() == (third, second, first)


def test_many_programs_lose_nothing(tmp_path: Path) -> None:
    barrier = threading.Barrier(6)

    def program(number: int) -> None:
        database = Database(tmp_path / "test.sqlite3")
        barrier.wait()
        SqliteAssessmentStore(database).add(replace(HOME, id=str(number)))
        database.close()

    programs = [threading.Thread(target=program, args=(number,)) for number in range(6)]
    for one in programs:
        one.start()
    for one in programs:
        one.join()
    database = Database(tmp_path / "test.sqlite3")
    assert {one.id for one in SqliteAssessmentStore(database).assessments()} == set("012345")
    database.close()


@pytest.mark.parametrize(
    "document",
    ["[]", "{}", '{"id": 1}', '{"done_at": "2026-11-23"}', '{"done_at": "soon"}', "null"],
)
def test_what_a_newer_program_wrote_hides_nothing_else(tmp_path: Path, document: str) -> None:
    database = Database(tmp_path / "test.sqlite3")
    store = SqliteAssessmentStore(database)
    store.add(HOME)
    store.add(ATTIC)
    with database.transaction() as connection:
        connection.execute(
            "UPDATE ergonomics_assessment SET document = ? WHERE id = 'attic'", (document,)
        )
    assert store.assessments() == (HOME,)
    database.close()
