"""A timer of the user's systemd."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from pathlib import Path

from workspace_assistant.adapters.system.schedule_files import Write, content, drop, put
from workspace_assistant.adapters.system.system_command import Answer, Run
from workspace_assistant.core.schedule import texts
from workspace_assistant.core.schedule.crontab import crontab
from workspace_assistant.core.schedule.model import EVERY_MINUTES, Program, TimerKind, TimerState
from workspace_assistant.core.schedule.units import (
    SERVICE_NAME,
    TIMER_NAME,
    minutes_of_timer,
    starts,
    unit_files,
)

_CONTROL = ("systemctl", "--user")
_RELOAD = (*_CONTROL, "daemon-reload")
_ENABLE = (*_CONTROL, "enable", "--now", TIMER_NAME)
_DISABLE = (*_CONTROL, "disable", "--now", TIMER_NAME)
_IS_ACTIVE = (*_CONTROL, "is-active", TIMER_NAME)
_WANTED = Path("timers.target.wants", TIMER_NAME)

_ACTIVE = "active"
_INACTIVE = {"inactive", "failed", "unknown", "deactivating"}


@dataclass(frozen=True, slots=True)
class SystemdTimer:
    """Implements `SystemTimer` where systemd is, and says what to do where it is not.

    Attributes:
        folder: where the user's units lie, such as ``~/.config/systemd/user``.
        is_booted: whether systemd started this computer (sd_booted(3)); containers may have its
            programs all the same.
    """

    folder: Path
    write: Write
    run: Run
    is_booted: bool = True

    def install(self, program: Program, every_minutes: int) -> TimerState:
        files = unit_files(program, every_minutes)
        if not self.is_booted:
            return _without_systemd(program, every_minutes)
        for file in files:
            put(self.folder, file, self.write)
        answers = (self.run(words) for words in (_RELOAD, _ENABLE))
        refusal = next((answer for answer in answers if not answer.is_fine), None)
        state = self.state(program)
        if refusal is None or state.trouble:
            return state
        return replace(state, trouble=texts.NOT_TAKEN_UP.format(reason=refusal.reason))

    def remove(self) -> TimerState:
        if content(self.folder / TIMER_NAME) is not None:
            self.run(_DISABLE)  # where nobody answers, nobody follows the timer either
        for place in (_WANTED, TIMER_NAME, SERVICE_NAME):
            drop(self.folder / place)
        self.run(_RELOAD)
        return TimerState(kind=TimerKind.SYSTEMD)

    def state(self, program: Program) -> TimerState:
        timer, service = (content(self.folder / name) for name in (TIMER_NAME, SERVICE_NAME))
        if timer is None or service is None:
            return TimerState(kind=TimerKind.SYSTEMD)
        answer = self.run(_IS_ACTIVE)
        is_active = _is_active(answer)
        return TimerState(
            kind=TimerKind.SYSTEMD,
            places=(str(self.folder / TIMER_NAME), str(self.folder / SERVICE_NAME)),
            is_active=is_active,
            every_minutes=minutes_of_timer(timer.decode(errors="replace")),
            is_ours=starts(service.decode(errors="replace"), program),
            trouble=texts.NO_USER_MANAGER if is_active is None else "",
            to_do="" if is_active else "\n".join(shlex.join(one) for one in (_RELOAD, _ENABLE)),
        )


def _is_active(answer: Answer) -> bool | None:
    """None where no manager of the user's units answers."""
    word = answer.said.strip()
    if word == _ACTIVE:
        return True
    return False if word in _INACTIVE else None


def _without_systemd(program: Program, every_minutes: int = EVERY_MINUTES) -> TimerState:
    return TimerState(
        kind=TimerKind.SYSTEMD, trouble=texts.NO_SYSTEMD, to_do=crontab(program, every_minutes)
    )
