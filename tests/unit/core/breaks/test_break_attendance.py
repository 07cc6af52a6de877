"""When somebody is at the computer, told by single looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fakes.focus import CountingId
from workspace_assistant.core.breaks.activity import joined
from workspace_assistant.core.breaks.attendance import (
    Attended,
    Look,
    attended,
    first,
    is_call_due,
)
from workspace_assistant.core.breaks.model import ActivityKind
from workspace_assistant.core.breaks.sight import Call, Sight

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
START = Sight(at=NINE, elapsed_s=100.0, awake_s=100.0, day=date(2026, 11, 23), idle_s=0.0)


def later(seconds: float, idle_s: float | None = 0.0, **more: object) -> Sight:
    seen = replace(
        START,
        at=NINE + timedelta(seconds=seconds),
        elapsed_s=100.0 + seconds,
        awake_s=100.0 + seconds,
        idle_s=idle_s,
    )
    return replace(seen, **more)  # type: ignore[arg-type]  # named by the tests below


def looked(*sights: Sight, start: Sight = START) -> list[Look]:
    known: Attended = first(start)
    looks = []
    for sight in sights:
        look = attended(known, sight)
        looks.append(look)
        known = look.attended
    return looks


def kinds(look: Look) -> list[tuple[str, float]]:
    return [(piece.kind.value, piece.length_s) for piece in look.pieces]


def test_input_proves_the_time_before_it() -> None:
    (look,) = looked(later(5))
    assert kinds(look) == [("active", 5.0)]
    assert (look.worked_s, look.has_input, look.is_back) == (5.0, True, True)


def test_quiet_of_three_minutes_is_reading_once_a_key_follows() -> None:
    silent, back = looked(later(170, idle_s=170), later(180, idle_s=0))
    assert kinds(silent) == []
    assert not silent.is_back
    assert kinds(back) == [("active", 180.0)]
    assert back.rest_s == 180.0


def test_longer_quiet_is_away_from_the_last_key_on() -> None:
    *_, gone, back = looked(later(55, 55), later(110, 110), later(185, 185), later(240, 2))
    assert kinds(gone) == [("away", 185.0)]
    assert gone.attended.is_away
    assert kinds(back) == [("away", 53.0)]


def test_a_look_in_time_sees_when_the_person_came_back() -> None:
    *_, back = looked(later(55, 55), later(110, 110), later(185, 185), later(190, 2))
    assert kinds(back) == [("away", 3.0)]
    assert back.rest_s == 188.0


def test_who_locks_the_screen_is_away_and_typing_a_password_is_not_being_back() -> None:
    locked, password, opened = looked(
        later(5, 3, is_locked=True), later(10, 1, is_locked=True), later(15, 1)
    )
    assert kinds(locked) == [("away", 5.0)]
    assert (password.is_back, password.has_input) == (False, False)
    assert kinds(opened) == [("away", 4.0)]
    assert not opened.attended.is_away


def test_a_call_is_time_at_work_though_nothing_is_typed() -> None:
    begun, goes_on, over = looked(
        later(20, 20, call=Call.GOING_ON), later(40, 40), later(60, 60, call=Call.NONE)
    )
    assert kinds(begun) == [("active", 20.0)]
    assert kinds(goes_on) == [("call", 20.0)]
    assert kinds(over) == []
    assert not over.attended.is_in_call


def test_nobody_in_a_call_is_away_behind_a_locked_screen() -> None:
    _, locked = looked(
        later(20, 20, call=Call.GOING_ON), later(25, 25, is_locked=True, call=Call.GOING_ON)
    )
    assert kinds(locked) == [("call", 5.0)]
    assert not locked.attended.is_away


def test_where_input_cannot_be_seen_the_time_counts_and_is_called_unknown() -> None:
    start = replace(START, idle_s=None)
    (look,) = looked(later(5, None), start=start)
    assert kinds(look) == [("unknown", 5.0)]
    assert (look.worked_s, look.unseen_s, look.has_input) == (5.0, 0.0, False)


def test_who_reads_is_there() -> None:
    (look,) = looked(later(50, 400, is_reading=True))
    assert kinds(look) == [("active", 50.0)]


def test_sleep_is_time_away_and_its_input_is_not_believed() -> None:
    asleep = later(3600, 5, awake_s=105.0)
    look, back = looked(asleep, later(3605, 1))
    assert kinds(look) == [("away", 3600.0)]
    assert not look.has_input
    assert kinds(back) == [("away", 4.0)]


def test_what_nobody_looked_at_stays_unknown() -> None:
    (look,) = looked(later(3600, 10))
    assert kinds(look) == [("unknown", 3590.0)]
    assert (look.worked_s, look.unseen_s, look.rest_s) == (0.0, 3590.0, 0.0)


def test_what_nobody_looked_at_was_quiet_where_the_quiet_is_as_long() -> None:
    (look,) = looked(later(3600, 3700))
    assert kinds(look) == [("away", 3600.0)]


def test_a_screen_that_was_locked_while_nobody_looked_tells_nothing_of_before() -> None:
    (look,) = looked(later(3600, 3000, is_locked=True))
    assert kinds(look) == [("unknown", 3600.0)]
    assert look.attended.is_away


def test_a_call_is_not_believed_through_sleep() -> None:
    *_, look = looked(later(5, 0, call=Call.GOING_ON), later(3600, 5, awake_s=110.0), start=START)
    assert not look.attended.is_in_call
    assert kinds(look) == [("away", 3595.0)]


def test_where_clocks_do_not_tell_sleep_apart_a_long_silence_is_unknown() -> None:
    start = replace(START, awake_s=None)
    (look,) = looked(later(3600, 10, awake_s=None), start=start)
    assert kinds(look) == [("unknown", 3590.0)]


@pytest.mark.parametrize(
    ("sight", "is_away"),
    [
        (START, False),
        (replace(START, idle_s=200.0), True),
        (replace(START, idle_s=200.0, is_reading=True), False),
        (replace(START, is_locked=True), True),
        (replace(START, is_locked=True, call=Call.GOING_ON), False),
        (replace(START, idle_s=None), False),
    ],
)
def test_the_first_look_knows_only_of_now(sight: Sight, is_away: bool) -> None:
    assert first(sight).is_away is is_away


def test_calls_are_asked_about_every_twenty_seconds() -> None:
    known = first(replace(START, call=Call.UNKNOWN))
    assert known.is_call_unknown
    assert is_call_due(first(START), later(0))
    assert not is_call_due(known, later(15))
    assert is_call_due(known, later(20))


def test_pieces_of_a_kind_are_one_stretch() -> None:
    looks = looked(later(5), later(10), later(200, 190), later(205, 1))
    stretches = joined(None, [piece for one in looks for piece in one.pieces], CountingId())
    assert [(one.kind, one.length_s) for one in stretches] == [
        (ActivityKind.ACTIVE, 10.0),
        (ActivityKind.AWAY, 194.0),
    ]
    again = joined(stretches[-1], (), CountingId())
    assert again == stretches[-1:]
