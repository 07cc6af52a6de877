"""What was told of a shift is taken back when it is no longer planned then and there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.preshift import FIRST_MORNING, NOT_READY, PreshiftDesk
from tests.fakes.shifts import FakeNow, a_shift
from workspace_assistant.core.preshift.outdated import Outdated
from workspace_assistant.core.reminders.model import ReminderKind
from workspace_assistant.core.shifts.model import Place

MINUTE = timedelta(minutes=1)
SHIFT = replace(
    a_shift("2026-11-23 09:00", "2026-11-23 17:00"),
    starts_at=FIRST_MORNING + 10 * MINUTE,
    ends_at=FIRST_MORNING + 490 * MINUTE,
)


class Told:
    """A shift whose check went badly, and that was told."""

    def __init__(self) -> None:
        self.desk = PreshiftDesk(shifts=[SHIFT], now=FakeNow(FIRST_MORNING))
        self.desk.checks.script = [{"bandwidth": NOT_READY}]
        self.desk.service().attend(self.desk.ctx)
        assert [one.kind for one in self.desk.desktop.shown] == [ReminderKind.READINESS]

    def look(self) -> list[ReminderKind]:
        outdated = Outdated(
            shifts=self.desk.between,
            settings=lambda: self.desk.settings,
            teller=self.desk.teller(),
            now=self.desk.now,
        )
        outdated.withdraw(self.desk.ctx)
        return self.desk.desktop.withdrawn


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.mark.parametrize(
    "shifts",
    [
        pytest.param([], id="taken off"),
        pytest.param([replace(SHIFT, place=Place.OFFICE)], id="at the office"),
        pytest.param([replace(SHIFT, starts_at=SHIFT.starts_at + 60 * MINUTE)], id="moved"),
    ],
)
def test_of_a_shift_that_is_gone_it_is_taken_back_once(told: Told, shifts: list[object]) -> None:
    told.desk.shifts = shifts  # type: ignore[assignment] # the parameters are shifts
    assert told.look() == [ReminderKind.READINESS]
    assert told.look() == [ReminderKind.READINESS]
    assert told.desk.reasons[1:] == [("held-back", "shift-gone")]


def test_of_a_shift_that_is_planned_it_stays(told: Told) -> None:
    assert told.look() == []
    told.desk.now.at = SHIFT.starts_at + MINUTE
    assert told.look() == []


def test_what_is_over_by_a_day_is_left(told: Told) -> None:
    told.desk.shifts = []
    told.desk.now.at += timedelta(days=1, minutes=1)
    assert told.look() == []


def test_what_was_taken_back_already_is_left(told: Told) -> None:
    told.desk.checks.script = [{}]
    told.desk.now.at = SHIFT.starts_at - 5 * MINUTE
    told.desk.service().attend(told.desk.ctx)
    assert told.desk.desktop.shown[-1].kind is ReminderKind.READINESS_RECOVERED
    told.desk.shifts = []
    assert told.look() == [ReminderKind.READINESS]  # by the good news alone
    assert told.desk.reasons[-1] == ("shown", "recovered")


def test_where_nothing_was_told_there_is_nothing_to_take_back(told: Told) -> None:
    told.desk.why_log.entries.clear()
    told.desk.shifts = []
    assert told.look() == []
    told.desk.shifts = [SHIFT]
    told.desk.attempts.kept.clear()
    told.desk.around.call = True
    told.desk.service().attend(told.desk.ctx)
    told.desk.shifts = []
    assert told.look() == []  # it was only held back
    assert told.desk.reasons == [("held-back", "in-call")]
