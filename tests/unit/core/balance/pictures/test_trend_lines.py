"""Twelve weeks of an indicator, and the weeks of a month, as small lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import summaries
from tests.fakes.summaries import WRITING
from tests.unit.core.balance.pictures.shapes import label, rects, said, words
from workspace_assistant.core.balance.model import State
from workspace_assistant.core.balance.pictures.row_lines import row_lines, row_table
from workspace_assistant.core.balance.pictures.trend_lines import trend_lines, trend_table
from workspace_assistant.core.balance.summary_model import Summary
from workspace_assistant.core.drawing import Drawing, Line, Polyline, Role

RICH = summaries.rich()


def one_of(name: str, summary: Summary = RICH, width_px: float = 760.0) -> Drawing:
    drawing = trend_lines(summary, WRITING, width_px, only={name})
    assert drawing is not None
    return drawing


def rings(drawing: Drawing) -> int:
    return len([one for one in rects(drawing, Role.SURFACE) if one.stroke is Role.CAUTION])


def test_the_line_ends_where_a_week_knew_nothing() -> None:
    lines = [one for one in one_of("hours").shapes if isinstance(one, Polyline)]
    assert [len(one.points) for one in lines] == [5, 6]
    assert len(one_of("hours").marks) == 11


def test_higher_values_lie_higher() -> None:
    (first, *_) = (one for one in one_of("hours").shapes if isinstance(one, Polyline))
    heights = [-y for _, y in first.points]
    assert sorted(range(5), key=heights.__getitem__) == [0, 3, 4, 1, 2]  # 36, 37, 37.5, 38.5, 41


def test_weeks_that_missed_the_target_are_rings() -> None:
    drawing = one_of("shortest-daily-rest")
    assert rings(drawing) == 3 + 1  # one of them in the legend
    assert said(drawing, "not met")
    assert said(drawing, "Shortest daily rest, week of Mon 2026-11-16: 9h20m, not met.")


def test_target_and_usual_are_drawn_named_and_said() -> None:
    drawing = one_of("shortest-daily-rest")
    dashed = [one for one in drawing.shapes if isinstance(one, Line) and one.is_dashed]
    assert len(dashed) == 2
    assert "11h or more, usual 12h30m" in words(drawing)
    assert {"Target", "Usual", "Target not met"} <= set(words(drawing))
    assert drawing.description == "Shortest daily rest: 9h20m, 11h or more, usual 12h30m."


def test_what_is_usual_reaches_over_the_weeks_it_is_of() -> None:
    drawing = one_of("hours")
    (band, _) = rects(drawing, Role.UNKNOWN)
    points = [one.points for one in drawing.shapes if isinstance(one, Polyline)][1]
    assert band.corner[0] == pytest.approx(points[1][0])
    assert band.corner[0] + band.width_px == pytest.approx(points[-1][0])


def test_without_target_and_past_there_is_no_legend_for_them() -> None:
    alone = replace(RICH, comparisons=())
    drawing = one_of("hours", alone)
    assert not {"Target", "Usual", "Target not met"} & set(words(drawing))
    assert drawing.description == "Hours this week: 39h."


def test_wider_pictures_have_more_beside_each_other() -> None:
    def columns(width_px: float) -> int:
        drawing = trend_lines(RICH, WRITING, width_px)
        assert drawing is not None
        top = label(drawing, "Shortest daily rest").at[1]
        names = {trend.name for trend in RICH.trends}
        return len([n for n in names if label(drawing, n).at[1] == top])

    assert [columns(one) for one in (200, 520, 760, 1064)] == [1, 2, 3, 4]


def test_values_that_never_change_lie_in_the_middle() -> None:
    (trend,) = (one for one in RICH.trends if one.id == "hours")
    points = tuple(replace(one, value=0.0, state=State.INFORMATION) for one in trend.points)
    still = replace(RICH, trends=(replace(trend, points=points),), comparisons=())
    (line,) = (one for one in one_of("hours", still).shapes if isinstance(one, Polyline))
    assert len({y for _, y in line.points}) == 1


def test_without_a_trend_there_is_no_picture() -> None:
    assert trend_lines(summaries.empty(), WRITING) is None
    assert trend_lines(RICH, WRITING, only={"no-such"}) is None
    assert trend_table(summaries.empty(), WRITING).columns == ("Indicator", "Target", "Usual")


def test_the_table_has_every_week() -> None:
    table = trend_table(RICH, WRITING, {"shortest-daily-rest", "hours"})
    assert table.columns[3::11] == ("2026-W36", "2026-W47")
    assert table.rows[0][:4] == ("Shortest daily rest", "11h or more", "12h30m", "12h30m")
    assert table.rows[0][8] == "\u2013"
    assert table.rows[1][1] == "\u2013"


class TestOfWeeks:
    def test_the_median_is_what_is_usual(self) -> None:
        drawing = row_lines(summaries.quarter(), WRITING, only={"hours"})
        assert drawing is not None
        assert "median of 7 weeks" in words(drawing)
        assert len(drawing.marks) == 7
        assert "Median" in words(drawing)

    def test_targets_are_held_against_each_week(self) -> None:
        drawing = row_lines(summaries.quarter(), WRITING, only={"shortest-daily-rest"})
        assert drawing is not None
        assert rings(drawing) == 2 + 1
        assert len(said(drawing, ", met.")) == 5

    def test_one_week_makes_no_line(self) -> None:
        month = summaries.month()
        rows = tuple(replace(one, known=1) for one in month.rows)
        assert row_lines(replace(month, rows=rows), WRITING) is None

    def test_the_table_counts_met_targets_and_writes_the_currency(self) -> None:
        table = row_table(summaries.quarter(), WRITING, currency="EUR")
        rows = {row[0]: row for row in table.rows}
        assert rows["Shortest daily rest"][1:4] == ("11h or more", "12h", "5 of 7")
        assert rows["Fares saved"][1:5] == ("\u2013", "32.00 EUR", "\u2013", "32.00 EUR")
        assert rows["Contact with colleagues"][2] == "\u2013"
