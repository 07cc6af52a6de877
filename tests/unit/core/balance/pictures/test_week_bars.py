"""The weeks of a month as bars of hours."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.fakes import summaries
from tests.fakes.summaries import WRITING
from tests.fakes.summary_days import NONE_KNOWN, a_day
from tests.unit.core.balance.pictures.shapes import label, rects, said, words
from workspace_assistant.core.balance.pictures.week_bars import week_bars
from workspace_assistant.core.balance.pictures.week_words import week_table
from workspace_assistant.core.drawing import Role
from workspace_assistant.core.leave.model import LeaveKind

MONTH = summaries.month()


def test_the_parts_of_a_week_lie_behind_each_other() -> None:
    drawing = week_bars(replace(MONTH, weeks=MONTH.weeks[-1:]), WRITING)
    whole, *parts = drawing.marks
    assert whole.words == "Week of Mon 2026-11-16: 39h at work, 37h30m planned."
    assert [one.words.split(": ")[1] for one in parts] == [
        "Focus, 11h20m.",
        "Other work, 26h10m.",
        "After hours, 1h30m.",
        "Break, 2h30m.",
    ]
    for before, after in pairwise(parts):
        assert before.corner[0] + before.width_px == pytest.approx(after.corner[0])


def test_bars_are_as_long_as_the_time() -> None:
    drawing = week_bars(MONTH, WRITING)
    ten = label(drawing, "10h").at[0] - label(drawing, "0").at[0]
    (focus, *_) = said(drawing, "Focus")
    assert focus.width_px == pytest.approx(ten / 10 * (11 + 20 / 60))
    (planned, *_) = [one for one in rects(drawing, Role.UNKNOWN) if one.stroke]
    assert planned.width_px == pytest.approx(ten / 10 * 37.5)


def test_a_week_off_is_shaded_and_says_so() -> None:
    drawing = week_bars(MONTH, WRITING)
    assert "Days off" in words(drawing)
    assert said(drawing, "Week of Mon 2026-11-09: off.")


def test_one_day_off_makes_no_week_off() -> None:
    blank = [a_day(f"2026-11-{day}", frames=NONE_KNOWN) for day in range(16, 22)]
    days = (*blank, a_day("2026-11-22", leave=LeaveKind.LEAVE))
    weeks = (replace(MONTH.weeks[-1], days=days, is_over=False),)
    drawing = week_bars(replace(MONTH, weeks=weeks), WRITING)
    assert drawing.description == "Week of Mon 2026-11-16: no work is known."
    assert "Days off" not in words(drawing)


def test_a_week_without_anything_is_a_dash() -> None:
    blank = tuple(a_day(f"2026-11-{day}", frames=NONE_KNOWN) for day in range(16, 23))
    weeks = (replace(MONTH.weeks[-1], days=blank),)
    drawing = week_bars(replace(MONTH, weeks=weeks), WRITING)
    assert drawing.description == "Week of Mon 2026-11-16: no work is known."
    assert "Planned" not in words(drawing)
    assert "\u2013" in words(drawing)


def test_the_table_counts_targets_too() -> None:
    table = week_table(MONTH, WRITING)
    assert table.rows[-1] == (
        "Mon 2026-11-16",
        "37h30m",
        "39h",
        "11h20m",
        "26h10m",
        "2h30m",
        "1h30m",
        "8 of 11",
    )
    assert table.rows[2][1:3] == ("\u2013", "\u2013")
