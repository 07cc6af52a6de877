"""Which notifications of ours are on the screen, and whose button is pressed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from workspace_assistant.core.reminders.model import Reminder, ReminderKind


@dataclass(frozen=True, slots=True)
class Shown:
    """A notification on the screen.

    Attributes:
        server: unique name of the service; a number counts with the one that gave it alone.
        is_awaited: it has buttons, and none was pressed yet.
    """

    reminder: Reminder
    server: str
    number: int
    is_awaited: bool
    on_action: Callable[[str], None]

    def is_it(self, server: str, number: int) -> bool:
        return self.server == server and self.number == number


class Board:
    """One notification of each kind; for any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._shown: dict[ReminderKind, Shown] = {}
        self._being_told = 0  # actions whose receivers have not returned

    def number(self, kind: ReminderKind, server: str) -> int:
        """That of the notification to replace; 0 where that service shows none."""
        with self._lock:
            shown = self._shown.get(kind)
        return shown.number if shown is not None and shown.server == server else 0

    def put(self, shown: Shown) -> None:
        with self._lock:
            self._shown[shown.reminder.kind] = shown

    def take(self, kind: ReminderKind) -> Shown | None:
        with self._lock:
            return self._shown.pop(kind, None)

    def press(self, server: str, number: int, key: str) -> None:
        """Tell whoever showed it, by a thread of its own."""
        with self._lock:
            found = {k: one for k, one in self._shown.items() if one.is_it(server, number)}
            self._shown |= {k: replace(one, is_awaited=False) for k, one in found.items()}
            self._being_told += len(found)
        for shown in found.values():
            tell = threading.Thread(
                target=self._tell, args=(shown, key), name="notification-action", daemon=True
            )
            tell.start()

    def forget(self, server: str, number: int) -> tuple[ReminderKind, ...]:
        """It was closed, by anybody; the kinds that it was of."""
        with self._lock:
            closed = tuple(k for k, one in self._shown.items() if one.is_it(server, number))
            self._shown = {k: one for k, one in self._shown.items() if k not in closed}
        return closed

    def forget_server(self, server: str) -> None:
        """What it showed is gone with it."""
        with self._lock:
            self._shown = {k: one for k, one in self._shown.items() if one.server != server}

    def clear(self) -> None:
        with self._lock:
            self._shown = {}

    def awaited(self) -> tuple[Shown, ...]:
        """Those of which a button may still be pressed."""
        with self._lock:
            return tuple(one for one in self._shown.values() if one.is_awaited)

    def is_telling(self) -> bool:
        """Whether a receiver is still at what was pressed."""
        with self._lock:
            return self._being_told > 0

    def _tell(self, shown: Shown, key: str) -> None:
        try:
            shown.on_action(key)
        finally:
            with self._lock:
                self._being_told -= 1
