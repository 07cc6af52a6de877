"""Takes back what was told of a shift that is no longer planned then and there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.preshift.planning import about
from workspace_assistant.core.preshift.ports import Now
from workspace_assistant.core.preshift.teller import Teller
from workspace_assistant.core.reminders.model import Entry, Outcome, Reminder, ReminderKind
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span

_GONE = "shift-gone"
_TAKEN_BACK = (_GONE, "seen-in-window")
# Lines of the why-log among which what is on the screen is looked for.
_RECENT = 50
# What was told before that is of a shift that is history, and nobody's worry.
_LATELY = timedelta(days=1)
_AROUND = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """Looked for as often as calendars are: a shift may also be taken off by hand.

    Attributes:
        shifts: those that overlap a span, without hidden ones.
    """

    shifts: Callable[[Span], Sequence[Shift]]
    settings: Callable[[], PreshiftSettings]
    teller: Teller
    now: Now

    def withdraw(self, ctx: JobContext) -> None:
        """May raise `StoreUnavailableError`."""
        now = self.now()
        told = on_screen(self.teller.reminders.why_log.recent(_RECENT))
        if told is None or told.at < now - _LATELY or told.about in self._planned():
            return
        self.teller.reminders.withdraw(told.kind)
        gone = Reminder(kind=told.kind, about=told.about, title=told.title, body=told.detail)
        self.teller.hold_back(gone, _GONE, ctx)

    def _planned(self) -> frozenset[str]:
        now, places = self.now(), self.settings().places
        shifts = self.shifts(Span(now - _AROUND, now + _AROUND))
        return frozenset(about(one) for one in shifts if one.place.value in places)


def on_screen(newest_first: Iterable[Entry]) -> Entry | None:
    """The trouble that was shown last, unless it was taken back since."""
    for entry in newest_first:
        is_shown = entry.outcome is Outcome.SHOWN
        if entry.kind is ReminderKind.READINESS_RECOVERED and is_shown:
            return None
        if entry.kind is ReminderKind.READINESS:
            if entry.reason in _TAKEN_BACK:
                return None
            if is_shown:
                return entry
    return None
