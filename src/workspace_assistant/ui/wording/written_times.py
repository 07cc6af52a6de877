"""Times of day as people write them. Plain Python."""

from __future__ import annotations

import re
from datetime import time

# 9:30, 09.30, 9h30, 0930, 9, with seconds, with am and pm, in Arabic too.
_WRITTEN = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?)?h?\s*"
    r"(?:(?P<half>[ap])\.?\s?m?\.?|(?P<arabic>[\u0635\u0645])[\w\u064b-\u0652]*\.?)?",
    re.IGNORECASE,
)
_HALVES = {"\u0635": "a", "\u0645": "p"}  # the first letters of morning and evening
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2068\u2069"))  # of direction, unseen
_NOON = 12
_NO_HOUR = 99


def written_time(text: str) -> time | None:
    """The time of day that *text* says, such as ``9:30`` or ``9.30 pm``; None for what is none."""
    found = _WRITTEN.fullmatch(text.translate(_MARKS).strip())
    if found is None:
        return None
    hour = int(found["hour"])
    half = (found["half"] or _HALVES.get(found["arabic"], "")).lower()
    if half:
        hour = _of_half(hour, half)
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        return None


def _of_half(hour: int, half: str) -> int:
    """12 am is midnight, 12 pm noon; 13 pm is no hour of the day."""
    if not 1 <= hour <= _NOON:
        return _NO_HOUR
    return hour % _NOON + (_NOON if half == "p" else 0)
