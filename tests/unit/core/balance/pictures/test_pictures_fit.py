"""Every picture of every week: inside its edges, named, told in words, and like its table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.fakes import summaries
from tests.fakes.summaries import WRITING
from tests.unit.core.balance.pictures.shapes import LONG, WIDTHS, outside, words
from workspace_assistant.core.balance.pictures.day_bars import day_bars
from workspace_assistant.core.balance.pictures.day_words import day_table
from workspace_assistant.core.balance.pictures.heat_maps import (
    cause_map,
    cause_table,
    weekday_map,
    weekday_table,
)
from workspace_assistant.core.balance.pictures.rest_bars import rest_bars
from workspace_assistant.core.balance.pictures.rest_words import rest_table
from workspace_assistant.core.balance.pictures.row_lines import row_lines, row_table
from workspace_assistant.core.balance.pictures.trend_lines import trend_lines, trend_table
from workspace_assistant.core.balance.pictures.week_bars import week_bars
from workspace_assistant.core.balance.pictures.week_words import week_table
from workspace_assistant.core.balance.summary_model import RollUp, Summary
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Drawing
from workspace_assistant.core.table import Table

Pair = tuple[Drawing | None, Table]

WEEKS = (
    summaries.rich,
    summaries.half_empty,
    summaries.empty,
    summaries.off,
    summaries.nights,
)
ROLL_UPS = (summaries.month, summaries.quarter)


def of_week(summary: Summary, writing: Writing, width: float) -> Iterator[Pair]:
    week = summary.week
    yield day_bars(week, writing, width), day_table(week, writing)
    yield rest_bars(week, writing, width), rest_table(week, writing)
    yield trend_lines(summary, writing, width), trend_table(summary, writing)
    if summary.heat is not None:
        yield cause_map(summary.heat, writing, width), cause_table(summary.heat, writing)
        yield weekday_map(summary.heat, writing, width), weekday_table(summary.heat, writing)


def of_roll_up(roll_up: RollUp, writing: Writing, width: float) -> Iterator[Pair]:
    yield week_bars(roll_up, writing, width), week_table(roll_up, writing)
    yield row_lines(roll_up, writing, width), row_table(roll_up, writing)


def pairs(width: float, writing: Writing) -> list[Pair]:
    found = [pair for make in WEEKS for pair in of_week(make(), writing, width)]
    return [*found, *(pair for make in ROLL_UPS for pair in of_roll_up(make(), writing, width))]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("writing", [WRITING, LONG], ids=["english", "long"])
def test_nothing_reaches_over_an_edge(width: float, writing: Writing) -> None:
    drawings = [drawing for drawing, _ in pairs(width, writing) if drawing]
    assert len(drawings) == 15
    assert [(one.title, outside(one)) for one in drawings if outside(one)] == []


def test_each_is_named_and_told_and_every_mark_speaks() -> None:
    for drawing, _ in pairs(760, WRITING):
        if drawing:
            assert drawing.title
            assert drawing.description.endswith(".")
            assert drawing.marks
            assert all(one.words.endswith(".") for one in drawing.marks)
            assert not [text for text in words(drawing) if "{" in text]


def test_each_has_a_table_of_the_same_name_with_whole_rows() -> None:
    for drawing, table in pairs(760, WRITING):
        assert table.title
        assert drawing is None or drawing.title == table.title
        assert {len(row) for row in table.rows} <= {len(table.columns)}
        assert not [cell for row in table.rows for cell in row if not cell or "{" in cell]


@pytest.mark.parametrize("make", WEEKS)
def test_the_same_week_is_drawn_the_same(make: Callable[[], Summary]) -> None:
    assert list(of_week(make(), WRITING, 760)) == list(of_week(make(), WRITING, 760))
