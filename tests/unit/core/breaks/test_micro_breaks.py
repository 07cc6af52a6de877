"""Micro-breaks beside rest breaks."""

from __future__ import annotations

from tests.fakes.break_acts import (
    HOUR_S,
    desk_in_shift,
    micro,
    only,
    told,
)
from workspace_assistant.core.breaks.model import (
    Act,
    BreakKind,
    Outcome,
)


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
