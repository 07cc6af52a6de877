"""Finds the marked sentence that a text was made of, for texts that were kept as plain English.

A kept report, or what a reminder said last week, is English text: its sentence and its parts are
no longer apart. To say it in another language, they are taken apart again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

# Fewer letters of its own, and a sentence would be found in texts that are none of ours.
_LEAST_LETTERS = 10


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Attributes: head, tail: what stands before the first place and behind the last."""

    sentence: str
    head: str
    tail: str
    letters: int


class Recognizer:
    """Knows *sentences*; those without places need none of this."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._by_first_word: dict[str, list[_Pattern]] = {}
        for pattern in filter(None, map(_pattern, sentences)):
            self._by_first_word.setdefault(_first_word(pattern.head), []).append(pattern)

    def parted(self, text: str) -> tuple[str, Mapping[str, str]] | None:
        """The sentence with the most words of its own that gives *text*, and its parts."""
        fitting = sorted(self._fitting(text), key=lambda one: one.letters, reverse=True)
        for pattern in fitting:
            if found := re.fullmatch(_expression(pattern.sentence), text, re.DOTALL):
                return pattern.sentence, found.groupdict()
        return None

    def _fitting(self, text: str) -> Iterator[_Pattern]:
        for word in {_first_word(text), ""}:
            for pattern in self._by_first_word.get(word, ()):
                if text.startswith(pattern.head) and text.endswith(pattern.tail):
                    yield pattern


def _pattern(sentence: str) -> _Pattern | None:
    try:
        pieces = list(Formatter().parse(sentence))
    except ValueError:
        return None
    literals = [literal for literal, _, _, _ in pieces]
    has_places = any(name is not None for _, name, _, _ in pieces)
    letters = sum(sign.isalpha() for literal in literals for sign in literal)
    if not has_places or letters < _LEAST_LETTERS:
        return None
    tail = literals[-1] if pieces[-1][1] is None else ""
    return _Pattern(sentence, literals[0], tail, letters)


def _expression(sentence: str) -> str:
    """Places become groups; one that stands twice must hold the same twice."""
    seen: set[str] = set()
    parts = []
    for literal, name, _, _ in Formatter().parse(sentence):
        parts.append(re.escape(literal))
        if name is not None:
            parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.+?)")
            seen.add(name)
    return "".join(parts)


def _first_word(text: str) -> str:
    """Nothing where a place may be a part of it."""
    word, space, _ = text.partition(" ")
    return word if space else ""
