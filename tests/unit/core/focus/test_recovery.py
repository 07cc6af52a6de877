from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.unit.core.focus.blocks import at, block, gap, interruption
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.clock import Reading, anchored
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Block, GapReason
from workspace_assistant.core.focus.ports import Heartbeat
from workspace_assistant.core.focus.recovery import (
    HEARTBEAT_INTERVAL_S,
    OVERDUE_AFTER_S,
    Evidence,
    continued,
    ended,
    evidence,
    reopened,
)


def reading(minutes: float, boot_id: str = "one") -> Reading:
    """The clocks so long after nine; the computer was started at nine, or anew."""
    elapsed_s = 60 * minutes if boot_id == "one" else 5.0
    return Reading(wall_at=at(minutes), elapsed_s=elapsed_s, awake_s=None, boot_id=boot_id)


def beat(minutes: float, block_id: str = "b" * 32) -> Heartbeat:
    return Heartbeat(
        block_id=block_id,
        at=at(minutes),
        reading=reading(minutes),
        watcher="w",
        watcher_kind="keeper",
        last_active_at=at(minutes),
    )


RUNNING = block(0, None, anchor=anchored(at(0), reading(0)))


def left_alone(one: Block, heartbeat: Heartbeat | None, now: Reading) -> Evidence:
    found = evidence(one, heartbeat, now)
    assert found is not None
    return found


def test_a_block_that_is_watched_is_not_left_alone() -> None:
    assert evidence(RUNNING, beat(10), reading(10 + OVERDUE_AFTER_S / 60)) is None
    assert OVERDUE_AFTER_S > 2 * HEARTBEAT_INTERVAL_S


def test_a_sign_of_life_that_is_overdue() -> None:
    found = left_alone(RUNNING, beat(10), reading(12))

    assert (found.last_seen_at, found.now) == (at(10), at(12))
    assert (found.is_restarted, found.was_watched) == (False, True)


def test_a_block_that_nobody_ever_watched_is_trusted_while_the_computer_runs() -> None:
    assert evidence(RUNNING, None, reading(600)) is None
    assert evidence(RUNNING, beat(10, "other"), reading(600)) is None
    assert evidence(replace(RUNNING, anchor=None), None, reading(600)) is None


def test_a_restart_tells_even_where_nobody_watched() -> None:
    acted = replace(RUNNING, interruptions=(interruption(7),))
    found = left_alone(acted, None, reading(60, "two"))

    assert (found.last_seen_at, found.now) == (at(7), at(60))
    assert (found.is_restarted, found.was_watched) == (True, False)


def test_a_restart_tells_at_once() -> None:
    assert left_alone(RUNNING, beat(10), reading(10.5, "two")).is_restarted


def test_the_last_sign_may_be_an_act_after_the_last_beat() -> None:
    acted = replace(RUNNING, interruptions=(interruption(11),))

    assert left_alone(acted, beat(10), reading(20)).last_seen_at == at(11)


def test_tying_a_block_to_the_clock_is_a_sign_too() -> None:
    tied = replace(RUNNING, anchor=anchored(at(8), reading(8)))

    assert left_alone(tied, None, reading(60, "two")).last_seen_at == at(8)


def test_a_clock_set_back_over_a_restart_gives_no_negative_time() -> None:
    found = left_alone(RUNNING, beat(10), reading(-30, "two"))

    assert found.now == found.last_seen_at == at(10)
    assert continued(RUNNING, found, reading(-30, "two"), "new").gaps == ()


def test_going_on_makes_what_nobody_watched_a_gap_that_waits() -> None:
    now = reading(60, "two")
    after = continued(RUNNING, left_alone(RUNNING, beat(10), now), now, "new")

    assert after.gaps == (gap(10, 60, "new", reason=GapReason.NOT_WATCHED, is_unanswered=True),)
    assert after.anchor == anchored(at(60), now)
    assert evidence(after, None, reading(61, "two")) is None
    assert faults(after) == ()


@pytest.mark.parametrize("reason", [GapReason.PAUSE, GapReason.BREAK])
def test_a_pause_outlives_a_crash(reason: GapReason) -> None:
    paused, now = replace(RUNNING, gaps=(gap(5, None, reason=reason),)), reading(60, "two")
    after = continued(paused, left_alone(paused, beat(10), now), now, "new")

    assert after.gaps == paused.gaps
    assert worked_s(after, at(90)) == 300


@pytest.mark.parametrize("reason", [GapReason.IDLE, GapReason.LOCK, GapReason.SUSPEND])
def test_an_absence_is_over_when_the_block_goes_on(reason: GapReason) -> None:
    away, now = replace(RUNNING, gaps=(gap(5, None, reason=reason),)), reading(60, "two")
    after = continued(away, left_alone(away, beat(10), now), now, "new")

    assert after.gaps == (gap(5, 60, reason=reason, is_unanswered=True),)


def test_ending_keeps_what_is_proven() -> None:
    away = replace(RUNNING, gaps=(gap(5, None, reason=GapReason.IDLE),))
    found = left_alone(RUNNING, beat(10), reading(60, "two"))

    assert ended(RUNNING, found) == replace(RUNNING, ended_at=at(10), anchor=None)
    assert ended(away, found).gaps == (gap(5, 10, reason=GapReason.IDLE, is_unanswered=True),)


def test_a_block_that_runs_again_at_once_has_no_gap() -> None:
    since = at(10)

    assert reopened(RUNNING, since, since + timedelta(seconds=OVERDUE_AFTER_S), "new") == RUNNING


def test_a_block_that_runs_again_was_not_watched_meanwhile() -> None:
    expected = gap(10, 40, "new", reason=GapReason.UNDONE, is_unanswered=True)

    assert reopened(RUNNING, at(10), at(40), "new").gaps == (expected,)


def test_a_block_that_runs_again_within_a_pause_needs_no_other_gap() -> None:
    paused = replace(RUNNING, gaps=(gap(5, None),))

    assert reopened(paused, at(10), at(40), "new") == paused


def test_time_not_watched_that_goes_on_is_one_question() -> None:
    waiting = gap(10, 20, reason=GapReason.NOT_WATCHED, is_unanswered=True)
    answered = replace(waiting, is_unanswered=False)

    assert reopened(replace(RUNNING, gaps=(waiting,)), at(20), at(40), "new").gaps == (
        replace(waiting, ended_at=at(40)),
    )
    assert len(reopened(replace(RUNNING, gaps=(answered,)), at(20), at(40), "new").gaps) == 2
