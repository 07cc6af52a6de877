"""The languages that there are words for, and how a system says which one its user reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


def _one_or_more(number: int) -> int:
    return int(number != 1)


def _up_to_one_or_more(number: int) -> int:
    return int(number > 1)


def _arabic(number: int) -> int:
    """None, one, two, few, many, and the hundreds."""
    if number <= 2:
        return number
    rest = number % 100
    return 3 if 3 <= rest <= 10 else 4 if rest >= 11 else 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language of the program.

    Attributes:
        code: as catalogs are named; also the locale's name.
        name: what it calls itself.
        decimal: what divides a number from its fraction.
        group: what divides thousands.
        is_right_to_left: whether it is written from the right.
        is_reviewed: whether somebody who speaks it has read the translation.
        plural_form: which of its forms stands for a number, from 0: the rule of its catalog.
    """

    code: str
    name: str
    decimal: str = "."
    group: str = ","
    is_right_to_left: bool = False
    is_reviewed: bool = False
    plural_form: Callable[[int], int] = _one_or_more

    @property
    def tag(self) -> str:
        """As HTML and other standards write it (BCP 47): ``pt-BR``."""
        return self.code.replace("_", "-")

    @property
    def of_page(self) -> str:
        """What a page of HTML says of itself: its language, and its side unless it is the left."""
        return f'lang="{self.tag}"' + (' dir="rtl"' if self.is_right_to_left else "")


ENGLISH = Language(code="en", name="English", is_reviewed=True)
LANGUAGES = (
    ENGLISH,
    Language(code="es", name="Español", decimal=",", group="."),
    Language(code="de", name="Deutsch", decimal=",", group="."),
    Language(
        code="fr",
        name="Français",
        decimal=",",
        group="\u202f",
        plural_form=_up_to_one_or_more,
    ),
    Language(
        code="pt_BR",
        name="Português (Brasil)",
        decimal=",",
        group=".",
        plural_form=_up_to_one_or_more,
    ),
    Language(code="hi", name="हिन्दी"),
    Language(code="ar", name="العربية", is_right_to_left=True, plural_form=_arabic),
)
_BY_CODE = {one.code: one for one in LANGUAGES}
_NOBODYS = ("c", "posix")


def language_of(code: str) -> Language:
    """The language named *code*; English for what there are no words in."""
    return _BY_CODE.get(code, ENGLISH)


def fitting(names: Iterable[str]) -> str:
    """The code of the first of *names* that there are words in: ``de`` for ``de_AT.UTF-8``.

    Names are a locale's (``pt_BR.UTF-8``, ``C``) or a language's (``pt-BR``), the most wanted
    first. Portuguese is Brazil's, whatever the country: nearer to its readers than English.
    Nothing where none fits.
    """
    return next((code for name in names if (code := _fitting(name))), "")


def _fitting(name: str) -> str:
    plain = name.partition(".")[0].partition("@")[0].replace("-", "_")
    wanted = plain.partition("_")[0].lower()
    if wanted in _NOBODYS:
        return ENGLISH.code
    return next((one.code for one in LANGUAGES if one.code.partition("_")[0] == wanted), "")
