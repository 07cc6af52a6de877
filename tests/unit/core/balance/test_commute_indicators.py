"""What the days at home saved of the way to work."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.shifts import a_shift
from tests.fakes.weeks import a_block, hours, indicator, records, told_as
from workspace_assistant.core.balance.model import Indicator, Records, State
from workspace_assistant.core.balance.settings_model import Commute, WeekSettings
from workspace_assistant.core.shifts.model import Place, Shift

WAY = Commute(one_way_s=2700, one_way_km=18.3, day_fare=6.4, currency="EUR")
IDS = ("commute-time-saved", "commute-distance-saved", "commute-money-saved")


def saved(known: Records, commute: Commute = WAY) -> list[Indicator]:
    week = told_as(known, "2026-11-18", WeekSettings(commute=commute))
    return [indicator(week, one) for one in IDS]


def planned(day: int, place: Place, first: int = 9, last: int = 17) -> Shift:
    return a_shift(f"2026-11-{day} {first:02}:00", f"2026-11-{day} {last:02}:00", place=place)


def of_shifts(*shifts: Shift) -> Records:
    known = records(now="2026-11-20 12:00")
    return replace(known, sources=replace(known.sources, shifts=shifts))


def test_a_day_saves_both_ways_where_nobody_left_home() -> None:
    known = of_shifts(
        planned(16, Place.HOME),
        planned(17, Place.HOME, 8, 12),
        planned(17, Place.HOME, 18, 22),
        planned(18, Place.HOME, 8, 12),
        planned(18, Place.OFFICE, 13, 17),
        planned(19, Place.OTHER),
        planned(20, Place.HOME, 13, 17),  # still to come
    )
    time, distance, money = saved(known)
    assert (time.value, distance.value, money.value) == (hours(3), 73.2, 12.8)
    assert {one.state for one in (time, distance, money)} == {State.INFORMATION}
    assert (time.told.parts["count"], time.told.parts["whole"]) == (2, 4)
    assert money.told.parts["amount"] == "12.80 EUR"
    assert [(term.span.start.day, term.value) for term in distance.terms] == [
        (16, 36.6),
        (17, 36.6),
    ]


def test_a_block_in_the_evening_saves_no_way() -> None:
    evening = a_block("2026-11-17 20:00", "2026-11-17 22:00")
    office = of_shifts(planned(16, Place.OFFICE))
    known = replace(office, sources=replace(office.sources, blocks=(evening,)))
    assert [one.value for one in saved(known)] == [0, 0, 0]
    assert saved(known)[0].told.parts["whole"] == 1


def test_without_any_shift_an_hour_of_blocks_is_a_day_at_home() -> None:
    blocks = [
        a_block("2026-11-16 09:00", "2026-11-16 09:40"),
        a_block("2026-11-16 15:00", "2026-11-16 15:20"),
        a_block("2026-11-17 09:00", "2026-11-17 09:59"),
    ]
    assert saved(records(blocks=blocks))[0].value == hours(1.5)


def test_what_was_not_told_is_not_known() -> None:
    only_time = saved(of_shifts(planned(16, Place.HOME)), Commute(one_way_s=60))
    assert [one.value for one in only_time] == [120, None, None]
    assert "settings" in only_time[1].told.sentence
    assert [one.value for one in saved(records())] == [None, None, None]
