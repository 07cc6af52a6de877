"""What holds a break back: calls, full screens, blocks, quiet, nobody there."""

from __future__ import annotations

import pytest

from tests.fakes.break_acts import (
    HOUR_S,
    desk_in_shift,
    only,
    told,
)
from workspace_assistant.core.breaks.model import (
    Act,
    KindSettings,
    Outcome,
)
from workspace_assistant.core.breaks.ports import Attention


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
