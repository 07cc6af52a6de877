"""A launch agent of the user's on macOS."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.adapters.system.schedule_files import Write, content, drop, put
from workspace_assistant.adapters.system.system_command import Run
from workspace_assistant.core.schedule.launch_agent import (
    TIMER_LABEL,
    minutes_of_agent,
    runs,
    timer_agent,
)
from workspace_assistant.core.schedule.model import Program, TimerKind, TimerState

_TOOL = "launchctl"


@dataclass(frozen=True, slots=True)
class LaunchdTimer:
    """Implements `SystemTimer` on macOS.

    Attributes:
        folder: ``~/Library/LaunchAgents``.
        user_id: whose session in the foreground the agent belongs to.
    """

    folder: Path
    write: Write
    run: Run
    user_id: int

    def install(self, program: Program, every_minutes: int) -> TimerState:
        put(self.folder, timer_agent(program, every_minutes), self.write)
        self.run(self._bootout)  # one that runs is not replaced; none is no trouble
        self.run(self._bootstrap)
        return self.state(program)

    def remove(self) -> TimerState:
        if content(self._place) is not None:
            self.run(self._bootout)
        drop(self._place)
        return TimerState(kind=TimerKind.LAUNCHD)

    def state(self, program: Program) -> TimerState:
        agent = content(self._place)
        if agent is None:
            return TimerState(kind=TimerKind.LAUNCHD)
        is_active = self.run((_TOOL, "print", f"{self._session}/{TIMER_LABEL}")).is_fine
        return TimerState(
            kind=TimerKind.LAUNCHD,
            places=(str(self._place),),
            is_active=is_active,
            every_minutes=minutes_of_agent(agent),
            is_ours=runs(agent, program),
            to_do="" if is_active else shlex.join(self._bootstrap),
        )

    @property
    def _place(self) -> Path:
        return self.folder / f"{TIMER_LABEL}.plist"

    @property
    def _session(self) -> str:
        return f"gui/{self.user_id}"

    @property
    def _bootout(self) -> tuple[str, ...]:
        return (_TOOL, "bootout", f"{self._session}/{TIMER_LABEL}")

    @property
    def _bootstrap(self) -> tuple[str, ...]:
        return (_TOOL, "bootstrap", self._session, str(self._place))
