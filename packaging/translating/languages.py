"""The languages there are catalogs for, and how each counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Which form stands for which numbers: the rules of gettext's own tables, as CLDR has them.
_ONE_OR_MORE = "nplurals=2; plural=(n != 1);"
_NONE_AND_ONE = "nplurals=2; plural=(n > 1);"
_ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 ? 4 : 5);"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How a language counts.

    Attributes:
        forms: which numbers each plural form stands for.
        single: the forms that stand for one number alone, which may leave that number out.
    """

    code: str
    name: str
    plural_rule: str
    forms: tuple[str, ...]
    single: Sequence[int] = ()


_ONE = ("1", "all others: 0, 2, 3, …")
_FEW = ("0 and 1", "2 and more")
LANGUAGES = {
    one.code: one
    for one in (
        Language(code="es", name="Spanish", plural_rule=_ONE_OR_MORE, forms=_ONE, single=(0,)),
        Language(code="de", name="German", plural_rule=_ONE_OR_MORE, forms=_ONE, single=(0,)),
        Language(code="fr", name="French", plural_rule=_NONE_AND_ONE, forms=_FEW),
        Language(code="pt_BR", name="Portuguese (Brazil)", plural_rule=_NONE_AND_ONE, forms=_FEW),
        Language(code="hi", name="Hindi", plural_rule=_ONE_OR_MORE, forms=_ONE, single=(0,)),
        Language(
            code="ar",
            name="Arabic",
            plural_rule=_ARABIC,
            forms=("0", "1", "2", "3 to 10", "11 to 99", "100, 101, 102 and the like"),
            single=(0, 1, 2),
        ),
    )
}
