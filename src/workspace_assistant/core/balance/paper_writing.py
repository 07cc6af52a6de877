"""How a report on paper writes: with room, and for a reader who is no program."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from math import floor

from workspace_assistant.core.balance.summary_texts import (
    DAY_OF_MONTH,
    FROM_TO,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
)
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import Say, in_english
from workspace_assistant.core.typography import MINUS, NARROW_SPACE

_HOUR_S, _MINUTE_S = 3600, 60
# From there on weekdays alone would come twice.
_MANY_DAYS = 6


class PaperWriting:
    """Lengths such as ``9 h 20 min``, days such as ``Tue 24 Nov``. Implements `Writing`."""

    def __init__(self, zone: tzinfo, say: Say = in_english) -> None:
        self._zone = zone
        self._say = say

    def say(self, sentence: str, /, **parts: str) -> str:
        return self._say(sentence, **parts)

    def length(self, length_s: float, /) -> str:
        """Whole minutes, cut off as in the window; below one, whole seconds."""
        whole_s = floor(abs(length_s))
        sign = MINUS if length_s < 0 and whole_s else ""
        return sign + _spelled(whole_s)

    def number(self, value: float, /) -> str:
        return f"{round(value, 1):g}"

    def day(self, on: date, /) -> str:
        return self._say(
            DAY_OF_MONTH,
            weekday=self.weekday(on),
            day=str(on.day),
            month=self._say(SHORT_MONTHS[on.month - 1]),
        )

    def weekday(self, on: date, /) -> str:
        return self._say(SHORT_WEEKDAYS[on.weekday()])

    def clock(self, at: datetime, /) -> str:
        return f"{self.local(at):%H:%M}"

    def span(self, span: Span, /) -> str:
        """Both days where they differ; with their dates where weekdays would come twice."""
        start, end = self.local(span.start), self.local(span.end)
        is_long = (end.date() - start.date()).days >= _MANY_DAYS
        of = self.day if is_long else self.weekday
        first = f"{of(start.date())} {start:%H:%M}"
        if start.date() == end.date():
            return self._say(FROM_TO, start=first, end=f"{end:%H:%M}")
        return self._say(FROM_TO, start=first, end=f"{of(end.date())} {end:%H:%M}")

    def hour(self, hour: int, /) -> str:
        return f"{hour:02d}:00"

    def local(self, at: datetime, /) -> datetime:
        return at.astimezone(self._zone)


def _spelled(whole_s: int) -> str:
    if whole_s < _MINUTE_S:
        return f"{whole_s}{NARROW_SPACE}s"
    hours, minutes = divmod(whole_s // _MINUTE_S, _HOUR_S // _MINUTE_S)
    parts = ((hours, "h"), (minutes, "min"))
    return NARROW_SPACE.join(f"{number}{NARROW_SPACE}{unit}" for number, unit in parts if number)
