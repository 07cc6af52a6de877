from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from tests.fakes.data_keeping import MADE_AT, FakePruning, FakeShelf, FakeTurn, a_backup
from workspace_assistant.core.data_keeping.attending import BackupKeeper
from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.errors import DamagedStoreError
from workspace_assistant.core.jobs import JobContext

DAY = timedelta(days=1)
CTX = JobContext(lambda _: None)


@dataclass
class Desk:
    shelf: FakeShelf = field(default_factory=FakeShelf)
    turn: FakeTurn = field(default_factory=FakeTurn)
    pruning: FakePruning = field(default_factory=FakePruning)
    ages: dict[DataKind, str] = field(default_factory=dict)
    now: datetime = MADE_AT
    checks: int = 0
    damage: DamagedStoreError | None = None

    def check(self) -> None:
        self.checks += 1
        if self.damage is not None:
            raise self.damage

    def keeper(self) -> BackupKeeper:
        return BackupKeeper(
            shelf=self.shelf,
            turn=self.turn.taken,
            check=self.check,
            prune=self.pruning,
            ages=lambda: self.ages,
            now=lambda: self.now,
        )

    def pass_to(self, at: datetime) -> None:
        self.now = self.shelf.now = at


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_one_is_made_a_day_and_old_ones_go(desk: Desk) -> None:
    keeper = desk.keeper()
    for day in range(40):
        desk.pass_to(MADE_AT + day * DAY)
        assert keeper.attend(CTX) is None
        keeper.attend(CTX)  # the same day: nothing is due
    assert len(desk.shelf.kept) == 10
    assert desk.shelf.asked == 40
    assert desk.pruning.asked == []


def test_the_database_is_looked_through_once_where_none_is_due(desk: Desk) -> None:
    desk.shelf.kept = [a_backup()]
    keeper = desk.keeper()
    for _ in range(3):
        keeper.attend(CTX)
    assert desk.checks == 1


def test_a_backup_is_a_look_as_well(desk: Desk) -> None:
    keeper = desk.keeper()
    keeper.attend(CTX)
    keeper.attend(CTX)
    assert desk.checks == 0


def test_damage_is_raised_and_rotates_nothing(desk: Desk) -> None:
    desk.shelf.kept = [a_backup(MADE_AT - number * DAY) for number in range(2, 30)]
    desk.shelf.trouble = DamagedStoreError("page 3")
    with pytest.raises(DamagedStoreError):
        desk.keeper().attend(CTX)
    assert len(desk.shelf.kept) == 28
    desk.shelf.kept, desk.damage = [a_backup()], DamagedStoreError("page 3")
    keeper = desk.keeper()
    for _ in range(2):  # told again until it is mended
        with pytest.raises(DamagedStoreError):
            keeper.attend(CTX)


@pytest.mark.parametrize("trouble", ["full", "busy", "error"])
def test_what_fails_is_put_off_and_told_to_nobody(desk: Desk, trouble: str) -> None:
    desk.shelf.is_roomy = trouble != "full"
    desk.turn.is_free = trouble != "busy"
    desk.shelf.trouble = OSError("no") if trouble == "error" else None
    keeper = desk.keeper()
    keeper.attend(CTX)
    asked = desk.shelf.asked
    desk.shelf.is_roomy, desk.turn.is_free, desk.shelf.trouble = True, True, None
    desk.pass_to(MADE_AT + timedelta(minutes=14))
    keeper.attend(CTX)
    assert (desk.shelf.kept, desk.shelf.asked) == ([], asked)
    desk.pass_to(MADE_AT + timedelta(minutes=15))
    keeper.attend(CTX)
    assert len(desk.shelf.kept) == 1


def test_a_clock_that_is_set_back_does_not_put_it_off(desk: Desk) -> None:
    desk.shelf.is_roomy = False
    keeper = desk.keeper()
    keeper.attend(CTX)
    desk.shelf.is_roomy = True
    desk.pass_to(MADE_AT - 300 * DAY)
    keeper.attend(CTX)
    assert len(desk.shelf.kept) == 1


def test_what_was_chosen_to_go_goes_after_a_backup_of_it(desk: Desk) -> None:
    desk.ages = {DataKind.LINE_MINUTES: "30d"}
    desk.keeper().attend(CTX)
    assert desk.pruning.asked == [{DataKind.LINE_MINUTES: MADE_AT - 30 * DAY}]
    desk.turn.is_free = False
    desk.pass_to(MADE_AT + DAY)
    desk.keeper().attend(CTX)
    assert len(desk.pruning.asked) == 1
