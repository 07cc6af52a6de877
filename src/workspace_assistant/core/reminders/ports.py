"""What reminders need from outside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from workspace_assistant.core.errors import SaidError
from workspace_assistant.core.reminders.model import Entry, Reminder, ReminderKind


class NotShownError(SaidError):
    """No notification can be shown; the message says why, in a sentence."""


class Notifier(Protocol):
    """The desktop's notifications."""

    def show(self, reminder: Reminder, on_action: Callable[[str], None], /) -> None:
        """Replaces what is shown of the same kind. Raises `NotShownError`.

        *on_action* gets an action's key, or ``default`` for a click on the notification itself; it
        may be called from another thread.
        """

    def withdraw(self, kind: ReminderKind, /) -> None:
        """Takes it off the screen, if it is there."""


class WhyLog(Protocol):
    """Keeps what was shown and what was not. Every method may raise `StoreUnavailableError`."""

    def add(self, entry: Entry) -> None: ...

    def recent(self, limit: int) -> tuple[Entry, ...]:
        """Newest first."""

    def shown(self, kind: ReminderKind, about: str) -> datetime | None:
        """When it was last shown about that."""

    def latest(self, kind: ReminderKind, about: str | None = None) -> Entry | None:
        """The newest line of that kind, about that alone where something is named."""

    def latest_shown(self, kind: ReminderKind) -> datetime | None:
        """When one of that kind was last shown, whatever it was about."""
