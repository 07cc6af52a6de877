"""Which events of a calendar are shifts, which are breaks and places, and why others are not."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.shifts import MADRID, an_event, local, subscription
from workspace_assistant.core.shifts.choosing import Choice, choose
from workspace_assistant.core.shifts.choosing_reasons import LeftOutReason
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.fitting import fits, has_words, is_place
from workspace_assistant.core.shifts.local_times import said
from workspace_assistant.core.shifts.model import Filter, Place
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarEvent
from workspace_assistant.core.shifts.texts import LEFT_OUT

DAY = "2026-11-23"


def event(starts: str, ends: str, summary: str = "Shift", **more: object) -> CalendarEvent:
    """On one Monday."""
    return an_event(f"{DAY} {starts}", f"{DAY} {ends}", summary, **more)


def all_day(summary: str, on: str = DAY, days: int = 1, **more: object) -> CalendarEvent:
    first = date.fromisoformat(on)
    fields = {"starts": first, "ends": first + timedelta(days=days), "time_zone": "", **more}
    return an_event(f"{on} 00:00", f"{on} 00:00", summary, uid=f"{on} {summary}", **fields)


def chosen(*events: CalendarEvent, place: Place = Place.HOME, **wanted: object) -> Choice:
    source = subscription(filter=Filter(**wanted), place=place)  # type: ignore[arg-type] # words
    return choose(CalendarContent(events=events), source)


def spans(choice: Choice) -> list[str]:
    return [
        f"{said(one.starts_at, MADRID)[11:]}-{said(one.ends_at, MADRID)[11:]}"
        for one in choice.shifts
    ]


def reasons(choice: Choice) -> list[LeftOutReason]:
    return [one.reason for one in choice.left_out]


def test_without_words_every_event_with_times_is_a_shift() -> None:
    choice = chosen(event("08:00", "16:00", "Early\n  shift", time_zone="Europe/Berlin"))
    (shift,) = choice.shifts
    assert spans(choice) == ["08:00-16:00"]
    assert (shift.name, shift.source_id) == ("Early shift", "feed")
    assert (shift.time_zone, shift.utc_offset_s) == ("Europe/Berlin", 3600)
    assert shift.uid == f"{DAY} 08:00@test"
    assert len(shift.id) == 32
    assert choice.left_out == choice.faults == choice.unread == ()


def test_words_and_categories_choose() -> None:
    events = (
        event("06:00", "07:00", "Early SHIFT"),
        event("08:00", "09:00", "Dentist"),
        event("10:00", "11:00", "Hotline", categories=("Private", " work ")),
    )
    choice = chosen(*events, summary=("shift",), categories=("Work",))
    assert spans(choice) == ["06:00-07:00", "10:00-11:00"]
    assert reasons(choice) == [LeftOutReason.NOT_IN_FILTER]
    assert choice.left_out[0].event is events[1]


def test_every_reason_has_a_sentence() -> None:
    assert LEFT_OUT.keys() == set(LeftOutReason)


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (event("08:00", "16:00", is_cancelled=True), LeftOutReason.CANCELLED),
        (all_day("Holidays"), LeftOutReason.ALL_DAY),
        (all_day("Office party"), LeftOutReason.ALL_DAY),
        (all_day("Working from home"), LeftOutReason.PLACE_OF_DAY),
        (all_day("OFFICE"), LeftOutReason.PLACE_OF_DAY),
        (event("08:00", "08:00"), LeftOutReason.NO_LENGTH),
        (event("08:00", "07:00"), LeftOutReason.NO_LENGTH),
        (event("12:00", "12:30", "Lunch break"), LeftOutReason.BREAK_ALONE),
    ],
)
def test_what_is_no_shift_is_left_out_with_a_reason(
    one: CalendarEvent, reason: LeftOutReason
) -> None:
    choice = chosen(one)
    assert choice.shifts == choice.faults == ()
    assert reasons(choice) == [reason]


def test_a_shift_of_more_than_a_day_is_a_fault_and_what_is_known_of_it_stays() -> None:
    day_long = an_event("2026-11-23 08:00", "2026-11-24 08:00", uid="whole")
    longer = an_event("2026-11-26 08:00", "2026-11-27 08:01", "Sleeps", uid="long")
    choice = chosen(day_long, longer)
    assert [one.uid for one in choice.shifts] == ["whole"]
    assert reasons(choice) == [LeftOutReason.TOO_LONG]
    assert choice.unread == ("long",)
    assert choice.faults == (
        "“Sleeps” from 2026-11-26 08:00 lasts longer than 24 hours, so it is no shift.",
    )


def test_faults_of_the_calendar_are_told_and_nothing_unread_is_taken_for_gone() -> None:
    def unread(**more: object) -> tuple[str, ...]:
        content = CalendarContent(events=(), **more)  # type: ignore[arg-type] # faults, unread
        return choose(content, subscription()).unread

    assert unread() == ()
    assert unread(faults=("x",), unread=("uid-1",)) == ("uid-1",)
    assert unread(faults=("x",)) == ("",)


def test_breaks_belong_to_the_shift_they_lie_in() -> None:
    lunch = event("12:00", "12:30", "Lunch")
    twice = event("12:00", "12:30", "lunch again", uid="twice")
    over_the_end = event("15:45", "16:30", "Pause")
    whole = event("08:00", "16:00", "Break glass duty", uid="whole")
    choice = chosen(event("08:00", "16:00"), over_the_end, lunch, twice, whole)
    (shift,) = choice.shifts
    assert [(said(one.starts_at, MADRID)[11:], one.name) for one in shift.breaks] == [
        ("12:00", "Lunch"),
        ("15:45", "Pause"),
    ]
    assert shift.breaks[1].ends_at == shift.ends_at
    assert reasons(choice) == [LeftOutReason.BREAK_ALONE]  # what fills a shift is no break of it


def test_what_a_person_asked_for_by_name_is_no_break() -> None:
    choice = chosen(event("08:00", "16:00", "Breakdown hotline"), summary=("*hotline",))
    assert spans(choice) == ["08:00-16:00"]
    choice = chosen(event("08:00", "16:00", "Breakdown hotline"), breaks=())
    assert spans(choice) == ["08:00-16:00"]


def test_parts_of_one_shift_are_one_shift() -> None:
    choice = chosen(
        event("10:15", "12:00", "Chat"),
        event("08:00", "10:00", "Phone"),
        event("10:00", "10:15", "Break"),
        event("12:00", "12:20", "Lunch"),
        event("12:20", "12:30", "Lunch break"),
        event("12:30", "16:00", "Phone back office queue"),
        event("13:00", "13:30", "Coaching"),
        event("17:00", "18:00", "Phone"),
    )
    assert spans(choice) == ["08:00-16:00", "17:00-18:00"]
    assert choice.shifts[0].uid == f"{DAY} 08:00@test"
    assert choice.shifts[0].name == "Phone back office queue"
    assert [said(one.starts_at, MADRID)[11:] for one in choice.shifts[0].breaks] == [
        "10:00",
        "12:00",
        "12:20",
    ]


def test_parts_at_two_places_are_two_shifts() -> None:
    choice = chosen(event("08:00", "12:00", "WFH"), event("12:00", "16:00", "On-site"))
    assert [one.place for one in choice.shifts] == [Place.HOME, Place.OFFICE]


def test_what_follows_each_other_for_longer_than_a_shift_can_be_stays_apart() -> None:
    nights = [("00:00", "08:00"), ("08:00", "16:00"), ("16:00", "23:59")]
    choice = chosen(*(event(*one) for one in nights))
    assert spans(choice) == ["00:00-16:00", "16:00-23:59"]
    long = (
        an_event(f"{DAY} 00:00", f"{DAY} 18:00"),
        an_event(f"{DAY} 00:00", f"{DAY} 18:00", uid="again"),
        an_event(f"{DAY} 10:00", f"{DAY} 11:00", uid="inside"),
    )
    assert spans(chosen(*long)) == ["00:00-18:00", "10:00-11:00"]


@pytest.mark.parametrize(
    ("one", "place"),
    [
        (event("08:00", "16:00"), Place.OTHER),
        (event("08:00", "16:00", location="Home office, Madrid"), Place.HOME),
        (event("08:00", "16:00", location="Main Office"), Place.OFFICE),
        (event("08:00", "16:00", "Shift (remote)"), Place.HOME),
        (event("08:00", "16:00", "Shift on-site"), Place.OFFICE),
        (event("08:00", "16:00", "Late shift - Office"), Place.OFFICE),
        (event("08:00", "16:00", "Late (office)"), Place.OFFICE),
        (event("08:00", "16:00", "Late shift at the office"), Place.OFFICE),
        (event("08:00", "16:00", "Back office"), Place.OTHER),
        (event("08:00", "16:00", "Office 365 queue"), Place.OTHER),
        (event("08:00", "16:00", "Website queue", categories=("Office",)), Place.OFFICE),
        (event("08:00", "16:00", "Website queue"), Place.OTHER),
        (event("08:00", "16:00", "Office hours", location="at home"), Place.HOME),
    ],
)
def test_the_place_is_what_the_event_says_before_what_the_source_says(
    one: CalendarEvent, place: Place
) -> None:
    (shift,) = chosen(one, place=Place.OTHER).shifts
    assert shift.place is place


def test_an_event_of_all_day_tells_the_place_of_its_days() -> None:
    events = (
        all_day("Work from the office", days=2),
        all_day("Home", "2026-11-25"),
        all_day("Office", "2026-11-26", is_cancelled=True),
        all_day("Office", "2026-11-28", days=0),
        all_day("Office", "2026-11-29", ends=local("2026-11-30 00:00")),
        *(an_event(f"2026-11-{day} 22:00", f"2026-11-{day + 1} 06:00") for day in range(23, 30)),
        an_event("2026-11-24 08:00", "2026-11-24 09:00", location="WFH"),
    )
    choice = chosen(*events, place=Place.OTHER)
    found = [(one.starts_at.day, one.place) for one in choice.shifts]
    assert found == [
        (23, Place.OFFICE),
        (24, Place.HOME),  # its own location
        (24, Place.OFFICE),
        (25, Place.HOME),
        (26, Place.OTHER),
        (27, Place.OTHER),
        (28, Place.OFFICE),
        (29, Place.OFFICE),
    ]


def test_two_events_with_one_uid_are_two_shifts() -> None:
    choice = chosen(
        event("08:00", "09:00", uid="x"), event("10:00", "11:00", uid="x"), place=Place.HOME
    )
    assert [one.uid for one in choice.shifts] == ["x", "x#20261123T090000Z"]
    assert len({one.id for one in choice.shifts}) == 2


def test_a_zone_that_nobody_knows_is_that_of_the_source() -> None:
    (shift,) = chosen(event("08:00", "16:00", time_zone="Custom/Zone")).shifts
    assert (shift.time_zone, shift.utc_offset_s) == (MADRID, 3600)
    with pytest.raises(ShiftError):
        choose(
            CalendarContent(events=(event("08:00", "16:00", time_zone=""),)),
            subscription(time_zone="Custom/Zone"),
        )


def test_an_event_from_a_day_to_an_instant_has_no_times() -> None:
    odd = an_event(f"{DAY} 08:00", f"{DAY} 09:00", starts=date(2026, 11, 23))
    assert reasons(chosen(odd)) == [LeftOutReason.ALL_DAY]


@pytest.mark.parametrize(
    ("pattern", "text", "is_fitting"),
    [
        ("shift", "Early Shift, phone", True),
        ("shift", "Shifting sands", False),
        ("early  shift", "EARLY SHIFT", True),
        ("shift*", "Shift A", True),
        ("shift*", "My shift", False),
        ("*shift", "My shift", True),
        ("*a*b*", "xaxbx", True),
        ("*a*b*", "xbxax", False),
        ("a*a", "a", False),
        ("a*a", "aa", True),
        ("a*b*c", "a c", False),
        ("ab*bc", "abc", False),
        ("*", "", True),
        ("", "anything", False),
        ("straße", "STRASSE", True),
        ("c++", "Support C++ today", True),
        ("a*aa*a", "aaa", False),
    ],
)
def test_words_fit_whatever_their_case(pattern: str, text: str, *, is_fitting: bool) -> None:
    assert fits(pattern, text) is is_fitting


WORDS = st.text("ab", max_size=4)


@given(st.lists(WORDS, min_size=2, max_size=4), WORDS)
def test_a_star_stands_for_anything(parts: list[str], between: str) -> None:
    assert fits("*".join(parts), between.join(parts))


def test_words_are_whole_words() -> None:
    assert has_words("Website and site", "site")
    assert not has_words("Website", "site")
    assert not has_words("anything", " ")


def test_a_place_is_one_where_nothing_else_is_said() -> None:
    assert is_place("Working from  Home", ("home",))
    assert is_place("Home Office", ("home office",))
    assert not is_place("Home party", ("home",))
    assert not is_place("working", ("home",))


MINUTE = st.integers(0, 3 * 24 * 60)
EVENT = st.builds(
    lambda start, length, summary, number: CalendarEvent(
        uid=f"{number}",
        summary=summary,
        starts=local("2026-11-23 00:00") + timedelta(minutes=start),
        ends=local("2026-11-23 00:00") + timedelta(minutes=start + length),
    ),
    MINUTE,
    st.integers(-10, 26 * 60),
    st.sampled_from(["Phone", "Break", "Lunch", "Office", "WFH"]),
    st.integers(0, 20),
)


@given(st.lists(EVENT, max_size=12))
def test_no_time_of_work_is_lost_and_none_is_invented(events: list[CalendarEvent]) -> None:
    choice = choose(CalendarContent(events=tuple(events)), subscription())
    out = {id(one.event) for one in choice.left_out}
    work = [one for one in events if one.summary in {"Phone", "Office", "WFH"}]
    parts = [(one.starts, one.ends) for one in work if id(one) not in out]
    for start, end in parts:
        assert isinstance(start, datetime)
        assert any(one.starts_at <= start and end <= one.ends_at for one in choice.shifts)
    for one in choice.shifts:
        edges = {at for part in parts for at in part}
        assert {one.starts_at, one.ends_at} <= edges
        assert one.span.length_s <= 24 * 3600
        for rest in one.breaks:
            assert one.starts_at <= rest.starts_at < rest.ends_at <= one.ends_at
    assert len({one.uid for one in choice.shifts}) == len(choice.shifts)
    starts = [one.starts_at for one in choice.shifts]
    assert starts == sorted(starts)
