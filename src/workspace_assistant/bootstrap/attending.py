"""Attending to shifts as the window does it: nothing is imported or opened before it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.preshift.attendance import Attendance
    from workspace_assistant.core.preshift.telling import Words
    from workspace_assistant.core.readiness.service import ReadinessService
    from workspace_assistant.core.reminders.ports import Notifier


@dataclass(slots=True)
class WindowAttendance:
    """`attend` is a job for as long as the window is there; `ring` lets it look at once."""

    data_dir: Path
    readiness: ReadinessService
    _made: Attendance | None = None

    def attend(self, notifier: Notifier, words: Words, ctx: JobContext, /) -> None:
        from workspace_assistant.bootstrap.attendance import window_attendance

        self._made = window_attendance(self.data_dir, self.readiness, notifier, words)
        self._made.attend(ctx)

    def ring(self) -> None:
        """Something changed that is attended to. From any thread."""
        if self._made is not None:
            self._made.ring()


@dataclass(frozen=True, slots=True)
class TrayChoice:
    """Whether closing the window leaves the program in the panel."""

    data_dir: Path

    def keeps(self) -> bool:
        from workspace_assistant.adapters.files.preshift_choices import PreshiftChoices

        return PreshiftChoices(self.data_dir).keeps_in_tray()

    def keep(self, is_on: bool, /) -> None:  # noqa: FBT001 - a choice is its only argument
        """Raises OSError when the place cannot be written."""
        from workspace_assistant.adapters.files.preshift_choices import PreshiftChoices

        PreshiftChoices(self.data_dir).keep_in_tray(on=is_on)
