"""No number in a sentence contradicts the rule that quotes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.files.tips_catalog import read_tips, shipped_files
from workspace_assistant.core.facts.names import NAMES
from workspace_assistant.core.facts.telling import known, shown_value
from workspace_assistant.core.tips.condition import OPERATORS, Comparison, Condition

# Planned lengths have whole minutes, so that more than six hours are a minute more at least.
_WHOLE_MINUTES = "shift.length_h"


def _comparisons(condition: Condition) -> Iterator[Comparison]:
    if isinstance(condition, Comparison):
        yield condition
        return
    for part in condition.parts:
        yield from _comparisons(part)


COMPARISONS = sorted(
    {one for tip in read_tips(shipped_files()) for one in _comparisons(tip.trigger)},
    key=lambda one: (one.name, one.number, one.operator),
)


@st.composite
def near(draw: st.DrawFn, one: Comparison) -> float:
    """A number around that of the condition, as such a fact can have it."""
    unit = NAMES[one.name][0]
    if unit in {"count", "yes", "points", "d"}:
        return one.number + draw(st.integers(-3, 3))
    if one.name == _WHOLE_MINUTES:
        return (60 * one.number + draw(st.integers(-90, 90))) * 60 / 3600
    per_unit = {"h": 3600, "min": 60}.get(unit)
    if per_unit is None:
        return one.number + draw(st.floats(-2, 2))
    microseconds = draw(st.integers(-7_200_000_000, 7_200_000_000))
    return (per_unit * 1_000_000 * one.number + microseconds) / 1_000_000 / per_unit


def _read_back(shown: str, unit: str) -> float:
    if unit == "h":
        found = re.fullmatch(r"(?:(\d+) h)? ?(?:(\d+) min)?", shown)
        assert found is not None, shown
        return int(found[1] or 0) + int(found[2] or 0) / 60
    number = Fraction(shown)
    return float(number / 100 if unit == "fraction" else number)


@pytest.mark.parametrize(
    "one", COMPARISONS, ids=lambda one: f"{one.name}{one.operator}{one.number}"
)
@given(data=st.data())
def test_the_quoted_number_fulfills_the_condition_too(one: Comparison, data: st.DataObject) -> None:
    unit = NAMES[one.name][0]
    value = data.draw(near(one))
    if unit == "h" and value < 0:
        return
    compare = OPERATORS[one.operator]
    if compare(value, one.number):
        assert compare(_read_back(shown_value(value, unit), unit), one.number), value


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (10 + 58 / 60, "h", "10 h 58 min"),
        (11.0, "h", "11 h"),
        (1 / 60, "h", "1 min"),
        (0.0, "h", "0 min"),
        (14.96, "dB", "14.9"),
        (-6.04, "dB", "-6.1"),
        (0.29, "fraction", "29"),
        (0.599, "fraction", "59"),
        (59.99, "min", "59"),
    ],
)
def test_numbers_are_rounded_down(value: float, unit: str, shown: str) -> None:
    assert shown_value(value, unit) == shown


def test_a_change_is_told_without_its_sign() -> None:
    assert known("line.upload_change", -0.305).parts["size"] == "31"
