"""A spoken word that shows whether somebody heard it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.readiness.headset.words import CHOICES, WORDS, check_word, is_heard


@given(st.integers(0, 10_000), st.sampled_from([*WORDS, "xx", "c", ""]))
def test_the_word_is_among_four_different_choices(index: int, language: str) -> None:
    word = check_word(index, language)
    assert word.language == (language if language in WORDS else "en")
    assert set(word.choices) <= set(WORDS[word.language])
    assert word.text in word.choices
    assert len(set(word.choices)) == len(word.choices) == CHOICES


@pytest.mark.parametrize("language", WORDS)
def test_neighbors_differ_and_no_place_is_always_right(language: str) -> None:
    words = [check_word(index, language) for index in range(4 * len(WORDS[language]))]
    assert all(one.text != other.text for one, other in pairwise(words))
    assert {word.text for word in words} == set(WORDS[language])
    places = [word.choices.index(word.text) for word in words]
    assert {places.count(place) for place in range(CHOICES)} == {len(words) // CHOICES}
    of_one_word = {word.choices.index(word.text) for word in words if word.text == words[0].text}
    assert len(of_one_word) == CHOICES


def test_every_word_can_name_a_file_anywhere() -> None:
    assert all(word.isascii() and word.isalpha() for words in WORDS.values() for word in words)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("window", True), (" Window ", True), ("garden", False), ("yes", False), ("", False)],
)
def test_only_the_word_itself_proves_that_it_was_heard(answer: str, *, expected: bool) -> None:
    assert is_heard(check_word(0), answer) is expected
