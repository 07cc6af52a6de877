from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.data_keeping import MADE_AT
from workspace_assistant.core.data_keeping.rotation import (
    DAYS_KEPT,
    WEEKS_KEPT,
    is_due,
    superseded,
)

DAY = timedelta(days=1)


def test_one_is_due_where_there_is_none_and_a_day_after_the_last() -> None:
    assert is_due([], MADE_AT)
    assert not is_due([MADE_AT], MADE_AT)
    assert not is_due([MADE_AT], MADE_AT + DAY - timedelta(seconds=1))
    assert is_due([MADE_AT], MADE_AT + DAY)


def test_one_from_the_future_holds_back_none() -> None:
    assert is_due([MADE_AT + timedelta(days=400)], MADE_AT)


def test_a_year_of_daily_backups_leaves_seven_days_and_four_weeks() -> None:
    made = [MADE_AT - number * DAY for number in range(365)]  # MADE_AT is a Sunday
    kept = sorted(set(made) - set(superseded(made)))
    assert [(MADE_AT - one).days for one in kept] == [28, 21, 14, 7, 6, 5, 4, 3, 2, 1, 0]


def test_days_without_a_backup_use_up_no_place() -> None:
    made = [MADE_AT - number * 30 * DAY for number in range(12)]
    kept = set(made) - set(superseded(made))
    assert kept == set(made[:DAYS_KEPT])


def test_of_a_day_the_last_stays() -> None:
    made = [MADE_AT - number * timedelta(hours=1) for number in range(4)]
    assert superseded(made) == tuple(made[:0:-1])


@given(st.lists(st.integers(0, 10**6), min_size=1))
def test_the_newest_stays_and_never_more_than_asked_for(minutes: list[int]) -> None:
    made = [MADE_AT + timedelta(minutes=one) for one in minutes]
    kept = set(made) - set(superseded(made))
    assert max(made) in kept
    assert len(kept) <= DAYS_KEPT + WEEKS_KEPT
    assert superseded(kept) == ()
