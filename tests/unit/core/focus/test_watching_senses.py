"""When time is no work: calls, and what a system does not tell."""

from __future__ import annotations

import pytest

from tests.unit.core.focus.desk import Desk


@pytest.fixture
def desk() -> Desk:
    here = Desk()
    here.start()
    return here


# Calls


def test_a_call_is_never_idle(desk: Desk) -> None:
    desk.work(60)
    desk.calls.answer = True
    desk.quiet(3600)
    assert desk.gaps() == []


def test_after_a_call_the_absence_begins_where_the_call_was_last_seen(desk: Desk) -> None:
    desk.work(60)
    desk.calls.answer = True
    desk.quiet(600)
    desk.calls.answer = False
    desk.quiet(600)
    assert desk.gaps() == ["idle 660-?"]


def test_a_call_between_two_quiet_times_is_found(desk: Desk) -> None:
    desk.quiet(100)
    desk.calls.answer = True
    desk.quiet(60)
    desk.calls.answer = False
    desk.quiet(295)
    assert desk.gaps() == []
    desk.quiet(10)
    assert desk.gaps() == ["idle 160-?"]


def test_a_call_behind_the_locked_screen_is_work(desk: Desk) -> None:
    desk.calls.answer = True
    desk.quiet(60)
    desk.presence.is_locked = True
    desk.quiet(600)
    assert desk.gaps() == []
    desk.calls.answer = False
    desk.quiet(30)
    assert desk.gaps() == ["lock 660-?"]


def test_a_call_taken_with_the_screen_locked_ends_the_absence(desk: Desk) -> None:
    desk.presence.is_locked = True
    desk.quiet(300)
    desk.calls.answer = True
    desk.quiet(20)
    assert desk.gaps() == ["lock 0-305?"]


def test_who_works_or_has_paused_is_not_asked_about_calls(desk: Desk) -> None:
    desk.work(600)
    assert desk.calls.asked == 0


def test_the_call_sensor_is_asked_every_twenty_seconds_at_most(desk: Desk) -> None:
    desk.calls.answer = True
    desk.quiet(600)
    assert desk.calls.asked == 30


def test_where_calls_cannot_be_told_quiet_is_an_absence(desk: Desk) -> None:
    desk.calls.answer = None
    desk.quiet(300)
    assert desk.gaps() == ["idle 0-?"]


# What cannot be told


def test_without_knowledge_of_input_nobody_is_ever_idle(desk: Desk) -> None:
    desk.presence.idle_s = desk.presence.is_locked = None
    desk.quiet(8 * 3600)
    assert desk.gaps() == []


def test_without_knowledge_of_input_a_lock_begins_at_the_last_look_before_it(desk: Desk) -> None:
    desk.presence.idle_s = None
    desk.quiet(60)
    desk.presence.is_locked = True
    desk.quiet(60)
    assert desk.gaps() == ["lock 60-?"]
    desk.presence.is_locked = False
    desk.quiet(5)
    assert desk.gaps() == ["lock 60-125?"]


def test_without_knowledge_of_input_sleep_is_as_long_as_it_was(desk: Desk) -> None:
    desk.presence.idle_s = None
    desk.quiet(60)
    desk.clock.advance(2)
    desk.sleep(1000, is_announced=True)
    desk.clock.advance(3)
    desk.look()
    assert desk.gaps() == ["suspend 62-1062?"]


def test_without_knowledge_of_input_sleep_behind_a_lock_ends_with_the_lock(desk: Desk) -> None:
    desk.presence.idle_s = None
    desk.quiet(60)
    desk.sleep(1000)
    desk.presence.is_locked = True
    desk.quiet(5)
    assert desk.gaps() == ["suspend 60-?"]
    desk.presence.is_locked = False
    desk.quiet(5)
    assert desk.gaps() == ["suspend 60-1070?"]


def test_a_screen_that_dies_in_an_absence_leaves_it_open_until_an_act(desk: Desk) -> None:
    desk.quiet(300)
    desk.presence.idle_s = desk.presence.is_locked = None
    desk.quiet(600)
    assert desk.gaps() == ["idle 0-?"]
    desk.person.resume()
    desk.quiet(600)
    assert desk.gaps() == ["idle 0-900?"]


def test_a_screen_that_dies_while_somebody_works_makes_nothing(desk: Desk) -> None:
    desk.work(60)
    desk.presence.idle_s = None
    desk.quiet(3600)
    assert desk.gaps() == []


def test_an_answer_that_fails_once_does_not_hide_an_absence(desk: Desk) -> None:
    desk.quiet(100)
    idle_s, desk.presence.idle_s = desk.presence.idle_s, None
    desk.quiet(5)
    assert idle_s is not None
    desk.presence.idle_s = idle_s + 5
    desk.quiet(195)
    assert desk.gaps() == ["idle 0-?"]


def test_without_a_clock_that_stops_in_sleep_an_announcement_tells(desk: Desk) -> None:
    desk.clock.awake_s = None
    desk.work(60)
    desk.sleep(1000, is_announced=True)
    desk.work(5)
    assert desk.gaps() == ["suspend 60-1065?"]


def test_without_such_a_clock_a_short_announced_sleep_is_none(desk: Desk) -> None:
    desk.clock.awake_s = None
    desk.work(60)
    desk.sleep(0, is_announced=True)
    desk.work(5)
    assert desk.gaps() == []
