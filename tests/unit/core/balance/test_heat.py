"""When interruptions came, by the hours of the clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.weeks import ZONE, a_block, at
from workspace_assistant.core.balance.heat import heat_of
from workspace_assistant.core.balance.summary_model import HeatCell, HeatMap
from workspace_assistant.core.balance.writing import EnglishWriting, told_text
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.model import Block, Cause
from workspace_assistant.core.spans import Span

NOW = at("2026-12-31 12:00")
AUTUMN = Span(at("2026-08-31 04:00"), at("2026-11-23 04:00"))
WRITING = EnglishWriting(ZONE)


def heat(*blocks: Block, span: Span = AUTUMN) -> HeatMap | None:
    return heat_of(blocks, span, NOW, ZONE)


def found(*blocks: Block, span: Span = AUTUMN) -> HeatMap:
    told = heat(*blocks, span=span)
    assert told is not None
    return told


def filled(cells: Iterable[HeatCell]) -> dict[int, tuple[int, float]]:
    return {one.hour: (one.count, one.worked_s) for one in cells if one.count or one.worked_s}


def hardest(told: HeatMap) -> str:
    return "" if told.hardest is None else told_text(told.hardest, WRITING)


def test_without_interruptions_there_is_no_map() -> None:
    assert heat() is None
    assert heat(a_block("2026-11-17 09:00", "2026-11-17 10:00")) is None
    before = a_block(
        "2026-08-30 09:00", "2026-08-30 10:00", interrupted=[("2026-08-30 09:30", Cause.PET)]
    )
    after = a_block(
        "2026-11-23 09:00", "2026-11-23 10:00", interrupted=[("2026-11-23 09:30", Cause.PET)]
    )
    assert heat(before, after) is None


def test_cells_count_what_began_in_their_hour_and_what_was_worked_in_it() -> None:
    told = found(
        a_block(
            "2026-11-17 09:30",
            "2026-11-17 11:10",
            interrupted=[("2026-11-17 09:59", Cause.CHAT), ("2026-11-17 11:00", Cause.NOISE)],
            paused=[("2026-11-17 10:15", "2026-11-17 10:45")],
        ),
        a_block(
            "2026-11-18 09:00", "2026-11-18 09:10", interrupted=[("2026-11-18 09:05", Cause.NOISE)]
        ),
    )
    assert [cause for cause, _ in told.by_cause] == [Cause.NOISE, Cause.CHAT]
    noise, chat = (filled(cells) for _, cells in told.by_cause)
    assert noise == {9: (1, 2400), 10: (0, 1800), 11: (1, 600)}
    assert chat == {9: (1, 2400), 10: (0, 1800), 11: (0, 600)}
    assert [filled(cells) for cells in told.by_weekday] == [
        {},
        {9: (1, 1800), 10: (0, 1800), 11: (1, 600)},
        {9: (1, 600)},
        {},
        {},
        {},
        {},
    ]
    assert [len(cells) for cells in told.by_weekday] == [24] * 7


def test_where_the_clock_is_set_back_its_hour_has_two() -> None:
    # At 03:00 of 25 October it is 02:00 once more.
    told = found(
        a_block(
            "2026-10-25 01:30", "2026-10-25 03:30", interrupted=[("2026-10-25 03:10", Cause.PET)]
        )
    )
    assert filled(told.by_weekday[6]) == {1: (0, 1800), 2: (0, 7200), 3: (1, 1800)}


def test_only_what_lies_in_the_weeks_is_counted() -> None:
    edge = a_block(
        "2026-11-23 02:00",
        "2026-11-23 06:00",
        interrupted=[("2026-11-23 03:30", Cause.PET), ("2026-11-23 04:00", Cause.PET)],
    )
    assert filled(found(edge).by_weekday[0]) == {2: (0, 3600), 3: (1, 3600)}


def days_with(
    calm: int, hard: int, *, hard_hour: int = 15, days: Iterable[int] = range(1, 21)
) -> list[Block]:
    """Blocks of five hours on days of September with interruptions an hour."""
    blocks = []
    for day in days:
        on = f"2026-09-{day:02d}"
        marks = [
            (f"{on} {hour}:{minute:02d}", Cause.CHAT)
            for hour in range(11, 16)
            for minute in range(hard if hour == hard_hour else calm)
        ]
        blocks.append(a_block(f"{on} 11:00", f"{on} 16:00", interrupted=marks))
    return blocks


def test_an_hour_stands_out_by_its_count_and_its_work() -> None:
    assert hardest(found(*days_with(1, 3))) == (
        "Most interruptions came between 15:00 and 16:00: 60 in 20h of blocks. "
        "At the pace of the other hours it would be 20."
    )


def test_what_chance_alone_makes_likely_does_not_stand_out() -> None:
    assert hardest(found(*days_with(1, 2, days=range(1, 4)))) == ""  # 6 beside 3
    assert hardest(found(*days_with(3, 4))) == ""  # a third more
    assert hardest(found(*days_with(1, 1))) == ""
    assert hardest(found(*days_with(0, 1, days=range(1, 4)))) == ""  # under five


def test_with_little_work_in_the_other_hours_none_stands_out() -> None:
    one = a_block(
        "2026-09-01 11:00",
        "2026-09-01 15:30",
        interrupted=[(f"2026-09-01 11:{minute}", Cause.CHAT) for minute in range(10, 40)],
    )
    assert hardest(found(one)) == ""


def test_a_weekday_stands_out() -> None:
    usual = days_with(1, 1, days=[1, 3, 4, 8, 10, 11, 15, 17, 18, 22, 24, 25])
    wednesdays = days_with(4, 4, days=[2, 9, 16, 23])
    assert hardest(found(*usual, *wednesdays)) == (
        "Wednesday stands out: 80 interruptions in 20h of blocks. "
        "At the pace of the other days it would be 20."
    )


def test_the_last_hour_of_the_day_ends_at_midnight() -> None:
    late = [
        a_block(
            f"2026-09-{day:02d} 21:00",
            f"2026-09-{day:02d} 23:59",
            interrupted=[(f"2026-09-{day:02d} 23:{minute}", Cause.DOOR) for minute in range(10, 14)]
            + [(f"2026-09-{day:02d} 21:10", Cause.DOOR)],
        )
        for day in range(1, 10)
    ]
    assert "between 23:00 and 00:00" in hardest(found(*late))


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(0, 100_000), st.integers(1, 600), st.sampled_from([*Cause])),
        max_size=8,
    )
)
def test_cells_add_up_to_all_that_was_logged(drawn: list[tuple[int, int, Cause]]) -> None:
    blocks = [a_whole_block(minute, length, cause) for minute, length, cause in drawn]
    told = heat(*blocks)
    if told is None:
        assert not blocks
        return
    by_weekday = [cell for cells in told.by_weekday for cell in cells]
    by_cause = [cell for _, cells in told.by_cause for cell in cells]
    assert sum(one.count for one in by_weekday) == sum(one.count for one in by_cause) == len(blocks)
    worked = sum(worked_s(one, NOW) for one in blocks)
    assert abs(sum(one.worked_s for one in by_weekday) - worked) < 1e-6 * max(worked, 1)
    assert found(*reversed(blocks)).by_cause == told.by_cause


def a_whole_block(minute: int, length: int, cause: Cause) -> Block:
    start = at("2026-09-01 04:00") + timedelta(minutes=minute)
    written = start.astimezone(ZONE)
    end = written + timedelta(minutes=length)
    stamp = f"{written:%Y-%m-%d %H:%M}"
    return a_block(stamp, f"{end:%Y-%m-%d %H:%M}", interrupted=[(stamp, cause)])
