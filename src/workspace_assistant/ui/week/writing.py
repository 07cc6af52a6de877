"""How the week is written in the window: the person's language, clock and calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from workspace_assistant.core.balance.writing import Writing
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import in_english
from workspace_assistant.core.typography import MINUS, NARROW_SPACE
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.wording.durations import from_to, spelled, writable
from workspace_assistant.ui.wording.wording import Wording

# Weekdays alone would come twice.
_ONE_WEEK = timedelta(days=6)
_NOTHING = "0 min"
_ANY_NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


class WindowWriting(Writing):
    """Plain Python: a wording knows the language and the clock."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    @override
    def say(self, sentence: str, /, **parts: str) -> str:
        return self._wording.say(sentence, **parts)

    @override
    def length(self, length_s: float, /) -> str:
        """To the minute; seconds only below one."""
        written = spelled(abs(length_s), self._wording)
        return f"{MINUS}{written}" if length_s < 0 else written

    @override
    def number(self, value: float, /) -> str:
        written = self._wording.number(abs(value))
        return f"{MINUS}{written}" if value < 0 else written

    @override
    def day(self, on: date, /) -> str:
        return self._wording.day(on)

    @override
    def weekday(self, on: date, /) -> str:
        return self._wording.weekday(on)

    @override
    def clock(self, at: datetime, /) -> str:
        return self._wording.clock(at)

    @override
    def span(self, span: Span, /) -> str:
        """Of one day it is named once."""
        is_short = span.end - span.start < _ONE_WEEK
        start, end = (self._instant(at, is_short=is_short) for at in (span.start, span.end))
        if self._on(span.start) == self._on(span.end):
            end = self._wording.clock(span.end)
        return from_to(start, end, self._wording)

    @override
    def hour(self, hour: int, /) -> str:
        return self._wording.clock(self._wording.local(_ANY_NOON).replace(hour=hour % 24, minute=0))

    @override
    def local(self, at: datetime, /) -> datetime:
        return self._wording.local(at)

    def _instant(self, at: datetime, *, is_short: bool) -> str:
        on = self._on(at)
        day = self._wording.weekday(on) if is_short else self._wording.day(on)
        return f"{day}{NARROW_SPACE}{self._wording.clock(at)}"

    def _on(self, at: datetime) -> date:
        return self._wording.local(at).date()


class FieldWriting(WindowWriting):
    """For a field: by the symbols that every language shares, which `written_value` reads again."""

    @override
    def say(self, sentence: str, /, **parts: str) -> str:
        return in_english(sentence, **parts)

    @override
    def length(self, length_s: float, /) -> str:
        return writable(length_s) or _NOTHING
