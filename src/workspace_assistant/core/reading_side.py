"""The side that a text is read from: by its letters outside isolates (UAX #9). Plain Python."""

from __future__ import annotations

import unicodedata

RIGHT, LEFT = "R", "L"
_FROM_THE_RIGHT = frozenset({"R", "AL"})
_ISOLATE = "\u2068"  # FIRST STRONG ISOLATE, which nothing but languages from the right has
# What stands between two that are read one after the other; a slash may be of a fraction.
_BETWEEN = (" \u2013 ", " \u00b7 ")
_OPENING, _CLOSING = frozenset("\u2066\u2067\u2068"), "\u2069"


def sides(text: str) -> str:
    """`RIGHT` or `LEFT` for each letter of *text* outside isolates, in their order."""
    depth, found = 0, ""
    for sign in text:
        depth += (sign in _OPENING) - (sign == _CLOSING)
        kind = unicodedata.bidirectional(sign)
        if depth <= 0 and kind in _FROM_THE_RIGHT:
            found += RIGHT
        elif depth <= 0 and kind == LEFT:
            found += LEFT
    return found


def begins_right(text: str) -> bool:
    """By the first letter; what stands together of isolated parts alone is read from the right.

    Numbers and what stands around them are written from the left.
    """
    found = sides(text)
    return found.startswith(RIGHT) if found else _ISOLATE in text


def is_from_right(text: str) -> bool:
    """Within a language from the right: a name, a number and English alone keep their own side."""
    found = sides(text)
    return RIGHT in found if found else any(sign in text for sign in (_ISOLATE, *_BETWEEN))
