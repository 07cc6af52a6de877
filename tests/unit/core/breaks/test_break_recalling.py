"""What a program that begins to watch takes from the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.break_desk import BreakDesk
from workspace_assistant.core.breaks.claiming import BEAT_S
from workspace_assistant.core.breaks.model import (
    Act,
    ActivityKind,
    BreakKind,
    KindSettings,
    Outcome,
    Settings,
    Stage,
)

HOUR_S = 3600.0
MICRO = KindSettings(is_on=True, work_s=1500.0, length_s=30.0)


def desk_in_shift(**chosen: object) -> BreakDesk:
    desk = BreakDesk()
    desk.choices.chosen = replace(Settings(), **chosen)  # type: ignore[arg-type]  # by name
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=20)
    desk.look()
    return desk


def restart(desk: BreakDesk, after_s: float = 5.0) -> None:
    desk.unseen(after_s)
    desk.new_program()
    desk.look()


def lost_s(desk: BreakDesk, worked_s: float) -> float:
    """By the kill."""
    lost = worked_s - desk.standing.worked_s
    assert lost >= 0.0
    return lost


def test_work_is_counted_on() -> None:
    desk = desk_in_shift(micro=MICRO)
    desk.work(1200)
    restart(desk)
    assert desk.standing.worked_s == 1200.0
    assert [one.in_s for one in desk.standing.next] == [300.0, 2400.0]
    assert desk.standing.day_s == 1200.0


def test_a_call_is_work_and_time_away_is_none() -> None:
    desk = desk_in_shift()
    desk.work(600)
    desk.call(600)
    desk.quiet(200)
    desk.work(300)
    restart(desk)
    assert lost_s(desk, 600 + 620 + 295) <= BEAT_S


def test_away_for_the_length_of_a_break_begins_the_count_anew() -> None:
    desk = desk_in_shift()
    desk.work(600)
    desk.quiet(400)
    desk.work(305)
    restart(desk)
    assert lost_s(desk, 300.0) <= BEAT_S


def test_a_program_that_was_away_for_long_begins_anew() -> None:
    desk = desk_in_shift()
    desk.work(600)
    restart(desk, 300)
    assert desk.standing.worked_s == 0.0


def test_a_break_since_begins_the_count_anew() -> None:
    desk = desk_in_shift(micro=MICRO)
    desk.work(1500)
    desk.act(Act.SKIP)
    desk.work(600)
    restart(desk)
    assert desk.standing.worked_s == 2100.0
    assert desk.standing.next[0].in_s == 900.0
    desk.work(1500)
    desk.act(Act.SKIP)
    restart(desk)
    assert desk.standing.worked_s == 0.0


def test_the_break_on_the_screen_is_there_again() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S + 30)
    restart(desk)
    desk.work(5)
    assert desk.offers.on_screen is not None
    assert desk.outcomes() == [None]


def test_a_break_that_runs_goes_on() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    desk.quiet(200)
    restart(desk)
    assert desk.standing.open is not None
    assert desk.standing.open.stage is Stage.RUNNING
    desk.quiet(100)
    assert desk.outcomes() == [Outcome.TAKEN]


@pytest.mark.parametrize(
    ("rest_s", "outcome", "reason"),
    [(60.0, Outcome.BLOCKED, "not-watched"), (200.0, Outcome.SHORTENED, "")],
)
def test_what_nobody_can_know_any_more_is_so_closed(
    rest_s: float, outcome: Outcome, reason: str
) -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    desk.quiet(rest_s)
    restart(desk, HOUR_S)
    (record,) = desk.records()
    assert (record.outcome, record.reason) == (outcome, reason)
    assert record.began_at is not None
    assert record.ended_at is not None
    assert (record.ended_at - record.began_at).total_seconds() >= record.rest_s > 0.0


def test_of_several_open_ones_the_latest_goes_on() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    (record,) = desk.records()
    early = record.due_at - timedelta(hours=1)
    desk.store.put(replace(record, id="older", due_at=early))
    restart(desk)
    assert desk.outcomes() == [Outcome.BLOCKED, None]


def test_a_break_that_was_postponed_comes_again() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.POSTPONE)
    desk.work(60)
    restart(desk)
    (soon,) = desk.standing.next
    assert soon.follows
    desk.work(300)
    assert desk.records()[-1].postponed_count == 1


def test_one_that_was_postponed_long_ago_is_forgotten() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.POSTPONE)
    restart(desk, HOUR_S)
    assert not desk.standing.next[0].follows


def test_the_limit_is_asked_about_once_a_day() -> None:
    desk = desk_in_shift(daily_limit_s=HOUR_S)
    desk.work(HOUR_S)
    desk.act(Act.SKIP)
    restart(desk)
    assert [one.kind for one in desk.standing.next] == [BreakKind.REST]


def test_a_limit_that_was_postponed_is_not_settled() -> None:
    desk = desk_in_shift(daily_limit_s=HOUR_S)
    desk.work(HOUR_S)
    desk.act(Act.POSTPONE)
    restart(desk)
    assert BreakKind.DAILY_LIMIT in {one.kind for one in desk.standing.next}


def test_work_before_four_in_the_morning_was_yesterday() -> None:
    desk = desk_in_shift()
    desk.clock.wall_at = desk.clock.wall_at.replace(hour=2, minute=30)  # 03:30 in Madrid
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=9)
    desk.new_program()
    desk.work(HOUR_S - 60)
    restart(desk)
    assert 0.0 <= 1740.0 - desk.standing.day_s <= BEAT_S


def test_time_that_nobody_saw_is_no_work() -> None:
    desk = desk_in_shift()
    desk.presence.idle_s = None
    desk.work(600)
    kinds = {one.kind for one in desk.store.stretches.values()}
    assert kinds == {ActivityKind.UNKNOWN}
    assert desk.standing.worked_s == 600.0
    restart(desk)
    assert desk.standing.worked_s == 0.0


def test_a_break_that_nobody_watched_to_its_end_is_not_skipped() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    desk.quiet(100)
    restart(desk, 190)
    desk.quiet(10)
    (record,) = desk.records()
    assert (record.outcome, record.reason) == (Outcome.BLOCKED, "not-watched")
    assert record.rest_s <= 110.0


@pytest.mark.parametrize("after_s", [5.0, HOUR_S])
def test_rest_that_could_not_be_seen_is_not_claimed_after_a_restart(after_s: float) -> None:
    desk = desk_in_shift()
    desk.presence.idle_s = None
    desk.quiet(HOUR_S)
    desk.act(Act.BEGIN)
    desk.quiet(200)
    restart(desk, after_s)
    desk.quiet(100)
    (record,) = desk.records()
    assert record.outcome in {Outcome.TAKEN, Outcome.SHORTENED}
    assert record.rest_s == 0.0


def test_a_limit_that_an_earlier_version_answered_is_answered_for_the_day() -> None:
    desk = desk_in_shift(daily_limit_s=HOUR_S)
    desk.work(HOUR_S)
    desk.act(Act.SKIP)
    (record,) = desk.records()
    desk.store.kept[record.id] = replace(record, limit_s=0.0)
    desk.choices.chosen = replace(desk.choices.chosen, daily_limit_s=2 * HOUR_S)
    restart(desk)
    assert [one.kind for one in desk.standing.next] == [BreakKind.REST]
