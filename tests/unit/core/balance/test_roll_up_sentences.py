"""What a month says first: the targets that most of its weeks missed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.fakes import summaries
from tests.fakes.summaries import WRITING
from workspace_assistant.core.balance.model import Indicator
from workspace_assistant.core.balance.roll_up import _rows
from workspace_assistant.core.balance.roll_up_sentences import roll_up_sentences
from workspace_assistant.core.balance.summary_model import RollUp
from workspace_assistant.core.balance.writing import told_text


def a_month(missed: Mapping[str, int], weeks: int = 4) -> RollUp:
    """Of weeks of which the first so many miss each target in *missed*; all others are met."""
    week = summaries.rich().week
    made = tuple(
        replace(
            week,
            indicators=tuple(
                judged(one, is_met=index >= missed.get(one.id, 0)) for one in week.indicators
            ),
        )
        for index in range(weeks)
    )
    return replace(summaries.month(), weeks=made, rows=_rows(made))


def judged(one: Indicator, *, is_met: bool) -> Indicator:
    if one.target is None or one.value is None:
        return one
    beside = -0.1 if one.target.is_least else 0.1
    return replace(one, value=one.target.value if is_met else one.target.value + beside)


def sentences(told: RollUp) -> list[str]:
    return [told_text(one, WRITING) for one in roll_up_sentences(told)]


@pytest.mark.parametrize("weeks", [0, 1])
def test_a_single_week_tells_nothing_of_a_month(weeks: int) -> None:
    assert sentences(a_month({"after-hours": 1}, weeks)) == []


def test_what_most_weeks_missed_comes_first_and_one_of_each_theme() -> None:
    missed = {
        "quick-returns": 2,
        "shortest-daily-rest": 3,
        "after-hours": 4,
        "quiet-days": 1,
        "days-in-a-row": 1,
    }
    assert sentences(a_month(missed)) == [
        "After hours: the target was met in none of 4 weeks.",
        "Shortest daily rest: the target was met in 1 of 4 weeks.",
        "Days in a row: the target was met in 3 of 4 weeks.",
    ]


def test_a_month_without_a_miss_says_so_and_tells_its_hours() -> None:
    hours = next(row for row in a_month({}).rows if row.id == "hours")
    assert hours.median is not None
    assert sentences(a_month({})) == [
        "Every target that can be told was met in every week.",
        f"Half of the weeks had {WRITING.length(hours.median)} of work or more.",
    ]


def test_hours_that_are_not_known_are_not_told() -> None:
    month = a_month({})
    unknown = replace(month, rows=tuple(row for row in month.rows if row.id != "hours"))
    few = tuple(replace(row, known=1) if row.id == "hours" else row for row in month.rows)
    for told in (unknown, replace(month, rows=few)):
        assert len(sentences(told)) == 1
