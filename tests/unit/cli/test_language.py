"""Sentences of the command line in the user's language."""

from __future__ import annotations

from workspace_assistant.cli.language import speak, worded
from workspace_assistant.core.text import in_english


def test_sentences_are_english_until_a_language_is_chosen() -> None:
    assert worded("{count} blocks", count="3") == "3 blocks"


def test_every_sentence_goes_through_the_chosen_language() -> None:
    speak(lambda sentence, /, **parts: f"<{sentence}|{sorted(parts.items())}>")
    try:
        assert worded("{count} blocks", count="3") == "<{count} blocks|[('count', '3')]>"
    finally:
        speak(in_english)
