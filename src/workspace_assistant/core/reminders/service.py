"""Shows reminders, and keeps the reason of everything that is shown or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.reminders.model import Entry, Outcome, Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import Notifier, NotShownError, WhyLog


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderService:
    """Every method may raise `StoreUnavailableError`; what was shown then is shown."""

    why_log: WhyLog
    notifier: Notifier
    now: Callable[[], datetime]

    def show(self, reminder: Reminder, reason: str, on_action: Callable[[str], None]) -> Entry:
        """Shown, or failed with the desktop's reason."""
        outcome, detail = Outcome.SHOWN, reminder.body.replace("\n", " ")
        try:
            self.notifier.show(reminder, on_action)
        except NotShownError as error:
            outcome, reason, detail = Outcome.FAILED, "no-notifications", error.phrase
        entry = Entry(
            at=self.now(),
            kind=reminder.kind,
            about=reminder.about,
            title=reminder.title,
            outcome=outcome,
            reason=reason,
            detail=detail,
        )
        if outcome is Outcome.SHOWN or not self._is_said(entry):
            self.why_log.add(entry)
        return entry

    def note(
        self,
        kind: ReminderKind,
        about: str,
        title: str,
        outcome: Outcome,
        reason: str,
        *,
        detail: str = "",
    ) -> Entry | None:
        """One line of the why-log; None where the line before said the same already."""
        entry = Entry(
            at=self.now(),
            kind=kind,
            about=about,
            title=title,
            outcome=outcome,
            reason=reason,
            detail=detail,
        )
        if self._is_said(entry):
            return None
        self.why_log.add(entry)
        return entry

    def withdraw(self, kind: ReminderKind) -> None:
        self.notifier.withdraw(kind)

    def _is_said(self, entry: Entry) -> bool:
        """What is tried again each minute is one line."""
        before = self.why_log.latest(entry.kind, entry.about)
        if before is None:
            return False
        return (before.outcome, before.reason) == (entry.outcome, entry.reason)
