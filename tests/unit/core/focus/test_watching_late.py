"""When time is no work: a watcher that is held up, comes late or is overtaken by an act."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.core.focus.desk import Desk, at
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.correction_service import CorrectionService
from workspace_assistant.core.focus.corrections import BlockEdit
from workspace_assistant.core.focus.model import Cause


@pytest.fixture
def desk() -> Desk:
    here = Desk()
    here.start()
    return here


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
