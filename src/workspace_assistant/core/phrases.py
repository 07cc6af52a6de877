"""Sentences that travel: English wherever they are read as text, translatable where they are said.

A refusal often names another one as its reason, and many results carry why they are not what was
wished for. Both go through code that knows no language, so the sentence keeps its parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workspace_assistant.core.text import Say, in_english


class Phrase(str):
    """English text that remembers the marked sentence and the parts it is made of."""

    __slots__ = ("parts", "sentence")

    sentence: str
    parts: Mapping[str, str]

    def __new__(cls, sentence: str, /, **parts: str) -> Phrase:
        phrase = super().__new__(cls, in_english(sentence, **parts))
        phrase.sentence, phrase.parts = sentence, parts
        return phrase

    def spelled(self, english: str) -> Phrase:
        """The same sentence, whose English is written with other spaces."""
        phrase = super().__new__(Phrase, english)
        phrase.sentence, phrase.parts = self.sentence, self.parts
        return phrase


def spoken(say: Say, sentence: str, /, **parts: str) -> str:
    """*sentence* said by *say*; phrases are said too, as the sentence and as parts of it."""
    if isinstance(sentence, Phrase) and not parts:
        return spoken(say, sentence.sentence, **sentence.parts)
    said = {
        name: spoken(say, part) if isinstance(part, Phrase) else part
        for name, part in parts.items()
    }
    return say(sentence, **said)


def joined(between: str, phrases: Sequence[str]) -> Phrase:
    """All of *phrases* as one, with *between* them, which holds no braces."""
    named = {f"part{number}": one for number, one in enumerate(phrases)}
    return Phrase(between.join(f"{{{name}}}" for name in named), **named)
