"""Pauses that are written down afterwards."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.fakes.focus import CountingId
from tests.unit.core.focus.blocks import at, block, gap
from tests.unit.core.focus.services import Day
from workspace_assistant.core.focus.accounting import worked_s
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.gaps import GapDraft, with_gap
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Block, GapReason


def added(
    one: Block, start: float, end: float, now: float = 120, *, is_break: bool = False
) -> Block:
    draft = GapDraft(started_at=at(start), ended_at=at(end), is_break=is_break)
    made = with_gap(one, draft, at(now), CountingId())
    assert faults(made) == ()
    return made


def minutes(instant: datetime) -> float:
    return (instant - at(0)).total_seconds() / 60


def spans(one: Block) -> list[tuple[float, float | None]]:
    return [
        (minutes(gap.started_at), None if gap.ended_at is None else minutes(gap.ended_at))
        for gap in one.gaps
    ]


def test_a_forgotten_lunch_is_no_work() -> None:
    made = added(block(), 10, 40, is_break=True)

    assert spans(made) == [(10, 40)]
    assert made.gaps[0].reason is GapReason.BREAK
    assert not made.gaps[0].is_unanswered
    assert worked_s(made, at(120)) == 30 * 60


def test_what_is_a_gap_already_stays_what_it_is() -> None:
    idle = gap(20, 25, reason=GapReason.IDLE, is_unanswered=True)
    made = added(block(gaps=(idle,)), 10, 40)

    assert spans(made) == [(10, 20), (20, 25), (25, 40)]
    assert made.gaps[1] == idle
    assert made.gaps[0].reason is GapReason.PAUSE


def test_a_running_block_gets_one_before_what_goes_on() -> None:
    paused = block(0, None, gaps=(gap(50, None),))

    assert spans(added(paused, 30, 60)) == [(30, 50), (50, None)]


@pytest.mark.parametrize("span", [(-5, 10), (50, 61), (20, 20), (30, 20)])
def test_one_outside_of_its_block_is_refused(span: tuple[float, float]) -> None:
    with pytest.raises(FocusError, match="inside its block"):
        added(block(), *span)


def test_one_in_the_future_is_refused() -> None:
    with pytest.raises(FocusError, match="inside its block"):
        added(block(0, None), 10, 40, now=30)


def test_nothing_new_is_refused() -> None:
    with pytest.raises(FocusError, match="no work already"):
        added(block(gaps=(gap(10, 40),)), 15, 40)


def test_taking_it_back_asks_nothing_and_giving_it_again_neither() -> None:
    day = Day()
    one = day.log_block("Mail", 60)
    draft = GapDraft(
        started_at=one.started_at, ended_at=one.started_at.replace(minute=30), is_break=True
    )
    change = day.corrections.add_gap(one.id, draft)
    (with_break,) = day.blocks
    assert worked_s(with_break, day.clock.wall_at) == 30 * 60

    undo = day.acts.undo(change.id)
    assert day.blocks == [one]
    day.acts.undo(undo.id)
    assert day.blocks == [with_break]
