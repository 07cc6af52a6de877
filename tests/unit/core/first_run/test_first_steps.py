"""Who sees first steps, where they begin, and where they lead."""

from __future__ import annotations

import pytest

from workspace_assistant.core.first_run.steps import OVER, Step, after, before, place_of, standing


def test_who_begins_sees_the_first_and_who_worked_before_sees_none() -> None:
    assert standing("", is_used=False) is Step.WELCOME
    assert standing("", is_used=True) is None


@pytest.mark.parametrize("is_used", [True, False])
@pytest.mark.parametrize("step", list(Step))
def test_who_left_in_the_midst_comes_back_there(step: Step, is_used: bool) -> None:
    assert standing(step.value, is_used=is_used) is step


@pytest.mark.parametrize("word", [OVER, "of another version"])
def test_who_is_done_is_left_alone(word: str) -> None:
    assert standing(word, is_used=False) is None


def test_the_way_there_and_back_is_the_same() -> None:
    steps = [Step.WELCOME]
    while following := after(steps[-1]):
        assert before(following) is steps[-1]
        steps.append(following)
    assert steps == list(Step)
    assert before(Step.WELCOME) is None


def test_four_steps_ask_something() -> None:
    assert [place_of(step) for step in Step] == [(1, 4), (2, 4), (3, 4), (4, 4), None]
