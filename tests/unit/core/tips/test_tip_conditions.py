"""Conditions: what they say of facts that are known, and of those that are not."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.tips import a_fact, facts_of
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.tips.condition import (
    NOT_GIVEN,
    OPERATORS,
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    answered,
    names_in,
)
from workspace_assistant.core.tips.condition_reading import read_condition

NAMES = ("a", "b", "c")
VALUES = (1.0, 2.0, 3.0)

comparisons = st.builds(
    Comparison, st.sampled_from(NAMES), st.sampled_from(list(OPERATORS)), st.sampled_from(VALUES)
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    comparisons,
    lambda inner: st.builds(
        lambda make, parts: make(tuple(parts)),
        st.sampled_from([AllOf, AnyOf]),
        st.lists(inner, min_size=2, max_size=3),
    ),
    max_leaves=6,
)
known = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES))


@pytest.mark.parametrize(
    ("condition", "value", "holds"),
    [
        ("a < 2", 1.9, True),
        ("a < 2", 2, False),
        ("a <= 2", 2, True),
        ("a > 2", 2, False),
        ("a >= 2", 2, True),
        ("a == 2", 2, True),
        ("a == 2", 3, False),
    ],
)
def test_a_comparison(condition: str, value: float, *, holds: bool) -> None:
    said = answered(read_condition(condition), {"a": a_fact("a", value)})
    assert said.holds is holds
    assert said.facts == (a_fact("a", value),)
    assert said.unknown == ()


def test_what_is_not_known_is_said_with_its_reason() -> None:
    facts = facts_of(a=None)
    said = answered(read_condition("a > 1"), facts)
    assert said.holds is None
    assert said.unknown == (facts["a"],)
    assert said.facts == ()


def test_what_nobody_tells_is_not_known_either() -> None:
    said = answered(read_condition("a > 1"), {})
    assert said.unknown == (Unknown(name="a", reason="not-given", sentence=NOT_GIVEN),)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("a > 0 and b > 0", None),
        ("a > 9 and b > 0", False),  # whatever b is
        ("a > 0 or b > 0", True),  # whatever b is
        ("a > 9 or b > 0", None),
    ],
)
def test_what_is_not_known_decides_only_where_the_rest_does_not(
    condition: str, *, holds: bool | None
) -> None:
    said = answered(read_condition(condition), facts_of(a=1, b=None))
    assert said.holds is holds
    assert [one.name for one in said.unknown] == (["b"] if holds is None else [])
    assert [one.name for one in said.facts] == ([] if holds is None else ["a"])


def test_only_what_decided_is_quoted() -> None:
    facts = facts_of(a=1, b=5, c=9)
    assert _named("a > 2 or b > 2 or c > 2", facts) == ["b", "c"]
    assert _named("a > 2 and b > 2", facts) == ["a"]
    assert _named("b > 2 and c > 2 and b < 9", facts) == ["b", "c"]  # each once


def test_the_excess_is_a_share_of_the_number() -> None:
    facts = facts_of(a=6, b=0.5)
    assert answered(read_condition("a >= 3"), facts).excess == pytest.approx(1.0)
    assert answered(read_condition("b >= 0.2"), facts).excess == pytest.approx(0.3)
    assert answered(read_condition("a >= 3 and b >= 0.2"), facts).excess == pytest.approx(1.0)
    assert answered(read_condition("a >= 9"), facts).excess == 0.0


@given(conditions, known)
def test_whatever_is_still_unknown_may_turn_out_as_it_likes(
    condition: Condition, values: dict[str, float]
) -> None:
    """What is said to hold or fail does so for every value that is missing, and only then."""
    facts: dict[str, Fact | Unknown] = {name: a_fact(name, value) for name, value in values.items()}
    missing = sorted(names_in(condition) - set(values))
    said = answered(condition, facts)
    outcomes = {
        answered(
            condition,
            {
                **facts,
                **{name: a_fact(name, value) for name, value in zip(missing, row, strict=True)},
            },
        ).holds
        for row in product(VALUES, repeat=len(missing))
    }
    assert None not in outcomes
    if said.holds is not None:
        assert outcomes == {said.holds}
    assert {one.name for one in said.unknown} <= set(missing)
    assert bool(said.unknown) is (said.holds is None)


@given(conditions)
def test_a_condition_reads_back_as_it_was_written(condition: Condition) -> None:
    assert _flat(read_condition(_written(condition))) == _flat(condition)


def test_the_names_in_a_condition() -> None:
    assert names_in(read_condition("a > 1 and (b.c < 2 or a == 3)")) == {"a", "b.c"}


def _named(condition: str, facts: dict[str, Fact | Unknown]) -> list[str]:
    return [one.name for one in answered(read_condition(condition), facts).facts]


def _written(condition: Condition) -> str:
    if isinstance(condition, Comparison):
        return f"{condition.name} {condition.operator} {condition.number:g}"
    word = " and " if isinstance(condition, AllOf) else " or "
    return f"({word.join(_written(part) for part in condition.parts)})"


def _flat(condition: Condition) -> object:
    """Without what the grammar cannot tell: (a and b) and c is a and b and c only by meaning."""
    if isinstance(condition, Comparison):
        return condition
    return (type(condition).__name__, tuple(_flat(part) for part in condition.parts))
