from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.focus import MONDAY
from tests.unit.core.focus.services import Day
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.clock import put_off_s
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import (
    Anchor,
    Cause,
    Channel,
    ClockChange,
    Gap,
    GapReason,
    Interruption,
    Origin,
)
from workspace_assistant.core.focus.recovery import RecoveryChoice


def after(minutes: float) -> object:
    return MONDAY + timedelta(minutes=minutes)


def test_a_block_starts_now_where_the_person_is() -> None:
    day = Day()
    plan = Plan(name=" Refunds ", channel=Channel.CHAT, tags=("a", "a "), planned_s=1500.0)
    change = day.acts.start(plan)

    block = day.running
    assert (block.name, block.channel, block.tags, block.planned_s) == (
        "Refunds",
        Channel.CHAT,
        ("a",),
        1500,
    )
    assert (block.started_at, block.time_zone, block.utc_offset_s) == (
        MONDAY,
        "Europe/Madrid",
        3600,
    )
    assert block.anchor == Anchor(at=MONDAY, elapsed_s=1000.0, boot_id="boot-1")
    assert (change.id, change.actor, change.action) == (1, "window", "start")


def test_one_block_runs_at_a_time() -> None:
    day = Day()
    day.start()

    with pytest.raises(FocusError, match="“Refund queue” is running since 09:00"):
        day.start("Other")


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [(Plan(name="  "), "needs a name"), (Plan(name="A", planned_s=0.0), "no planned time")],
)
def test_a_block_that_cannot_be_is_not_started(plan: Plan, sentence: str) -> None:
    day = Day()

    with pytest.raises(FocusError, match=sentence):
        day.acts.start(plan)
    assert day.log.kept.changes == ()


def test_nothing_is_done_to_a_block_that_does_not_run() -> None:
    day = Day()

    now = day.acts.now()
    assert (now.block, now.at, now.proven_at) == (None, MONDAY, MONDAY)
    for act in (day.acts.stop, day.acts.pause, lambda: day.acts.recover(RecoveryChoice.END)):
        with pytest.raises(FocusError, match="No block is running"):
            act()


def test_a_day_of_work() -> None:
    day = Day()
    day.start(planned_s=1500.0)
    day.clock.advance(600)
    day.acts.pause(GapReason.BREAK)
    day.clock.advance(300)
    day.acts.resume()
    day.acts.extend(600)
    day.acts.interrupt(Cause.SELF, note="web")
    day.clock.advance(60)
    day.acts.back()
    day.acts.interrupt(Cause.DOOR, Origin.INTERNAL, next_step="form 3")
    day.clock.advance(540)
    day.acts.stop()

    (block,) = day.blocks
    assert day.worked_min(block) == 20
    assert block.planned_s == 2100
    assert [(one.cause, one.origin, one.note, one.next_step) for one in block.interruptions] == [
        (Cause.SELF, Origin.INTERNAL, "web", ""),
        (Cause.DOOR, Origin.INTERNAL, "", "form 3"),
    ]
    assert isinstance(block.interruptions[0], Interruption)
    assert block.interruptions[0].ended_at == after(16)
    assert day.actions() == [
        "start",
        "pause",
        "resume",
        "extend",
        "interrupt",
        "back",
        "interrupt",
        "stop",
    ]


def test_setting_the_clock_changes_no_duration_and_is_noted() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    day.clock.step_wall(-3600)
    day.clock.advance(600)
    day.acts.pause()
    day.clock.advance(60)
    day.acts.stop()

    (block,) = day.blocks
    assert day.worked_min(block) == 20
    assert block.clock_changes == (ClockChange(at=after(20), by_s=-3600),)
    assert day.actions() == ["start", "notice", "pause", "stop"]


def test_a_clock_that_was_set_back_starts_no_block_inside_another() -> None:
    day = Day()
    first = day.log_block("First", 60)
    day.clock.step_wall(-1800)
    day.start("Second")

    assert day.running.started_at == first.ended_at
    assert put_off_s(day.running) == 1800
    day.clock.advance(600)
    assert day.worked_min(day.running) == 10


