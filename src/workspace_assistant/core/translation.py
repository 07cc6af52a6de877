"""Sentences out of a catalog: plural forms, the language's own numbers, and places that hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Protocol

from workspace_assistant.core.languages import ENGLISH, Language
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.recognition import Recognizer
from workspace_assistant.core.text import Say

COUNT = "count"  # the part that a language bends its words by
_SPACE = " "
_MOST_KEPT = 1024
_MANY = 100  # what is no whole number takes the form of many

# Numbers, with a sign before and a unit behind; made ready when one is first said.
_FRACTION = r"([\u2212+±~≥≤<>-]?\d+)\.(\d+)((?:[ \u00a0\u202f]?[^\d.,:]*)?)"
_GROUPED = r"([\u2212+±~-]?)(\d{1,3}(?:,\d{3})+)((?:[ \u00a0\u202f]?[^\d.,:]*)?)"
# What would jump inside a sentence that is written from the right: Latin letters and numbers.
_LEFT_TO_RIGHT = "[0-9A-Za-z]"
_ISOLATE, _END = "\u2068", "\u2069"  # FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE (UAX #9)


class Catalog(Protocol):
    """Finds translations, as the standard library's `gettext` does."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, one: str, many: str, number: int, /) -> str: ...

    def sentences(self) -> Iterable[str]:
        """Every English sentence that it has words for."""


class Translation:
    """Implements `Say`: one language, by its catalog.

    What the catalog lacks, and what does not fit the parts that are given, is said in English.
    """

    def __init__(self, language: Language, catalog: Catalog) -> None:
        self.language = language
        self._catalog = catalog
        self._recognizer: Recognizer | None = None
        self._kept = lru_cache(_MOST_KEPT)(self._recognized)

    def __call__(self, sentence: str, /, **parts: str) -> str:
        if isinstance(sentence, Phrase) and not parts:
            return self(sentence.sentence, **sentence.parts)
        said = self._found(sentence, parts)
        if not parts:
            return self._kept(sentence) if said == sentence and _SPACE in sentence else said
        shown = {name: self._shown(part) for name, part in parts.items()}
        try:
            return said.format_map(shown)
        except (KeyError, IndexError, ValueError):  # a place that the English does not have
            return sentence.format_map(shown)

    def _recognized(self, text: str) -> str:
        """What was kept as plain English, such as a finding of a report, in the language."""
        if self._recognizer is None:
            self._recognizer = Recognizer(self._catalog.sentences())
        parted = self._recognizer.parted(text)
        return self(parted[0], **parted[1]) if parted else text

    def _found(self, sentence: str, parts: Mapping[str, str]) -> str:
        if COUNT in parts:
            number = _whole(parts[COUNT])
            found = self._catalog.ngettext(sentence, sentence, number)
            if found != sentence:
                return found
        return self._catalog.gettext(sentence) if sentence else ""  # "" is the catalog's header

    def _shown(self, part: str) -> str:
        if isinstance(part, Phrase):
            return self(part)
        shown = in_figures_of(self.language, part)
        if self.language.is_right_to_left:
            return isolated(shown)
        return shown


def language_spoken(say: Say) -> Language:
    return say.language if isinstance(say, Translation) else ENGLISH


def in_figures_of(language: Language, text: str) -> str:
    """*text*, where it is one number with or without a unit, by the signs of *language*.

    Anything else stays as it is: addresses, versions of three parts, times, sentences.
    """
    if language.decimal != "." and "." in text and (found := re.fullmatch(_FRACTION, text)):
        return f"{found[1]}{language.decimal}{found[2]}{found[3]}"
    if language.group != "," and "," in text and (found := re.fullmatch(_GROUPED, text)):
        return f"{found[1]}{found[2].replace(',', language.group)}{found[3]}"
    return text


def isolated(text: str) -> str:
    """*text* as a part of a sentence from the right, so that neither puts the other out of order.

    Whole numbers need nothing; no more do texts without anything Latin.
    """
    if text.isdecimal() or text.startswith(_ISOLATE) or not re.search(_LEFT_TO_RIGHT, text):
        return text
    return f"{_ISOLATE}{text}{_END}"


def _whole(count: str) -> int:
    """The number that a plural form is chosen by."""
    digits = count.replace(",", "")
    return int(digits) if digits.isdecimal() else _MANY
