"""Which timer this system has."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from workspace_assistant.adapters.system.launchd_timer import LaunchdTimer
from workspace_assistant.adapters.system.schedule_files import Write
from workspace_assistant.adapters.system.system_command import Run, run
from workspace_assistant.adapters.system.systemd_timer import SystemdTimer
from workspace_assistant.adapters.system.task_scheduler import TaskScheduler
from workspace_assistant.core.schedule.ports import SystemTimer

_SYSTEMD_RUNS = Path("/run/systemd/system")


def system_timer(config_dir: Path, data_dir: Path, write: Write, ask: Run = run) -> SystemTimer:
    """The one for the user who runs this program."""
    units = config_dir / "systemd" / "user"
    timer: SystemTimer = SystemdTimer(units, write, ask, is_booted=_SYSTEMD_RUNS.is_dir())
    if sys.platform == "win32":
        timer = TaskScheduler(data_dir, write, ask)
    elif sys.platform == "darwin":
        timer = LaunchdTimer(Path.home() / "Library" / "LaunchAgents", write, ask, os.getuid())
    return timer
