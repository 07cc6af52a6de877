"""Months and quarters, by name and around a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from workspace_assistant.core.balance.periods import (
    Period,
    month_around,
    month_named,
    quarter_around,
    quarter_named,
)
from workspace_assistant.core.errors import RefusedError


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        (" 2028-02 ", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_month_by_its_name(text: str, first: date, last: date) -> None:
    assert month_named(text) == Period(text.strip(), first, last)
    assert month_around(last) == month_around(first) == month_named(text)


@pytest.mark.parametrize(
    ("text", "name", "first", "last"),
    [
        ("2026-Q4", "2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2027q1", "2027-Q1", date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_a_quarter_by_its_name(text: str, name: str, first: date, last: date) -> None:
    assert quarter_named(text) == Period(name, first, last)
    assert quarter_around(last) == quarter_around(first) == quarter_named(text)


def test_each_week_of_many_years_is_of_one_month_and_one_quarter() -> None:
    months = [month_around(date(2024 + index // 12, index % 12 + 1, 15)) for index in range(120)]
    quarters = [
        quarter_around(date(2024 + index // 4, index % 4 * 3 + 2, 1)) for index in range(40)
    ]
    for periods in (months, quarters):
        days = [day for one in periods for day in one.thursdays]
        assert days == [date(2024, 1, 4) + timedelta(weeks=index) for index in range(len(days))]
        assert all(one.first <= day <= one.last for one in periods for day in one.thursdays)
    assert len(quarter_named("2026-Q4").thursdays) == 14


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (month_named, "2026-13"),
        (month_named, "2026-1"),
        (month_named, "0000-01"),
        (quarter_named, "2026-Q5"),
        (quarter_named, "2026"),
    ],
)
def test_what_is_none_is_refused(read: Callable[[str], Period], text: str) -> None:
    with pytest.raises(RefusedError, match="is no"):
        read(text)


@pytest.mark.parametrize("text", ["1969-12", "9999-12"])
def test_a_year_without_a_log_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="The log is kept"):
        month_named(text)
