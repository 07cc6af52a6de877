"""The days of a week: where their bars lie, how they look, and what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.fakes import summaries
from tests.fakes.summaries import WRITING
from tests.fakes.summary_days import a_day
from tests.unit.core.balance.pictures.shapes import label, rects, said, words
from workspace_assistant.core.balance.model import Day, Layer, Piece, Week
from workspace_assistant.core.balance.pictures import day_words
from workspace_assistant.core.balance.pictures.day_bars import DayBars, day_bars
from workspace_assistant.core.balance.pictures.day_words import (
    day_sentence,
    day_table,
    piece_sentence,
)
from workspace_assistant.core.balance.pictures.looks import layer_shapes
from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.drawing import Line, Rect, Role
from workspace_assistant.core.leave.model import LeaveKind

RICH = summaries.rich().week
MONDAY = "2026-11-16"


def of(*days: Day) -> Week:
    return replace(RICH, days=days)


def test_the_keyboard_goes_through_days_and_their_pieces() -> None:
    marks = [one.words for one in day_bars(RICH, WRITING).marks]
    assert len(marks) == 7 + sum(len(day.pieces) for day in RICH.days)
    assert marks[:3] == [
        "Mon 2026-11-16: 7h50m at work, 3h10m of it in blocks; interruptions: 3.",
        "Mon 2026-11-16, 08:00 to 08:30: Other work, 30m.",
        "Mon 2026-11-16, 08:30 to 10:10: Focus, 1h40m; interruptions: 2.",
    ]


def test_words_are_found_once_for_all_widths(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Piece] = []

    def sentence(piece: Piece, day: Day, writing: Writing) -> str:
        asked.append(piece)
        return piece_sentence(piece, day, writing)

    monkeypatch.setattr(day_words, "piece_sentence", sentence)
    draw = DayBars(RICH, WRITING)
    narrow, wide = draw(520), draw(900)
    assert len(asked) == sum(len(day.pieces) for day in RICH.days)
    assert [one.words for one in narrow.marks] == [one.words for one in wide.marks]


@pytest.mark.parametrize("width_px", [200, 520, 1300])
def test_how_high_it_is_can_be_asked_without_drawing_it(width_px: float) -> None:
    bars = DayBars(summaries.rich().week, WRITING)
    assert bars.height_px(width_px) == bars(width_px).height_px


def test_bars_lie_at_their_hours_and_are_as_long_as_they_lasted() -> None:
    drawing = day_bars(of(a_day(MONDAY, "08:00 focus 10:00 - 12:00 focus 13:00")), WRITING)
    long, short = rects(drawing, Role.ACCENT, 1.0)[:2]
    assert long.corner[0] == pytest.approx(label(drawing, "08:00").at[0])
    assert short.corner[0] == pytest.approx(label(drawing, "12:00").at[0])
    assert long.width_px == pytest.approx(2 * short.width_px)


def test_the_longest_day_sets_the_hours() -> None:
    short = day_bars(of(a_day(MONDAY, "09:00 focus 10:00")), WRITING, 1000)
    long = day_bars(of(a_day(MONDAY, "06:30 focus 22:15")), WRITING, 1000)
    assert {"08:00", "17:00"} <= set(words(short))
    assert {"06:00", "22:00"} <= set(words(long))


def test_a_week_of_nights_has_the_hours_of_nights() -> None:
    nights = day_bars(of(a_day(MONDAY, "22:00 focus 24:00")), WRITING, 1000)
    assert {"22:00", "02:00", "07:00"} <= set(words(nights))
    assert not {"08:00", "17:00"} & set(words(nights))


def test_a_night_goes_on_after_midnight_in_its_true_length() -> None:
    """Of the 25th of October, when the clock is set back at 03:00, it is an hour longer."""
    drawing = day_bars(summaries.nights().week, WRITING)
    friday, saturday = (one.width_px for one in rects(drawing, Role.UNKNOWN, 0.12)[1:3])
    assert saturday / friday == pytest.approx(9 / 8)
    assert {"00:00", "02:00"} <= set(words(drawing))


def test_interruptions_are_ticks_over_the_moment() -> None:
    day = a_day(MONDAY, "08:00 focus 10:00", interrupted="08:00 09:30")
    drawing = day_bars(of(day), WRITING)
    ticks = [one for one in drawing.shapes if isinstance(one, Line) and one.role is Role.INK]
    eight, ten = (label(drawing, text).at[0] for text in ("08:00", "10:00"))
    assert [one.start[0] for one in ticks[:2]] == pytest.approx(
        [eight, eight + (ten - eight) * 0.75]
    )
    assert said(drawing, "interruptions: 2")


def test_a_moment_is_wide_enough_to_be_seen_and_pointed_at() -> None:
    day = a_day(MONDAY, "08:00 focus 08:00 after-hours 08:00 - 23:00 focus 24:00")
    for mark in day_bars(of(day), WRITING, 520).marks:
        assert mark.width_px >= 2


def test_layers_differ_without_any_color() -> None:
    looks = {
        tuple(replace_roles(shape) for shape in layer_shapes(layer, (0, 0), 60)) for layer in Layer
    }
    assert len(looks) == len(Layer)


def replace_roles(shape: object) -> str:
    """Everything of a shape but the color."""
    assert isinstance(shape, Rect | Line)
    if isinstance(shape, Line):
        return "stroke"
    kind = "outlined" if shape.stroke else "plain"
    return f"{kind} {shape.height_px} {shape.opacity}"


def test_the_legend_names_what_is_there_and_no_more() -> None:
    plain = words(day_bars(of(a_day(MONDAY, "08:00 focus 09:00")), WRITING))
    assert "Focus" in plain
    assert not {"After hours", "Planned shift", "Interruption"} & set(plain)
    rich = words(day_bars(RICH, WRITING))
    assert {"Focus", "Other work", "Break", "After hours", "Planned shift", "Interruption"} <= set(
        rich
    )


def test_without_days_there_is_nothing_but_hours() -> None:
    drawing = day_bars(of(), WRITING)
    assert drawing.marks == ()
    assert "08:00" in words(drawing)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (a_day(MONDAY), "Mon 2026-11-16: no work is known."),
        (
            a_day(MONDAY, frames="08:00 16:00"),
            "Mon 2026-11-16: 8h planned, no work is known yet.",
        ),
        (a_day(MONDAY, leave=LeaveKind.SICK), "Mon 2026-11-16: Sick."),
        (
            a_day(MONDAY, "08:00 focus 09:30", leave=LeaveKind.HOLIDAY),
            "Mon 2026-11-16, Holiday: 1h30m at work.",
        ),
    ],
)
def test_a_day_in_words(day: Day, sentence: str) -> None:
    assert day_sentence(day, WRITING) == sentence
    assert day_bars(of(day), WRITING).description == sentence


def test_days_off_are_shaded_and_say_why() -> None:
    drawing = day_bars(summaries.off().week, WRITING)
    shaded = [one for one in rects(drawing, Role.UNKNOWN) if one.stroke is None]
    assert len(shaded) == 5
    assert {"Day off", "Sick", "Holiday", "Not at work", "\u2013"} <= set(words(drawing))


def test_the_table_tells_each_layer() -> None:
    table = day_table(RICH, WRITING)
    assert table.columns[1:] == (
        "Planned",
        "At work",
        "Focus",
        "Other work",
        "Break",
        "After hours",
        "Interruptions",
    )
    assert table.rows[1] == ("Tue 2026-11-17", "8h", "9h10m", "3h", "5h", "30m", "1h10m", "5")
    off = day_table(summaries.half_empty().week, WRITING)
    assert off.columns[-1] == "Day off"
    assert [row[-1] for row in off.rows[3:6]] == ["\u2013", "Day off", "\u2013"]
    assert date.fromisoformat("2026-11-27") == summaries.half_empty().week.days[4].on
