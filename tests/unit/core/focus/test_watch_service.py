"""One watcher at a time, its heartbeats, and what it does when nothing can be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.fakes.focus import MONDAY, FakePresence
from tests.unit.core.focus.desk import Desk, at
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.ports import Sleep
from workspace_assistant.core.focus.recovery import RecoveryChoice
from workspace_assistant.core.focus.watch_service import KEEPER, WINDOW, Role, Standing
from workspace_assistant.core.focus.watching import WatchSettings


@pytest.fixture
def desk() -> Desk:
    here = Desk()
    here.start()
    return here


def other(desk: Desk, kind: str, name: str = "other") -> Desk:
    """Another program at the same desk."""
    return Desk(desk.log, desk.clock, desk.presence, desk.calls, desk.new_id, kind=kind, name=name)


def test_without_a_block_nobody_is_looked_at() -> None:
    desk = Desk()
    assert desk.look().role is Role.RESTING
    assert desk.presence.asked == 0


def test_the_first_look_beats_and_says_who_watches(desk: Desk) -> None:
    beat = desk.log.kept.heartbeat
    assert beat is not None
    assert (beat.watcher, beat.watcher_kind, beat.at) == ("this", KEEPER, at(0))


def test_beats_come_at_most_thirty_seconds_apart(desk: Desk) -> None:
    beats = set()
    for _ in range(120):
        desk.work(5)
        beat = desk.log.kept.heartbeat
        assert beat is not None
        beats.add(beat.reading.elapsed_s)
        assert desk.clock.elapsed_s - beat.reading.elapsed_s <= 30
    assert len(beats) <= 600 / 25 + 1


def test_the_settings_are_read_once_a_look(desk: Desk) -> None:
    asked = []

    def chosen() -> WatchSettings:
        asked.append(desk.clock.elapsed_s)
        return WatchSettings()

    service, standing = replace(desk.watcher, chosen=chosen), desk.standing
    for _ in range(20):
        desk.clock.advance(5)
        standing = service.look(standing)
    assert standing.role is Role.WATCHING
    assert len(asked) == len(set(asked)) == 20


def test_a_beat_tells_when_somebody_was_there_last(desk: Desk) -> None:
    desk.work(60)
    desk.quiet(60)
    beat = desk.log.kept.heartbeat
    assert beat is not None
    assert (beat.at, beat.last_active_at) == (at(120), at(60))


def test_in_a_pause_beats_go_on_and_nobody_is_looked_at(desk: Desk) -> None:
    desk.person.pause()
    asked = desk.presence.asked
    desk.quiet(120)
    beat = desk.log.kept.heartbeat
    assert beat is not None
    assert beat.at >= at(90)
    assert desk.presence.asked == asked


def test_a_block_that_ends_between_two_looks_is_let_go(desk: Desk) -> None:
    desk.person.stop()
    assert desk.look().role is Role.RESTING
    assert desk.log.kept.heartbeat is None


def test_a_new_block_between_two_looks_is_watched_from_its_beginning(desk: Desk) -> None:
    desk.quiet(200)
    desk.person.stop()
    desk.clock.advance(1)
    desk.start("Next")
    desk.quiet(295)
    assert desk.gaps() == []
    desk.quiet(5)
    assert desk.gaps() == ["idle 0-?"]


def test_a_window_takes_over_from_a_keeper_without_losing_what_it_saw(desk: Desk) -> None:
    desk.quiet(150)
    window = other(desk, WINDOW)
    window.look()
    assert desk.look().role is Role.STANDING_BY
    window.quiet(150)
    assert window.standing.role is Role.WATCHING
    assert desk.gaps() == ["idle 0-?"]


def test_a_keeper_leaves_a_window_alone(desk: Desk) -> None:
    window = other(desk, WINDOW)
    window.look()
    assert other(desk, KEEPER, "third").look().role is Role.STANDING_BY


def test_the_newer_of_two_windows_watches(desk: Desk) -> None:
    old, new = other(desk, WINDOW, "old"), other(desk, WINDOW, "new")
    old.look()
    new.look()
    assert old.look().role is Role.STANDING_BY
    new.work(5)
    assert new.standing.role is Role.WATCHING
    assert old.look().role is Role.STANDING_BY


def test_whoever_stands_by_takes_over_when_the_beats_fail_to_come(desk: Desk) -> None:
    second = other(desk, KEEPER)
    desk.unseen(40)
    assert second.look().role is Role.STANDING_BY
    desk.unseen(10)
    assert second.look().role is Role.WATCHING
    assert desk.look().role is Role.STANDING_BY


def test_sleep_is_no_silence_of_the_other(desk: Desk) -> None:
    desk.sleep(3600)
    assert other(desk, KEEPER).look().role is Role.STANDING_BY


def test_without_a_clock_that_stops_in_sleep_it_is(desk: Desk) -> None:
    desk.clock.awake_s = None
    desk.work(30)
    desk.unseen(50)
    assert other(desk, KEEPER).look().role is Role.WATCHING


def test_whoever_leaves_is_followed_at_once(desk: Desk) -> None:
    desk.quiet(150)
    desk.watcher.leave(desk.standing)
    second = other(desk, KEEPER)
    second.quiet(150)
    assert second.gaps() == ["idle 0-?"]


def test_leaving_what_another_watches_changes_nothing(desk: Desk) -> None:
    window = other(desk, WINDOW)
    window.look()
    beat = desk.log.kept.heartbeat
    desk.watcher.leave(desk.standing)
    desk.watcher.leave(Standing())
    assert desk.log.kept.heartbeat == beat


def test_a_block_that_was_left_alone_waits_for_the_persons_word(desk: Desk) -> None:
    desk.work(60)
    desk.unseen(1000)
    second = other(desk, KEEPER)
    assert second.look().role is Role.ASKING
    beat = desk.log.kept.heartbeat
    assert beat is not None
    assert beat.watcher == "this"
    second.person.recover(RecoveryChoice.CONTINUE)
    assert second.look().role is Role.WATCHING
    second.work(600)
    assert desk.gaps() == ["not-watched 60-1060?"]


def test_after_a_start_of_the_computer_the_person_is_asked(desk: Desk) -> None:
    desk.work(60)
    desk.clock.reboot()
    assert other(desk, KEEPER).look().role is Role.ASKING


def test_a_watcher_that_was_killed_and_replaced_in_time_leaves_no_trace(desk: Desk) -> None:
    desk.work(60)
    desk.clock.advance(30)
    second = other(desk, KEEPER)
    assert second.look().role is Role.STANDING_BY
    desk.clock.advance(10)
    second.work(300)
    assert desk.gaps() == []


def test_what_is_written_is_in_the_change_log_of_the_watcher(desk: Desk) -> None:
    desk.work(60)
    desk.quiet(300)
    desk.work(5)
    desk.clock.step_wall(100)
    desk.work(5)
    told = [(one.actor, one.action) for one in desk.log.kept.changes]
    assert told[1:] == [("watcher", "away"), ("watcher", "return"), ("watcher", "notice")]
    assert desk.standing.change == desk.log.kept.changes[-1]
    desk.work(5)
    assert desk.standing.change is None


def test_an_absence_that_cannot_be_written_is_written_later(desk: Desk) -> None:
    desk.work(60)
    desk.quiet(295)
    desk.log.is_full = True
    desk.quiet(20)
    assert (desk.gaps(), desk.standing.fault) == ([], "The disk is full.")
    desk.log.is_full = False
    desk.quiet(5)
    assert (desk.gaps(), desk.standing.fault) == (["idle 60-?"], "")


def test_a_return_that_cannot_be_written_is_written_later(desk: Desk) -> None:
    desk.quiet(300)
    desk.log.is_full = True
    desk.work(5)
    desk.log.is_full = False
    desk.work(5)
    assert desk.gaps() == ["idle 0-310?"]


def test_a_full_disk_while_somebody_works_makes_no_gap(desk: Desk) -> None:
    desk.log.is_full = True
    desk.work(1000)
    assert desk.standing.fault
    desk.log.is_full = False
    desk.work(5)
    assert desk.gaps() == []


def test_a_log_that_cannot_be_read_is_told_to_the_job(desk: Desk) -> None:
    desk.log.fault = StoreUnavailableError("gone")
    with pytest.raises(StoreUnavailableError):
        desk.look()


def test_what_cannot_be_told_is_said_and_kept_through_a_pause(desk: Desk) -> None:
    desk.presence.unknown = (texts.LOCK_UNKNOWN,)
    desk.calls.answer = None
    desk.work(5)
    assert desk.standing.unknown == (texts.LOCK_UNKNOWN,)
    desk.quiet(30)
    assert desk.standing.unknown == (texts.LOCK_UNKNOWN, texts.CALLS_UNKNOWN)
    desk.person.pause()
    desk.quiet(5)
    assert desk.standing.unknown == (texts.LOCK_UNKNOWN, texts.CALLS_UNKNOWN)
    beat = desk.log.kept.heartbeat
    assert beat is not None  # for whoever else shows the block
    assert beat.unknown == (texts.LOCK_UNKNOWN, texts.CALLS_UNKNOWN)


class ActingPresence(FakePresence):
    """Somebody else acts between the look and the writing."""

    def __init__(self) -> None:
        super().__init__()
        self.act: Callable[[], object] = lambda: None

    def sleeps(self) -> tuple[Sleep, ...]:
        self.act()
        return super().sleeps()


@pytest.mark.parametrize(
    ("act", "role", "gaps"),
    [
        (lambda desk: desk.person.stop(), Role.RESTING, []),
        (lambda desk: other(desk, WINDOW).look(), Role.STANDING_BY, []),
        (lambda desk: desk.person.pause(), Role.WATCHING, ["pause 300-"]),
    ],
    ids=["stopped", "taken over", "paused"],
)
def test_what_others_do_between_the_look_and_the_writing_goes_first(
    act: Callable[[Desk], object], role: Role, gaps: list[str]
) -> None:
    presence = ActingPresence()
    desk = Desk(presence=presence)
    desk.start()
    desk.quiet(295)
    elsewhere = Desk(desk.log, desk.clock, FakePresence(), desk.calls, desk.new_id)
    presence.act = lambda: act(elsewhere)
    desk.unseen(5)
    assert desk.look().role is role
    assert desk.gaps() == gaps


def test_the_watched_block_goes_on_after_one_that_a_wrong_clock_put_ahead() -> None:
    desk = Desk()
    desk.clock.step_wall(600)
    desk.person.start(Plan(name="Ahead"))
    desk.clock.advance(60)
    desk.person.stop()
    desk.clock.set_wall(MONDAY)
    desk.start()
    desk.work(900)

    assert [block.name for block in desk.log.kept.blocks.values()].count("Refund queue") == 2
    running = desk.person.now().block
    assert running is not None
    assert (running.started_at, desk.person.now().at) == (at(660), at(960))
    desk.quiet(400)
    assert desk.gaps() == ["idle 300-?"]
    assert desk.log.kept.changes[-2].action == "notice"
