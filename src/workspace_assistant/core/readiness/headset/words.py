"""Spoken words that tell whether the user hears the earpiece: a different one each time.

A plain "did you hear it?" is answered with yes by habit; a word cannot be guessed right more than
once in four times. Each word has a sound of its own in ``resources/words/<language>/<word>.flac``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CHOICES = 4

# Two syllables each, and no two that sound alike over a telephone line. Files are named after
# them, so they are ASCII.
WORDS: Mapping[str, tuple[str, ...]] = {
    "en": ("window", "garden", "paper", "music", "doctor", "yellow", "butter", "summer"),
    "de": ("Fenster", "Garten", "Papier", "Musik", "Doktor", "Blume", "Sommer", "Kaffee"),
    "es": ("puerta", "papel", "campo", "verde", "leche", "silla", "reloj", "rosa"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWord:
    """The word that is played, and the choices shown, the word among them."""

    text: str
    language: str
    choices: tuple[str, ...]


def check_word(index: int, language: str = "en") -> CheckWord:
    """The word of that index, counted round; a language without words gets the English ones.

    Neighboring indices give different words at different places among the choices.
    """
    language = language if language in WORDS else "en"
    words = WORDS[language]
    spoken = index % len(words)
    place = (index * 3 + index // len(words)) % CHOICES
    choices = tuple(words[(spoken + number - place) % len(words)] for number in range(CHOICES))
    return CheckWord(text=words[spoken], language=language, choices=choices)


def is_heard(word: CheckWord, answer: str) -> bool:
    """Whether *answer* names the word that was played, however it is written."""
    return answer.strip().casefold() == word.text.casefold()
