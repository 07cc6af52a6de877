"""The store of check-ins: the same for the database and for the one that tests use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.check_in import MemoryCheckInStore
from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.core.check_in.model import Answers, CheckIn, HardContact
from workspace_assistant.core.check_in.ports import CheckInStore
from workspace_assistant.core.spans import Span

FOUR = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = Span(FOUR - timedelta(hours=12), FOUR + timedelta(hours=12))
TOLD = CheckIn(
    id="ab" * 16,
    at=FOUR,
    since=FOUR - timedelta(hours=8),
    until=FOUR,
    shift_id="s1",
    answers=Answers(eyes=2, contact=5, hard_contacts=0, learning_minutes=20, note="“so so” 🙂"),
)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CheckInStore]:
    if request.param == "memory":
        yield MemoryCheckInStore()
        return
    database = Database(tmp_path / "data.sqlite3")
    yield SqliteCheckInStore(database)
    database.close()


def test_what_was_told_comes_back_as_it_was(store: CheckInStore) -> None:
    store.put(TOLD)
    assert store.between(DAY) == (TOLD,)
    assert store.of_shift("s1") == TOLD
    assert store.of_shift("s2") is None
    assert store.between(Span(FOUR + MINUTE, DAY.end)) == ()
    assert store.between(Span(DAY.start, FOUR)) == ()


def test_told_again_it_takes_the_place_of_what_was_told(store: CheckInStore) -> None:
    store.put(TOLD)
    again = replace(TOLD, until=FOUR + MINUTE, answers=Answers(eyes=4))
    store.put(again)
    assert store.between(DAY) == (again,)


def test_a_shift_has_one_check_in_whoever_tells_it(store: CheckInStore) -> None:
    store.put(TOLD)
    other = replace(TOLD, id="cd" * 16)
    store.put(other)
    assert store.between(DAY) == (other,)


def test_what_is_read_and_told_in_one_act_is_kept_whole_or_not_at_all(store: CheckInStore) -> None:
    store.put(TOLD)
    with store.writing() as writing:
        before = writing.of_shift("s1")
        assert before == TOLD
        writing.put(replace(before, answers=Answers(eyes=5)))
    (kept,) = store.between(DAY)
    assert kept.answers == Answers(eyes=5)


def test_days_without_a_shift_are_kept_beside_each_other(store: CheckInStore) -> None:
    first = replace(TOLD, shift_id=None)
    second = replace(first, id="cd" * 16, at=FOUR + MINUTE, until=FOUR + MINUTE)
    store.put(second)
    store.put(first)
    assert store.between(DAY) == (first, second)


def test_it_is_found_by_the_beginning_of_its_id(store: CheckInStore) -> None:
    for number in range(4):
        store.put(replace(TOLD, id=f"a{number}" * 16, shift_id=f"s{number}"))
    assert [one.id[:2] for one in store.find("a")] == ["a0", "a1", "a2"]
    assert [one.id[:2] for one in store.find("a3")] == ["a3"]
    assert store.find("b") == ()


def test_what_is_removed_is_gone(store: CheckInStore) -> None:
    store.put(TOLD)
    store.remove(TOLD.id)
    store.remove(TOLD.id)
    assert store.between(DAY) == ()


def test_marks_come_in_their_order_and_can_be_taken_out(store: CheckInStore) -> None:
    later = HardContact(id="1" * 32, at=FOUR + MINUTE, is_abusive=True)
    first = HardContact(id="2" * 32, at=FOUR, is_solved=True)
    store.mark(later)
    store.mark(first)
    assert store.marks(DAY) == (first, later)
    assert store.marks(Span(FOUR, FOUR + MINUTE)) == (first,)
    store.unmark(first.id)
    assert store.marks(DAY) == (later,)


@pytest.mark.parametrize("answers", ['{"eyes": "good"}', "[1]", '{"note": 3}'])
def test_a_row_that_nobody_understands_hides_no_other(tmp_path: Path, answers: str) -> None:
    database = Database(tmp_path / "data.sqlite3")
    store = SqliteCheckInStore(database)
    store.put(TOLD)
    with database.transaction() as connection:
        at = FOUR.timestamp() * 1e6
        connection.execute(
            "INSERT INTO check_in VALUES ('z', ?, ?, ?, NULL, ?)", (int(at), 1, 2, answers)
        )
    assert store.between(DAY) == (TOLD,)
    database.close()


def test_answers_of_a_later_version_are_read_as_far_as_they_are_known(tmp_path: Path) -> None:
    database = Database(tmp_path / "data.sqlite3")
    store = SqliteCheckInStore(database)
    store.put(TOLD)
    with database.transaction() as connection:
        connection.execute("UPDATE check_in SET answers = json_set(answers, '$.mood', 3)")
    assert store.between(DAY) == (TOLD,)
    database.close()
