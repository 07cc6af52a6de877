"""What both logs of tips must keep: the one in memory and the real one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.tips import NOON, SHIFT, MemoryTipLog, an_offer
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.tip_log import SqliteTipLog
from workspace_assistant.core.tips.model import Answer, Kept, Quote, TipEvent
from workspace_assistant.core.tips.ports import TipLog

QUOTE = Quote(
    name="interruptions.pet.week",
    value=4.5,
    sentence="{count} interruptions by pets, most between {start} and {end}.",
    parts={"count": "4", "start": "15:00", "end": "16:00"},
)
OFFER = replace(an_offer("pets", NOON + timedelta(microseconds=1)), quotes=(QUOTE, QUOTE))
HELPED = TipEvent(at=NOON, tip_id="pets", answer=Answer.HELPED, period=SHIFT.key)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "data" / "test.sqlite3")
    yield database
    database.close()


@pytest.fixture(params=["memory", "sqlite"])
def log(request: pytest.FixtureRequest, database: Database) -> TipLog:
    return MemoryTipLog() if request.param == "memory" else SqliteTipLog(database)


def test_a_new_log_is_empty(log: TipLog) -> None:
    assert log.kept() == Kept()


def test_lines_come_back_whole_in_the_order_of_writing(log: TipLog) -> None:
    assert log.claim(OFFER, log.kept().mark)
    log.add(HELPED)  # earlier by the clock, which was set back
    log.add(replace(HELPED, answer=Answer.PUT_BACK, period="day 2026-11-23"))
    put_back = replace(HELPED, answer=Answer.PUT_BACK, period="day 2026-11-23")
    assert log.kept().events == (OFFER, HELPED, put_back)


@pytest.mark.parametrize("between", [OFFER, HELPED])
def test_a_choice_that_rests_on_an_older_log_is_not_kept(log: TipLog, between: TipEvent) -> None:
    mark = log.kept().mark
    log.add(between)
    assert not log.claim(an_offer("other"), mark)
    assert log.kept().events == (between,)
    assert log.claim(an_offer("other"), log.kept().mark)


def test_of_two_programs_that_choose_at_once_one_shows(tmp_path: Path) -> None:
    gate = threading.Barrier(4)
    wins: list[str] = []

    def choose(name: str) -> None:
        database = Database(tmp_path / "data" / "test.sqlite3")
        log = SqliteTipLog(database)
        mark = log.kept().mark
        gate.wait(60)
        if log.claim(an_offer(name), mark):
            wins.append(name)
        database.close()

    threads = [threading.Thread(target=choose, args=(str(number),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(wins) == 1


@pytest.mark.parametrize(
    "damage",
    [
        "answer = 'sung'",
        "at = 9223372036854775807",
        "quotes = '[{}]'",
        "quotes = '{}'",
        "quotes = '[1]'",
        """quotes = '[{"name": "a", "value": "much", "sentence": "", "parts": {}}]'""",
        """quotes = '[{"name": "a", "value": 1, "sentence": "", "parts": []}]'""",
    ],
)
def test_a_line_that_cannot_be_read_keeps_no_other_back(database: Database, damage: str) -> None:
    log = SqliteTipLog(database)
    log.add(OFFER)
    with database.transaction() as connection:
        connection.execute(f"UPDATE tip_event SET {damage}")
    log.add(HELPED)
    kept = log.kept()
    assert [event for event in kept.events if event.answer] == [HELPED]
    assert all(event.quotes == () for event in kept.events)
    assert log.claim(an_offer("other"), kept.mark)
