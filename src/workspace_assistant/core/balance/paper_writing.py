"""How a report on paper writes in English: with room, and for a reader who is no program."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from math import floor

from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import in_english
from workspace_assistant.core.typography import MINUS, NARROW_SPACE

_HOUR_S, _MINUTE_S = 3600, 60
# From there on weekdays alone would come twice.
_MANY_DAYS = 6


class PaperWriting:
    """Lengths such as ``9 h 20 min``, days such as ``Tue 24 Nov``. Implements `Writing`."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone

    def say(self, sentence: str, /, **parts: str) -> str:
        return in_english(sentence, **parts)

    def length(self, length_s: float, /) -> str:
        """Whole minutes, cut off as in the window; below one, whole seconds."""
        whole_s = floor(abs(length_s))
        sign = MINUS if length_s < 0 and whole_s else ""
        return sign + _spelled(whole_s)

    def number(self, value: float, /) -> str:
        return f"{round(value, 1):g}"

    def day(self, on: date, /) -> str:
        return f"{on:%a} {on.day} {on:%b}"

    def weekday(self, on: date, /) -> str:
        return f"{on:%a}"

    def clock(self, at: datetime, /) -> str:
        return f"{self.local(at):%H:%M}"

    def span(self, span: Span, /) -> str:
        """Both days where they differ; with their dates where weekdays would come twice."""
        start, end = self.local(span.start), self.local(span.end)
        if (end.date() - start.date()).days >= _MANY_DAYS:
            return f"{self.day(start)} {start:%H:%M} to {self.day(end)} {end:%H:%M}"
        if start.date() == end.date():
            return f"{start:%a %H:%M} to {end:%H:%M}"
        return f"{start:%a %H:%M} to {end:%a %H:%M}"

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
