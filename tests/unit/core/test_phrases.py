"""Sentences that travel through code that knows no language."""

from __future__ import annotations

import copy
import json

from workspace_assistant.core.errors import RefusedError, SaidError, StoreUnavailableError, words_of
from workspace_assistant.core.phrases import Phrase, joined, spoken


def _marked(sentence: str, /, **parts: str) -> str:
    return f"<{sentence.format_map(parts) if parts else sentence}>"


def test_a_phrase_is_english_text() -> None:
    phrase = Phrase("{path}: is not there", path="a.toml")
    assert phrase == "a.toml: is not there"
    assert json.dumps([phrase]) == '["a.toml: is not there"]'


def test_a_copy_of_a_phrase_can_be_said_too() -> None:
    copied = copy.deepcopy(Phrase("{path}: is not there", path="a.toml"))
    assert spoken(_marked, copied) == "<a.toml: is not there>"


def test_a_phrase_within_a_sentence_is_said_with_it() -> None:
    reason = Phrase("No room on {disk}", disk="/media")
    assert spoken(_marked, "Not saved: {why}", why=reason) == "<Not saved: <No room on /media>>"
    assert spoken(_marked, Phrase("Not saved: {why}", why=reason)) == (
        "<Not saved: <No room on /media>>"
    )


def test_data_within_a_sentence_stays_as_it_is() -> None:
    assert spoken(_marked, "Not saved: {why}", why="disk full") == "<Not saved: disk full>"
    assert spoken(_marked, "Saved") == "<Saved>"


def test_an_error_says_its_sentence_and_is_english_as_text() -> None:
    errors: list[SaidError] = [
        RefusedError("{path}: is not there", path="a.toml"),
        StoreUnavailableError("{path}: is not there", path="a.toml"),
    ]
    for error in errors:
        assert str(error) == "a.toml: is not there"
        assert (error.sentence, error.parts) == ("{path}: is not there", {"path": "a.toml"})
        assert spoken(_marked, error.phrase) == "<a.toml: is not there>"
    assert str(RefusedError("a {brace} stays")) == "a {brace} stays"


def test_phrases_that_are_joined_are_said_one_by_one() -> None:
    both = joined("; ", [Phrase("is {what}", what="old"), "b.toml", ""])
    assert both == "is old; b.toml; "
    assert spoken(_marked, both) == "<<is old>; b.toml; >"
    assert joined("; ", ()) == ""


def test_the_words_of_an_error_of_ours_can_be_said_and_others_are_data() -> None:
    assert spoken(_marked, words_of(RefusedError("{path}: is old", path="a"))) == "<a: is old>"
    assert spoken(_marked, "{why}", why=words_of(OSError("disk full"))) == "<disk full>"


def test_other_spaces_in_the_english_keep_the_sentence() -> None:
    narrow = Phrase("{count} packets", count="5").spelled("5\u202fpackets")
    assert narrow == "5\u202fpackets"
    assert spoken(_marked, narrow) == "<5 packets>"
