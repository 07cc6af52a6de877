"""A desktop entry that starts the program at login (Desktop Application Autostart 0.5)."""

from __future__ import annotations

from workspace_assistant.core.schedule.model import Program
from workspace_assistant.core.schedule.quoting import desktop_line

FILE_NAME = "workspace-assistant.desktop"

_GROUP = "[Desktop Entry]"
# Desktops write these into the entry instead of removing it.
_TURNED_OFF = {"hidden": "true", "x-gnome-autostart-enabled": "false"}


def autostart_entry(program: Program) -> str:
    """Raises `ScheduleError` for a path that no entry can name."""
    return "\n".join(
        (
            _GROUP,
            "Type=Application",
            "Version=1.5",
            "Name=Workspace Assistant",
            "Comment=Checks before a shift whether the workplace is ready",
            f"Exec={desktop_line(program.at_login)}",
            *_only_while_installed(program.words[0]),
            "Icon=workspace-assistant",
            "Terminal=false",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def _only_while_installed(path: str) -> tuple[str, ...]:
    """Desktops pass over the entry of a program that was removed."""
    return () if "\\" in path else (f"TryExec={path}",)


def is_turned_on(entry: str) -> bool:
    """Whether desktops follow an entry: their own settings turn it off without removing it."""
    facts = dict(_facts(line) for line in entry.splitlines() if "=" in line)
    is_off = any(facts.get(key) == value for key, value in _TURNED_OFF.items())
    return _GROUP in entry.splitlines() and "exec" in facts and not is_off


def _facts(line: str) -> tuple[str, str]:
    key, _, value = line.partition("=")
    return key.strip().lower(), value.strip().lower()
