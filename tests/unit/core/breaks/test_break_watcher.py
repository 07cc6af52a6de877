"""The program that watches: what it keeps, what it asks, and when it gives way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.break_desk import BreakDesk
from workspace_assistant.core.breaks.claiming import is_alive, may_watch
from workspace_assistant.core.breaks.closing import closed
from workspace_assistant.core.breaks.model import (
    Act,
    ActivityKind,
    ActivityStretch,
    Outcome,
    WatchRole,
)
from workspace_assistant.core.breaks.ports import Asked, Attention, OpenBlock
from workspace_assistant.core.errors import StoreUnavailableError

HOUR_S = 3600.0


def desk_in_shift(hours: float = 8) -> BreakDesk:
    desk = BreakDesk()
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=hours)
    desk.look()
    return desk


def kept_s(desk: BreakDesk) -> float:
    return sum(one.length_s for one in desk.store.stretches.values())


def test_outside_of_shifts_and_blocks_nothing_is_asked_or_kept() -> None:
    desk = BreakDesk()
    desk.work(HOUR_S)
    assert desk.standing.role is WatchRole.RESTING
    assert (desk.presence.asked, desk.calls.asked, desk.attention.asked) == (0, 0, 0)
    assert not desk.store.stretches
    assert desk.store.beat() is None


def test_a_block_outside_of_shifts_is_watched() -> None:
    desk = BreakDesk()
    desk.work_at.block_from_s = desk.clock.elapsed_s
    assert desk.work_at.open_block() == OpenBlock(runs_s=0.0, left_s=None)
    desk.work(60)
    assert desk.standing.role is WatchRole.WATCHING


def test_breaks_that_are_off_are_not_watched() -> None:
    desk = desk_in_shift()
    desk.work(60)
    desk.service.change_settings(replace(desk.service.settings(), is_on=False))
    desk.work(60)
    assert desk.standing.role is WatchRole.RESTING
    assert kept_s(desk) == 65.0  # up to the look that found them off


def test_calls_are_asked_about_every_twenty_seconds_and_attention_before_an_offer() -> None:
    desk = desk_in_shift()
    desk.work(600)
    assert desk.calls.asked == 31
    assert desk.attention.asked == 0
    desk.work(3000)
    assert desk.attention.asked == 1


def test_a_desktop_that_holds_a_break_back_is_asked_every_twenty_seconds() -> None:
    desk = desk_in_shift()
    desk.attention.seen = Attention(is_do_not_disturb=True)
    desk.work(HOUR_S)
    asked, calls = desk.attention.asked, desk.calls.asked
    desk.work(600)
    assert desk.attention.asked - asked == 30
    assert desk.calls.asked - calls <= 31
    desk.attention.seen = Attention()
    desk.work(20)
    assert desk.offers.on_screen is not None


def test_a_stretch_that_goes_on_is_written_twice_a_minute() -> None:
    desk = desk_in_shift()
    desk.work(25)
    assert kept_s(desk) == 0.0
    desk.work(5)
    assert kept_s(desk) == 30.0
    desk.work(25)
    assert kept_s(desk) == 30.0


def test_a_stretch_that_is_over_is_written_at_once() -> None:
    desk = desk_in_shift()
    desk.work(40)
    desk.presence.is_locked = True
    desk.quiet(5)
    assert kept_s(desk) == 40.0


def test_what_a_full_disk_refused_is_written_later() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S - 5)
    desk.store.is_full = True
    desk.work(5)
    assert desk.standing.fault == "The disk is full."
    assert desk.offers.on_screen is not None
    assert not desk.store.kept
    desk.store.is_full = False
    desk.work(5)
    assert desk.standing.fault == ""
    assert len(desk.store.kept) == 1


def test_one_program_watches_and_a_newcomer_takes_over() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    older = desk.watcher
    assert desk.offers.on_screen is not None
    desk.new_program()
    desk.look()
    assert desk.standing.role is WatchRole.WATCHING
    desk.clock.advance(30)
    desk.look()
    assert older.look().role is WatchRole.STANDING_BY
    assert older.state is None
    assert older.look().role is WatchRole.STANDING_BY


def test_who_has_to_stand_by_takes_its_offer_off_the_screen() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    older, on_screen = desk.watcher, desk.offers.on_screen
    desk.new_program()
    desk.look()
    desk.offers.on_screen = on_screen
    desk.clock.advance(30)
    older.look()
    assert desk.offers.on_screen is None


def test_who_comes_back_writes_nothing_over() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    older = desk.watcher
    newer = desk.new_program()
    desk.look()
    desk.act(Act.SKIP)
    desk.clock.advance(30)
    assert older.look().role is WatchRole.STANDING_BY
    newer.leave()
    assert older.look().role is WatchRole.WATCHING
    assert older.stage is None
    assert desk.outcomes() == [Outcome.SKIPPED]


def test_who_leaves_lets_another_one_watch_at_once() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S + 10)
    desk.watcher.leave()
    desk.watcher.leave()
    assert desk.store.beat() is None
    assert desk.offers.on_screen is None
    assert kept_s(desk) == HOUR_S + 10
    assert desk.watcher.stage is None


def test_the_end_of_a_shift_gives_everything_its_end() -> None:
    desk = desk_in_shift(hours=0.5)
    desk.work(1830)
    assert desk.standing.role is WatchRole.RESTING
    assert kept_s(desk) == 1800.0
    assert desk.store.beat() is None


def test_a_log_that_cannot_be_read_is_told() -> None:
    desk = BreakDesk()
    desk.work_at.fault = "The disk is gone."
    with pytest.raises(StoreUnavailableError, match="gone"):
        desk.look()


def test_a_claim_that_fails_ends_no_watch_but_begins_none() -> None:
    desk = desk_in_shift()
    desk.store.is_unclaimable = True
    desk.work(60)
    assert desk.standing.role is WatchRole.WATCHING
    desk.new_program()
    with pytest.raises(StoreUnavailableError):
        desk.look()
    desk.watcher.leave()


def test_a_watch_that_could_not_begin_ends_with_the_shift() -> None:
    desk = BreakDesk()
    desk.store.is_unreadable = True
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=1)
    with pytest.raises(StoreUnavailableError):
        desk.look()
    desk.work_at.shift_ends_at = None
    assert desk.look().role is WatchRole.RESTING
    assert desk.store.beat() is None


def test_where_nothing_is_open_nothing_is_closed() -> None:
    desk = desk_in_shift()
    state = desk.watcher.state
    assert state is not None
    assert closed(state, Outcome.TAKEN, "", desk.clock.wall_at).state == state


@pytest.mark.parametrize(("later_s", "is_dead"), [(40.0, False), (50.0, True)])
def test_where_sleep_is_not_told_apart_a_beat_is_late_by_all_that_went_by(
    later_s: float, is_dead: bool
) -> None:
    desk = BreakDesk()
    desk.clock.awake_s = None
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=1)
    desk.look()
    beat = desk.store.beat()
    assert beat is not None
    other = replace(beat, watcher="other", elapsed_s=beat.elapsed_s + later_s)
    assert may_watch(beat, other) is is_dead
    assert is_alive(beat, other) is not is_dead


def test_another_program_may_answer() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.service.act(Act.SKIP)
    desk.work(5)
    assert desk.outcomes() == [Outcome.SKIPPED]


def test_an_answer_that_comes_too_late_is_none() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    old = desk.clock.wall_at - timedelta(seconds=90)
    desk.store.ask(Asked(id="a", act=Act.SKIP, at=old))
    desk.work(5)
    assert desk.outcomes() == [None]


def test_answers_that_cannot_be_read_wait() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.service.act(Act.SKIP)
    desk.store.is_unreadable = True
    desk.work(5)
    assert desk.outcomes() == [None]
    desk.store.is_unreadable = False
    desk.work(5)
    assert desk.outcomes() == [Outcome.SKIPPED]


def test_a_clock_that_is_set_back_writes_nothing_over() -> None:
    desk = desk_in_shift()
    desk.work(600)
    desk.clock.step_wall(-HOUR_S)
    desk.new_program()
    desk.work(600)
    stretches = sorted(desk.store.stretches.values(), key=lambda one: one.started_at)
    assert len(stretches) == 2
    assert stretches[0].ended_at <= stretches[1].started_at


def test_what_was_logged_years_ahead_is_not_believed() -> None:
    desk = BreakDesk()
    ahead = desk.clock.wall_at + timedelta(days=900)
    wrong = ActivityStretch(
        id="x", kind=ActivityKind.ACTIVE, started_at=ahead, ended_at=ahead + timedelta(hours=1)
    )
    desk.store.prolong(wrong)
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=8)
    desk.look()
    assert desk.standing.at == desk.clock.wall_at


def test_sensors_that_do_not_tell_are_named() -> None:
    desk = desk_in_shift()
    desk.presence.unknown = ("Input cannot be seen.",)
    desk.look()
    assert desk.standing.unknown == ("Input cannot be seen.",)


def test_a_mode_ends_though_the_clock_is_set_back() -> None:
    desk = desk_in_shift()
    desk.service.quiet(600)
    desk.work(60)
    desk.clock.step_wall(-HOUR_S)
    desk.work(535)
    assert desk.standing.modes.quiet_until is not None
    desk.work(10)
    assert desk.standing.modes.quiet_until is None
