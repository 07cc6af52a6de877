"""Tells how the week was when its last shift ends: once, and to whoever wants it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.check_in.model import PlannedShift
from workspace_assistant.core.check_in.ports import InCall, ShiftsBetween
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.model import KEY_OPEN
from workspace_assistant.core.reminders.model import Action, Reminder, ReminderKind
from workspace_assistant.core.shift_end import texts
from workspace_assistant.core.shift_end.asker import Asker
from workspace_assistant.core.shift_end.model import AGAIN, IN_CALL, OPEN_BLOCK
from workspace_assistant.core.shift_end.ports import HeadlineOf, InBlock, WeekAround
from workspace_assistant.core.text import Say

TOLD_FOR = timedelta(hours=12)
"""So long after the end of the last shift a week is news."""

_LAST_SHIFT_ENDED = "last-shift-ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekHeadline:
    """One round of attending.

    Attributes:
        is_on: whether the person wants it.
        week_around: the week that holds an instant, by the person's calendar.
        shifts_between: those that are worked; what is taken off or on leave is none.
        headline: asked only when it may be told.
        in_call: asked only then. A call that cannot be seen is taken for none.
    """

    is_on: Callable[[], bool]
    week_around: WeekAround
    shifts_between: ShiftsBetween
    headline: HeadlineOf
    asker: Asker
    in_call: InCall
    in_block: InBlock
    now: Callable[[], datetime]
    say: Say

    def attend(self, ctx: JobContext) -> datetime | None:
        """When to be asked again. May raise `StoreUnavailableError` and `JobCancelledError`."""
        if not self.is_on():
            return None
        now = self.now()
        # A night that began in the week before may end in this one.
        for last in filter(None, map(self._last_shift, (now - TOLD_FOR, now))):
            if now < last.span.end:
                return last.span.end
            if now < last.span.end + TOLD_FOR and not self._is_settled(last, ctx):
                return now + AGAIN
        return None

    def _last_shift(self, at: datetime) -> PlannedShift | None:
        """Of the week around *at*; a shift is of the week in which it begins."""
        week = self.week_around(at)
        begun = (one for one in self.shifts_between(week) if week.holds(one.span.start))
        return max(begun, key=lambda one: (one.span.end, one.id), default=None)

    def _is_settled(self, last: PlannedShift, ctx: JobContext) -> bool:
        """Whether there is nothing to try again."""
        about = f"week {self.week_around(last.span.start).start.isoformat()}"
        reminder = self._reminder(about, self.say(texts.WEEK_TITLE), "")
        if self.asker.is_asked(reminder):
            return True
        if reason := self._obstacle():
            self.asker.hold_back(reminder, reason, ctx)
            return False
        told = self.headline(last.span.start)
        return self.asker.ask(self._reminder(about, *told), _LAST_SHIFT_ENDED, ctx)

    def _obstacle(self) -> str:
        """Why it may not be told now; empty where it may."""
        if self.in_call():
            return IN_CALL
        return OPEN_BLOCK if self.in_block() else ""

    def _reminder(self, about: str, title: str, body: str) -> Reminder:
        return Reminder(
            kind=ReminderKind.WEEK,
            about=about,
            title=title,
            body=body,
            actions=(Action(key=KEY_OPEN, label=self.say(texts.OPEN)),),
        )
