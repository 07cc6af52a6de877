"""Interruptions by the hour: what each cell says, and where none is drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import summaries
from tests.fakes.summaries import WRITING
from tests.unit.core.balance.pictures.shapes import label, rects, said, words
from workspace_assistant.core.balance.pictures.heat_maps import (
    cause_height_px,
    cause_map,
    cause_table,
    weekday_height_px,
    weekday_map,
    weekday_table,
)
from workspace_assistant.core.balance.summary_model import HeatCell, HeatMap
from workspace_assistant.core.drawing import Drawing, Role


def rich() -> HeatMap:
    heat = summaries.rich().heat
    assert heat is not None
    return heat


def by_weekday(heat: HeatMap, width_px: float = 760.0) -> Drawing:
    drawing = weekday_map(heat, WRITING, width_px)
    assert drawing is not None
    return drawing


def by_cause(heat: HeatMap) -> Drawing:
    drawing = cause_map(heat, WRITING)
    assert drawing is not None
    return drawing


def nothing() -> tuple[HeatCell, ...]:
    return tuple(HeatCell(hour=hour, count=0, worked_s=0.0) for hour in range(24))


def test_each_count_stands_in_its_cell_and_adds_up_beside_it() -> None:
    drawing = by_cause(rich())
    filled = rects(drawing, Role.ACCENT)
    assert len(filled) == sum(cell.count > 0 for _, cells in rich().by_cause for cell in cells)
    assert {"31", "20", "16", "4"} <= set(words(drawing))
    (mark,) = said(drawing, "Chat, 15:00 to 16:00")
    assert mark.words == "Chat, 15:00 to 16:00. Interruptions: 9, in 6h of blocks."


@pytest.mark.parametrize("width_px", [200, 520, 1300])
def test_how_high_it_is_can_be_asked_without_drawing_it(width_px: float) -> None:
    causes, weekdays = (draw(rich(), WRITING, width_px) for draw in (cause_map, weekday_map))
    assert causes is not None
    assert weekdays is not None
    assert causes.height_px == cause_height_px(rich(), WRITING, width_px)
    assert weekdays.height_px == weekday_height_px(rich(), WRITING, width_px)


def test_the_most_frequent_hour_is_the_deepest() -> None:
    shades = {one.opacity for one in rects(by_cause(rich()), Role.ACCENT)}
    assert max(shades) == 0.5
    assert min(shades) > 0.15


def test_hours_without_work_have_no_cell_and_no_mark() -> None:
    drawing = by_weekday(rich())
    sunday = label(drawing, "Sun").at[1]
    cells = [*rects(drawing, Role.ACCENT), *rects(drawing, Role.UNKNOWN)]
    assert not [one for one in cells if one.corner[1] <= sunday <= one.corner[1] + one.height_px]
    assert not said(drawing, "Sun,")
    assert len(said(drawing, "Sat,")) == 1
    assert len(said(drawing, "Interruptions: 0")) == len(rects(drawing, Role.UNKNOWN))


def test_only_hours_that_were_seen_are_drawn() -> None:
    assert {"08:00", "17:00"} <= set(words(by_weekday(rich(), 1000)))
    assert "18:00" not in words(by_weekday(rich(), 1000))


def test_a_whole_day_still_names_some_hours() -> None:
    around = tuple(HeatCell(hour=hour, count=1, worked_s=60.0) for hour in range(24))
    heat = replace(rich(), by_weekday=(around,) * 7)
    names = [text for text in words(by_weekday(heat, 520)) if text.endswith(":00")]
    assert names == ["00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"]
    tight = [text for text in words(by_weekday(heat, 200)) if text.endswith(":00")]
    assert tight == ["00:00", "12:00"]


def test_weekdays_stand_in_the_order_of_the_persons_week() -> None:
    drawing = weekday_map(rich(), WRITING, first_weekday=6)
    assert drawing is not None
    assert label(drawing, "Sun").at[1] < label(drawing, "Mon").at[1]
    monday = weekday_table(rich(), WRITING)
    sunday = weekday_table(rich(), WRITING, first_weekday=6)
    assert sunday.columns[:3] == ("Hour", "Sun", "Mon")
    assert [row[2:] for row in sunday.rows] == [row[1:-1] for row in monday.rows]


def test_work_without_any_interruption_is_shown_as_such() -> None:
    calm = (*nothing()[:9], HeatCell(hour=9, count=0, worked_s=3600.0), *nothing()[10:])
    heat = replace(rich(), by_cause=(), by_weekday=(calm, *(nothing() for _ in range(6))))
    drawing = by_weekday(heat)
    assert rects(drawing, Role.ACCENT) == []
    assert len(drawing.marks) == 1
    assert drawing.description.startswith("Mon: none. Tue: none.")


@pytest.mark.parametrize("draw", [cause_map, weekday_map])
def test_where_nothing_is_known_there_is_no_picture(draw: object) -> None:
    heat = replace(rich(), by_cause=(), by_weekday=tuple(nothing() for _ in range(7)))
    assert callable(draw)
    assert draw(heat, WRITING) is None
    assert cause_table(heat, WRITING).columns == ("Hour",)


def test_a_row_says_when_it_was_most() -> None:
    assert "Chat: 31, most of them from 15:00 to 16:00." in by_cause(rich()).description


def test_the_table_has_the_hours_downwards() -> None:
    table = weekday_table(rich(), WRITING)
    assert table.columns[:3] == ("Hour", "Mon", "Tue")
    assert table.rows[0][:3] == ("08:00 to 09:00", "1", "0")
    assert table.rows[0][6] == "no work"
    assert table.rows[-1] == ("Total", "17", "14", "14", "12", "14", "1", "0")
