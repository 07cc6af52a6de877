"""Wordings for tests: English on a clock in UTC, and one whose sentences are longer."""

from __future__ import annotations

from datetime import UTC, date, datetime

_VOWELS = str.maketrans({"a": "ä", "o": "ö", "u": "ü"})
_LENGTHENED_BY = 0.4


class EnglishWording:
    """Implements `Wording` without Qt: sentences as they are, times in UTC."""

    language = "en"

    def say(self, sentence: str, /, **parts: str) -> str:
        return sentence.format_map(parts) if parts else sentence

    def local(self, at: datetime) -> datetime:
        return at.astimezone(UTC)

    def clock(self, at: datetime) -> str:
        return f"{self.local(at):%H:%M}"

    def exact_clock(self, at: datetime) -> str:
        return f"{self.local(at):%H:%M:%S}"

    def date(self, at: datetime) -> str:
        return f"{self.local(at):%A, %d %B %Y}"

    def short_date(self, at: datetime) -> str:
        return f"{self.local(at):%d/%m/%Y}"

    def day(self, on: date) -> str:
        return f"{on:%a %-d %b}"

    def weekday(self, on: date) -> str:
        return f"{on:%a}"

    def number(self, value: float) -> str:
        return f"{round(value, 1):g}"


class LongWording(EnglishWording):
    """Every sentence 40 % longer, with umlauts: what a translation does to the layout."""

    def say(self, sentence: str, /, **parts: str) -> str:
        said = super().say(sentence, **parts).translate(_VOWELS)
        words = said.split(" ")
        extra = round(len(said) * _LENGTHENED_BY)
        while extra > 0:
            words.append("länger"[: max(3, extra)])
            extra -= len(words[-1]) + 1
        return " ".join(words)
