"""The user's language on the command line: what every sentence that it prints goes through."""

from __future__ import annotations

from workspace_assistant.core.phrases import spoken
from workspace_assistant.core.text import Say, in_english

_speaker: list[Say] = [in_english]  # one for the process, as the locale is


def speak(say: Say) -> None:
    """From now on sentences are put into words by *say*; chosen once, before any is built."""
    _speaker[0] = say


def worded(sentence: str, /, **parts: str) -> str:
    """*sentence* in the user's language, its ``{named}`` places filled from *parts*.

    A `Phrase` is said with its own parts.

    The extractor reads literal sentences out of calls by this name. Where a sentence counts
    things, its number is the part ``count``: a language chooses its plural form by it.
    """
    return spoken(_speaker[0], sentence, **parts)
