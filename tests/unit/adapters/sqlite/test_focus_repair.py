"""A running block that cannot be read any more is put together again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.focus import CountingId, FakeClock
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.correction_service import CorrectionService
from workspace_assistant.core.focus.errors import FocusError, UnreadableBlockError
from workspace_assistant.core.focus.model import Block, Cause
from workspace_assistant.core.focus.service import FocusService


class File:
    """A log in a file that a test damages."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = FakeClock()
        self.new_id = CountingId()
        self.database = Database(path)

    @property
    def service(self) -> FocusService:
        return FocusService(SqliteFocusLog(self.database), self.clock, self.new_id, "window")

    def damage(self, *statements: str) -> None:
        self.database.close()
        with closing(sqlite3.connect(self.path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    def running(self) -> Block:
        block = self.service.now().block
        assert block is not None
        return block


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    made = File(tmp_path / "log.sqlite3")
    made.service.start(Plan(name="Refunds", tags=("vip",), planned_s=3000.0))
    made.clock.advance(60)
    made.service.interrupt(Cause.PHONE, note="parcel")
    made.clock.advance(60)
    made.service.pause()
    yield made
    made.database.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE focus_block SET channel = 'smoke'",
        "UPDATE focus_block SET tags = '[1]'",
        "UPDATE focus_block SET anchor_at = 9223372036854775807",
        "UPDATE focus_gap SET reason = 'smoke'",
        "UPDATE focus_interruption SET cause = 'smoke'",
    ],
)
def test_the_change_log_gives_back_all_that_was_known(file: File, statement: str) -> None:
    before = file.running()
    file.damage(statement)
    with pytest.raises(UnreadableBlockError):
        file.service.now()

    change = file.service.repair()

    assert (change.action, change.differences) == ("repair", ())
    assert file.running() == before
    file.clock.advance(60)
    file.service.resume()  # and it goes on
    file.service.stop()


def test_what_the_change_log_cannot_tell_either_is_set_aside(file: File) -> None:
    file.damage(
        "UPDATE focus_block SET channel = 'smoke'",
        """UPDATE focus_difference SET after = replace(after, '"other"', '"smoke"')""",
    )

    assert file.service.repair().action == "set-aside"
    assert file.service.now().block is None
    file.service.start(Plan(name="Mail"))
    with SqliteFocusLog(file.database).reading() as log:
        assert [one.name for one in log.find("")] == ["Mail"]
        assert log.unreadable() == 1  # nothing of it was thrown away


def test_one_that_has_no_room_any_more_is_set_aside(file: File) -> None:
    file.damage("UPDATE focus_block SET channel = 'smoke', started_at = started_at + 3600000000")
    with SqliteFocusLog(file.database).writing() as log:
        log.put(block_at(file))

    assert file.service.repair().action == "set-aside"


def block_at(file: File) -> Block:
    """One that lies where the damaged one began."""
    at = file.clock.read().wall_at
    return Block(
        id="f" * 32,
        name="Mail",
        started_at=at.replace(hour=7, minute=30),
        ended_at=at.replace(hour=8, minute=1),
        time_zone="UTC",
        utc_offset_s=0,
    )


def test_what_a_change_did_to_other_blocks_is_passed_over(file: File) -> None:
    parts = (SqliteFocusLog(file.database), file.clock, file.new_id, "window")
    start = file.running().started_at
    CorrectionService(*parts).split(file.running().id, start + timedelta(seconds=30))
    before = file.running()
    file.damage("UPDATE focus_block SET channel = 'smoke' WHERE ended_at IS NULL")

    assert file.service.repair().action == "repair"
    assert file.running() == before


def test_a_block_that_was_left_alone_is_asked_about_once_it_is_repaired(file: File) -> None:
    file.damage("UPDATE focus_block SET channel = 'smoke'")
    file.clock.reboot(600)
    file.service.repair()

    assert file.service.now().left_alone is not None


def test_an_undo_does_not_take_a_repair_back(file: File) -> None:
    file.damage("UPDATE focus_block SET channel = 'smoke'")
    file.service.repair()
    file.service.undo_last()  # the pause

    assert file.running().gaps == ()


def test_a_sound_log_needs_no_repair(file: File) -> None:
    with pytest.raises(FocusError, match="Nothing needs to be repaired"):
        file.service.repair()
    file.service.stop()
    with pytest.raises(FocusError, match="Nothing needs to be repaired"):
        file.service.repair()
