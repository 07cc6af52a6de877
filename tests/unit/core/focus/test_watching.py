"""What the watcher makes of idle time, locks, sleep and calls. Numbers are seconds of the block."""

from __future__ import annotations

import pytest

from tests.unit.core.focus.desk import Desk, at
from workspace_assistant.core.focus.model import Cause, GapReason


@pytest.fixture
def desk() -> Desk:
    here = Desk()
    here.start()
    return here


def test_work_has_no_gaps(desk: Desk) -> None:
    desk.work(3600)
    assert desk.gaps() == []


def test_quiet_shorter_than_the_threshold_is_work(desk: Desk) -> None:
    desk.work(60)
    desk.quiet(295)
    desk.work(5)
    assert desk.gaps() == []


def test_an_absence_begins_at_the_last_input_and_ends_with_the_next(desk: Desk) -> None:
    desk.work(60)
    desk.quiet(300)
    assert desk.gaps() == ["idle 60-?"]
    desk.quiet(600)
    desk.work(5)
    assert desk.gaps() == ["idle 60-965?"]
    desk.work(600)
    assert desk.gaps() == ["idle 60-965?"]


def test_the_input_between_two_looks_ends_it_not_the_look(desk: Desk) -> None:
    desk.quiet(400)
    desk.clock.advance(5)
    desk.presence.idle_s = 3.0
    desk.look()
    assert desk.gaps() == ["idle 0-402?"]


def test_nothing_is_older_than_the_last_act_on_the_block(desk: Desk) -> None:
    desk.quiet(200)
    desk.person.interrupt(Cause.DOOR)  # by another computer: no input here
    desk.quiet(295)
    assert desk.gaps() == []
    desk.quiet(5)
    assert desk.gaps() == ["idle 200-?"]


def test_time_before_the_block_counts_for_nothing() -> None:
    desk = Desk()
    desk.presence.idle_s = 5000.0
    desk.start()
    desk.quiet(295)
    assert desk.gaps() == []
    desk.quiet(5)
    assert desk.gaps() == ["idle 0-?"]


def test_a_lock_is_an_absence_since_the_last_input(desk: Desk) -> None:
    desk.work(60)
    desk.quiet(20)
    desk.presence.is_locked = True
    desk.quiet(10)
    assert desk.gaps() == ["lock 60-?"]


def test_a_password_typed_into_the_locked_screen_is_no_work(desk: Desk) -> None:
    desk.work(60)
    desk.presence.is_locked = True
    desk.quiet(300)
    desk.work(10)  # types, and mistypes
    assert desk.gaps() == ["lock 60-?"]
    desk.presence.is_locked = False
    desk.work(5)
    assert desk.gaps() == ["lock 60-375?"]


def test_a_screen_that_opens_late_after_the_password_ends_the_absence(desk: Desk) -> None:
    desk.presence.is_locked = True
    desk.quiet(300)
    desk.work(5)
    desk.presence.is_locked = False
    desk.quiet(5)
    assert desk.gaps() == ["lock 0-310?"]


def test_a_screen_that_opens_by_itself_brings_nobody_back(desk: Desk) -> None:
    desk.presence.is_locked = True
    desk.quiet(300)
    desk.presence.is_locked = False
    desk.quiet(60)
    assert desk.gaps() == ["lock 0-?"]
    desk.work(5)
    assert desk.gaps() == ["lock 0-365?"]


def test_idle_then_lock_then_sleep_is_one_gap_with_the_strongest_reason(desk: Desk) -> None:
    desk.work(60)
    desk.quiet(300)
    assert desk.gaps() == ["idle 60-?"]
    desk.presence.is_locked = True
    desk.quiet(5)
    assert desk.gaps() == ["lock 60-?"]
    desk.sleep(3600)
    desk.quiet(5)
    assert desk.gaps() == ["suspend 60-?"]
    desk.presence.is_locked = False
    desk.work(5)
    assert desk.gaps() == ["suspend 60-3975?"]


def test_sleep_begins_at_the_last_input_and_ends_with_the_first_after_it(desk: Desk) -> None:
    desk.work(60)
    desk.quiet(100)
    desk.sleep(8 * 3600)
    desk.quiet(30)
    assert desk.gaps() == ["suspend 60-?"]
    desk.work(5)
    assert desk.gaps() == ["suspend 60-28995?"]


def test_three_days_of_sleep_are_one_gap(desk: Desk) -> None:
    desk.work(60)
    desk.sleep(3 * 86400)
    desk.quiet(5)
    desk.work(5)
    assert desk.gaps() == ["suspend 60-259270?"]


