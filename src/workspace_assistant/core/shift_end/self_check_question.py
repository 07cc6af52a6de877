"""Asks to look at the workplace again: in the first or last half hour of a shift, once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.check_in.model import PlannedShift
from workspace_assistant.core.check_in.ports import InCall, ShiftsBetween, Zone
from workspace_assistant.core.days import day_of
from workspace_assistant.core.ergonomics.model import Due
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.model import KEY_OPEN
from workspace_assistant.core.reminders.model import Action, Reminder, ReminderKind
from workspace_assistant.core.shift_end import texts
from workspace_assistant.core.shift_end.asker import Asker
from workspace_assistant.core.shift_end.model import AGAIN, IN_CALL, OPEN_BLOCK
from workspace_assistant.core.shift_end.ports import InBlock
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import Say

HALF_HOUR = timedelta(minutes=30)

_INSTANT = timedelta(microseconds=1)
_DUE, _ONE_A_DAY = "self-check-due", "one-a-day"
# Whoever was asked one of these today is not asked to do another thing.
_SAME_DAY = (ReminderKind.SELF_CHECK, ReminderKind.CHECK_IN)


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheckQuestion:
    """One round of attending.

    Attributes:
        due: workplaces to be looked at again; asked only when it may be told.
        in_call: asked only when something is due. A call that cannot be seen is taken for none.
    """

    due: Callable[[], tuple[Due, ...]]
    shifts_between: ShiftsBetween
    asker: Asker
    in_call: InCall
    in_block: InBlock
    zone: Zone
    now: Callable[[], datetime]
    say: Say

    def attend(self, ctx: JobContext) -> datetime | None:
        """When to be asked again. May raise `StoreUnavailableError` and `JobCancelledError`."""
        now = self.now()
        edges = edges_of(self.shifts_between(Span(now, now + _INSTANT)))
        if not any(edge.holds(now) for edge in edges):
            return min((edge.start for edge in edges if edge.start > now), default=None)
        reminders = map(self._reminder, sorted(self.due(), key=lambda one: one.since))
        untold = (one for one in reminders if not self.asker.is_asked(one))
        reminder = next(untold, None)
        if reminder is None or self._is_settled(reminder, ctx):
            return None
        return now + AGAIN

    def _is_settled(self, reminder: Reminder, ctx: JobContext) -> bool:
        """Whether there is nothing to try again."""
        reason = self._obstacle()
        if reason:
            self.asker.hold_back(reminder, reason, ctx)
            return reason == _ONE_A_DAY
        return self.asker.ask(reminder, _DUE, ctx)

    def _obstacle(self) -> str:
        """Why it may not be asked now; empty where it may."""
        if any(map(self._is_of_today, _SAME_DAY)):
            return _ONE_A_DAY
        if self.in_call():
            return IN_CALL
        return OPEN_BLOCK if self.in_block() else ""

    def _is_of_today(self, kind: ReminderKind) -> bool:
        zone, shown_at = self.zone(), self.asker.reminders.why_log.latest_shown(kind)
        return shown_at is not None and day_of(shown_at, zone) == day_of(self.now(), zone)

    def _reminder(self, due: Due) -> Reminder:
        return Reminder(
            kind=ReminderKind.SELF_CHECK,
            about=due.about,
            title=self.say(texts.SELF_CHECK_TITLE, workplace=due.workplace),
            body=self.say(texts.SELF_CHECK_BODIES[due.reason]),
            actions=(Action(key=KEY_OPEN, label=self.say(texts.OPEN)),),
        )


def edges_of(shifts: Iterable[PlannedShift]) -> tuple[Span, ...]:
    """First and last half hour of each shift; the whole of a short one."""
    return tuple(edge for one in shifts for edge in _edges(one.span))


def _edges(shift: Span) -> tuple[Span, Span]:
    first = Span(shift.start, min(shift.end, shift.start + HALF_HOUR))
    last = Span(max(shift.start, shift.end - HALF_HOUR), shift.end)
    return first, last
