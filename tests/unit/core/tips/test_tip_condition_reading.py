"""Conditions as they are written: what is understood, and where one is wrong."""

from __future__ import annotations

import pytest

from workspace_assistant.core.tips.condition import AllOf, AnyOf, Comparison
from workspace_assistant.core.tips.condition_reading import ConditionError, read_condition

A, B, C = Comparison("a", "<", 1), Comparison("b", "<", 1), Comparison("c", "<", 1)


def test_a_fact_against_a_number() -> None:
    found = read_condition("  microphone.level_change<=-6.5 ")
    assert found == Comparison("microphone.level_change", "<=", -6.5)


def test_and_binds_closer_than_or() -> None:
    assert read_condition("a < 1 or b < 1 and c < 1") == AnyOf((A, AllOf((B, C))))
    assert read_condition("a < 1 and b < 1 or c < 1") == AnyOf((AllOf((A, B)), C))


def test_parentheses() -> None:
    assert read_condition("a < 1 and (b < 1 or c < 1)") == AllOf((A, AnyOf((B, C))))
    assert read_condition("((a < 1))") == A


def test_a_name_may_begin_with_a_word_of_the_grammar() -> None:
    assert read_condition("order.and_more > 1") == Comparison("order.and_more", ">", 1)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "character 1: expected the name of a fact or “(”, found the end"),
        ("a", "character 2: expected one of < <= > >= ==, found the end"),
        ("a 5", "character 3: expected one of < <= > >= ==, found “5”"),
        ("a >", "character 4: expected a number, found the end"),
        ("a > b", "character 5: expected a number, found “b”"),
        ("a > 1 b > 2", "character 7: expected “and”, “or” or the end, found “b”"),
        ("a > 1 and", "character 10: expected the name of a fact or “(”, found the end"),
        ("and > 1", "character 1: expected the name of a fact or “(”, found “and”"),
        ("(a > 1", "character 7: expected “)”, “and” or “or”, found the end"),
        ("a > 1)", "character 6: expected “and”, “or” or the end, found “)”"),
        ("a ! 1", "character 3: expected one of < <= > >= ==, found “!”"),
        ("A > 1", "character 1: expected the name of a fact or “(”, found “A”"),
        (f"{'(' * 11}a > 1", "character 11: expected at most 10 parentheses inside each other"),
    ],
)
def test_a_fault_names_its_place(text: str, fault: str) -> None:
    with pytest.raises(ConditionError) as raised:
        read_condition(text)
    assert str(raised.value).startswith(fault)


def test_ten_parentheses_are_not_too_many() -> None:
    assert read_condition(f"{'(' * 10}a < 1{')' * 10}") == A
