"""Starts the program at login, as each system wants it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.adapters.system.schedule_files import Write, content, drop, put
from workspace_assistant.adapters.system.windows_run_key import RunKey, user_run_key
from workspace_assistant.core.schedule.autostart import FILE_NAME, autostart_entry, is_turned_on
from workspace_assistant.core.schedule.errors import ScheduleError
from workspace_assistant.core.schedule.launch_agent import LOGIN_LABEL, login_agent
from workspace_assistant.core.schedule.model import AutostartState, Program, TimerFile
from workspace_assistant.core.schedule.ports import Autostart
from workspace_assistant.core.schedule.quoting import windows_line
from workspace_assistant.core.schedule.texts import NOT_REMOVED, NOT_WRITTEN

_RUN_NAME = "WorkspaceAssistant"


def system_autostart(config_dir: Path, write: Write) -> Autostart:
    """For the user who runs this program."""
    autostart: Autostart = XdgAutostart(config_dir / "autostart", write)
    if sys.platform == "win32":
        autostart = RunKeyAutostart(user_run_key())
    elif sys.platform == "darwin":
        autostart = LaunchAgentAutostart(Path.home() / "Library" / "LaunchAgents", write)
    return autostart


@dataclass(frozen=True, slots=True)
class XdgAutostart:
    """A desktop entry in *folder*; implements `Autostart` on desktops for Linux."""

    folder: Path
    write: Write

    def turn_on(self, program: Program) -> AutostartState:
        put(self.folder, TimerFile(FILE_NAME, autostart_entry(program).encode()), self.write)
        return self.state()

    def turn_off(self) -> AutostartState:
        drop(self.folder / FILE_NAME)
        return self.state()

    def state(self) -> AutostartState:
        place = self.folder / FILE_NAME
        entry = (content(place) or b"").decode(errors="replace")
        return AutostartState(is_on=is_turned_on(entry), place=str(place))


@dataclass(frozen=True, slots=True)
class LaunchAgentAutostart:
    """A launch agent in *folder*; implements `Autostart` on macOS."""

    folder: Path
    write: Write

    def turn_on(self, program: Program) -> AutostartState:
        put(self.folder, login_agent(program), self.write)
        return self.state()

    def turn_off(self) -> AutostartState:
        drop(self._place)
        return self.state()

    def state(self) -> AutostartState:
        return AutostartState(is_on=content(self._place) is not None, place=str(self._place))

    @property
    def _place(self) -> Path:
        return self.folder / f"{LOGIN_LABEL}.plist"


@dataclass(frozen=True, slots=True)
class RunKeyAutostart:
    """A value of the registry; implements `Autostart` on Windows."""

    key: RunKey

    def turn_on(self, program: Program) -> AutostartState:
        line = windows_line(program.at_login)
        try:
            self.key.put(_RUN_NAME, line)
        except OSError as error:
            raise ScheduleError(NOT_WRITTEN, place=self._place, reason=str(error)) from error
        return self.state()

    def turn_off(self) -> AutostartState:
        try:
            self.key.drop(_RUN_NAME)
        except OSError as error:
            raise ScheduleError(NOT_REMOVED, place=self._place, reason=str(error)) from error
        return self.state()

    def state(self) -> AutostartState:
        return AutostartState(is_on=self.key.has(_RUN_NAME), place=self._place)

    @property
    def _place(self) -> str:
        return rf"{self.key.name}\{_RUN_NAME}"
