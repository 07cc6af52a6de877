"""Starting at login, as each system keeps it."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.schedule import PROGRAM, refuse, write
from workspace_assistant.adapters.system.autostart import (
    LaunchAgentAutostart,
    RunKeyAutostart,
    XdgAutostart,
    system_autostart,
)
from workspace_assistant.adapters.system.windows_run_key import user_run_key
from workspace_assistant.core.schedule.errors import ScheduleError


class MemoryRunKey:
    """Implements `RunKey`."""

    name = r"HKEY_CURRENT_USER\Run"

    def __init__(self, *, is_writable: bool = True) -> None:
        self.is_writable = is_writable
        self.lines: dict[str, str] = {}

    def put(self, name: str, line: str, /) -> None:
        self._check()
        self.lines[name] = line

    def drop(self, name: str, /) -> None:
        self._check()
        self.lines.pop(name, None)

    def has(self, name: str, /) -> bool:
        return name in self.lines

    def _check(self) -> None:
        if not self.is_writable:
            raise PermissionError(13, "Access is denied")


def test_desktops_for_linux_read_an_entry(tmp_path: Path) -> None:
    autostart = XdgAutostart(tmp_path / "autostart", write)
    assert not autostart.state().is_on
    state = autostart.turn_on(PROGRAM)
    assert state.is_on
    entry = Path(state.place)
    assert entry == tmp_path / "autostart" / "workspace-assistant.desktop"
    entry.write_text(entry.read_text().replace("enabled=true", "enabled=false"))
    assert not autostart.state().is_on  # turned off in the desktop's own settings
    assert autostart.turn_on(PROGRAM).is_on
    assert not autostart.turn_off().is_on
    assert not entry.exists()
    assert not autostart.turn_off().is_on


def test_macos_reads_an_agent(tmp_path: Path) -> None:
    autostart = LaunchAgentAutostart(tmp_path / "LaunchAgents", write)
    state = autostart.turn_on(PROGRAM)
    assert state.is_on
    facts = plistlib.loads(Path(state.place).read_bytes())
    assert facts["ProgramArguments"][-1] == "--in-tray"
    assert not autostart.turn_off().is_on


def test_windows_reads_a_value_of_the_registry() -> None:
    key = MemoryRunKey()
    autostart = RunKeyAutostart(key)
    state = autostart.turn_on(PROGRAM)
    assert state.is_on
    assert state.place == r"HKEY_CURRENT_USER\Run\WorkspaceAssistant"
    assert list(key.lines.values()) == [subprocess.list2cmdline(PROGRAM.at_login)]
    assert not autostart.turn_off().is_on
    assert key.lines == {}


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScheduleError, match="cannot be written"):
        XdgAutostart(tmp_path, refuse).turn_on(PROGRAM)
    locked = RunKeyAutostart(MemoryRunKey(is_writable=False))
    with pytest.raises(ScheduleError, match="WorkspaceAssistant cannot be written"):
        locked.turn_on(PROGRAM)
    with pytest.raises(ScheduleError, match="cannot be removed"):
        locked.turn_off()


@pytest.mark.skipif(sys.platform != "linux", reason="how Linux has it")
def test_this_system_has_a_place_for_it(tmp_path: Path) -> None:
    assert system_autostart(tmp_path, write).state().place.startswith(os.fspath(tmp_path))
    with pytest.raises(OSError, match="only Windows"):
        user_run_key()