def test_a_block_begins_by_the_clock_though_others_lie_ahead() -> None:
    day = Day()
    day.clock.step_wall(10 * 3600)
    day.log_block("Ahead", 60)
    day.clock.step_wall(-10 * 3600)
    day.start("Now")

    assert day.running.started_at == after(60)
    assert put_off_s(day.running) == 0


def ahead_of_now() -> Day:
    """A block runs, and two hours ahead of it lies one of an hour, put there by a wrong clock."""
    day = Day()
    day.clock.step_wall(2 * 3600)
    day.log_block("Ahead", 60)
    day.clock.set_wall(MONDAY)
    day.start("Now")
    return day


def spans_of(day: Day) -> list[tuple[str, float, float | None]]:
    """Names, and minutes after the day began."""
    minute = timedelta(minutes=1)
    return [
        (
            one.name,
            (one.started_at - MONDAY) / minute,
            one.ended_at and (one.ended_at - MONDAY) / minute,
        )
        for one in day.blocks
    ]


def test_a_block_goes_on_after_one_that_a_wrong_clock_put_ahead() -> None:
    day = ahead_of_now()
    day.clock.advance(2.5 * 3600)

    assert day.acts.now().at == after(210)
    assert day.worked_min(day.running) == 30
    now = day.acts.now()
    assert [day.worked_min(one) for one in now.shown(day.blocks)] == [120, 30, 60]
    day.acts.stop()
    assert day.acts.now().shown(day.blocks) == tuple(day.blocks)
    assert spans_of(day) == [("Now", 0, 120), ("Ahead", 120, 180), ("Now", 180, 210)]
    assert sum(day.worked_min(one) for one in day.blocks) == 60 + 150
    assert day.actions()[-2:] == ["notice", "stop"]


def test_what_is_left_of_the_plan_goes_on_after_the_block_ahead() -> None:
    day = ahead_of_now()
    day.acts.stop()
    day.start("Planned", planned_s=3 * 3600)
    day.clock.advance(2.5 * 3600)
    day.acts.interrupt(Cause.PET)

    assert day.running.planned_s == 3600
    assert put_off_s(day.running) == 3600


def test_a_pause_goes_on_after_the_block_ahead() -> None:
    day = ahead_of_now()
    day.acts.pause()
    day.clock.advance(3 * 3600)
    day.acts.resume()

    assert [day.worked_min(one) for one in day.blocks] == [0, 60, 0]
    assert day.answers.questions() == ()


def test_a_block_passes_all_that_lies_ahead() -> None:
    day = ahead_of_now()
    day.acts.stop()
    day.clock.step_wall(3 * 3600 + 600)
    day.log_block("Further ahead", 5)
    day.clock.set_wall(MONDAY + timedelta(minutes=1))
    day.start("Now")
    day.clock.advance(3 * 3600)
    day.acts.stop()

    names = [name for name, _, _ in spans_of(day)]
    assert names[1:] == ["Now", "Ahead", "Now", "Further ahead", "Now"]
    assert sum(day.worked_min(one) for one in day.blocks if one.name == "Now") == 180


def test_a_crash_over_a_block_that_is_ahead_leaves_gaps_on_both_sides() -> None:
    day = ahead_of_now()
    day.beat()
    day.clock.reboot(3 * 3600)
    day.acts.recover(RecoveryChoice.CONTINUE)

    assert spans_of(day) == [("Now", 0, 120), ("Ahead", 120, 180), ("Now", 180, None)]
    assert [day.worked_min(one) for one in day.blocks] == [0, 60, 0]
    assert len(day.answers.questions()) == 2


@pytest.mark.parametrize("choice", [RecoveryChoice.END, RecoveryChoice.DISCARD])
def test_a_crash_over_a_block_that_is_ahead_is_ended_where_it_was_seen(
    choice: RecoveryChoice,
) -> None:
    day = ahead_of_now()
    day.clock.advance(600)
    day.beat()
    day.clock.reboot(3 * 3600)
    day.acts.recover(choice)

    expected = [("Now", 0, 10)] if choice is RecoveryChoice.END else []
    assert spans_of(day) == [*expected, ("Ahead", 120, 180)]


def crashed() -> Day:
    """Twenty minutes watched, and an hour without power."""
    day = Day()
    day.start()
    day.clock.advance(1200)
    day.beat()
    day.clock.reboot(3600)
    return day


