"""Property lists for launchd on macOS (launchd.plist(5))."""

from __future__ import annotations

import plistlib
from collections.abc import Mapping
from xml.parsers.expat import ExpatError

from workspace_assistant.core.schedule.model import Program, TimerFile
from workspace_assistant.core.schedule.quoting import writable

TIMER_LABEL = "workspace-assistant.schedule"
LOGIN_LABEL = "workspace-assistant.login"

_MINUTES_PER_HOUR = 60


def timer_agent(program: Program, every_minutes: int) -> TimerFile:
    """Runs what is due on the same minutes of every hour. Raises `ScheduleError`."""
    minutes = range(0, _MINUTES_PER_HOUR, every_minutes)
    return _agent(
        TIMER_LABEL,
        ProgramArguments=list(writable(program.on_timer)),
        StartCalendarInterval=[{"Minute": minute} for minute in minutes],
        ProcessType="Background",
    )


def login_agent(program: Program) -> TimerFile:
    """Opens the program at login. Raises `ScheduleError`."""
    return _agent(
        LOGIN_LABEL,
        ProgramArguments=list(writable(program.at_login)),
        RunAtLoad=True,
        LimitLoadToSessionType="Aqua",  # it has a window
        ProcessType="Interactive",
    )


def minutes_of_agent(content: bytes) -> int | None:
    """How often an agent of ours runs; None for one that is not ours."""
    starts = _read(content).get("StartCalendarInterval")
    if not isinstance(starts, list) or not starts:
        return None
    return _MINUTES_PER_HOUR // len(starts)


def runs(content: bytes, program: Program) -> bool:
    """Whether an agent runs this program on these data."""
    return _read(content).get("ProgramArguments") == list(program.on_timer)


def _agent(label: str, **facts: object) -> TimerFile:
    content = plistlib.dumps({"Label": label, **facts}, sort_keys=False)
    return TimerFile(f"{label}.plist", content)


def _read(content: bytes) -> Mapping[str, object]:
    try:
        found = plistlib.loads(content)
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
