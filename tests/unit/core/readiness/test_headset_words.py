"""A spoken word that shows whether somebody heard it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.readiness.headset.words import CHOICES, WORDS, check_word, is_heard


@given(st.integers(0, 10_000), st.sampled_from(["en", "xx"]))
def test_the_word_is_among_four_different_choices(index: int, language: str) -> None:
    word = check_word(index, language)
    assert word.language == "en"
    assert word.text in word.choices
    assert len(set(word.choices)) == len(word.choices) == CHOICES


def test_neighbors_differ_and_no_place_is_always_right() -> None:
    words = [check_word(index) for index in range(4 * len(WORDS["en"]))]
    assert all(one.text != other.text for one, other in pairwise(words))
    assert {word.text for word in words} == set(WORDS["en"])
    places = [word.choices.index(word.text) for word in words]
    assert {places.count(place) for place in range(CHOICES)} == {len(words) // CHOICES}
    of_one_word = {word.choices.index(word.text) for word in words if word.text == "window"}
    assert len(of_one_word) == CHOICES


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("window", True), (" Window ", True), ("garden", False), ("yes", False), ("", False)],
)
def test_only_the_word_itself_proves_that_it_was_heard(answer: str, *, expected: bool) -> None:
    assert is_heard(check_word(0), answer) is expected
