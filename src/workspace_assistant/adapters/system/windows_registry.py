"""What Windows keeps in its registry. Importable everywhere, answers on Windows only."""

from __future__ import annotations

import sys

from workspace_assistant.core.readiness.computer.model import Absence

# Windows Update and the component store make these keys exist while a restart is due.
_RESTART_KEYS = (
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired",
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending",
)


def restart_pending() -> bool | Absence:
    """Whether an installed update waits for a restart."""
    if sys.platform == "win32":
        try:
            return any(_exists(name) for name in _RESTART_KEYS)
        except PermissionError:
            return Absence.ACCESS_DENIED
    else:
        return Absence.NOT_SUPPORTED


if sys.platform == "win32":

    def _exists(name: str) -> bool:
        import winreg

        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, name))
        except FileNotFoundError:
            return False
        return True
