"""What a person answers to a break, and breaks of their own."""

from __future__ import annotations

import pytest

from tests.fakes.break_acts import (
    HOUR_S,
    desk_in_shift,
    micro,
    only,
    restart,
    silent_desk,
    told,
    turn_off,
)
from workspace_assistant.core.breaks.counting import tally
from workspace_assistant.core.breaks.model import (
    Act,
    BreakKind,
    Outcome,
)


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
