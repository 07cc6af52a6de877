"""Several ways to show a reminder, tried one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workspace_assistant.core.reminders.model import Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import Notifier, NotShownError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NO_WAY = QT_TRANSLATE_NOOP(
    "reminders",
    "On this system only the window or its panel icon can show notifications; keep one of them.",
)


class FirstThatShows:
    """Implements the port `Notifier` by the first of *ways* that can."""

    def __init__(self, ways: Sequence[Notifier]) -> None:
        self._ways = ways

    def show(self, reminder: Reminder, on_action: Callable[[str], None], /) -> None:
        trouble = NotShownError(NO_WAY)
        for way in self._ways:
            try:
                way.show(reminder, on_action)
            except NotShownError as error:
                trouble = error
            else:
                return
        raise trouble

    def withdraw(self, kind: ReminderKind, /) -> None:
        for way in self._ways:
            way.withdraw(kind)
