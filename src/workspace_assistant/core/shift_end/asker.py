"""Shows a question once, by one program, and keeps the reason of what is held back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.preshift.model import ActChosen
from workspace_assistant.core.reminders.model import Entry, Outcome, Reminder
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.shift_end.ports import Turn

OnKey = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Every line of the why-log is also reported, as a reading; so is a button that is pressed.

    Every method may raise `StoreUnavailableError`.
    """

    reminders: ReminderService
    turn: Turn

    def is_asked(self, reminder: Reminder) -> bool:
        return self.reminders.why_log.shown(reminder.kind, reminder.about) is not None

    def ask(
        self, reminder: Reminder, reason: str, ctx: JobContext, on_key: OnKey = lambda _: None
    ) -> bool:
        """Whether it is asked, now or by another program just before.

        Args:
            reminder: told once for each `about`.
            reason: why it is asked.
            ctx: of the job that attends.
            on_key: gets the key of the button, on a thread of the notification.
        """
        with self.turn() as is_ours:
            if not is_ours:
                return False
            if self.is_asked(reminder):
                return True
            return self._show(reminder, reason, ctx, on_key)

    def hold_back(self, reminder: Reminder, reason: str, ctx: JobContext) -> None:
        """A line of the why-log, unless the one before said the same."""
        entry = self.reminders.note(
            reminder.kind,
            reminder.about,
            reminder.title,
            Outcome.HELD_BACK,
            reason,
            detail=reminder.body,
        )
        _report(entry, ctx)

    def _show(self, reminder: Reminder, reason: str, ctx: JobContext, on_key: OnKey) -> bool:
        def follow(key: str) -> None:
            on_key(key)
            chosen = ActChosen(kind=reminder.kind, about=reminder.about, key=key)
            with suppress(JobCancelledError):  # too late: nobody attends any more
                ctx.report(reading=chosen)

        entry = self.reminders.show(reminder, reason, follow)
        _report(entry, ctx)
        return entry.outcome is Outcome.SHOWN


def _report(entry: Entry | None, ctx: JobContext) -> None:
    if entry is not None:
        ctx.report(reading=entry)
