"""A systemd user timer and the service that it starts (systemd.timer(5), systemd.service(5))."""

from __future__ import annotations

import re

from workspace_assistant.core.schedule.model import Program, TimerFile
from workspace_assistant.core.schedule.quoting import systemd_line

UNIT = "workspace-assistant-schedule"
TIMER_NAME = f"{UNIT}.timer"
SERVICE_NAME = f"{UNIT}.service"

# A check of everything takes two minutes; one that hangs must not keep the timer from the next.
_LIMIT_S = 600
# The timer of a computer that sleeps is not to wake it, and a minute's lateness is too much.
_ACCURACY_S = 5

_EVERY = re.compile(r"^OnCalendar=\*:0/(\d{1,2})$", re.MULTILINE)


def unit_files(program: Program, every_minutes: int) -> tuple[TimerFile, TimerFile]:
    """The service and the timer. Raises `ScheduleError` for a path that no unit can name."""
    return (
        TimerFile(SERVICE_NAME, _service(program).encode()),
        TimerFile(TIMER_NAME, _timer(every_minutes).encode()),
    )


def minutes_of_timer(text: str) -> int | None:
    """How often a timer of ours starts the service; None for one that is not ours."""
    found = _EVERY.search(text)
    return int(found[1]) if found else None


def starts(text: str, program: Program) -> bool:
    """Whether a service starts this program on these data."""
    return f"ExecStart={systemd_line(program.on_timer)}" in text.splitlines()


def _service(program: Program) -> str:
    return "\n".join(
        (
            "[Unit]",
            "Description=Workspace Assistant: the check before a shift, when it is due",
            *_only_while_installed(program.words[0]),
            "",
            "[Service]",
            "Type=oneshot",
            f"ExecStart={systemd_line(program.on_timer)}",
            f"TimeoutStartSec={_LIMIT_S}",
            "KillMode=process",  # a window that a button opened outlives the run that asked
            "",
        )
    )


def _only_while_installed(path: str) -> tuple[str, ...]:
    """A program that was removed leaves a unit that does nothing, not one that fails all day."""
    is_plain = path.startswith("/") and not any(sign in path for sign in "\"'\\")
    return (f"ConditionFileIsExecutable={path.replace('%', '%%')}",) if is_plain else ()


def _timer(every_minutes: int) -> str:
    return "\n".join(
        (
            "[Unit]",
            "Description=Workspace Assistant: looks whether a check before a shift is due",
            "",
            "[Timer]",
            f"OnCalendar=*:0/{every_minutes}",
            f"AccuracySec={_ACCURACY_S}",
            "",
            "[Install]",
            "WantedBy=timers.target",
            "",
        )
    )
