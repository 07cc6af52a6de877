"""Numbers of notifications beyond the end of a program: another one replaces or closes them."""

from __future__ import annotations

import logging
from typing import Protocol

from workspace_assistant.core.reminders.model import ReminderKind

log = logging.getLogger(__name__)


class Kept(Protocol):
    """Short texts by their names, shared by the programs of one data directory."""

    def recall(self, name: str, /) -> str:
        """Empty where there is none."""

    def remember(self, name: str, value: str, /) -> None:
        """Raises OSError when it cannot be kept."""


class Memory:
    """The last notification of each kind. What cannot be kept is shown all the same.

    A number counts with the service that gave it alone. Its unique name may be another program's
    on the next bus, as after a new start of the computer, so the bus counts as well.
    """

    def __init__(self, kept: Kept | None) -> None:
        self._kept = kept

    def has(self, kind: ReminderKind) -> bool:
        return self._kept is not None and bool(self._kept.recall(kind.value))

    def number(self, kind: ReminderKind, bus: str, server: str) -> int:
        """0 where that service has shown none, as far as is known."""
        words = [] if self._kept is None else self._kept.recall(kind.value).split()
        match words:
            case [number, str() as on, str() as by] if (on, by) == (bus, server):
                return int(number) if number.isascii() and number.isdecimal() else 0
        return 0

    def keep(self, kind: ReminderKind, bus: str, server: str, number: int) -> None:
        if number:
            self._write(kind, f"{number} {bus} {server}")

    def drop(self, kind: ReminderKind) -> None:
        if self.has(kind):
            self._write(kind, "")

    def _write(self, kind: ReminderKind, text: str) -> None:
        if self._kept is None:
            return
        try:
            self._kept.remember(kind.value, text)
        except OSError as error:
            log.warning("the number of a notification cannot be kept: %s", error)
