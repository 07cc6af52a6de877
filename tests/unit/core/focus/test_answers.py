from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.focus import CountingId
from tests.unit.core.focus.blocks import FEW, NINE, at, block, blocks, gap
from workspace_assistant.core.focus.accounting import gap_s, worked_s
from workspace_assistant.core.focus.answers import (
    Answer,
    Question,
    answered,
    answered_in_two,
    questions_of,
)
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Block, GapReason

AWAY = gap(10, 20, reason=GapReason.IDLE, is_unanswered=True)
ASKING = block(gaps=(gap(1, 2, "pause"), AWAY, gap(30, 31, "late", is_unanswered=True)))


def test_gaps_that_wait_are_asked_for_newest_first() -> None:
    assert questions_of(ASKING) == (
        Question(block=ASKING, gap=ASKING.gaps[2]),
        Question(block=ASKING, gap=AWAY),
    )


def test_what_lasts_is_not_asked_for_yet() -> None:
    one = block(0, None, gaps=(gap(5, None, reason=GapReason.IDLE, is_unanswered=True),))

    assert questions_of(one) == ()
    with pytest.raises(FocusError, match="not over yet"):
        answered(one, "g", Answer.KEEP)


def test_what_is_kept_is_work() -> None:
    after = answered(ASKING, "g", Answer.KEEP)

    assert [one.id for one in after.gaps] == ["pause", "late"]
    assert worked_s(after, NINE) == worked_s(ASKING, NINE) + 600


def test_what_is_discarded_stays_a_gap_for_its_reason() -> None:
    assert answered(ASKING, "g", Answer.DISCARD).gaps[1] == gap(10, 20, reason=GapReason.IDLE)


def test_a_break_is_a_gap_too() -> None:
    assert answered(ASKING, "g", Answer.BREAK).gaps[1] == gap(10, 20, reason=GapReason.BREAK)


def test_an_answer_may_be_changed() -> None:
    once = answered(ASKING, "g", Answer.DISCARD)

    assert answered(once, "g", Answer.BREAK) == answered(ASKING, "g", Answer.BREAK)
    assert answered(once, "pause", Answer.KEEP).gaps == once.gaps[1:]


def test_two_answers_for_one_gap() -> None:
    after = answered_in_two(ASKING, "g", at(14), (Answer.KEEP, Answer.BREAK), CountingId())

    assert after.gaps[1] == gap(14, 20, after.gaps[1].id, reason=GapReason.BREAK)
    assert after.gaps[1].id != "g"


@pytest.mark.parametrize("minute", [9, 10, 20, 21])
def test_a_gap_is_split_inside(minute: float) -> None:
    with pytest.raises(FocusError, match="outside the gap"):
        answered_in_two(ASKING, "g", at(minute), (Answer.KEEP, Answer.BREAK), CountingId())


def test_a_gap_that_is_gone_has_no_answer() -> None:
    with pytest.raises(FocusError, match="no such gap"):
        answered(ASKING, "gone", Answer.KEEP)


@FEW
@given(blocks(), st.sampled_from(Answer), st.sampled_from(Answer), st.data())
def test_an_answer_counts_no_second_twice(
    one: Block, first: Answer, second: Answer, data: st.DataObject
) -> None:
    over = [each for each in one.gaps if each.ended_at is not None and gap_s(each, NINE) > 1]
    if not over:
        return
    chosen = data.draw(st.sampled_from(over))
    middle = chosen.started_at + (at(gap_s(chosen, NINE) / 120) - NINE)
    after = answered_in_two(one, chosen.id, middle, (first, second), CountingId())
    now = at(48 * 60)
    kept = [first, second].count(Answer.KEEP)

    assert faults(after) == ()
    assert worked_s(after, now) - worked_s(one, now) == pytest.approx(gap_s(chosen, now) * kept / 2)
