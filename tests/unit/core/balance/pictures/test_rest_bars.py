"""The rests of a week beside the least that one should be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import summaries
from tests.fakes.summaries import WRITING
from tests.fakes.summary_days import a_rest
from tests.unit.core.balance.pictures.shapes import label, rects, words
from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.pictures.rest_bars import rest_bars
from workspace_assistant.core.balance.pictures.rest_words import rest_table
from workspace_assistant.core.drawing import Drawing, Line, Rect, Role

RICH = summaries.rich().week


def drawn(week: Week, width_px: float = 760.0) -> Drawing:
    drawing = rest_bars(week, WRITING, width_px)
    assert drawing is not None
    return drawing


def test_a_rest_that_is_too_short_stands_out_and_says_how_much() -> None:
    drawing = drawn(RICH)
    (short,) = rects(drawing, Role.CAUTION)
    assert len(rects(drawing, Role.ACCENT)) == 4
    target = next(one for one in drawing.shapes if isinstance(one, Line) and one.is_dashed)
    assert short.corner[0] + short.width_px < target.start[0]
    assert {"11h or more", "1h40m short", "9h20m", "Tue to Wed"} <= set(words(drawing))
    assert drawing.marks[2].words == "Tue 22:40 to Wed 08:00: 9h20m, 1h40m short of 11h."


def test_bars_are_as_long_as_the_rests() -> None:
    drawing = drawn(RICH)
    eight = label(drawing, "8h").at[0] - label(drawing, "0").at[0]
    (short,) = rects(drawing, Role.CAUTION)
    assert short.width_px == pytest.approx(eight / 8 * (9 + 20 / 60), abs=1.5)


def test_more_than_a_day_is_cut_visibly() -> None:
    drawing = drawn(RICH)
    cuts = [one for one in drawing.shapes if isinstance(one, Line) and one.role is Role.SURFACE]
    assert len(cuts) == 2
    assert "63h30m" in words(drawing)


def test_the_rest_after_a_night_tells_its_hours() -> None:
    assert "Fri 06:00 to 22:00" in words(drawn(summaries.nights().week))


def test_a_rest_from_after_midnight_is_of_the_evening_before() -> None:
    late = replace(RICH, rests=(a_rest("2026-11-17 01:30", "2026-11-17 13:00"),))
    assert "Mon to Tue" in words(drawn(late))


def test_where_nobody_asks_for_a_length_none_is_short() -> None:
    free = replace(RICH, indicators=())
    drawing = drawn(free)
    assert rects(drawing, Role.CAUTION) == []
    assert not [one for one in drawing.shapes if isinstance(one, Line) and one.is_dashed]
    assert {row[2] for row in rest_table(free, WRITING).rows} == {"\u2013"}


def test_a_note_that_has_no_room_is_left_to_the_mark() -> None:
    """At 240 pixels the bar and the words beside it are all that fits."""
    drawing = drawn(RICH, 240)
    assert "1h40m short" not in words(drawing)
    assert "1h40m short" in drawing.marks[2].words


def test_without_a_rest_there_is_no_picture() -> None:
    assert rest_bars(summaries.empty().week, WRITING) is None
    assert rest_table(summaries.empty().week, WRITING).rows == ()


def test_the_table_says_which_is_long_enough() -> None:
    rows = rest_table(RICH, WRITING).rows
    assert rows[2] == ("Tue 22:40 to Wed 08:00", "9h20m", "1h40m short")
    assert rows[3][2] == "long enough"


def test_a_bar_is_never_thinner_than_can_be_seen() -> None:
    short = replace(RICH, rests=(a_rest("2026-11-17 08:00", "2026-11-17 08:01"),))
    bars = [one for one in drawn(short).shapes if isinstance(one, Rect)]
    assert bars[0].width_px == 2
