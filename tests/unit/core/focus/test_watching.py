"""What the watcher makes of idle time, locks, sleep and calls. Numbers are seconds of the block."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.core.focus.desk import Desk, at
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.correction_service import CorrectionService
from workspace_assistant.core.focus.corrections import BlockEdit
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


# A program that is held up


def test_a_short_halt_of_the_watcher_is_no_gap(desk: Desk) -> None:
    desk.work(60)
    desk.clock.advance(120)
    desk.presence.idle_s = 1.0
    desk.look()
    assert desk.gaps() == []


def test_a_long_halt_is_a_gap_until_the_last_input(desk: Desk) -> None:
    desk.work(60)
    desk.clock.advance(1000)
    desk.presence.idle_s = 1.0
    desk.look()
    assert desk.gaps() == ["not-watched 60-1059?"]


def test_a_halt_without_any_input_is_idle_time(desk: Desk) -> None:
    desk.work(60)
    desk.unseen(1000)
    desk.look()
    assert desk.gaps() == ["idle 60-?"]


def test_a_halt_where_input_is_unknown_was_not_watched(desk: Desk) -> None:
    desk.presence.idle_s = None
    desk.work(60)
    desk.clock.advance(100)
    desk.look()
    assert desk.gaps() == ["not-watched 60-160?"]


def test_a_halt_that_ends_behind_a_lock_is_a_lock(desk: Desk) -> None:
    desk.work(60)
    desk.presence.is_locked = True
    desk.unseen(1000)
    desk.look()
    assert desk.gaps() == ["lock 60-?"]


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


# Acts right after waking, before the watcher has looked


@pytest.mark.parametrize("asleep_s", [30, 60, 8 * 3600])
def test_an_act_right_after_waking_counts_the_sleep_as_a_gap(desk: Desk, asleep_s: int) -> None:
    desk.work(60)
    desk.quiet(25)
    desk.sleep(asleep_s)
    desk.clock.advance(2)
    desk.person.stop()
    assert desk.gaps() == [f"suspend 60-{87 + asleep_s}?"]


def test_further_acts_and_the_next_look_find_the_sleep_told(desk: Desk) -> None:
    desk.work(60)
    desk.sleep(1000)
    desk.clock.advance(1)
    desk.person.interrupt(Cause.DOOR)
    desk.clock.advance(1)
    desk.person.back()
    desk.work(60)
    assert desk.gaps() == ["suspend 60-1061?"]


def test_an_act_right_after_waking_ends_the_absence_that_lasted(desk: Desk) -> None:
    desk.quiet(300)
    desk.sleep(1000)
    desk.clock.advance(1)
    desk.person.pause()
    assert desk.gaps() == ["idle 0-1301?", "pause 1301-"]


def test_sleep_leaves_nobody_alone(desk: Desk) -> None:
    desk.work(60)
    desk.sleep(3 * 86400)
    assert desk.person.now().left_alone is None
    desk.clock.advance(100)
    assert desk.person.now().left_alone is not None


def test_a_watcher_that_was_killed_before_the_sleep_is_followed_as_if_it_lived(
    desk: Desk,
) -> None:
    desk.work(60)
    desk.quiet(30)
    desk.sleep(3600)
    desk.clock.advance(50)
    desk.presence.idle_s = 45.0
    successor = Desk(desk.log, desk.clock, desk.presence, desk.calls, desk.new_id, name="next")
    successor.look()
    assert desk.gaps() == ["suspend 60-?"]
    successor.work(5)
    assert desk.gaps() == ["suspend 60-3745?"]


# What a watcher that comes late finds, and a block that was changed between two looks


@pytest.mark.parametrize(("idle_s", "expected"), [(20.0, "lock 3580-?"), (None, "lock 3600-?")])
def test_a_first_look_at_a_locked_screen_takes_only_the_time_since_the_last_input(
    idle_s: float | None, expected: str
) -> None:
    desk = Desk()
    desk.person.start(Plan(name="Work"))
    desk.clock.advance(3600)
    desk.presence.is_locked, desk.presence.idle_s = True, idle_s
    desk.look()
    assert desk.gaps() == [expected]


def test_a_screen_locked_since_before_the_block_is_away_from_its_start() -> None:
    desk = Desk()
    desk.person.start(Plan(name="Work"))
    desk.clock.advance(60)
    desk.presence.is_locked, desk.presence.idle_s = True, 600.0
    desk.look()
    assert desk.gaps() == ["lock 0-?"]


def test_an_absence_begins_no_earlier_than_a_start_that_was_moved_since(desk: Desk) -> None:
    desk.work(600)
    desk.sleep(3600)
    desk.clock.advance(3)
    with desk.log.writing() as log:  # as a look that came too late would find it
        block = log.open_block()
        assert block is not None
        log.put(replace(block, started_at=at(1800), gaps=()))
    desk.clock.advance(2)
    desk.look()
    assert desk.gaps() == ["suspend 0-2405?"]


def test_a_start_that_is_moved_right_after_waking_leaves_the_sleep_a_gap(desk: Desk) -> None:
    desk.work(600)
    desk.sleep(3600)
    desk.clock.advance(3)
    service = CorrectionService(desk.log, desk.clock, desk.new_id, "window")
    service.edit(desk.block().id, BlockEdit(started_at=at(1800)))
    desk.clock.advance(2)
    desk.look()
    assert desk.gaps() == ["suspend 0-2403?"]
