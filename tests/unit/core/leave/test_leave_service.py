"""Days off as they are told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.leave import MemoryLeaveStore
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.leave.model import LeaveDay, LeaveKind
from workspace_assistant.core.leave.service import LeaveService

MONDAY = date(2026, 12, 28)
EVER = (date.min, date.max)


@pytest.fixture
def leave() -> LeaveService:
    return LeaveService(MemoryLeaveStore())


def test_one_day_or_a_range_with_both_its_ends(leave: LeaveService) -> None:
    assert leave.add(MONDAY) == (LeaveDay(on=MONDAY, kind=LeaveKind.LEAVE),)
    assert leave.add(date(2026, 12, 31), date(2027, 1, 2), LeaveKind.HOLIDAY) == tuple(
        LeaveDay(on=day, kind=LeaveKind.HOLIDAY)
        for day in (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2))
    )
    assert [one.on.day for one in leave.between(*EVER)] == [28, 31, 1, 2]


def test_a_day_off_becomes_a_day_like_any_other(leave: LeaveService) -> None:
    leave.add(MONDAY, date(2026, 12, 31))
    assert [one.on.day for one in leave.remove(date(2026, 12, 29))] == [29]
    assert [one.on.day for one in leave.remove(date(2026, 12, 30), date(2027, 1, 9))] == [30, 31]
    assert [one.on.day for one in leave.between(*EVER)] == [28]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (MONDAY, date(2026, 12, 27), "from 2026-12-28 on: 2026-12-27 is before it"),
        (MONDAY, date(2027, 12, 29), "At most 366 days at once"),
        (date(1969, 12, 31), None, "1970 to 2200"),
        (date(2200, 12, 31), date(2201, 1, 1), "1970 to 2200"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_changes_nothing(
    leave: LeaveService, first: date, last: date | None, said: str
) -> None:
    leave.add(MONDAY)
    with pytest.raises(RefusedError, match=said):
        leave.add(first, last)
    with pytest.raises(RefusedError, match=said):
        leave.remove(first, last)
    assert len(leave.between(*EVER)) == 1


def test_a_leap_year_is_told_at_once(leave: LeaveService) -> None:
    assert len(leave.add(date(2028, 1, 1), date(2028, 12, 31))) == 366
