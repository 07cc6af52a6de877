"""What every why-log and every store of attempts must do; run over the fakes and the real ones."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.preshift import FIRST_MORNING, MemoryAttempts, MemoryWhyLog
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.preshift_attempts import SqliteAttemptStore
from workspace_assistant.adapters.sqlite.why_log import MOST_LINES, SqliteWhyLog
from workspace_assistant.core.preshift.model import Attempt, AttemptState
from workspace_assistant.core.preshift.ports import AttemptStore
from workspace_assistant.core.reminders.model import Entry, Outcome, ReminderKind
from workspace_assistant.core.reminders.ports import WhyLog

SECOND = timedelta(seconds=1)
ATTEMPT = Attempt(
    shift_id="shift",
    shift_starts_at=FIRST_MORNING + timedelta(minutes=15),
    number=1,
    due_at=FIRST_MORNING,
    state=AttemptState.RUNNING,
    began_at=FIRST_MORNING + timedelta(microseconds=1),
)
DONE = replace(
    ATTEMPT,
    state=AttemptState.DONE,
    report_id="report",
    verdict="caution",
    top_finding="upload-below-requirement",
    detail="one",
)
ENTRY = Entry(
    at=FIRST_MORNING,
    kind=ReminderKind.READINESS,
    about="shift",
    title="Not ready",
    outcome=Outcome.SHOWN,
    reason="confirmed-2-of-3",
    detail="Upload is slow.",
)


@dataclass
class Kept:
    attempts: AttemptStore
    why_log: WhyLog


@pytest.fixture(params=["memory", "sqlite"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    if request.param == "memory":
        yield Kept(MemoryAttempts(), MemoryWhyLog())
        return
    database = Database(tmp_path / "test.sqlite3")
    yield Kept(SqliteAttemptStore(database), SqliteWhyLog(database))
    database.close()


def attempts_of(kept: Kept) -> tuple[Attempt, ...]:
    return kept.attempts.of_start(ATTEMPT.shift_starts_at)


def test_attempts_come_back_whole_by_their_number(kept: Kept) -> None:
    assert attempts_of(kept) == ()
    second = replace(DONE, number=2, told="shown")
    for one in (second, DONE):
        kept.attempts.put(one)
    assert attempts_of(kept) == (DONE, second)


def test_a_shift_that_was_moved_has_attempts_of_its_own(kept: Kept) -> None:
    kept.attempts.put(DONE)
    moved = DONE.shift_starts_at + timedelta(hours=1)
    assert kept.attempts.of_start(moved) == ()


def test_shifts_that_start_together_share_their_attempts(kept: Kept) -> None:
    kept.attempts.put(DONE)
    assert not kept.attempts.claim(replace(ATTEMPT, shift_id="other"))
    assert attempts_of(kept) == (DONE,)


def test_an_attempt_makes_room_once(kept: Kept) -> None:
    kept.attempts.put(DONE)
    aside = replace(DONE, number=3, state=AttemptState.AHEAD, began_at=FIRST_MORNING)
    for number in (3, 4):
        kept.attempts.move(DONE, replace(aside, number=number))
    assert attempts_of(kept) == (aside,)
    assert kept.attempts.claim(ATTEMPT)
    kept.attempts.move(replace(ATTEMPT, began_at=FIRST_MORNING), aside)  # it began anew since
    assert attempts_of(kept) == (ATTEMPT, aside)


def test_an_attempt_is_claimed_once(kept: Kept) -> None:
    assert kept.attempts.claim(ATTEMPT)
    assert not kept.attempts.claim(replace(ATTEMPT, began_at=ATTEMPT.began_at + SECOND))
    assert attempts_of(kept) == (ATTEMPT,)


@pytest.mark.parametrize("state", [AttemptState.DONE, AttemptState.FAILED, AttemptState.MISSED])
def test_what_is_over_is_never_claimed_again(kept: Kept, state: AttemptState) -> None:
    kept.attempts.put(replace(ATTEMPT, state=state))
    assert not kept.attempts.claim(ATTEMPT, is_alone=True)


def test_what_was_left_behind_or_waits_is_taken_over(kept: Kept) -> None:
    kept.attempts.put(ATTEMPT)
    later = replace(ATTEMPT, began_at=ATTEMPT.began_at + timedelta(minutes=10))
    assert not kept.attempts.claim(later)
    assert kept.attempts.claim(later, is_alone=True)
    kept.attempts.put(replace(ATTEMPT, state=AttemptState.WAITING))
    assert kept.attempts.claim(later)
    assert attempts_of(kept) == (later,)


def test_a_result_is_told_once(kept: Kept) -> None:
    shown = replace(DONE, told="shown")
    assert not kept.attempts.claim_telling(shown)
    kept.attempts.put(DONE)
    assert kept.attempts.claim_telling(shown)
    assert not kept.attempts.claim_telling(replace(DONE, told="merged"))
    assert attempts_of(kept) == (shown,)


def test_lines_come_newest_first_in_the_order_of_writing(kept: Kept) -> None:
    lines = [
        replace(ENTRY, title=str(number), at=FIRST_MORNING - number * SECOND) for number in range(4)
    ]
    for line in lines:
        kept.why_log.add(line)
    assert kept.why_log.recent(3) == tuple(reversed(lines[1:]))


def test_the_latest_line_and_showing_are_found(kept: Kept) -> None:
    other = replace(ENTRY, about="other", at=FIRST_MORNING + SECOND)
    held = replace(ENTRY, outcome=Outcome.HELD_BACK, at=FIRST_MORNING + 2 * SECOND)
    assert kept.why_log.latest(ENTRY.kind, "shift") is None
    assert kept.why_log.shown(ENTRY.kind, "shift") is None
    for line in (ENTRY, other, held):
        kept.why_log.add(line)
    assert kept.why_log.latest(ENTRY.kind, "shift") == held
    assert kept.why_log.latest(ENTRY.kind) == held
    assert kept.why_log.latest(ReminderKind.LINE) is None
    assert kept.why_log.shown(ENTRY.kind, "shift") == ENTRY.at
    assert kept.why_log.latest_shown(ENTRY.kind) == other.at
    assert kept.why_log.latest_shown(ReminderKind.LINE) is None


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    one = Database(tmp_path / "test.sqlite3")
    yield one
    one.close()


def test_of_many_programs_one_alone_gets_a_check(tmp_path: Path) -> None:
    won: list[int] = []
    barrier = threading.Barrier(6)

    def program(number: int) -> None:
        database = Database(tmp_path / "test.sqlite3")
        barrier.wait()
        if SqliteAttemptStore(database).claim(replace(ATTEMPT, detail=str(number))):
            won.append(number)
        database.close()

    programs = [threading.Thread(target=program, args=(number,)) for number in range(6)]
    for one in programs:
        one.start()
    for one in programs:
        one.join()
    assert len(won) == 1


def test_what_a_newer_program_wrote_is_passed_over(database: Database) -> None:
    log, attempts = SqliteWhyLog(database), SqliteAttemptStore(database)
    log.add(ENTRY)
    attempts.put(ATTEMPT)
    with database.transaction() as connection:
        connection.execute("UPDATE reminder SET outcome = 'sung'")
        connection.execute("UPDATE preshift_attempt SET state = 'dreaming'")
    assert log.recent(5) == ()
    assert log.latest(ENTRY.kind) is None
    assert attempts.of_start(ATTEMPT.shift_starts_at) == ()
    assert attempts.claim(DONE)  # else the check would be due for ever
    assert attempts.of_start(ATTEMPT.shift_starts_at) == (DONE,)


def test_the_oldest_lines_make_room(database: Database) -> None:
    log = SqliteWhyLog(database)
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO reminder (at, kind, about, title, outcome, reason, detail)"
            " VALUES (?, 'line', '', '', 'merged', '', '')",
            [(number,) for number in range(MOST_LINES)],
        )
    log.add(ENTRY)
    with database.reading() as connection:
        count, first = connection.execute("SELECT count(*), min(at) FROM reminder").fetchone()
    assert (count, first) == (MOST_LINES, 1)


def test_instants_are_kept_to_the_microsecond(database: Database) -> None:
    at = datetime.fromisoformat("2026-11-23T08:00:00.123456+00:00")
    SqliteWhyLog(database).add(replace(ENTRY, at=at))
    assert SqliteWhyLog(database).recent(1)[0].at == at