NOT_WATCHED = {"reason": GapReason.NOT_WATCHED, "is_unanswered": True}


def test_a_crash_is_told_with_its_evidence() -> None:
    now = crashed().acts.now()
    found = now.left_alone

    assert found is not None
    assert (now.at, now.proven_at) == (after(80), after(20))
    assert (found.last_seen_at, found.now) == (after(20), after(80))


def test_going_on_after_a_crash_asks_for_the_time_nobody_watched() -> None:
    day = crashed()
    day.acts.recover(RecoveryChoice.CONTINUE)

    assert day.acts.now().left_alone is None
    assert day.log.kept.heartbeat is None
    assert day.running.gaps == (
        Gap(id=day.running.gaps[0].id, started_at=after(20), ended_at=after(80), **NOT_WATCHED),
    )
    day.clock.advance(600)
    assert day.worked_min(day.running) == 30
    with pytest.raises(FocusError, match="watched all the time"):
        day.acts.recover(RecoveryChoice.END)


def test_ending_after_a_crash_keeps_what_is_proven() -> None:
    day = crashed()
    change = day.acts.recover(RecoveryChoice.END)

    (block,) = day.blocks
    assert (block.ended_at, block.gaps, change.action) == (after(20), (), "recover-end")


def test_discarding_after_a_crash_removes_the_block() -> None:
    day = crashed()
    day.acts.recover(RecoveryChoice.DISCARD)

    assert day.blocks == []
    assert day.log.kept.heartbeat is None


def test_an_act_after_a_crash_first_settles_it() -> None:
    day = crashed()
    day.acts.interrupt(Cause.PET)
    day.acts.interrupt(Cause.PET)

    assert day.actions() == ["start", "notice", "interrupt", "interrupt"]
    assert len(day.running.gaps) == 1


def test_a_refused_act_changes_nothing() -> None:
    day = crashed()
    kept = day.log.kept

    with pytest.raises(FocusError, match="not paused"):
        day.acts.resume()
    assert day.log.kept == kept


def test_what_cannot_be_kept_is_told() -> None:
    day = Day()
    day.log.fault = StoreUnavailableError("The disk is full.")

    with pytest.raises(StoreUnavailableError):
        day.start()


def test_a_block_begins_after_what_a_wrong_clock_put_there_long_ago() -> None:
    day = Day()
    day.clock.step_wall(-600)
    day.log_block("Wrong", 30)
    day.log_block("Wrong too", 10)
    end = day.blocks[-1].ended_at
    day.clock.step_wall(48 * 3600)
    day.log_block("Far ahead", 60)
    day.clock.set_wall(MONDAY)

    day.start()

    assert day.running.started_at == end


def test_a_block_without_length_is_in_nobodys_way() -> None:
    day = Day()
    day.log_block("Nothing", 0)

    day.start()

    assert day.running.started_at == after(0)


@pytest.mark.parametrize(("ahead_s", "off_s"), [(3600, 300), (-3600, 1800)])
def test_a_power_cut_lasts_as_long_as_it_did_though_the_clock_was_wrong(
    ahead_s: int, off_s: int
) -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    day.clock.step_wall(ahead_s)
    day.acts.interrupt(Cause.PET)  # notes the clock
    day.beat()
    day.clock.reboot(off_s)
    day.acts.recover(RecoveryChoice.CONTINUE)

    (gap,) = day.running.gaps
    assert (gap.started_at, gap.ended_at) == (after(10), after(10 + off_s / 60))
    assert len(day.answers.questions()) == 1


def test_a_power_cut_of_unknown_length_is_asked_about_all_the_same() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    day.beat()
    day.clock.step_wall(-7200)
    day.clock.reboot(300)

    found = day.acts.now().left_alone
    assert found is not None
    assert found.last_seen_at == found.now == after(10)


def test_sleep_is_no_work_before_the_watcher_has_looked_either() -> None:
    day = Day()
    day.start()
    day.clock.advance(600)
    day.beat()
    day.clock.suspend(3600)

    assert day.worked_min(day.running) == 10
    assert day.answers.questions() == ()