def test_input_right_after_an_announced_waking_ends_it_at_once(desk: Desk) -> None:
    desk.work(60)
    desk.sleep(1000, is_announced=True)
    desk.clock.advance(5)
    desk.presence.idle_s = 2.0
    desk.look()
    assert desk.gaps() == ["suspend 60-1063?"]


def test_input_from_before_an_announced_sleep_is_no_return(desk: Desk) -> None:
    desk.work(60)
    desk.sleep(1000, is_announced=True)
    desk.clock.advance(5)
    desk.presence.idle_s = 7.0  # counted awake: two seconds before the sleep
    desk.look()
    assert desk.gaps() == ["suspend 60-?"]


def test_sleep_that_is_announced_and_does_not_come_is_nothing(desk: Desk) -> None:
    desk.work(60)
    desk.sleep(0, is_announced=True)
    desk.work(60)
    assert desk.gaps() == []


def test_sleep_while_paused_adds_nothing(desk: Desk) -> None:
    desk.work(60)
    desk.person.pause()
    desk.quiet(10)
    desk.sleep(3600)
    desk.quiet(10)
    assert desk.gaps() == ["pause 60-"]


def test_a_pause_may_be_as_long_and_as_locked_as_it_likes(desk: Desk) -> None:
    desk.work(60)
    desk.person.pause(GapReason.BREAK)
    desk.presence.is_locked = True
    desk.quiet(3600)
    desk.presence.is_locked = False
    desk.person.resume()
    desk.work(60)
    assert desk.gaps() == ["break 60-3660"]
    assert desk.calls.asked == 0


def test_quiet_counts_from_the_end_of_a_pause(desk: Desk) -> None:
    desk.person.pause()
    desk.quiet(600)
    desk.person.resume()  # by another computer
    desk.quiet(295)
    assert desk.gaps() == ["pause 0-600"]
    desk.quiet(5)
    assert desk.gaps() == ["pause 0-600", "idle 600-?"]


def test_a_pause_over_sleep_that_ends_before_the_next_look_is_all_there_is(desk: Desk) -> None:
    desk.work(60)
    desk.person.pause()
    desk.quiet(5)
    desk.sleep(60)
    desk.clock.advance(3)
    desk.person.resume()
    desk.clock.advance(2)
    desk.look()
    assert desk.gaps() == ["pause 60-128"]


def test_sleep_after_a_pause_that_ended_in_the_same_five_seconds_is_seen(desk: Desk) -> None:
    desk.person.pause()
    desk.quiet(60)
    desk.clock.advance(1)
    desk.person.resume()
    desk.sleep(1000)
    desk.clock.advance(1)
    desk.presence.idle_s = 2.0
    desk.look()
    assert desk.gaps() == ["pause 0-61", "suspend 61-?"]


def test_an_act_ends_an_absence_without_input(desk: Desk) -> None:
    desk.quiet(300)
    desk.clock.advance(3)
    desk.person.interrupt(Cause.PHONE)
    desk.unseen(2)
    desk.look()
    assert desk.gaps() == ["idle 0-303?"]


def test_going_on_by_command_ends_an_absence(desk: Desk) -> None:
    desk.quiet(300)
    desk.person.resume()
    desk.quiet(295)
    assert desk.gaps() == ["idle 0-300?"]


def test_a_pause_takes_the_place_of_an_absence(desk: Desk) -> None:
    desk.quiet(300)
    desk.person.pause()
    desk.work(60)
    assert desk.gaps() == ["idle 0-300?", "pause 300-"]


def test_an_absence_that_was_undone_becomes_a_question_and_does_not_come_back(desk: Desk) -> None:
    desk.quiet(300)
    change = desk.standing.change
    assert change is not None
    desk.work(5)
    returned = desk.standing.change
    assert returned is not None
    desk.person.undo(returned.id)
    desk.person.undo(change.id)
    desk.work(60)
    assert desk.gaps() == ["undone 0-305?"]


# Clocks


def test_a_clock_set_back_is_noted_and_moves_nothing(desk: Desk) -> None:
    desk.work(60)
    desk.clock.step_wall(-3600)
    desk.work(60)
    (step,) = desk.block().clock_changes
    assert (step.at, step.by_s) == (at(65), -3600)
    assert desk.gaps() == []


def test_a_clock_set_while_asleep_is_noted_and_the_sleep_keeps_its_length(desk: Desk) -> None:
    desk.work(60)
    desk.sleep(1000)
    desk.clock.step_wall(7200)
    desk.quiet(5)
    desk.work(5)
    assert [change.by_s for change in desk.block().clock_changes] == [7200]
    assert desk.gaps() == ["suspend 60-1070?"]
