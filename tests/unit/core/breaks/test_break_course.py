"""Breaks from one look to the next, at a desk with somebody at it."""

from __future__ import annotations

import pytest

from tests.fakes.break_acts import (
    HOUR_S,
    desk_in_shift,
    only,
)
from workspace_assistant.core.breaks.model import (
    Act,
    ActivityKind,
    Outcome,
    Stage,
)


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
