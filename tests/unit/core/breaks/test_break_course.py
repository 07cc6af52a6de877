"""Breaks from one look to the next, at a desk with somebody at it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.break_desk import BreakDesk
from workspace_assistant.core.breaks.counting import tally
from workspace_assistant.core.breaks.model import (
    Act,
    ActivityKind,
    BreakKind,
    BreakRecord,
    KindSettings,
    Outcome,
    Settings,
    Stage,
)
from workspace_assistant.core.breaks.ports import Attention

HOUR_S = 3600.0


def desk_in_shift(hours: float = 8, **chosen: object) -> BreakDesk:
    desk = BreakDesk()
    desk.choices.chosen = replace(Settings(), **chosen)  # type: ignore[arg-type]  # by name
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=hours)
    desk.look()
    return desk


def only(desk: BreakDesk) -> BreakRecord:
    (record,) = desk.records()
    return record


def told(desk: BreakDesk) -> list[str]:
    return [what for _, what in desk.offers.told]


def micro(work_s: float = 1500.0) -> KindSettings:
    return KindSettings(is_on=True, work_s=work_s, length_s=30.0)


def test_a_break_is_offered_after_an_hour_of_work_and_not_before() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S - 5)
    assert desk.standing.open is None
    desk.work(5)
    assert desk.standing.open is not None
    assert desk.standing.open.stage is Stage.OFFERED
    assert desk.offers.on_screen == only(desk)


def test_it_is_taken_when_its_length_is_over() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    assert desk.offers.on_screen is None
    desk.quiet(295)
    assert only(desk).outcome is None
    desk.quiet(5)
    assert (only(desk).outcome, only(desk).rest_s) == (Outcome.TAKEN, 300.0)


@pytest.mark.parametrize(
    ("rest_s", "outcome", "reason"),
    [(145.0, Outcome.SKIPPED, "cut-short"), (150.0, Outcome.SHORTENED, "")],
)
def test_half_of_a_break_is_a_short_one(rest_s: float, outcome: Outcome, reason: str) -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    desk.quiet(rest_s)
    desk.act(Act.DONE)
    assert (only(desk).outcome, only(desk).reason) == (outcome, reason)


def test_who_types_for_a_minute_is_back_at_work() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    desk.quiet(200)
    desk.work(60)
    record = only(desk)
    assert (record.outcome, record.rest_s, record.input_s) == (Outcome.SHORTENED, 200.0, 0.0)


@pytest.mark.parametrize("apart_s", [10.0, 20.0])
def test_who_goes_on_typing_slowly_has_no_break(apart_s: float) -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    for _ in range(15):
        desk.quiet(apart_s - 5)
        desk.work(5)
    record = desk.records()[0]
    assert (record.outcome, record.reason) == (Outcome.SKIPPED, "cut-short")
    assert record.rest_s == 0.0


def test_a_key_now_and_then_leaves_the_quiet_between_a_rest() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    for _ in range(10):
        desk.quiet(25)
        desk.work(5)
    record = only(desk)
    assert (record.outcome, record.rest_s, record.input_s) == (Outcome.TAKEN, 250.0, 50.0)


def test_a_call_ends_a_break_or_lets_it_begin_again() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    desk.quiet(60)
    desk.call(60)
    assert only(desk).began_at is None
    assert desk.standing.open is not None
    assert desk.standing.open.held_by == "in-call"
    desk.work(20)
    assert desk.offers.on_screen is not None
    desk.act(Act.BEGIN)
    desk.quiet(180)
    desk.call(20)
    assert (only(desk).outcome, only(desk).reason) == (Outcome.SHORTENED, "in-call")


def test_what_was_not_looked_at_is_no_rest_and_nobodys_fault() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    desk.quiet(60)
    desk.unseen(600)
    desk.presence.idle_s = 0.0
    desk.look()
    assert (only(desk).outcome, only(desk).reason) == (Outcome.BLOCKED, "not-watched")


def test_who_leaves_beside_the_offer_takes_the_break() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.quiet(295)
    assert desk.standing.open is not None
    assert desk.standing.open.elapsed_s == 295
    desk.quiet(5)
    assert only(desk).outcome is Outcome.TAKEN


def test_who_is_away_for_half_of_it_has_a_short_one() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.quiet(145)
    desk.work(5)
    record = only(desk)
    assert (record.outcome, record.rest_s) == (Outcome.SHORTENED, 150.0)


def test_reading_beside_the_offer_is_no_break() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.quiet(100)
    desk.work(5)
    assert only(desk).outcome is None


def test_five_minutes_of_work_beside_the_offer_are_an_answer() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S + 300)
    assert (only(desk).outcome, only(desk).reason) == (Outcome.SKIPPED, "not-answered")
    assert desk.offers.on_screen is None


def test_a_strict_one_waits_for_an_answer() -> None:
    desk = desk_in_shift(is_strict=True)
    desk.work(HOUR_S + 900)
    desk.act(Act.SKIP)
    desk.act(Act.POSTPONE)
    assert only(desk).outcome is None
    assert desk.standing.open is not None
    assert not desk.standing.open.may_skip
    assert not desk.standing.open.may_postpone


def test_time_away_of_ones_own_accord_is_a_break() -> None:
    desk = desk_in_shift()
    desk.work(1800)
    desk.quiet(295)
    assert not desk.records()
    desk.quiet(5)
    assert only(desk).outcome is Outcome.NATURAL
    desk.quiet(900)
    desk.work(60)
    assert len(desk.records()) == 1
    assert desk.standing.worked_s == 55.0


def test_after_little_work_time_away_only_begins_the_count_anew() -> None:
    desk = desk_in_shift()
    desk.work(600)
    desk.quiet(600)
    desk.work(5)
    assert not desk.records()
    assert desk.standing.worked_s == 0.0


def test_who_comes_back_between_two_looks_has_had_a_break() -> None:
    desk = desk_in_shift()
    desk.work(1800)
    desk.quiet(290)
    desk.unseen(20)
    desk.presence.idle_s = 1.0
    desk.look()
    assert only(desk).outcome is Outcome.NATURAL


def test_what_nobody_saw_begins_the_count_anew_and_is_no_break() -> None:
    desk = desk_in_shift()
    desk.work(3000)
    desk.unseen(600)
    desk.presence.idle_s = 0.0
    desk.look()
    assert not desk.records()
    assert desk.standing.worked_s == 0.0


def test_a_break_that_is_due_in_a_call_is_offered_right_after_it() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S - 60)
    desk.call(600)
    assert desk.offers.on_screen is None
    assert told(desk) == ["rest held by in-call"]
    desk.quiet(20)
    assert desk.offers.on_screen is not None


def test_a_call_takes_the_offer_off_the_screen() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.call(5)
    assert desk.offers.on_screen is None
    desk.act(Act.BEGIN)
    assert only(desk).began_at is None


def test_a_shift_that_ends_in_the_call_blocks_the_break() -> None:
    desk = desk_in_shift(hours=1.5)
    desk.work(HOUR_S - 60)
    desk.call(HOUR_S)
    assert (only(desk).outcome, only(desk).reason) == (Outcome.BLOCKED, "in-call")
    assert desk.standing.open is None


def test_where_calls_are_unknown_it_is_offered_and_said() -> None:
    desk = desk_in_shift()
    desk.calls.answer = None
    desk.work(HOUR_S)
    assert desk.offers.on_screen is not None
    assert any("call" in sentence for sentence in desk.standing.unknown)


@pytest.mark.parametrize(
    ("seen", "reason"),
    [
        (Attention(is_full_screen=True), "full-screen"),
        (Attention(is_do_not_disturb=True), "do-not-disturb"),
    ],
)
def test_what_fills_the_screen_or_asks_for_silence_holds_it_back(
    seen: Attention, reason: str
) -> None:
    desk = desk_in_shift()
    desk.attention.seen = seen
    desk.work(HOUR_S + 60)
    assert told(desk) == [f"rest held by {reason}"]
    desk.attention.seen = Attention(unknown=("Nobody knows.",))
    desk.work(20)
    assert desk.offers.on_screen is not None
    assert "Nobody knows." in desk.standing.unknown


def test_full_screen_may_be_minded_not() -> None:
    desk = desk_in_shift(minds_full_screen=False)
    desk.attention.seen = Attention(is_full_screen=True)
    desk.work(HOUR_S)
    assert desk.offers.on_screen is not None


def test_a_program_that_fills_the_screen_later_takes_the_offer_off() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.attention.seen = Attention(is_full_screen=True)
    desk.work(5)
    assert desk.offers.on_screen is None
    assert told(desk) == ["offered rest", "rest held by full-screen"]


@pytest.mark.parametrize(("planned_s", "offered_after_s"), [(3000.0, 1200.0), (7200.0, 1800.0)])
def test_a_block_comes_first_but_not_for_ever(planned_s: float, offered_after_s: float) -> None:
    desk = desk_in_shift()
    desk.work(1800)
    desk.work_at.block_from_s, desk.work_at.block_planned_s = desk.clock.elapsed_s, planned_s
    desk.work(1800 + offered_after_s - 5)
    assert told(desk) == ["rest held by open-block"]
    desk.work(5)
    assert desk.offers.on_screen is not None


def test_a_block_without_an_end_has_ninety_minutes() -> None:
    desk = desk_in_shift(rest=KindSettings(is_on=True, work_s=5100.0, length_s=300.0))
    desk.work_at.block_from_s = desk.clock.elapsed_s
    desk.work(5395)
    assert told(desk) == ["rest held by open-block"]
    desk.work(5)
    assert desk.offers.on_screen is not None


def test_quiet_holds_it_back_and_ends_by_itself() -> None:
    desk = desk_in_shift()
    desk.service.quiet(HOUR_S + 600)
    desk.work(HOUR_S + 595)
    assert told(desk) == ["rest held by quiet-mode"]
    desk.work(5)
    assert desk.offers.on_screen is not None
    assert desk.standing.modes.quiet_until is None


def test_nobody_is_offered_a_break_who_is_not_there() -> None:
    desk = desk_in_shift()
    desk.service.quiet(HOUR_S + 60)
    desk.work(HOUR_S)
    desk.presence.is_locked = True
    desk.quiet(90)
    assert desk.offers.on_screen is None
    desk.presence.is_locked = False
    desk.work(5)
    assert desk.offers.on_screen is not None


def test_a_break_that_waits_is_natural_once_the_person_has_left() -> None:
    desk = desk_in_shift()
    desk.service.quiet(2 * HOUR_S)
    desk.work(HOUR_S)
    desk.quiet(300)
    assert only(desk).outcome is Outcome.NATURAL


def test_postponed_twice_it_can_only_be_taken_or_skipped() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    for _ in range(3):
        desk.act(Act.POSTPONE)
        desk.work(300)
    assert desk.outcomes() == [Outcome.POSTPONED, Outcome.POSTPONED, Outcome.SKIPPED]
    assert [one.postponed_count for one in desk.records()] == [0, 1, 2]


def test_a_postponed_break_is_forgotten_when_a_natural_one_comes_first() -> None:
    desk = desk_in_shift(postpone_s=900.0)
    desk.work(HOUR_S)
    desk.act(Act.POSTPONE)
    assert desk.standing.next[0].follows
    desk.quiet(300)
    desk.work(1200)
    assert desk.outcomes() == [Outcome.POSTPONED, Outcome.NATURAL]


def test_a_skipped_one_comes_again_after_an_hour() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.SKIP)
    assert (only(desk).outcome, only(desk).reason) == (Outcome.SKIPPED, "asked")
    desk.work(HOUR_S)
    assert desk.outcomes() == [Outcome.SKIPPED, None]


def test_a_break_of_ones_own_needs_no_offer() -> None:
    desk = desk_in_shift()
    desk.work(600)
    desk.act(Act.BEGIN)
    desk.act(Act.BEGIN)
    desk.act(Act.POSTPONE)
    desk.quiet(300)
    assert only(desk).outcome is Outcome.TAKEN
    assert only(desk).offered_at is None


def test_answers_to_nothing_change_nothing() -> None:
    desk = desk_in_shift()
    for act in (Act.DONE, Act.SKIP, Act.POSTPONE):
        desk.act(act)
    assert not desk.records()


def test_the_end_of_the_shift_is_a_better_break() -> None:
    desk = desk_in_shift(hours=1.1, micro=micro())
    desk.choices.chosen = replace(desk.choices.chosen, micro=micro())
    desk.work(HOUR_S)
    desk.work(300)
    assert [one.kind for one in desk.records()] == [BreakKind.MICRO, BreakKind.MICRO]


def test_what_the_end_of_the_shift_forestalls_is_not_promised() -> None:
    desk = desk_in_shift(hours=1.1)
    assert not desk.standing.next
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(seconds=HOUR_S + 600)
    desk.look()
    assert [one.kind for one in desk.standing.next] == [BreakKind.REST]


@pytest.mark.parametrize(
    ("before_s", "outcome", "reason"),
    [(60.0, Outcome.BLOCKED, "shift-over"), (200.0, Outcome.SHORTENED, "")],
)
def test_a_break_that_runs_when_the_shift_ends(
    before_s: float, outcome: Outcome, reason: str
) -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    desk.quiet(before_s - 5)
    desk.work_at.shift_ends_at = None
    desk.quiet(5)
    assert (only(desk).outcome, only(desk).reason) == (outcome, reason)


def test_an_offer_that_nobody_answered_when_the_shift_ended_is_nobodys_fault() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.work_at.shift_ends_at = None
    desk.work(5)
    assert (only(desk).outcome, only(desk).reason) == (Outcome.BLOCKED, "shift-over")


def test_who_had_left_when_the_shift_ended_has_had_the_break() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.quiet(295)
    desk.work_at.shift_ends_at = None
    desk.quiet(5)
    assert only(desk).outcome is Outcome.TAKEN


def test_time_away_up_to_the_end_of_the_shift_is_a_break() -> None:
    desk = desk_in_shift()
    desk.work(1800)
    desk.quiet(295)
    desk.work_at.shift_ends_at = None
    desk.quiet(5)
    assert only(desk).outcome is Outcome.NATURAL


def test_a_micro_break_is_offered_and_a_longer_quiet_counts_for_one() -> None:
    desk = desk_in_shift(micro=micro())
    desk.work(1500)
    desk.act(Act.BEGIN)
    desk.quiet(30)
    desk.work(600)
    desk.quiet(30)
    desk.work(5)
    assert [(one.kind, one.outcome) for one in desk.records()] == [
        (BreakKind.MICRO, Outcome.TAKEN),
        (BreakKind.MICRO, Outcome.NATURAL),
    ]


def test_quiet_is_a_whole_micro_break_or_none() -> None:
    desk = desk_in_shift(micro=micro())
    desk.work(1500)
    desk.quiet(25)
    desk.work(5)
    assert only(desk).outcome is Outcome.TAKEN


def test_no_micro_break_comes_shortly_before_a_rest_break() -> None:
    desk = desk_in_shift(micro=micro(3400.0))
    desk.work(HOUR_S)
    assert only(desk).kind is BreakKind.REST


def test_a_micro_break_that_waits_becomes_the_rest_break() -> None:
    desk = desk_in_shift(micro=micro(3000.0), is_strict=True)
    desk.work(3000)
    assert only(desk).kind is BreakKind.MICRO
    desk.work(600)
    assert only(desk).kind is BreakKind.REST
    assert told(desk) == ["offered micro", "offered rest"]


def test_a_micro_break_that_was_postponed_gives_way_to_the_rest_break() -> None:
    desk = desk_in_shift(micro=micro(3290.0), postpone_s=600.0)
    desk.work(3290)
    desk.act(Act.POSTPONE)
    desk.work(400)
    assert [one.kind for one in desk.records()] == [BreakKind.MICRO, BreakKind.REST]
    desk.act(Act.SKIP)
    desk.work(900)
    assert len(desk.records()) == 2


def test_a_micro_break_comes_again_when_it_was_postponed() -> None:
    desk = desk_in_shift(micro=micro(900.0))
    desk.work(900)
    desk.act(Act.POSTPONE)
    desk.work(300)
    desk.act(Act.SKIP)
    assert desk.outcomes() == [Outcome.POSTPONED, Outcome.SKIPPED]
    desk.work(895)
    assert len(desk.records()) == 2


def test_enough_for_today() -> None:
    desk = desk_in_shift(daily_limit_s=5400.0)
    desk.work(HOUR_S)
    desk.act(Act.SKIP)
    desk.work(1800)
    assert desk.records()[-1].kind is BreakKind.DAILY_LIMIT
    desk.act(Act.POSTPONE)
    assert desk.standing.next[-1].in_s == 1800.0
    desk.work(1200)
    assert desk.standing.open is not None
    desk.act(Act.BEGIN)
    assert desk.outcomes() == [Outcome.SKIPPED, Outcome.POSTPONED, Outcome.TAKEN]
    desk.work(600)
    assert desk.records()[-1].kind is BreakKind.REST


def test_who_leaves_for_half_an_hour_beside_the_limit_has_stopped() -> None:
    desk = desk_in_shift(daily_limit_s=HOUR_S)
    desk.work(HOUR_S)
    desk.quiet(1795)
    assert only(desk).outcome is None
    desk.quiet(5)
    assert only(desk).outcome is Outcome.TAKEN


def test_who_reads_for_a_minute_beside_the_limit_has_not_stopped() -> None:
    desk = desk_in_shift(daily_limit_s=HOUR_S)
    desk.work(HOUR_S)
    desk.quiet(65)
    desk.work(10)
    assert only(desk).outcome is None
    assert desk.offers.on_screen is not None


@pytest.mark.parametrize(
    ("has_asked", "outcome"), [(True, Outcome.TAKEN), (False, Outcome.NATURAL)]
)
def test_the_end_of_the_shift_is_what_the_limit_asks_for(has_asked: bool, outcome: Outcome) -> None:
    desk = desk_in_shift(daily_limit_s=HOUR_S)
    desk.calls.answer = not has_asked
    desk.work(HOUR_S)
    desk.work_at.shift_ends_at = None
    desk.work(5)
    assert only(desk).outcome is outcome


def test_the_limit_is_one_of_the_day() -> None:
    desk = desk_in_shift(hours=30, daily_limit_s=HOUR_S)
    desk.clock.wall_at = desk.clock.wall_at.replace(hour=1, minute=55)  # 02:55 in Madrid
    desk.new_program()
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=9)
    desk.look()
    desk.work(HOUR_S)
    desk.act(Act.POSTPONE)
    desk.work(600)
    assert desk.standing.day_s < 600.0  # it is past 04:00
    desk.work(1200)
    assert desk.records()[0].outcome is Outcome.POSTPONED
    assert [one.kind for one in desk.records()[1:]] == [BreakKind.REST]


def test_a_limit_that_is_open_at_four_in_the_morning_is_of_yesterday() -> None:
    desk = desk_in_shift(is_strict=True, daily_limit_s=HOUR_S)
    desk.clock.wall_at = desk.clock.wall_at.replace(hour=1, minute=55)
    desk.new_program()
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=9)
    desk.look()
    desk.work(HOUR_S + 600)
    first = desk.records()[0]
    assert (first.outcome, first.reason) == (Outcome.BLOCKED, "day-over")


@pytest.mark.parametrize(
    ("chosen", "kind"),
    [({}, BreakKind.REST), ({"daily_limit_s": HOUR_S}, BreakKind.DAILY_LIMIT)],
)
def test_a_postponed_kind_that_was_turned_off_does_not_come_again(
    chosen: dict[str, float], kind: BreakKind
) -> None:
    desk = desk_in_shift(**chosen)
    desk.work(HOUR_S)
    assert desk.records()[0].kind is kind
    desk.act(Act.POSTPONE)
    turn_off(desk)
    desk.work(1800)
    assert desk.outcomes() == [Outcome.POSTPONED]


@pytest.mark.parametrize("is_held", [True, False])
def test_a_kind_that_is_turned_off_while_it_waits_goes_away(is_held: bool) -> None:
    desk = desk_in_shift()
    desk.calls.answer = is_held
    desk.work(HOUR_S)
    turn_off(desk)
    desk.calls.answer = False
    desk.work(60)
    assert desk.offers.on_screen is None
    assert (only(desk).outcome, only(desk).reason) == (Outcome.BLOCKED, "shift-over")


def test_a_break_that_runs_when_its_kind_is_turned_off_goes_on() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.BEGIN)
    turn_off(desk)
    desk.quiet(300)
    assert only(desk).outcome is Outcome.TAKEN


def turn_off(desk: BreakDesk) -> None:
    rest = replace(desk.choices.chosen.rest, is_on=False)
    desk.choices.chosen = replace(desk.choices.chosen, rest=rest, daily_limit_s=None)


def test_where_input_cannot_be_seen_an_offer_left_alone_is_nobodys_fault() -> None:
    desk = desk_in_shift()
    desk.presence.idle_s = None
    desk.quiet(HOUR_S + 300)
    assert (only(desk).outcome, only(desk).reason) == (Outcome.BLOCKED, "not-seen")


@pytest.mark.parametrize(("length_s", "outcome"), [(300, "taken"), (200, "shortened")])
def test_where_input_cannot_be_seen_a_break_counts_by_time_alone(
    length_s: float, outcome: str
) -> None:
    desk = desk_in_shift()
    desk.presence.idle_s = None
    desk.quiet(HOUR_S)
    desk.act(Act.BEGIN)
    desk.quiet(length_s)
    desk.act(Act.DONE)
    assert (only(desk).outcome, only(desk).rest_s) == (outcome, 0.0)


def test_a_break_of_ones_own_that_is_broken_off_was_not_due() -> None:
    desk = desk_in_shift()
    desk.work(1800)
    desk.act(Act.BEGIN)
    desk.quiet(60)
    desk.act(Act.DONE)
    record = only(desk)
    assert (record.outcome, record.reason, record.is_own) == (Outcome.SKIPPED, "cut-short", True)
    assert tally([record]).due == 0
    assert desk.standing.worked_s == 1800.0
    restart(desk)
    assert desk.standing.worked_s >= 1800.0


def test_a_call_ends_a_break_of_ones_own_for_good() -> None:
    desk = desk_in_shift()
    desk.work(1800)
    desk.act(Act.BEGIN)
    desk.quiet(60)
    desk.call(60)
    record = only(desk)
    assert (record.outcome, record.reason) == (Outcome.BLOCKED, "in-call")
    assert tally([record]).due == 0
    assert desk.standing.open is None


def test_a_break_of_ones_own_that_was_had_counts() -> None:
    desk = desk_in_shift()
    desk.work(1800)
    desk.act(Act.BEGIN)
    desk.quiet(150)
    desk.act(Act.DONE)
    counted = tally(desk.records())
    assert (counted.due, counted.outcomes[Outcome.SHORTENED]) == (1, 1)
    assert desk.standing.worked_s == 0.0


def test_a_postponed_break_that_is_begun_early_is_the_one_that_was_due() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.act(Act.POSTPONE)
    desk.act(Act.BEGIN)
    desk.quiet(60)
    desk.act(Act.DONE)
    last = desk.records()[-1]
    assert (last.is_own, last.postponed_count, last.outcome) == (False, 1, Outcome.SKIPPED)
    assert not any(one.follows for one in desk.standing.next)


def silent_desk() -> BreakDesk:
    """A micro-break was skipped two minutes before the rest break is due."""
    desk = desk_in_shift(micro=micro(3290.0))
    desk.work(3290)
    desk.work(190)
    desk.act(Act.SKIP)
    desk.work(120)
    return desk


def test_a_break_that_is_due_soon_after_another_says_when_it_comes_and_why() -> None:
    desk = silent_desk()
    soonest = desk.standing.next[0]
    assert (soonest.kind, soonest.in_s, soonest.held_by) == (BreakKind.REST, 180.0, "after-another")
    desk.work(175)
    assert desk.standing.open is None
    desk.work(5)
    assert desk.standing.open is not None
    assert told(desk) == ["offered micro", "rest after another", "offered rest"]


def test_what_is_due_beside_a_break_that_is_open_comes_after_it() -> None:
    desk = desk_in_shift(daily_limit_s=HOUR_S)
    desk.work(HOUR_S)
    (soonest,) = desk.standing.next
    assert (soonest.kind, soonest.held_by) == (BreakKind.REST, "after-another")


def test_a_micro_break_that_a_longer_one_comes_before_is_not_foretold() -> None:
    desk = desk_in_shift(micro=micro(1500.0), daily_limit_s=HOUR_S / 2)
    desk.work(1500)
    desk.act(Act.SKIP)
    desk.work(300)
    desk.act(Act.POSTPONE)
    desk.work(1200 - 5)
    assert [one.kind for one in desk.standing.next] == [BreakKind.DAILY_LIMIT, BreakKind.REST]
    near = desk_in_shift(micro=micro(3400.0))
    assert [one.kind for one in near.standing.next] == [BreakKind.REST]


def test_a_limit_that_was_raised_is_asked_about_again() -> None:
    desk = desk_in_shift(daily_limit_s=1800.0)
    desk.work(1800)
    desk.act(Act.SKIP)
    limit(desk, 2700.0)
    desk.work(5)
    assert desk.standing.next[0].kind is BreakKind.DAILY_LIMIT
    restart(desk)
    desk.work(900)
    assert [one.limit_s for one in desk.records()] == [1800.0, 2700.0]
    desk.act(Act.SKIP)
    limit(desk, 2000.0)
    desk.work(5)
    assert BreakKind.DAILY_LIMIT not in {one.kind for one in desk.standing.next}


@pytest.mark.parametrize("act", [None, Act.POSTPONE])
def test_a_limit_that_is_raised_while_it_waits_goes_away(act: Act | None) -> None:
    desk = desk_in_shift(daily_limit_s=1800.0)
    desk.work(1800)
    if act is not None:
        desk.act(act)
    limit(desk, 7200.0)
    desk.work(1500)
    assert desk.standing.open is None
    assert desk.outcomes() == [Outcome.BLOCKED if act is None else Outcome.POSTPONED]


def limit(desk: BreakDesk, limit_s: float) -> None:
    desk.choices.chosen = replace(desk.choices.chosen, daily_limit_s=limit_s)


def restart(desk: BreakDesk) -> None:
    desk.work(60)
    desk.unseen(5)
    desk.new_program()
    desk.look()


@pytest.mark.parametrize("begins", [True, False])
def test_quiet_that_is_rest_is_no_work(begins: bool) -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    if begins:
        desk.act(Act.BEGIN)
    desk.quiet(155)
    desk.work(65)
    away = [one for one in desk.store.stretches.values() if one.kind is ActivityKind.AWAY]
    away_s = sum(one.length_s for one in away)
    assert only(desk).outcome is Outcome.SHORTENED
    assert away_s >= only(desk).rest_s >= 155.0
    assert desk.standing.day_s + away_s == HOUR_S + 155 + 65


def test_nobody_reads_in_a_break() -> None:
    desk = desk_in_shift()
    desk.work(HOUR_S)
    desk.service.reading(1800)
    desk.act(Act.BEGIN)
    desk.quiet(300)
    assert (only(desk).outcome, only(desk).rest_s) == (Outcome.TAKEN, 300.0)
    assert desk.standing.day_s == HOUR_S
