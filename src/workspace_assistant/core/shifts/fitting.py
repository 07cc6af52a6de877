"""Whether words of a calendar fit what a person asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable

# "Working from home", all day, is a place; "Office party" is none.
_AROUND_PLACES = frozenset({"working", "work", "from", "at", "in", "the", "@"})


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
    """Whether *text* says one of *places* and nothing else."""
    words = [word for word in _plain(text).split() if word not in _AROUND_PLACES]
    return " ".join(words) in {_plain(place) for place in places}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
