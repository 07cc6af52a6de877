"""Attends to shifts as the window does, without a window: a program of its own.

``python -m tests.lab.attendance_runner FOLDER SECONDS`` prints a line for each look and for each
check, with the instant, until it is ended. The check itself measures nothing for so many seconds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.adapters.system.clock import SystemClock
from workspace_assistant.adapters.system.together import run_together
from workspace_assistant.bootstrap.attendance import attendance
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.preshift.model import Attended, Checked
from workspace_assistant.core.readiness.model import Measurement, Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.service import ReadinessService
from workspace_assistant.core.reminders.model import Reminder, ReminderKind


class Printed:
    """Implements the port `Notifier`."""

    def show(self, reminder: Reminder, on_action: Callable[[str], None], /) -> None:
        del on_action
        tell("shown", reminder.title)

    def withdraw(self, kind: ReminderKind, /) -> None:
        tell("withdrawn", kind.value)


def main() -> None:
    folder, seconds = Path(sys.argv[1]), float(sys.argv[2])
    attendance(folder, lambda: readiness(folder, seconds), [Printed()]).attend(JobContext(show))


def readiness(folder: Path, seconds: float) -> ReadinessService:
    def measure(request: CheckRequest, ctx: JobContext) -> Outcome:
        del request
        tell("measuring", "")
        ctx.wait(seconds)
        return Outcome(measurements=(Measurement(id="lab.value", value=1.0, unit=""),))

    ids = ("computer", "connection", "bandwidth")
    return ReadinessService(
        checks=dict.fromkeys(ids, measure),
        store=SqliteReportStore(Database(folder / DATABASE_NAME)),
        clock=SystemClock(),
        run_together=run_together,
        app_version="lab",
    )


def show(progress: Progress) -> None:
    reading = progress.reading
    if isinstance(reading, Checked):
        tell("checked", reading.report.started_at.isoformat())
    elif isinstance(reading, Attended):
        tell("looked", reading.fault)


def tell(what: str, detail: str) -> None:
    sys.stdout.write(f"{what} {datetime.now(UTC).isoformat()} {detail}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
