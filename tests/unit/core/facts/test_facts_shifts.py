"""The shift in view: what runs, rest, nights, breaks and what it leaves open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.facts.world import (
    NOW,
    ZONE,
    at,
    block,
    course,
    fact,
    interrupted,
    reason,
    said,
    shift,
    stretch,
    value,
    world,
)
from workspace_assistant.core.breaks.model import ActivityKind
from workspace_assistant.core.facts.nights import NIGHT, between_s
from workspace_assistant.core.facts.shifts import DARK
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span

RUNNING = shift(at(0, 9), 8)
YESTERDAY = shift(at(1, 9), 6)
HERE, AWAY = ActivityKind.ACTIVE, ActivityKind.AWAY


def test_the_running_shift_tells_how_far_it_is() -> None:
    sources = world(shifts=(YESTERDAY, RUNNING))
    assert value("shift.length_h", sources) == 8
    assert said(fact("shift.length_h", sources)) == "This shift is 8 h long."
    assert value("shift.elapsed_share", sources) == 0.75
    assert value("shift.minutes_left", sources) == 120


def test_without_a_running_one_the_last_of_the_week_is_meant() -> None:
    sources = world(shifts=(YESTERDAY, shift(at(3, 9), 8), shift(at(-1, 9), 4)))
    assert value("shift.length_h", sources) == 6
    assert said(fact("shift.length_h", sources)) == "Your last shift was 6 h long."
    assert reason("shift.minutes_left", sources) == "no-shift-runs"
    assert reason("shift.elapsed_share", sources) == "no-shift-runs"
    old = world(shifts=(shift(at(9, 9), 8),))
    assert reason("shift.length_h", old) == "no-shift-in-week"
    assert reason("shift.open_items", old) == "no-shift-in-week"


def test_rest_lies_before_the_shift_that_runs() -> None:
    sources = world(shifts=(YESTERDAY, RUNNING, shift(at(-1, 3), 4)))
    assert value("shift.rest_before_h", sources) == 18
    assert value("shift.rest_after_h", sources) == 10


def test_without_a_running_one_it_lies_before_the_next() -> None:
    sources = world(shifts=(shift(at(0, 4), 6), shift(at(0, 18), 6)))
    assert value("shift.rest_before_h", sources) == 8
    assert value("shift.rest_after_h", sources) == 8


def test_a_night_when_clocks_change_is_as_long_as_it_is() -> None:
    late = datetime(2026, 10, 24, 22, tzinfo=ZONE).astimezone(UTC)
    early = datetime(2026, 10, 25, 8, tzinfo=ZONE).astimezone(UTC)
    shifts = (shift(late - timedelta(hours=8), 8), shift(early, 8))
    now = early + timedelta(hours=1)
    assert value("shift.rest_before_h", replace(world(shifts=shifts), now=now)) == 11


def test_rest_is_unknown_without_a_shift_on_either_side() -> None:
    assert reason("shift.rest_before_h", world(shifts=(RUNNING,))) == "no-work-before"
    assert reason("shift.rest_after_h", world(shifts=(RUNNING,))) == "no-work-after"
    ahead = world(shifts=(shift(at(-1, 9), 8),))
    assert reason("shift.rest_after_h", ahead) == "no-shift-in-week"
    assert reason("shift.rest_before_h", world()) == "no-shift-ahead"


@pytest.mark.parametrize(
    "today",
    [
        (shift(at(0, 12), 4), shift(at(0, 20), 3)),  # split, in its first half
        (shift(at(0, 12), 2), shift(at(0, 20), 3)),  # split, in its pause
        (shift(at(0, 12), 6), shift(at(0, 18), 5)),  # touching
        (shift(at(0, 12), 11), shift(at(0, 14), 2)),  # told by two sources
    ],
)
def test_only_what_parts_days_of_work_is_rest(today: tuple[Shift, ...]) -> None:
    sources = world(shifts=(shift(at(1, 9), 6), *today, shift(at(-1, 11), 4)))
    assert value("shift.rest_before_h", sources) == 21
    assert value("shift.rest_after_h", sources) == 12
    alone = world(shifts=today)
    assert reason("shift.rest_before_h", alone) == "no-work-before"
    assert reason("shift.rest_after_h", alone) == "no-work-after"


def test_rest_is_told_with_its_minutes() -> None:
    sources = world(shifts=(shift(at(1, 14), 8 + 2 / 60), RUNNING))
    told = said(fact("shift.rest_before_h", sources))
    assert told == "Rest of 10 h 58 min is planned before this day of work, or the next one."


def test_a_length_is_told_in_whole_minutes() -> None:
    sources = world(shifts=(shift(at(0, 9), 6 + 59 / 3600),))
    assert value("shift.length_h", sources) == 6


@pytest.mark.parametrize(
    ("shifts", "nights"),
    [
        ([(2, 22, 8), (1, 22, 8)], 2),
        ([(3, 22, 8), (1, 22, 8)], 1),
        ([(3, 22, 8), (2, 9, 8), (1, 22, 8)], 1),
        ([(3, 22, 8), (2, 22, 8), (1, 14, 4), (1, 22, 8)], 3),
        ([(3, 22, 8), (2, 22, 8), (0, 9, 8)], 0),
        ([(1, 9, 8)], 0),
        ([(1, 18, 7.9)], 0),  # two hours and 54 minutes of night
        ([(1, 18, 8)], 1),
        ([(0, 3, 8)], 1),
        ([(0, 3.5, 8)], 0),
    ],
)
def test_nights_in_a_row(shifts: list[tuple[int, float, float]], nights: int) -> None:
    planned = tuple(
        shift(at(day, int(hour), round(hour % 1 * 60)), hours) for day, hour, hours in shifts
    )
    assert value("shift.nights_in_a_row", world(shifts=planned)) == nights


def test_dark_hours_are_a_share_of_the_shift() -> None:
    assert value("shift.after_dark_share", world(shifts=(shift(at(1, 14), 8),))) == 0.5
    assert value("shift.after_dark_share", world(shifts=(YESTERDAY,))) == 0
    assert value("shift.after_dark_share", world(shifts=(shift(at(1, 19), 4),))) == 1


@given(
    start=st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),
    minutes=st.integers(1, 60 * 40),
    zone=st.sampled_from([ZONE, ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe")]),
)
def test_what_is_night_is_as_the_clock_shows_it(
    start: datetime, minutes: int, zone: tzinfo
) -> None:
    span = Span(start, start + timedelta(minutes=minutes))
    for hours in (NIGHT, DARK):
        begin, end = hours
        steps = (start + timedelta(minutes=one) for one in range(minutes))
        shown = (one.astimezone(zone).time() for one in steps)
        counted = sum(one >= begin or one < end for one in shown)
        assert abs(between_s(span, hours, zone) / 60 - counted) <= 2


def test_breaks_are_times_away_between_times_at_the_computer() -> None:
    day = course(
        at(0, 9), (AWAY, 10), (HERE, 60), (AWAY, 4), (HERE, 60), (AWAY, 5), (HERE, 60),
        (AWAY, 20), (HERE, 91), (AWAY, 50),
    )  # fmt: skip
    sources = world(shifts=(RUNNING,), activity=day)
    assert value("shift.breaks_taken", sources) == 2
    assert value("shift.long_breaks", sources) == 1
    assert said(fact("shift.long_breaks", sources)).startswith("You took 1 break of 15 minutes")


def test_a_break_told_in_two_pieces_is_one() -> None:
    day = course(at(0, 9), (HERE, 170), (AWAY, 3), (AWAY, 3), (HERE, 184))
    assert value("shift.breaks_taken", world(shifts=(RUNNING,), activity=day)) == 1


def test_what_nobody_watched_was_neither_break_nor_work() -> None:
    sources = world(shifts=(RUNNING,), activity=(stretch(at(0, 9), 280),))
    for name in ("shift.breaks_taken", "shift.long_breaks", "sitting.minutes.shift"):
        assert reason(name, sources) == "shift-not-watched"
    unknown = (stretch(at(0, 9), 360, ActivityKind.UNKNOWN),)
    assert reason("shift.breaks_taken", world(shifts=(RUNNING,), activity=unknown)) == (
        "shift-not-watched"
    )
    away = (stretch(at(0, 9), 360, AWAY),)
    assert value("shift.breaks_taken", world(shifts=(RUNNING,), activity=away)) == 0


def test_a_shift_that_has_just_begun_is_not_judged() -> None:
    assert reason("shift.breaks_taken", world(shifts=(shift(NOW, 8),))) == "shift-not-watched"


OPEN = "shift.open_items"


def _stepped(hour: int, minutes: float = 10, name: str = "Case 7") -> Block:
    step = interrupted(at(0, hour, 5), next_step="call the depot")
    return block(at(0, hour), minutes, step, name=name, planned=50)


def test_an_open_item_has_a_next_step_and_was_not_taken_up_again() -> None:
    done = _stepped(10, 50, "Case 8")
    plain = block(at(0, 12), 10, interrupted(at(0, 12, 5)), name="Case 9", planned=50)
    running = block(at(0, 14), 0, interrupted(at(0, 14, 5), next_step="x"), is_open=True)
    before = _stepped(8, name="Case 5")
    logged = (_stepped(9), done, block(at(0, 11), 10, name="Case 1"), plain, running, before)
    assert value(OPEN, world(shifts=(RUNNING,), blocks=logged)) == 1
    again = (*logged, block(at(0, 13), 10, name="Case 7"))
    assert value(OPEN, world(shifts=(RUNNING,), blocks=again)) == 0


def test_without_a_block_in_the_shift_nothing_is_known() -> None:
    sources = world(shifts=(RUNNING,), blocks=(_stepped(8),))
    assert reason(OPEN, sources) == "no-blocks-in-shift"
