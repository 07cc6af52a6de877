"""Whether words of a calendar fit what a person asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable

# “Working from home”, all day, is a place; “Office party” is none.
_AROUND_PLACES = frozenset({"working", "work", "from", "at", "in", "the", "shift", "shifts", "day"})
_BETWEEN = re.compile(r"[()\[\]/|,;:@\u00b7]|\s[-\u2013\u2014]\s")


def fits(pattern: str, text: str) -> bool:
    """Whatever the case. ``*`` stands for anything; without one the words may stand anywhere."""
    wanted, found = _plain(pattern), _plain(text)
    if "*" not in wanted:
        return has_words(found, wanted)
    first, *middle, last = wanted.split("*")
    if not (found.startswith(first) and found.endswith(last)):
        return False
    position, end = len(first), len(found) - len(last)
    for part in middle:
        start = found.find(part, position, max(end, 0))
        if start < 0:
            return False
        position = start + len(part)
    return position <= end


def fits_any(patterns: Iterable[str], text: str) -> bool:
    return any(fits(pattern, text) for pattern in patterns)


def has_words(text: str, words: str) -> bool:
    """Whole words: no “site” in “website”."""
    wanted = _plain(words)
    return bool(wanted) and bool(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", _plain(text)))


def is_place(text: str, places: Iterable[str]) -> bool:
    """Whether *text* says one of *places* and nothing else but “working from” and the like."""
    words = [word for word in _plain(text).split() if word not in _AROUND_PLACES]
    return " ".join(words) in {_plain(place) for place in places}


def names_place(title: str, places: Iterable[str]) -> bool:
    """Whether a part of *title* is one of *places*, or it ends in “at the” and one of them.

    “Back office queue” is what somebody works on, not where.
    """
    wanted = [_plain(place) for place in places]
    return any(
        is_place(part, wanted) or any(_ends_at(part, place) for place in wanted)
        for part in _BETWEEN.split(title)
    )


def _ends_at(part: str, place: str) -> bool:
    return bool(re.search(rf"(?<!\w)(?:at|from|in) (?:the )?{re.escape(place)}$", _plain(part)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
