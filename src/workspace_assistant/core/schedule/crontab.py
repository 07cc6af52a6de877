"""The line for systems without systemd: the user puts it into the crontab."""

from __future__ import annotations

from workspace_assistant.core.schedule.model import Program
from workspace_assistant.core.schedule.quoting import crontab_line


def crontab(program: Program, every_minutes: int) -> str:
    """The line as cron reads it. Raises `ScheduleError` for a path that does not fit into one."""
    return f"*/{every_minutes} * * * * {crontab_line(program.on_timer)}"
