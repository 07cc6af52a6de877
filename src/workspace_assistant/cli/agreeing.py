"""Questions that are answered by yes or no, or by a word that nobody types by mistake."""

from __future__ import annotations

from workspace_assistant.cli.language import worded

_YES = frozenset({"y", "yes"})


def yes_or_no(question: str) -> str:
    """*question*, already in the user's language, with what can be typed; Enter is no."""
    return worded("{question} [y/N] ", question=question)


def is_yes(typed: str) -> bool:
    """In the user's language or in English, by the letter or the word."""
    word = typed.strip().lower()
    return word in _YES or word in {worded("y").lower(), worded("yes").lower()}


def is_word(typed: str, word: str) -> bool:
    """Whether *word*, marked for translation, was typed, in the user's language or in English."""
    return typed.strip().lower() in {word, worded(word).lower()}
