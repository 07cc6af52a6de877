from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.focus import MONDAY
from tests.unit.core.focus.services import Day
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import GapReason


def asking() -> Day:
    """Two blocks, each with an hour that nobody watched, and ten minutes of work around it."""
    day = Day()
    for name in ("A", "B"):
        day.start(name)
        day.clock.advance(300)
        change = day.acts.stop()
        day.clock.advance(3600)
        day.acts.undo(change.id)
        day.clock.advance(300)
        day.acts.stop()
    return day


def test_questions_come_newest_first() -> None:
    assert [one.block.name for one in asking().answers.questions()] == ["B", "A"]


def test_unanswered_time_is_no_work() -> None:
    day = asking()

    assert [day.worked_min(one) for one in day.blocks] == [10, 10]


@pytest.mark.parametrize(
    ("answer", "worked_min"), [(Answer.KEEP, 70), (Answer.DISCARD, 10), (Answer.BREAK, 10)]
)
def test_an_answer_is_one_change(answer: Answer, worked_min: float) -> None:
    day = asking()
    before = day.blocks
    question = day.answers.questions()[-1]
    change = day.answers.answer(question.block.id, question.gap.id, answer)

    assert change.action == f"answer-{answer.value}"
    assert [one.block.name for one in day.answers.questions()] == ["B"]
    assert day.worked_min(day.blocks[0]) == worked_min
    day.acts.undo(change.id)
    assert day.blocks == before


def test_two_answers_are_one_change() -> None:
    day = asking()
    before = day.blocks
    question = day.answers.questions()[-1]
    change = day.answers.split(
        question.block.id,
        question.gap.id,
        MONDAY + timedelta(minutes=25),
        Answer.BREAK,
        Answer.KEEP,
    )

    assert [one.reason for one in day.blocks[0].gaps] == [GapReason.BREAK]
    assert day.worked_min(day.blocks[0]) == 50
    day.acts.undo(change.id)
    assert day.blocks == before


def test_a_question_that_is_gone_has_no_answer() -> None:
    day = asking()
    question = day.answers.questions()[0]
    day.answers.answer(question.block.id, question.gap.id, Answer.KEEP)

    with pytest.raises(FocusError, match="no such gap"):
        day.answers.answer(question.block.id, question.gap.id, Answer.KEEP)
