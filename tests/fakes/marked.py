"""A language in which every sentence stands in brackets, so that the others can be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from workspace_assistant.cli.language import speak
from workspace_assistant.core.text import in_english

_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"(?<![-\w./:{|<“=])[A-Za-z]{2,}(?![-\w/=}|>”]|\.\w)")


def marked(sentence: str, /, **parts: str) -> str:
    """Implements `Say`."""
    return f"⟦{in_english(sentence, **parts)}⟧"


@contextmanager
def marking() -> Iterator[None]:
    """The command line speaks that language meanwhile."""
    speak(marked)
    try:
        yield
    finally:
        speak(in_english)


def plain_words(text: str, *data: str) -> set[str]:
    """The words outside of all sentences that are not *data*: those that nobody translates."""
    for one in sorted(data, key=len, reverse=True):
        text = text.replace(one, "")
    while (rest := _MARKED.sub("", text)) != text:
        text = rest
    return set(_WORD.findall(text))
