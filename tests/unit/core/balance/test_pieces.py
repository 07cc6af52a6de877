"""What the days of a week were made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.shifts import a_shift
from tests.fakes.weeks import a_block, a_break, at, hours, indicator, records, told
from workspace_assistant.core.balance.model import Day, Layer, Records
from workspace_assistant.core.breaks.model import BreakRecord, Outcome
from workspace_assistant.core.focus.model import Cause

F, W, B, A = Layer.FOCUS, Layer.OTHER_WORK, Layer.BREAK, Layer.AFTER_HOURS


def told_pieces(day: Day) -> list[tuple[str, str, Layer]]:
    """By UTC: in November an hour behind Madrid."""
    return [(f"{x.span.start:%H:%M}", f"{x.span.end:%H:%M}", x.layer) for x in day.pieces]


def a_rest(began: str, ended: str, outcome: Outcome = Outcome.TAKEN) -> BreakRecord:
    return replace(a_break(began, outcome), began_at=at(began), ended_at=at(ended))


def test_a_day_of_shift_blocks_breaks_and_an_evening() -> None:
    known = records(
        shifts=[("2026-11-16 09:00", "2026-11-16 17:00")],
        lunch=[("2026-11-16 12:00", "2026-11-16 12:30")],
        blocks=[
            a_block(
                "2026-11-16 09:10",
                "2026-11-16 10:00",
                interrupted=[("2026-11-16 09:20", Cause.PET)],
                paused=[("2026-11-16 09:30", "2026-11-16 09:40")],
            ),
            a_block("2026-11-16 11:50", "2026-11-16 12:10"),  # ten minutes of it in the break
            a_block("2026-11-16 16:50", "2026-11-16 17:20"),
        ],
        breaks=[
            a_rest("2026-11-16 10:30", "2026-11-16 10:40"),
            a_rest("2026-11-16 09:32", "2026-11-16 09:37", Outcome.NATURAL),  # in the pause
            a_rest("2026-11-16 14:00", "2026-11-16 14:05", Outcome.SKIPPED),
            a_rest("2026-11-16 18:00", "2026-11-16 18:05"),  # at home
        ],
    )
    day = told(known, "2026-11-16").days[0]
    assert told_pieces(day) == [
        ("08:00", "08:10", W),
        ("08:10", "08:30", F),
        ("08:30", "08:32", W),
        ("08:32", "08:37", B),
        ("08:37", "08:40", W),
        ("08:40", "09:00", F),
        ("09:00", "09:30", W),
        ("09:30", "09:40", B),
        ("09:40", "10:50", W),
        ("10:50", "11:10", F),
        ("11:10", "11:30", B),
        ("11:30", "15:50", W),
        ("15:50", "16:05", F),
        ("16:05", "16:20", A),
    ]
    assert day.frames == (known.shifts[0].span,)
    assert day.interrupted_at == (at("2026-11-16 09:20"),)
    assert day.worked_s == hours(8 + 1 / 3 - 1 / 3)  # 20 minutes of the break were one
    assert day.after_hours_s == 15 * 60
    assert day.focus_s == (40 + 20 + 30) * 60


def test_without_any_shift_no_work_is_after_hours() -> None:
    week = told(records(blocks=[a_block("2026-11-16 20:00", "2026-11-16 21:00")]), "2026-11-16")
    assert told_pieces(week.days[0]) == [("19:00", "20:00", F)]
    assert week.days[0].after_hours_s is None


def test_a_block_in_the_shift_of_the_night_belongs_to_the_day_of_the_shift() -> None:
    known = records(
        shifts=[("2026-11-22 22:00", "2026-11-23 06:00")],
        blocks=[
            a_block(
                "2026-11-23 05:00",
                "2026-11-23 06:30",
                planned_min=90,
                interrupted=[("2026-11-23 05:30", Cause.NOISE)],
            )
        ],
    )
    sunday, monday = told(known, "2026-11-22").days[6], told(known, "2026-11-23").days[0]
    assert told_pieces(sunday) == [
        ("21:00", "04:00", W),
        ("04:00", "05:05", F),
        ("05:05", "05:30", A),
    ]
    assert (sunday.focus_s, sunday.after_hours_s, sunday.interruptions) == (5400, 25 * 60, 1)
    assert (monday.pieces, monday.focus_s, monday.interruptions) == ((), 0, 0)
    assert indicator(told(known, "2026-11-22"), "focus-time").value == 5400
    assert indicator(told(known, "2026-11-23"), "focus-time").value is None


def test_a_few_minutes_away_make_no_new_day_of_a_night() -> None:
    night = ("2026-11-16 20:00", "2026-11-17 04:00")
    late = a_block(
        "2026-11-17 03:30",
        "2026-11-17 05:00",
        planned_min=90,
        paused=[("2026-11-17 04:20", "2026-11-17 04:25")],
    )
    after_an_hour = a_block("2026-11-17 06:00", "2026-11-17 06:10")
    after_less = a_block("2026-11-17 05:59", "2026-11-17 06:10")
    day = told(records(shifts=[night], blocks=[late, after_an_hour]), "2026-11-16")
    assert [one.worked_s / 60 for one in day.days[:2]] == [8 * 60 + 20 + 35, 10]
    assert indicator(day, "days-in-a-row").value == 2
    whole = told(records(shifts=[night], blocks=[late, after_less]), "2026-11-16")
    assert [one.worked_s / 60 for one in whole.days[:2]] == [8 * 60 + 20 + 35 + 11, 0]
    assert indicator(whole, "days-in-a-row").value == 1
    # A shift begins a day of its own.
    next_shift = ("2026-11-17 05:30", "2026-11-17 09:30")
    both = told(records(shifts=[night, next_shift], blocks=[late]), "2026-11-16")
    assert [one.worked_s / 60 for one in both.days[:2]] == [8 * 60 + 20 + 35, 240]


def test_a_block_that_was_no_work_belongs_to_its_own_day() -> None:
    paused = a_block(
        "2026-11-17 09:00", "2026-11-17 10:00", paused=[("2026-11-17 09:00", "2026-11-17 10:00")]
    )
    interrupted = replace(
        a_block("2026-11-17 09:00", None, interrupted=[("2026-11-17 09:00", Cause.DOOR)]),
        ended_at=paused.ended_at,
        gaps=paused.gaps,
    )
    early = ("2026-11-16 08:00", "2026-11-16 16:00")
    days = told(records(shifts=[early], blocks=[interrupted]), "2026-11-16").days
    assert [day.interruptions for day in days] == [0, 1, 0, 0, 0, 0, 0]
    assert [len(day.pieces) for day in days] == [1, 0, 0, 0, 0, 0, 0]


def test_the_rests_of_a_week_are_those_that_ended_in_it() -> None:
    days = [(f"2026-11-{day} 09:00", f"2026-11-{day} 17:00") for day in (13, 16, 17, 24)]
    week = told(records(shifts=days), "2026-11-16")
    assert [one.length_s for one in week.rests] == [hours(64), hours(16)]


MINUTE = st.integers(0, 47 * 60)


@st.composite
def two_days(draw: st.DrawFn) -> Records:
    """Shifts, blocks and breaks of Monday and Tuesday, as they come."""

    def moments(most: int) -> Sequence[tuple[str, str]]:
        pairs = draw(st.lists(st.tuples(MINUTE, st.integers(1, 600)), max_size=most))
        return [(wall(start), wall(start + length)) for start, length in sorted(pairs)]

    logged: list[tuple[str, str]] = []
    for start, end in moments(5):
        if not logged or start >= logged[-1][1]:
            logged.append((start, end))
    known = records(blocks=[a_block(start, end) for start, end in logged])
    planned, lunches = moments(4), moments(4)
    shifts = tuple(
        a_shift(start, end, breaks=[x for x in lunches if start <= x[0] < end])
        for start, end in planned
    )
    rested = tuple(a_rest(start, end) for start, end in moments(4))
    return replace(known, sources=replace(known.sources, shifts=shifts, breaks=rested))


def wall(minute: int) -> str:
    """Of the days from Monday, 4 o'clock, on."""
    minute += 4 * 60
    return f"2026-11-{16 + minute // 1440} {minute // 60 % 24:02d}:{minute % 60:02d}"


@given(two_days())
def test_the_pieces_of_a_day_fill_its_work(known: Records) -> None:
    week = told(known, "2026-11-16")
    for day in week.days:
        assert all(one.span.length_s > 0 for one in day.pieces)
        assert all(one.span.end <= two.span.start for one, two in pairwise(day.pieces))
        of = {x: sum(y.span.length_s for y in day.pieces if y.layer is x) for x in Layer}
        assert of[F] + of[A] == day.focus_s
        assert of[A] == (day.after_hours_s or 0)
        assert of[F] + of[A] + of[W] <= day.worked_s <= sum(of.values())
    by_id = {one.id: one for one in week.indicators}
    stretches = by_id["longest-working-stretch"].terms
    assert sum(x.value for x in stretches) == sum(
        x.span.length_s for day in week.days for x in day.pieces
    )
    outside_s = by_id["after-hours"].value
    if outside_s is not None:
        assert outside_s == sum(day.after_hours_s or 0 for day in week.days)
