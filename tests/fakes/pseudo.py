"""Languages that nobody speaks, made out of English: what is not translated stands out in them.

Their catalogs are made from the marked sentences while a test runs; none is shipped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache

from translating.marked import all_marked

from tests.fakes.wording import EnglishWording
from workspace_assistant.core.languages import language_of
from workspace_assistant.core.translation import Translation

_ASCII = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = str.maketrans(_ASCII, "åƀçðéƒĝĥîĵķļɱñôþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÔÞǪŔŠŢÛṼŴẊÝŽ")
_FROM_THE_RIGHT = str.maketrans(_ASCII, "ابتثجحخدذرزسشصضطظعغفقكلمنهابتثجحخدذرزسشصضطظعغفقكلمنه")
_PLACE = re.compile(r"(\{[^{}]*\}|%\(\w+\)[srd]|%[srd%]|`[^`]+`)")
_LONGER_BY = 0.4


class _Everything:
    """Implements `Catalog`: a translation for each marked sentence, and for no other."""

    def __init__(self, change: Callable[[str], str]) -> None:
        self._said = {one.sentence: change(one.sentence) for one in all_marked()}

    def gettext(self, message: str, /) -> str:
        return self._said.get(message, message)

    def sentences(self) -> Iterable[str]:
        return self._said

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        return self._said.get(one, one if number == 1 else many)


class PseudoWording(EnglishWording):
    """Every marked sentence in letters that English does not have, and 40 % longer."""

    def __init__(self, translation: Translation) -> None:
        self.translation = translation
        self.language = translation.language.tag

    def say(self, sentence: str, /, **parts: str) -> str:
        return self.translation(sentence, **parts)

    def date(self, at: datetime) -> str:
        return f"{self.local(at):%d.%m.%Y}"

    def day(self, on: date) -> str:
        return f"{on:%d.%m.}"

    def weekday(self, on: date) -> str:
        return f"{on:%d.}"


@cache
def pseudo() -> PseudoWording:
    """With accents, as if it were German."""
    return PseudoWording(Translation(language_of("de"), _Everything(accented)))


@cache
def pseudo_from_the_right() -> PseudoWording:
    """In Arabic letters, without any meaning."""
    return PseudoWording(Translation(language_of("ar"), _Everything(turned)))


def accented(sentence: str) -> str:
    return _changed(sentence, _ACCENTED, "·")


def turned(sentence: str) -> str:
    return _changed(sentence, _FROM_THE_RIGHT, "ـ")


def _changed(sentence: str, letters: dict[int, int | str | None], filler: str) -> str:
    pieces = _PLACE.split(sentence)
    changed = "".join(
        piece if place % 2 else piece.translate(letters) for place, piece in enumerate(pieces)
    )
    more = round(sum(map(len, pieces[::2])) * _LONGER_BY)
    end = len(changed.rstrip("\n .:?…"))
    words = "".join(" " if place % 6 == 0 and more > 6 else filler for place in range(more))
    return f"{changed[:end]}{words}{changed[end:]}"
