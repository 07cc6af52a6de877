"""Watches breaks as the window does, in a shift of its own: a line for each standing and offer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workspace_assistant.bootstrap.break_watch import BreakWatch
from workspace_assistant.bootstrap.shifts import shift_service
from workspace_assistant.core.breaks.model import BreakStanding
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.reminders.model import Reminder, ReminderKind
from workspace_assistant.core.shifts.drafts import ShiftDraft
from workspace_assistant.core.text import in_english


class Lines:
    """Implements the port `Notifier`."""

    def show(self, reminder: Reminder, on_action: Callable[[str], None]) -> None:
        del on_action
        say(f"offer {reminder.title}")

    def withdraw(self, kind: ReminderKind) -> None:
        say(f"withdraw {kind}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def tell(progress: Progress) -> None:
    standing = progress.reading
    if isinstance(standing, BreakStanding):
        held = "" if standing.open is None else standing.open.held_by
        say(f"{standing.role} {len(standing.unknown)} {held}".strip())


def main(data_dir: Path) -> None:
    now = datetime.now(UTC)
    draft = ShiftDraft(starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=8))
    shift_service(data_dir).add(draft)
    BreakWatch(data_dir).run(Lines(), in_english, JobContext(tell))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
