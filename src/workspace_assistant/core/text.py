"""Marks sentences for translation where the code that holds them knows nothing of Qt.

Qt Linguist's extractor finds ``QT_TRANSLATE_NOOP("context", "sentence")`` by its name in any
module. The command line prints the sentence as it is; the window translates it when it shows it.
"""

from __future__ import annotations

from typing import Protocol


def QT_TRANSLATE_NOOP(context: str, sentence: str) -> str:  # noqa: N802 - the name is Qt's
    del context  # read by the extractor, not by us
    return sentence


class Say(Protocol):
    """Puts a sentence into the user's language and fills its ``{named}`` places."""

    def __call__(self, sentence: str, /, **parts: str) -> str: ...


def in_english(sentence: str, /, **parts: str) -> str:
    """The sentence as it stands in the code: implements `Say`."""
    return sentence.format_map(parts) if parts else sentence
