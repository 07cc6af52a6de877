"""Imports of thousands of entries, and taking them back, while others act."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.focus import MONDAY, CountingId, FakeClock
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.correction_service import CorrectionService
from workspace_assistant.core.focus.corrections import BlockEdit
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.exchange.parsed import Parsed
from workspace_assistant.core.focus.exchange_service import ExchangeService
from workspace_assistant.core.focus.model import Block, Cause
from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.core.focus.service import FocusService

COUNT = 600


class Desk:
    """A log in a file; another program has it open as well."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = FakeClock()
        self.new_id = CountingId()
        self.mine, self.others = Database(path), Database(path)

    def acts(self, database: Database) -> FocusService:
        return FocusService(SqliteFocusLog(database), self.clock, self.new_id, "window")

    @property
    def exchange(self) -> ExchangeService:
        return ExchangeService(SqliteFocusLog(self.mine), self.clock, self.next_id, "import")

    def next_id(self) -> str:
        return self.new_id()

    def count(self) -> int:
        with closing(sqlite3.connect(self.path)) as connection:
            return int(connection.execute("SELECT count(*) FROM focus_block").fetchone()[0])

    def close(self) -> None:
        self.mine.close()
        self.others.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "log.sqlite3")
    yield made
    made.close()


def entries() -> Parsed:
    start = MONDAY - timedelta(days=30)
    return Parsed(
        blocks=tuple(
            Block(
                id=f"{number:032x}",
                name=f"Task {number}",
                started_at=start + timedelta(minutes=10 * number),
                ended_at=start + timedelta(minutes=10 * number + 5),
                time_zone="UTC",
                utc_offset_s=0,
                source=f"toggl:{number}",
            )
            for number in range(COUNT)
        )
    )


def test_an_import_is_taken_back_and_given_again_while_a_block_runs(desk: Desk) -> None:
    running = desk.acts(desk.others)
    running.start(Plan(name="Mail"))
    change = desk.exchange.take_over(desk.exchange.preview(entries()))
    assert desk.count() == COUNT + 1
    running.interrupt(Cause.PET)

    undo = desk.acts(desk.mine).undo(change.id)
    assert desk.count() == 1
    desk.acts(desk.mine).undo_last()  # the interruption: an undo is no act
    desk.acts(desk.mine).undo(undo.id)
    assert desk.count() == COUNT + 1
    block = running.now().block
    assert block is not None
    assert block.interruptions == ()


def test_the_latest_act_may_be_an_import(desk: Desk) -> None:
    desk.exchange.take_over(desk.exchange.preview(entries()))
    desk.acts(desk.mine).undo_last()

    assert desk.count() == 0


def test_others_act_while_an_import_is_worked_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = desk.exchange.preview(entries())
    acts: list[int] = []

    def act_meanwhile() -> str:
        if not acts:
            acts.append(desk.acts(desk.others).start(Plan(name="Mail")).id)
        return "f" * 32

    first = preview.new[0]
    monkeypatch.setattr(desk, "next_id", act_meanwhile)
    with SqliteFocusLog(desk.mine).writing() as log:
        log.put(
            Block(
                id="e" * 32,
                name="Old",
                started_at=first.started_at + timedelta(minutes=1),
                ended_at=first.started_at + timedelta(minutes=2),
                time_zone="UTC",
                utc_offset_s=0,
            )
        )
    preview = desk.exchange.preview(entries())  # one of them is cut in two, which asks for an id
    desk.exchange.take_over(preview, OverlapChoice.TRIM_NEW)

    assert len(acts) == 1
    assert desk.count() == COUNT + 3


def test_an_import_that_was_changed_since_is_not_taken_back_in_part(desk: Desk) -> None:
    change = desk.exchange.take_over(desk.exchange.preview(entries()))
    corrections = CorrectionService(SqliteFocusLog(desk.others), desk.clock, desk.new_id, "window")
    corrections.edit(f"{7:032x}", BlockEdit(name="Post"))

    with pytest.raises(FocusError, match="came later"):
        desk.acts(desk.mine).undo(change.id)
    assert desk.count() == COUNT


def test_references_are_looked_up_again_afterwards(desk: Desk) -> None:
    desk.exchange.take_over(desk.exchange.preview(entries()))
    with desk.mine.reading() as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
