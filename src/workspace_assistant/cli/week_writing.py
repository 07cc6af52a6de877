"""How the command line writes a week: short, by the hour and minute."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from math import floor

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.overriding import override
from workspace_assistant.core.balance.summary_texts import FROM_TO, SHORT_WEEKDAYS
from workspace_assistant.core.balance.writing import EnglishWriting
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import Say

_MINUTE_S = 60
# Weekdays alone would come twice.
_ONE_WEEK = timedelta(days=6)


class TerminalWriting(EnglishWriting):
    """In the user's language. Who wants seconds asks for the JSON, which has them all."""

    def __init__(self, zone: tzinfo, say: Say = worded) -> None:
        super().__init__(zone, say)

    @override
    def length(self, length_s: float, /) -> str:
        """Whole minutes, cut off as in the window; below one, whole seconds."""
        whole_s = floor(abs(length_s))
        if whole_s >= _MINUTE_S:
            whole_s -= whole_s % _MINUTE_S
        return length_text(-whole_s if length_s < 0 else whole_s)

    @override
    def day(self, on: date, /) -> str:
        return f"{self.weekday(on)} {on:%Y-%m-%d}"

    @override
    def weekday(self, on: date, /) -> str:
        return self.say(SHORT_WEEKDAYS[on.weekday()])

    @override
    def span(self, span: Span, /) -> str:
        is_short = span.end - span.start < _ONE_WEEK
        start, end = (self._instant(at, is_short=is_short) for at in (span.start, span.end))
        return self.say(FROM_TO, start=start, end=end)

    def _instant(self, at: datetime, *, is_short: bool) -> str:
        on = self.local(at).date()
        day = self.weekday(on) if is_short else self.day(on)
        return f"{day} {self.clock(at)}"
